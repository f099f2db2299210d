"""Jobs of the story desk: short ones that stand beside the comic's making and are watched where they were asked for."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from pages.widgets import delivery, errors, jobs, resources, state, troubles
from pipeline import words
from pipeline.queue import Snapshot

_EVERY = 0.4  # seconds between two looks at a live job
_AT_ONCE = 0.4  # seconds within which the offline writer is done: then nothing flickers


def start(submit: Callable[..., str], *args, **more) -> str:
    """Hand a job of the desk to the queue: `submit(queue, comic_id, owner, …)`; its id."""
    job_id = submit(resources.queue(), state.comic_id(), state.owner(), *args, **more)
    resources.queue().wait(job_id, _AT_ONCE)
    return job_id


def latest(what: str) -> Snapshot | None:
    """The newest job of this name for the open comic, over or not."""
    found = [job for job in resources.queue().jobs(comic_id=state.comic_id()) if job.aside and job.what == what]
    return found[-1] if found else None


def snapshot(job_id: str) -> Snapshot | None:
    """A job by its id; None when it is long over."""
    return resources.queue().snapshot(job_id)


def alive(what: str) -> bool:
    """Whether such a job is waiting or at work."""
    job = latest(what)
    return job is not None and not job.over


def watch(what: str, sentence: str, show: Callable[[Snapshot], None] | None = None) -> None:
    """While such a job lives: what it is doing, and a way to stop it. When it has failed: why, once.

    `show` draws what has come so far, in the place of the sentence as soon as there is something.
    """
    job = latest(what)
    if job is None:
        return
    if not job.over:
        st.fragment(_live, run_every=_EVERY)(job.id, sentence, show)
    elif job.error and not troubles.is_put_away(job.id):
        _failed(job)


def _live(job_id: str, sentence: str, show: Callable[[Snapshot], None] | None) -> None:
    job = resources.queue().snapshot(job_id)
    if job is None or job.over:
        delivery.rerun()
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key=f"aside_{job_id}"):
        st.caption(job.progress.text if job.progress.text and show is None else sentence)
        st.button(state.text("jobs.cancel"), key=f"cancel_{job_id}", type="tertiary", on_click=_cancel, args=(job_id,))
    if show is not None:
        show(job)


def _cancel(job_id: str) -> None:
    resources.queue().cancel(job_id, state.owner())


def _failed(job: Snapshot) -> None:
    st.error(words.tell(job.error, state.language()), icon=":material/error:")
    with st.container(horizontal=True, gap="small"):
        if jobs.members_name("writer") != "offline" and job.stage in ("retell", "judge"):
            st.button(
                state.text("jobs.instead", member=words.label("writers", "offline", state.language())),
                key=f"offline_{job.id}",
                icon=":material/redo:",
                on_click=errors.callback(_offline_instead),
                args=(job,),
            )
        st.button(state.text("jobs.understood"), key=f"understood_{job.id}", on_click=troubles.put_away, args=(job.id,))


def _offline_instead(job: Snapshot) -> None:
    """Let the offline writer do what the language model could not; the comic keeps its writer."""
    from pipeline.flow import desk

    troubles.put_away(job.id)
    name, _, panel = job.what.partition(".")
    if name == "retell":
        start(desk.retell, int(panel), writer="offline")
    else:
        start(desk.judge, writer="offline")
