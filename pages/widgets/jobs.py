"""The job of the open comic: what is being made, how far it is, and a way to stop it.

Only while a job of the open comic lives does anything poll. When it ends the page runs once more.
"""

from __future__ import annotations

import math
from collections.abc import Callable

import streamlit as st

from pages.widgets import errors, frames, missing, resources, state
from pipeline import words
from pipeline.queue import Snapshot

_EVERY = 0.5  # seconds between two looks at a live job
_MINUTES = 90.0  # seconds from which on minutes are told
_TOLD = "necut.told_jobs"


def current() -> Snapshot | None:
    """The newest job of the open comic that is not over."""
    comic_id = state.comic_id()
    if comic_id is None:
        return None
    alive = [job for job in resources.queue().jobs(comic_id=comic_id) if not job.over and not job.aside]
    return alive[-1] if alive else None


def start(submit: Callable[..., str | None], draws: bool = False) -> None:
    """Hand a job of the open comic to the queue: `submit(queue, comic_id, owner)`.

    One that `draws` waits when the pictures need something that is missing: `show` then asks what to do.
    """
    if draws and missing.asks(submit):
        return
    submit(resources.queue(), state.comic_id(), owner=state.owner())


def show() -> None:
    """Show the live job, if there is one; what the last one failed with; what a restart cut off.

    Stands in a place of its own, so that nothing below is drawn anew when a job comes or goes.
    """
    with st.container(key="job_place"):
        job = current()
        if job is not None:
            st.fragment(_watch, run_every=_EVERY)(job.id)
        else:
            missing.show()
            _tell_last()


def _watch(job_id: str) -> None:
    job = resources.queue().snapshot(job_id)
    if job is None or job.over:
        st.rerun()
    with st.container(border=True, key="job"):
        words_column, button_column = st.columns([5, 1], vertical_alignment="center")
        with words_column:
            st.progress(job.share, text=_sentence(job))
        button_column.button(
            state.text("jobs.cancel"), key=f"cancel_{job_id}", on_click=_cancel, args=(job,), width="stretch"
        )
        if job.progress.text:
            st.caption(state.plain(job.progress.text))
        frames.growing(job)


def _sentence(job: Snapshot) -> str:
    if job.state == "waiting" and job.waiting_before:
        return state.text("jobs.waiting", before=job.waiting_before)
    if job.progress.loading:
        return state.text("jobs.converting" if job.stage == "convert" else "jobs.loading", name=job.progress.loading)
    sentence = state.text(f"jobs.{job.stage}")
    return f"{sentence} · {_left(job.seconds_left)}" if job.seconds_left is not None else sentence


def _left(seconds: float) -> str:
    """About how long it will still take, as exactly as anybody can know it."""
    if seconds < _MINUTES:
        return state.text("jobs.seconds_left", count=max(1, round(seconds)))
    return state.text("jobs.minutes_left", count=math.ceil(seconds / 60))


def _cancel(job: Snapshot) -> None:
    resources.queue().cancel(job.id, job.owner)


def _tell_last() -> None:
    """An error of the last job, and the offer to go on after a restart."""
    comic = state.comic()
    if comic is None:
        return
    jobs = [job for job in resources.queue().jobs(comic_id=comic.id) if not job.aside]
    last = jobs[-1] if jobs else None
    if last and last.error and last.id not in st.session_state.get(_TOLD, ()):
        st.error(words.tell(last.error, state.language()), icon=":material/error:")
        with st.container(horizontal=True, gap="small"):
            _offer_embedded(last)
            st.button(state.text("jobs.understood"), key="understood", on_click=_understand, args=(last.id,))
    elif comic.job and last is None:
        st.warning(state.text("jobs.stopped"), icon=":material/pause_circle:")
        st.button(state.text("jobs.go_on"), key="go_on", type="primary", on_click=errors.callback(go_on))


def _understand(job_id: str) -> None:
    st.session_state[_TOLD] = (*st.session_state.get(_TOLD, ()), job_id)


# Stage → the comic's field that names who works there, and the member that needs neither key nor network.
_EMBEDDED = {"story": ("writer", "offline"), "prompt": ("prompter", "cast"), "picture": ("artist", "sketch")}


def _offer_embedded(failed: Snapshot) -> None:
    """Offer the member that always works in the place of the one that could not."""
    if failed.stage not in _EMBEDDED:
        return
    field, member = _EMBEDDED[failed.stage]
    at_work = failed.error is not None and members_name(field)
    if at_work and at_work != member:
        name = words.label(f"{field}s", member, state.language())
        st.button(
            state.text("jobs.instead", member=name),
            key="instead",
            icon=":material/redo:",
            on_click=errors.callback(_instead),
            args=(failed.id, field, member),
        )


def members_name(field: str) -> str:
    """Who is at work in the open comic as its writer, prompter or artist."""
    from pipeline import cells

    comic = state.comic()
    return cells.artist_name(comic) if field == "artist" else getattr(comic, field)


def _instead(job_id: str, field: str, member: str) -> None:
    from pipeline import flow

    _understand(job_id)
    state.change(lambda comic: comic.with_changes(**{field: member}))
    start(flow.run_stale)


def go_on() -> None:
    """Run what is stale or missing in the open comic."""
    from pipeline import flow

    state.change(lambda comic: comic.with_changes(job=""))
    start(flow.run_stale, draws=True)
