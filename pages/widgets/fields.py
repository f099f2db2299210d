"""Text fields that show what stands in the store and hand back what is typed.

A field keeps its key whatever the open comic; it is filled anew when another comic, an earlier
output or another tab has changed what is stored.
"""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from pages.widgets import errors


def stored(key: str, value: str | float | None, stamp: str = "") -> None:
    """Put `value` into the field `key` unless it was filled from this very value before. Call before drawing."""
    filled = f"necut.filled.{key}"
    if key not in st.session_state or st.session_state.get(filled) != (stamp, value):
        st.session_state[key] = value
        st.session_state[filled] = (stamp, value)


def line(
    label: str, key: str, value: str, commit: Callable[[str], None], *, stamp: str = "", longest: int = 300
) -> None:
    """One line of text; `commit` receives what was typed."""
    stored(key, value, stamp)
    st.text_input(label, key=key, max_chars=longest, on_change=_committing(key, commit))


def area(
    label: str,
    key: str,
    value: str,
    commit: Callable[[str], None],
    *,
    stamp: str = "",
    height: int = 90,
    longest: int = 600,
) -> None:
    """Several lines of text; `commit` receives what was typed."""
    stored(key, value, stamp)
    st.text_area(label, key=key, height=height, max_chars=longest, on_change=_committing(key, commit))


def _committing(key: str, commit: Callable[[str], None]) -> Callable[[], None]:
    return errors.callback(lambda: commit(st.session_state[key]))
