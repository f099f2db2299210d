"""The beat desk: four panels 기·승·전·결, each with its job, its picture in two languages, its lines, and other ways
to tell it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from pages.widgets import aside, drawers, errors, fields, frames, jobs, state, versions
from pipeline.lexicon.ideas import TONES

if TYPE_CHECKING:
    from pipeline.comic import Comic, Panel, Script

_UNKNOWN = "necut.unknown."
_NARROW = "content"


def show(comic: Comic, across: int) -> None:
    """The four panels, and below each row of them the other ways to tell them."""
    index = 0
    for row in frames.rows(across):
        panels = range(index, index + len(row))
        for panel, place in zip(panels, row, strict=True):
            with place:
                cell(comic, panel)
        for panel in panels:
            versions.show(comic, panel, side_by_side=across > 1)
        index += len(row)


def cell(comic: Comic, index: int) -> None:
    """One panel of the script."""
    panel = comic.script.panels[index]
    _heading(comic, index)
    _picture(comic, index, panel)
    for number in range(len(panel.lines)):
        _line(comic, index, number)
    with st.container(horizontal=True, gap="small", vertical_alignment="center"):
        _new_line(comic, index)
        _retell(comic, index)
        if panel.beat == "turn":
            versions.judge_button()
    if panel.beat == "turn":
        versions.verdict(comic)


def undo_button(comic: Comic) -> None:
    """Take back the last change of lines, also one that was made on the Comic page."""
    from pipeline.flow import edits

    if comic.page_history:
        st.button(
            state.text("desk.undo"),
            key="undo_lines",
            type="tertiary",
            icon=":material/undo:",
            on_click=errors.callback(state.change),
            args=(edits.undo_page,),
        )


def _heading(comic: Comic, index: int) -> None:
    from pipeline.comic import PANELS

    busy = jobs.current() is not None  # what is being drawn belongs to the panels as they stand
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.markdown(f"**{frames.beat(comic, index)}**", width="stretch")
        for name, to, icon in (("earlier", index - 1, "arrow_back"), ("later", index + 1, "arrow_forward")):
            st.button(
                "",
                key=f"move_{name}_{index}",
                icon=f":material/{icon}:",
                type="tertiary",
                help=state.text(f"desk.move_{name}"),
                disabled=busy or not 0 <= to < PANELS,
                on_click=errors.callback(_move),
                args=(index, to, comic.script),
            )
    st.caption(state.text(f"desk.{comic.script.panels[index].beat}_job"))


def _move(index: int, to: int, script: Script) -> None:
    from pipeline.flow import beats

    state.change(lambda comic: beats.moved(comic, index, to), script)


# The picture in the user's words and in the artist's -----------------------------------------------


def _picture(comic: Comic, index: int, panel: Panel) -> None:
    fields.area(
        state.text("story.picture"),
        f"script_picture_{index}",
        panel.description or panel.scene,
        lambda text: _commit_description(index, text),
        stamp=comic.id,
        now=lambda newest: newest.script.panels[index].description or newest.script.panels[index].scene,
    )
    fields.area(
        state.text("desk.scene"),
        f"script_scene_{index}",
        panel.scene,
        lambda text: _commit_scene(index, text),
        stamp=comic.id,
        now=lambda newest: newest.script.panels[index].scene,
    )
    aside.watch(f"word.{index}", state.text("desk.wording"))
    if unknown := _not_understood(comic, index):
        st.caption(f":orange[{state.text('desk.not_understood', words=state.plain(unknown))}]")


def _commit_description(index: int, text: str) -> None:
    """The lexicon's words at once; the language model's when it writes this comic."""
    from pipeline.flow import desk, edits

    state.change(lambda comic: edits.with_description(comic, index, text))
    comic = state.comic()
    job = aside.start(desk.word, index) if comic.writer == "chatgpt" else ""
    unknown = ", ".join(edits.not_understood(comic, text))
    st.session_state[_noted(comic, index)] = (unknown, job)


def _commit_scene(index: int, text: str) -> None:
    from pipeline.flow import beats

    state.change(lambda comic: beats.with_scene(comic, index, text))


def _not_understood(comic: Comic, index: int) -> str:
    """The words of a description just typed that nobody could put into the picture."""
    unknown, job_id = st.session_state.get(_noted(comic, index), ("", ""))
    job = aside.snapshot(job_id) if job_id else None
    if job is not None and not job.over:
        return ""
    return job.progress.text if job is not None and job.state == "done" else unknown


def _noted(comic: Comic, index: int) -> str:
    """Where this session keeps what was not understood of a description, wherever its panel moves."""
    return f"{_UNKNOWN}{comic.id}.{comic.script.panels[index].description}"


# Lines ---------------------------------------------------------------------------------------------


def _line(comic: Comic, index: int, number: int) -> None:
    from pages.widgets import story

    row = f"row_of_line_{index}_{number}"
    with st.container(horizontal=True, gap="small", vertical_alignment="bottom", key=row):
        story.line_field(comic, index, number, f"script_line_{index}_{number}")
        letters_left(comic, index, number)
        st.button(
            "",
            key=f"remove_line_{index}_{number}",
            icon=":material/close:",
            type="tertiary",
            help=state.text("desk.remove_line"),
            on_click=errors.callback(_remove_line),
            args=(index, number, comic.script),
        )


def letters_left(comic: Comic, index: int, number: int) -> None:
    """How many letters a balloon may still take; in a warning colour, by how many it is too long."""
    from pipeline.flow import budget

    panel = comic.script.panels[index]
    left = budget.letters_left(panel, number, comic.lettering.language, comic.script.language)
    told = state.text("desk.letters_over" if left < 0 else "desk.letters_left", count=abs(left))
    st.caption(f":orange[:material/warning: {told}]" if left < 0 else told, width=_NARROW)


def _remove_line(index: int, number: int, script: Script) -> None:
    from pipeline.flow import beats

    state.change(lambda comic: beats.without_line(comic, index, number), script)


def _new_line(comic: Comic, index: int) -> None:
    """A line more: what is said, by whom, as what."""
    from pipeline.comic import LINE_KINDS

    who, kind, text = (f"new_line_{part}_{index}" for part in ("who", "kind", "text"))
    names = [character.name for character in comic.script.characters]
    with st.popover(state.text("desk.add_line"), icon=":material/add:", type="tertiary"):
        with st.form(f"new_line_{index}", border=False, clear_on_submit=True):
            st.text_input(state.text("desk.new_line"), key=text, max_chars=300)
            st.selectbox(state.text("desk.who"), names, key=who)
            st.selectbox(state.text("desk.as"), LINE_KINDS, key=kind, format_func=state.labels("kind"))
            st.form_submit_button(
                state.text("desk.add"), key=f"add_line_{index}", on_click=errors.callback(_add_line), args=(index,)
            )


def _add_line(index: int) -> None:
    from pipeline.flow import beats

    who, kind, text = (st.session_state.get(f"new_line_{part}_{index}") for part in ("who", "kind", "text"))
    state.change(lambda comic: beats.with_new_line(comic, index, text or "", kind or "speech", who))


# Other ways to tell it -----------------------------------------------------------------------------


def _retell(comic: Comic, index: int) -> None:
    tone, note = f"retell_tone_{index}", f"retell_note_{index}"
    label = state.text("desk.retell")
    with drawers.drawer(f"retelling_{index}", label, ":material/autorenew:", type="tertiary") as is_open:
        if not is_open:
            return
        fields.stored(tone, comic.idea.tone, comic.id)
        st.select_slider(state.text("story.tone"), TONES_IN_ORDER, key=tone, format_func=state.labels("tone"))
        st.text_input(
            state.text("desk.note"),
            key=note,
            max_chars=200,
            placeholder=state.text("desk.note_placeholder"),
            help=state.text("desk.note_offline") if comic.writer == "offline" else None,
        )
        st.button(
            state.text("desk.retell_go"),
            key=f"retell_{index}",
            icon=":material/filter_3:",
            disabled=aside.alive(f"retell.{index}"),
            on_click=errors.callback(versions.ask),
            args=(index,),
        )


TONES_IN_ORDER = ("deadpan", "warm", "playful", "dramatic")
"""From the quietest voice to the loudest."""
assert set(TONES_IN_ORDER) == set(TONES)
