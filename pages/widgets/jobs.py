"""The job of the open comic: what is being made, how far it is, and a way to stop it.

Only while a job of the open comic lives does anything poll. When it ends the page runs once more.
"""

from __future__ import annotations

import math
from collections.abc import Callable

import streamlit as st

from pages.widgets import delivery, doctor, errors, frames, members, missing, resources, state, troubles
from pipeline import words
from pipeline.queue import Snapshot

_EVERY = 0.5  # seconds between two looks at a live job
_MINUTES = 90.0  # seconds from which on minutes are told
_LOADING = {"prompt": "jobs.loading_first", "convert": "jobs.converting"}


def current() -> Snapshot | None:
    """The newest job of the open comic that is not over."""
    comic_id = state.comic_id()
    if comic_id is None:
        return None
    alive = [job for job in resources.queue().jobs(comic_id=comic_id) if not job.over and not job.aside]
    return alive[-1] if alive else None


def start(submit: Callable[..., str | None], lacks: missing.Lacks | None = None, place: str | None = None) -> None:
    """Hand a job of the open comic to the queue: `submit(queue, comic_id, owner)`.

    One that draws says what it `lacks` of a comic: while that is something it waits, and it is asked what to do, in
    `place` (see `missing`), by default where the job would be shown.
    """
    if lacks is not None and missing.asks(submit, lacks, place):
        return
    troubles.tried(submit)


def settle() -> None:
    """At the beginning of a run: find out what this page has to tell of the last job."""
    troubles.settle(members.lack)


def show() -> None:
    """Show the live job, if there is one; what the last one failed with; what a restart cut off.

    Stands in a place of its own, so that nothing below is drawn anew when a job comes or goes.
    """
    with st.container(key="job_place"):
        job = current()
        if job is not None:
            troubles.watched(job.id)
            st.fragment(_watch, run_every=_EVERY)(job.id)
        else:
            missing.show()
            _tell_last()


def _watch(job_id: str) -> None:
    job = resources.queue().snapshot(job_id)
    if job is None or job.over:
        delivery.rerun()
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
        return state.text(_LOADING.get(job.stage, "jobs.loading"), name=job.progress.loading)
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
    failed = troubles.here()
    if failed is not None:
        st.error(words.tell(failed.error, state.language()), icon=":material/error:")
        with st.container(horizontal=True, gap="small"):
            _offer_embedded(failed)
            if failed.stage == "picture":
                doctor.offer(failed.error)
            st.button(state.text("jobs.understood"), key="understood", on_click=troubles.put_away, args=(failed.id,))
    elif comic.job and troubles.last(comic) is None:
        st.warning(state.text("jobs.stopped"), icon=":material/pause_circle:")
        with st.container(horizontal=True, gap="small"):
            st.button(state.text("jobs.go_on"), key="go_on", type="primary", on_click=errors.callback(go_on))
            st.button(state.text("jobs.leave"), key="leave", on_click=errors.callback(leave))


# Stage → the member that needs neither key nor network.
_EMBEDDED = {"story": "offline", "prompt": "cast", "picture": "sketch"}


def _offer_embedded(failed: Snapshot) -> None:
    """Offer the member that always works in the place of the one that could not."""
    if failed.stage not in _EMBEDDED:
        return
    field, member = troubles.FIELDS[failed.stage], _EMBEDDED[failed.stage]
    if members_name(field) != member:
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
    return members.chosen(state.comic(), field)


def _instead(job_id: str, field: str, member: str) -> None:
    troubles.put_away(job_id)
    state.change(lambda comic: comic.with_changes(**{field: member}))
    run_stale()


def go_on() -> None:
    """Run what a restart has cut off in the open comic."""
    state.change(lambda comic: comic.with_changes(job=""))
    run_stale()


def leave() -> None:
    """Leave what a restart has cut off as it is: "Run what is stale" goes on with it at any time."""
    state.change(lambda comic: comic.with_changes(job=""))


def run_stale() -> None:
    """Run what is stale or missing in the open comic."""
    from pipeline import flow
    from pipeline.flow import missing as lacking

    start(flow.run_stale, lacks=lacking.to_run)
