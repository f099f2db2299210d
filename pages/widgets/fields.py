"""Text fields that show what stands in the store and hand back what is typed.

A field keeps its key whatever the open comic; it is filled anew when another comic, an earlier
output or another tab has changed what is stored. What is typed over a text that has changed elsewhere in the
meantime is not written: it stands below the field, to be taken or put away.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import streamlit as st

from pages.widgets import delivery, errors, state

if TYPE_CHECKING:
    from pipeline.comic import Comic

    Now = Callable[[Comic], str]

_FILLED, _UNWRITTEN = "necut.filled.", "necut.unwritten."
_HERE = Path(__file__).parent
_ROW_END = re.compile(r"\s*\n\s*")
_UNKNOWN = object()


class _Filled(NamedTuple):
    """With what a field was filled, where, in which run; and what the browser may still hold instead."""

    value: Any
    place: tuple[str, str]
    run: int
    before: tuple[Any, ...]


def stored(key: str, value: Any, stamp: str = "") -> None:
    """Put `value` into the field `key` unless it was filled from this very value before. Call before drawing.

    A field of the same key on another page is filled anew: the browser draws it afresh, and knows only what it is told.
    So is one whose filling has not reached the browser: another run has interrupted the one that sent it.
    """
    filled, place = st.session_state.get(_FILLED + key), (stamp, state.page())
    here = filled is not None and filled.place == place and key in st.session_state
    arrived = here and filled.run <= delivery.received()
    if arrived and filled.value == value:
        return
    shown = st.session_state.get(key, value)
    if arrived and shown == value:  # the hand has put it there: letters typed since then must stay
        st.session_state[_FILLED + key] = filled._replace(value=value)
        return
    before = () if arrived or filled is None else (*filled.before, filled.value)
    st.session_state[_FILLED + key] = _Filled(value, place, delivery.number(), (*before, shown))
    st.session_state[key] = value


def put(key: str, value: Any) -> None:
    """Put `value` into a field that belongs to the session and to no comic, before it is drawn again.

    Such a field hears with `changed` or `heard`, and is read by `said` in callbacks.
    """
    filled, shown = st.session_state.get(_FILLED + key), st.session_state.get(key)
    st.session_state[key] = value
    if shown == value:
        return
    before = () if filled is None or filled.run <= delivery.received() else (*filled.before, filled.value)
    st.session_state[_FILLED + key] = _Filled(value, ("", state.page()), delivery.next_to_come(), (*before, shown))


def said(key: str) -> Any:
    """What the hand has last said in a field, or the server has since then: never an echo. None without the field."""
    return st.session_state[_FILLED + key].value if _is_echo(key) else st.session_state.get(key)


def changed(key: str, then: Callable[..., None]) -> Callable[..., None]:
    """A widget callback for a field that `stored` fills: what the browser sends because the newest filling has not
    reached it is nobody's change."""

    @functools.wraps(then)
    def told(*args, **kwargs) -> None:
        if _is_echo(key):
            st.session_state[key] = st.session_state[_FILLED + key].value
            return
        _forget(key)
        then(*args, **kwargs)

    return errors.callback(told)


def heard(key: str) -> Callable[..., None]:
    """A widget callback for a field that `put` fills and that is read when it is needed: echoes are taken back."""
    return changed(key, lambda: None)


def _is_echo(key: str) -> bool:
    """Whether the field says what it was filled with, or what stood in it before a filling that is still on its way."""
    filled, shown = st.session_state.get(_FILLED + key), st.session_state.get(key)
    if filled is None:
        return False
    return shown == filled.value or (filled.run > delivery.received() and shown in filled.before)


def _forget(key: str) -> None:
    """The hand has been here: compare the field with the store before it is drawn. What was refused is then seen to be.

    Should the next message come before that, nothing in it is an echo.
    """
    if (filled := st.session_state.get(_FILLED + key)) is not None:
        st.session_state[_FILLED + key] = filled._replace(value=_UNKNOWN, before=())


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
        _forget(key)


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
    """Hand back what was typed, unless it is an echo, or was typed over something else than stands there now."""
    if _is_echo(key):
        return
    typed, filled = st.session_state[key], st.session_state.get(_FILLED + key)
    _forget(key)
    known = filled is not None and filled.value is not _UNKNOWN
    if now is None or not known or _as_it_was(now, filled.value, typed):
        commit(typed)
        st.session_state.pop(_UNWRITTEN + key, None)
    else:
        st.session_state[_UNWRITTEN + key] = (filled.place[0], typed)


def _as_it_was(now: Now, shown: str, typed: str) -> bool:
    """Whether the text is still the one that was shown (or what was typed already). Its place may be gone: then what
    was typed is told at the top of the page, for there is no field to tell it below."""
    try:
        here = now(state.comic())
    except (AttributeError, IndexError):
        state.notify("tabs.place_gone", text=typed)
        return False
    return here in (shown, typed)
