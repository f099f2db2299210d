"""Cells as the pages show them: state, who made it, time taken, what changed; "Run what is stale"; Next."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from pages.widgets import errors, frames, jobs, price, state
from pipeline.words import has, label

if TYPE_CHECKING:
    from pipeline.cells import Cell
    from pipeline.comic import Comic, Made

_NOTICEABLE = 0.05  # seconds; what took less took no time
_COLOURS = {"empty": "gray", "running": "blue", "fresh": "green", "stale": "orange"}
_ICONS = {
    "empty": ":material/radio_button_unchecked:",
    "running": ":material/hourglass_top:",
    "fresh": ":material/check:",
    "stale": ":material/update:",
}


def cell_of(comic: Comic, name: str, panel: int | None = None) -> Cell:
    """A cell's state; "running" while a live job of this comic is at that stage."""
    from dataclasses import replace

    from pipeline import cells

    cell = cells.cell(comic, name, panel)
    job = jobs.current()
    at_work = job is not None and job.stage == name and (panel is None or panel in job.progress.panels)
    return replace(cell, state="running") if at_work else cell


def header(cell: Cell) -> None:
    """One quiet line: the state, what changed, who made it and how long it took."""
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.badge(state.text(f"cells.{cell.state}"), icon=_ICONS[cell.state], color=_COLOURS[cell.state])
        if cell.kept:
            st.badge(state.text("cells.kept"), icon=":material/lock:", color="gray")
        if note := _note(cell):
            st.caption(note)


def _note(cell: Cell) -> str:
    parts = []
    if cell.changed:
        parts.append(state.text("cells.changed", what=", ".join(map(_input, cell.changed))))
    if cell.made:
        by = _member(cell.made.by)
        quick = cell.made.seconds < _NOTICEABLE
        parts.append(by if quick else state.text("cells.made", by=by, seconds=f"{cell.made.seconds:.1f}"))
        parts.append(bill(cell.made))
    return " · ".join(part for part in parts if part)


def bill(made: Made) -> str:
    """The model that worked, its tokens, and what they cost where Connect has prices; "" where nothing was metered."""
    parts = [state.plain(made.model)] if made.model else []
    if tokens := made.tokens_sent + made.tokens_received:
        parts.append(state.text("desk.tokens", count=f"{tokens:,}"))
    if made.cost:
        parts.append(state.text("desk.cost", cost=f"{made.cost:.4f}".rstrip("0")))
    return " · ".join(parts)


def _input(name: str) -> str:
    key = f"inputs.{name}"
    return state.text(key) if has(key, state.language()) else name


def _member(name: str) -> str:
    for family in ("writers", "prompters", "artists"):
        if has(f"{family}.{name}", state.language()):
            return label(family, name, state.language())
    return name


def footer(comic: Comic | None, following: str, ready: bool) -> None:
    """How every page of the flow ends: "Run what is stale" on the left, Next on the right."""
    alone = "right" if comic is None else "distribute"
    with st.container(horizontal=True, horizontal_alignment=alone, key="footer"):
        if comic is not None:
            run_stale_button(comic)
        next_button(following, ready)


def run_stale_button(comic: Comic) -> None:
    """ "Run what is stale", live when there is something to run."""
    from pipeline import cells

    due = [cell for cell in cells.to_run(comic) if cell.name != "page"]
    kept = [cell for cell in cells.cells(comic) if cell.kept and cell.state == "stale"]
    st.button(
        state.text("cells.run_stale", count=len(due)) if due else state.text("cells.all_fresh"),
        key="run_stale",
        icon=":material/refresh:",
        disabled=not due or jobs.current() is not None,
        on_click=errors.callback(jobs.run_stale),
    )
    price.note(comic, sum(cell.name == "picture" for cell in due))
    if kept:
        st.caption(state.text("cells.passed_by", count=len(kept)), width="content")


def next_button(page: str, ready: bool) -> None:
    """The page's one primary button: on to the next page, live as soon as there is something to pass on."""
    pressed = st.button(
        state.text("cells.next", page=label("pages", page.partition("_")[2].lower(), state.language())),
        key="next",
        type="primary",
        icon=":material/arrow_forward:",
        icon_position="right",
        disabled=not ready,
    )
    if pressed:
        st.switch_page(f"pages/{page}.py", query_params={"comic": state.comic_id()})


def invite(sentence: str) -> None:
    """An empty page invites: one sentence and the way to the Story page."""
    with st.container(border=True, key="invite", horizontal_alignment="center"):
        st.image(frames.NOTHING_YET, width=320)
        st.markdown(state.text(sentence))
        if st.button(state.text("cells.to_story"), key="to_story", type="primary", icon=":material/edit_note:"):
            st.switch_page("pages/1_Story.py", query_params={"comic": state.comic_id()} if state.comic_id() else None)
