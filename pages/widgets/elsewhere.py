"""The open comic may be changed elsewhere, in another tab or by the command line: the page that shows it says so."""

from __future__ import annotations

import streamlit as st

from pages.widgets import resources, state

_JOBS = "necut.seen_jobs"


def tell() -> None:
    """Say that the comic has changed since this session last looked, unless it or a job that it watches has done it."""
    comic = state.comic()
    if comic is None:
        return
    changed, at_work = state.has_changed_elsewhere(comic), _at_work(comic.id)
    if changed and not at_work:
        st.toast(state.text("tabs.changed"), icon=":material/tab:")


def _at_work(comic_id: str) -> bool:
    """Whether a job that this session has begun or seen alive is at work, or has ended since it last looked."""
    before: dict[str, bool] = st.session_state.get(_JOBS, {})
    jobs = resources.queue().jobs(comic_id=comic_id)
    now = {job.id: job.over for job in jobs if not job.over or job.owner == state.owner() or job.id in before}
    st.session_state[_JOBS] = now
    return now != before or not all(now.values())
