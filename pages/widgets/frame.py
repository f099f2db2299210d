"""What stands around every page: the session's beginning, the open comic, the sidebar, errors as sentences.

Each page draws its own frame, so that a page is whole even when it is run by itself.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable
from pathlib import Path

import streamlit as st

from pages.widgets import delivery, elsewhere, errors, jobs, resources, sidebar, state

_FRONT_DOOR = "necut.front_door"
_STYLE = Path(__file__).parents[2] / "static" / "necut.css"


def show(page: Callable[[], None]) -> None:
    """Draw a page in its frame."""
    _enter_by_the_front_door()
    delivery.begin()
    state.begin()
    state.enter(Path(inspect.getfile(page)).stem)
    state.restore_comic()
    st.html(_STYLE)
    at_work = _at_work()
    sidebar.show()
    with errors.told():
        jobs.settle()
        with st.container(key="notice_place"):
            errors.tell_notice()
        elsewhere.tell()
        page()
    if at_work - _at_work():
        delivery.rerun()  # a job ended while the page was drawn: part of it shows the comic as it was before
    delivery.end()


def _at_work() -> set[str]:
    """The jobs of the open comic that are not over."""
    if state.comic_id() is None:
        return set()
    return {job.id for job in resources.queue().jobs(comic_id=state.comic_id()) if not job.over}


def _enter_by_the_front_door() -> None:
    """Run the page within the app's own navigation.

    A server that has only just started takes the folder `pages/` for Streamlit's older kind of app until
    `st.navigation` has run once: a deep link would then show a bare page with another menu.
    """
    from streamlit.runtime.pages_manager import PagesManager

    if PagesManager.uses_pages_directory and not st.session_state.get(_FRONT_DOOR):
        st.session_state[_FRONT_DOOR] = True
        PagesManager.uses_pages_directory = False
        st.rerun()
