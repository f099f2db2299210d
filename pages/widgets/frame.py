"""What stands around every page: the session's beginning, the open comic, the sidebar, errors as sentences.

Each page draws its own frame, so that a page is whole even when it is run by itself.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import streamlit as st

from pages.widgets import errors, sidebar, state

_STYLE = Path(__file__).parents[2] / "static" / "necut.css"


def show(page: Callable[[], None]) -> None:
    """Draw a page in its frame."""
    state.begin()
    state.restore_comic()
    st.html(_STYLE)
    sidebar.show()
    with errors.told():
        errors.tell_notice()
        page()
