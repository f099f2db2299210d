"""The Prompt page's parts: who prompts, and a cell for each panel's prompt with its candidates."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from pages.widgets import errors, fields, frames, jobs, members, notebook, state

if TYPE_CHECKING:
    from pipeline.comic import Comic, PanelPrompt, Piece

_COLOURS = {
    "character": "violet",
    "scene": "blue",
    "shot": "grey",
    "mood": "green",
    "style": "yellow",
    "gpt2": "orange",
    "user": "primary",
}


def prompter_row(comic: Comic) -> None:
    """Who prompts, and the button that has all four prompts made anew."""
    chooser, button = st.columns([2, 1], vertical_alignment="bottom")
    with chooser:
        members.choose(comic, "prompters", "prompter")
    button.button(
        state.text("prompt.prompt_all"),
        key="prompt_all",
        icon=":material/palette:",
        type="secondary",
        width="stretch",
        disabled=jobs.current() is not None,
        on_click=errors.callback(prompt),
    )


def prompt(panels: tuple[int, ...] | None = None) -> None:
    """Have some panels' prompts made (all of them by default)."""
    from pipeline import flow
    from pipeline.comic import PANELS

    chosen = range(PANELS) if panels is None else panels
    jobs.start(
        lambda queue, comic_id, owner: flow.submit(
            queue, comic_id, "prompt", [flow.prompt_stage(comic_id, chosen)], owner
        )
    )


def legend() -> None:
    """What the colours of the words mean."""
    st.caption("&ensp;".join(f":{colour}[■] {state.text(f'origin.{name}')}" for name, colour in _COLOURS.items()))


def cell(comic: Comic, panel: int) -> None:
    """One panel's prompt: the words in colours, the text to edit, five candidates, earlier ones."""
    st.markdown(f"**{frames.beat(comic, panel)}**")
    notebook.header(notebook.cell_of(comic, "prompt", panel))
    output = comic.slots[panel].prompt
    if output is None:
        st.caption(state.text("prompt.none_yet"))
        _run_button(panel)
        return
    st.markdown(coloured(output.prompt.pieces))
    fields.area(
        state.text("prompt.text"),
        f"prompt_{panel}",
        output.prompt.text,
        lambda text: _commit(panel, text),
        stamp=comic.id,
        longest=5000,
    )
    _candidates(panel, output.prompt)
    _run_button(panel)
    _earlier(comic, panel)


def coloured(pieces: tuple[Piece, ...]) -> str:
    """The prompt's phrases as Markdown, each in the colour of where it came from."""
    return ", ".join(f":{_COLOURS[piece.origin]}[{state.plain(piece.text)}]" for piece in pieces)


def _candidates(panel: int, prompt: PanelPrompt) -> None:
    if not prompt.candidates:
        return
    texts = [candidate.text for candidate in prompt.candidates]
    key = f"candidate_{panel}"
    taken = texts.index(prompt.text) if prompt.text in texts else None
    fields.stored(key, taken)
    with st.popover(state.text("prompt.candidates", count=len(texts)), icon=":material/list:", width="stretch"):
        st.radio(
            state.text("prompt.candidates", count=len(texts)),
            range(len(texts)),
            key=key,
            format_func=lambda number: state.plain(texts[number]),
            label_visibility="collapsed",
            on_change=errors.callback(_take),
            args=(panel, key),
        )


def _take(panel: int, key: str) -> None:
    from pipeline.flow import edits

    number = st.session_state[key]
    state.change(lambda comic: edits.with_candidate(comic, panel, number))


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


def _earlier(comic: Comic, panel: int) -> None:
    earlier = comic.slots[panel].earlier_prompts
    if not earlier:
        return
    with st.expander(state.text("cells.earlier", count=len(earlier))):
        for number, output in reversed(list(enumerate(earlier))):
            st.caption(state.plain(output.prompt.text))
            st.button(
                state.text("cells.bring_back"),
                key=f"prompt_back_{panel}_{number}",
                type="tertiary",
                on_click=errors.callback(_bring_back),
                args=(panel, number),
            )


def _bring_back(panel: int, number: int) -> None:
    from pipeline.flow import edits

    state.change(lambda comic: edits.bring_back_prompt(comic, panel, number))
