"""Text fields that show what stands in the store and hand back what is typed.

A field keeps its key whatever the open comic; it is filled anew when another comic, an earlier
output or another tab has changed what is stored.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import streamlit as st

from pages.widgets import errors, state

_FILLED, _BEFORE = "necut.filled.", "necut.before."
_HERE = Path(__file__).parent
_ROW_END = re.compile(r"\s*\n\s*")


def stored(key: str, value: str | float | None, stamp: str = "") -> None:
    """Put `value` into the field `key` unless it was filled from this very value before. Call before drawing.

    A field of the same key on another page is filled anew: the browser draws it afresh, and knows only what it is told.
    """
    filled, source = _FILLED + key, (stamp, value, state.page())
    if key not in st.session_state or st.session_state.get(filled) != source:
        if key in st.session_state:
            st.session_state[_BEFORE + key] = st.session_state[key]
        st.session_state[key] = value
        st.session_state[filled] = source


def line(
    label: str, key: str, value: str, commit: Callable[[str], None], *, stamp: str = "", longest: int = 300
) -> None:
    """One line of text in a field that grows, so that all of it is seen; `commit` receives what was typed, in one row.

    A page with such fields calls `enter_commits`.
    """
    stored(key, value, stamp)
    in_one_row = _committing(key, lambda typed: commit(_ROW_END.sub(" ", typed.strip())), longest)
    st.text_area(label, key=key, height="content", on_change=in_one_row)


def area(
    label: str,
    key: str,
    value: str,
    commit: Callable[[str], None],
    *,
    stamp: str = "",
    longest: int = 600,
) -> None:
    """Several lines of text; `commit` receives what was typed."""
    stored(key, value, stamp)
    st.text_area(label, key=key, height="content", on_change=_committing(key, commit, longest))


@st.cache_resource(show_spinner=False)
def _enter():
    return st.components.v2.component("necut_enter", js=(_HERE / "enter.js").read_text(encoding="utf-8"))


def enter_commits() -> None:
    """Enter hands a line in. Once a page, below everything: it takes no room of its own."""
    _enter()(key="enter_commits")


def cut(text: str, longest: int) -> str:
    """The text, or as much of it as may be kept, ending with a whole word; that something was left out is told.

    (A field with `max_chars` takes nothing at all of a longer text that is pasted, and says nothing.)
    """
    if len(text) <= longest:
        return text
    state.notify("frame.cut", most=longest)
    return text[: longest + 1].rpartition(" ")[0].rstrip() or text[:longest]


def _committing(key: str, commit: Callable[[str], None], longest: int) -> Callable[[], None]:
    return errors.callback(lambda: _commit(key, lambda typed: commit(cut(typed, longest))))


def _commit(key: str, commit: Callable[[str], None]) -> None:
    """Hand back what was typed, and fill the field anew from the store: what was refused is seen to be.

    A browser that was busy while a job refilled the field may send what stood in it before, as if it had
    been typed. Such an echo is not committed.
    """
    typed = st.session_state[key]
    filled = st.session_state.get(_FILLED + key)
    echo = _BEFORE + key in st.session_state and st.session_state.pop(_BEFORE + key) == typed
    if echo and filled is not None:
        st.session_state[key] = filled[1]
        return
    commit(typed)
    st.session_state.pop(_FILLED + key, None)
