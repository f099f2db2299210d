"""The Prompt page's parts: who prompts, and a cell for each panel's prompt with its words, candidates and history."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from pages.widgets import (
    borrowing,
    candidates,
    errors,
    fields,
    frames,
    gpt2,
    history,
    jobs,
    members,
    notebook,
    state,
    wildlists,
    xray,
)
from pipeline import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pipeline.comic import Comic
    from pipeline.flow.hints import Hint
    from pipeline.xray import XRay

_LONGEST = 5000  # letters of a prompt


def prompter_row(comic: Comic) -> None:
    """Who prompts, and the button that has all four prompts made anew."""
    chooser, button = st.columns([2, 1], vertical_alignment="bottom")
    with chooser:
        members.choose(comic, "prompters", "prompter")
    with button:
        if comic.prompter == "gpt2":
            gpt2.settings_box()
        st.button(
            state.text("prompt.prompt_all"),
            key="prompt_all",
            icon=":material/palette:",
            type="secondary",
            width="stretch",
            disabled=jobs.current() is not None,
            on_click=errors.callback(_prompt_all),
        )
    with st.container(key="kept_by_hand"):  # always there: what stands below must not change its place, and be reset
        if kept := _by_hand(comic):
            everything = len(kept) == len(comic.slots)
            st.caption(state.text("prompt.all_by_hand" if everything else "prompt.keeps_by_hand", count=len(kept)))


def _by_hand(comic: Comic) -> tuple[int, ...]:
    """The panels (from 0) whose prompts a hand has edited."""
    return tuple(panel for panel, slot in enumerate(comic.slots) if slot.prompt and slot.prompt.made.edited)


def _prompt_all() -> None:
    """All prompts anew but those that a hand has edited; where a hand has edited all, those are what is meant."""
    comic = state.comic()
    panels, kept = range(len(comic.slots)), _by_hand(comic)
    prompt(tuple(panel for panel in panels if panel not in kept) or tuple(panels))


def prompt(panels: tuple[int, ...]) -> None:
    """Have some panels' prompts made (counted from 0), whatever a hand has edited there."""
    from pipeline import flow

    jobs.start(
        lambda queue, comic_id, owner: flow.submit(
            queue, comic_id, "prompt", [flow.prompt_stage(comic_id, panels)], owner
        )
    )


def legend(comic: Comic) -> None:
    """What colours and icons mean; then what serves all four panels: lists, words of a picture, hints."""
    from pipeline.flow.hints import preset_hints

    xray.legend()
    with st.container(horizontal=True, gap="small", key="prompt_shelf"):
        wildlists.box()
        borrowing.box(comic)
        _hints(preset_hints(comic), "preset")
    xray.weigh_by_keys()


def cell(comic: Comic, panel: int) -> None:
    """One panel's prompt: its words taken apart, the text to edit, candidates, hints, earlier ones."""
    from pipeline.flow.hints import hints
    from pipeline.xray import look

    st.markdown(f"**{frames.beat(comic, panel)}**")
    notebook.header(notebook.cell_of(comic, "prompt", panel))
    seen = look(comic, panel)
    if seen is None:
        st.caption(state.text("prompt.none_yet"))
        _run_button(panel)
        return
    xray.chips(comic, panel, seen)
    fields.area(
        state.text("prompt.text"),
        f"prompt_{panel}",
        comic.slots[panel].prompt.prompt.text,
        lambda text: _commit(panel, text),
        stamp=comic.id,
        longest=_LONGEST,
        now=lambda newest: newest.slots[panel].prompt.prompt.text,
    )
    _notes(seen)
    with st.container(horizontal=True, gap="small", key=f"prompt_tools_{panel}"):
        candidates.box(comic, panel)
        _hints(hints(comic, panel), str(panel))
        history.box(comic, panel)
        _run_button(panel)


def _notes(seen: XRay) -> None:
    """What the seed drew, and what the grammar could not obey."""
    if seen.choices:
        drawn = ", ".join(state.plain(f"{choice.written} → {choice.drawn}") for choice in seen.choices)
        key = "wildcards.drawn_later" if seen.seed is None else "wildcards.drawn"
        st.caption(f":material/casino: {state.text(key, choices=drawn)}")
    for notice in seen.notices:
        told = words.say(notice.key, state.language(), **notice.values)
        st.caption(f":orange[:material/warning:] {state.plain(told)}")


def _hints(found: Sequence[Hint], place: str) -> None:
    """What a friend would say, each with the click that follows it."""
    if not found:
        return
    label = state.text("prompt.hints", count=len(found))
    with st.popover(label, icon=":material/lightbulb:", type="tertiary", key=f"hints_{place}"):
        for hint in found:
            st.markdown(state.plain(state.text(f"hints.{hint.id}", **hint.values)))
            st.button(
                state.text(f"hints.{hint.id}_do", **hint.values),
                key=f"hint_{place}_{hint.id}",
                icon=":material/check:",
                on_click=errors.callback(state.change),
                args=(hint.apply,),
            )


def _commit(panel: int, text: str) -> None:
    from pipeline.flow import edits

    state.change(lambda comic: edits.with_prompt_text(comic, panel, text))


def _run_button(panel: int) -> None:
    st.button(
        state.text("prompt.run"),
        key=f"prompt_run_{panel}",
        icon=":material/play_arrow:",
        type="tertiary",
        disabled=jobs.current() is not None,
        on_click=errors.callback(prompt),
        args=((panel,),),
    )
