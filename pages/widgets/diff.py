"""Two texts and where they differ: of a proposed change, to be accepted or left (what goes is struck out, what comes is
coloured); and of two values side by side, each with the words that the other has not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

import streamlit as st

from pages.widgets import errors, state

if TYPE_CHECKING:
    from pipeline.comic import Change, Comic, Exchange, Line, Script

_WORDS_AND_BETWEEN = re.compile(r"\s+|[\w.]+|[^\w\s]")
_STATES = {"accepted": ("green", "check"), "rejected": ("gray", "close")}


def proposal(comic: Comic, exchange: Exchange, number: int) -> None:
    """One proposed change: its difference to the script of now while it is open, and what became of it later."""
    change = exchange.changes[number]
    with st.container(border=True, gap="small", key=f"change_{exchange.id}_{number}"):
        st.markdown(f"**{_heading(change)}**")
        if change.cast:
            names = ", ".join(f"{each.name} ({', '.join(each.look)})" for each in change.cast)
            st.caption(state.text("desk.change_cast", names=state.plain(names)))
        for before, after in _pairs(change, comic.script):
            if change.state == "open":
                st.markdown(difference(before, after))
            else:
                st.caption(state.plain(after))
        _decision(exchange, number, change)


def _heading(change: Change) -> str:
    return state.text(f"desk.change_{change.what}", panel=change.panel + 1)


def _decision(exchange: Exchange, number: int, change: Change) -> None:
    if change.state != "open":
        colour, icon = _STATES[change.state]
        st.badge(state.text(f"desk.{change.state}"), color=colour, icon=f":material/{icon}:")
        return
    with st.container(horizontal=True, gap="small"):
        for name, icon in (("accept", "check"), ("reject", "close")):
            st.button(
                state.text(f"desk.{name}"),
                key=f"{name}_{exchange.id}_{number}",
                icon=f":material/{icon}:",
                type="secondary" if name == "accept" else "tertiary",
                on_click=errors.callback(_decide),
                args=(exchange.id, number, name == "accept"),
            )


def _decide(exchange_id: str, number: int, accept: bool) -> None:
    from pipeline.flow import beats

    state.change(lambda comic: beats.decide(comic, exchange_id, number, accept))


def _pairs(change: Change, script: Script) -> Iterator[tuple[str, str]]:
    """Before and after, row by row."""
    if change.what == "title":
        yield script.title, change.title
        return
    panel = script.panels[change.panel]
    if change.what == "picture":
        yield panel.description, change.description
        yield panel.scene, change.scene
        return
    before, after = list(map(_said, panel.lines)), list(map(_said, change.lines))
    for row in range(max(len(before), len(after))):
        yield (before[row] if row < len(before) else ""), (after[row] if row < len(after) else "")


def _said(line: Line) -> str:
    return f"{line.speaker}: {line.text}" if line.speaker else line.text


def difference(before: str, after: str) -> str:
    """Two texts as one in Markdown, word by word; what goes is struck out, what comes is green."""
    old, new = before.split(), after.split()
    told = []
    for what, old_from, old_to, new_from, new_to in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        gone, come = " ".join(old[old_from:old_to]), " ".join(new[new_from:new_to])
        if what == "equal":
            told.append(state.plain(gone))
            continue
        if gone:
            told.append(f":gray[~~{state.plain(gone)}~~]")
        if come:
            told.append(f":green[**{state.plain(come)}**]")
    return " ".join(told)


def apart(one: str, other: str) -> tuple[str, str]:
    """Two texts in Markdown, each with the words marked that the other has not; where each is one word, as they are.

    Spaces, commas and brackets are compared by themselves, so that a comma moved marks no word.
    """
    here, there = (_WORDS_AND_BETWEEN.findall(text) for text in (one, other))
    if not (here and there) or len(here) == len(there) == 1:
        return state.plain(one), state.plain(other)
    marked: tuple[list[str], list[str]] = ([], [])
    for what, from_here, to_here, from_there, to_there in SequenceMatcher(None, here, there, False).get_opcodes():
        for side, part in zip(marked, (here[from_here:to_here], there[from_there:to_there]), strict=True):
            side.append(_marked("".join(part)) if what != "equal" else state.plain("".join(part)))
    return "".join(marked[0]), "".join(marked[1])


def _marked(text: str) -> str:
    """Some words marked; the spaces around them stay outside, where Markdown wants them."""
    words = text.strip()
    before, _, after = text.partition(words) if words else (text, "", "")
    return f"{before}:orange-background[**{state.plain(words)}**]{after}" if words else before
