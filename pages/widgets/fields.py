"""Text fields that show what stands in the store and hand back what is typed.

A field keeps its key whatever the open comic; it is filled anew when another comic, an earlier
output or another tab has changed what is stored. What is typed over a text that has changed elsewhere in the
meantime is not written: it stands below the field, to be taken or put away.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import streamlit as st

from pages.widgets import errors, state

if TYPE_CHECKING:
    from pipeline.comic import Comic

    Now = Callable[[Comic], str]

_FILLED, _BEFORE, _UNWRITTEN = "necut.filled.", "necut.before.", "necut.unwritten."
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
    label: str,
    key: str,
    value: str,
    commit: Callable[[str], None],
    *,
    stamp: str = "",
    longest: int = 300,
    now: Now | None = None,
) -> None:
    """One line of text in a field that grows, so that all of it is seen; `commit` receives what was typed, in one row.

    `now` reads of the newest comic what the field stands for. A page with such fields calls `enter_commits`.
    """
    area(
        label,
        key,
        value,
        lambda typed: commit(_ROW_END.sub(" ", typed.strip())),
        stamp=stamp,
        longest=longest,
        now=now,
    )


def area(
    label: str,
    key: str,
    value: str,
    commit: Callable[[str], None],
    *,
    stamp: str = "",
    longest: int = 600,
    now: Now | None = None,
) -> None:
    """Several lines of text; `commit` receives what was typed. `now` reads of the newest comic what is edited here."""
    stored(key, value, stamp)
    with st.container(gap="xsmall"):
        st.text_area(label, key=key, height="content", on_change=_committing(key, commit, longest, now))
        _unwritten(key, commit, stamp)


def _unwritten(key: str, commit: Callable[[str], None], stamp: str) -> None:
    """What was typed over a text that had changed elsewhere, to be taken all the same or put away."""
    kept = st.session_state.get(_UNWRITTEN + key)
    if kept is None or kept[0] != stamp:
        return
    st.caption(f":orange[:material/tab:] {state.text('tabs.changed_here')}  \n“{state.plain(kept[1])}”")
    with st.container(horizontal=True, gap="small"):
        for name, finish in (("take_mine", commit), ("put_away", None)):
            st.button(
                state.text(f"tabs.{name}"),
                key=f"{name}_{key}",
                type="tertiary",
                on_click=errors.callback(_decided),
                args=(key, finish, kept[1]),
            )


def _decided(key: str, commit: Callable[[str], None] | None, typed: str) -> None:
    del st.session_state[_UNWRITTEN + key]
    if commit is not None:
        commit(typed)
        st.session_state.pop(_FILLED + key, None)


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


def _committing(key: str, commit: Callable[[str], None], longest: int, now: Now | None = None) -> Callable[[], None]:
    return errors.callback(lambda: _commit(key, lambda typed: commit(cut(typed, longest)), now))


def _commit(key: str, commit: Callable[[str], None], now: Now | None) -> None:
    """Hand back what was typed, and fill the field anew from the store: what was refused is seen to be.

    A browser that was busy while a job refilled the field may send what stood in it before, as if it had
    been typed. Such an echo is not committed; nor is what was typed over something else than stands there now.
    """
    typed = st.session_state[key]
    filled = st.session_state.get(_FILLED + key)
    echo = _BEFORE + key in st.session_state and st.session_state.pop(_BEFORE + key) == typed
    if echo and filled is not None:
        st.session_state[key] = filled[1]
        return
    if now is None or filled is None or _as_it_was(now, filled[1], typed):
        commit(typed)
        st.session_state.pop(_UNWRITTEN + key, None)
    else:
        st.session_state[_UNWRITTEN + key] = (filled[0], typed)
    st.session_state.pop(_FILLED + key, None)


def _as_it_was(now: Now, shown: str, typed: str) -> bool:
    """Whether the text is still the one that was shown (or what was typed already). Its place may be gone: then what
    was typed is told at the top of the page, for there is no field to tell it below."""
    try:
        here = now(state.comic())
    except (AttributeError, IndexError):
        state.notify("tabs.place_gone", text=typed)
        return False
    return here in (shown, typed)
