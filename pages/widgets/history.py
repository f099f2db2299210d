"""The history of a panel's prompt: what it said before, what differs, and the way back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from pages.widgets import drawers, errors, state, xray

if TYPE_CHECKING:
    from pipeline.comic import Comic, PanelPrompt

_GROUPS = {"shot": "scene", "mood": "scene"}


def box(comic: Comic, panel: int) -> None:
    """Earlier wordings of a panel, the newest first, in the colours of their words."""
    earlier = comic.slots[panel].earlier_prompts
    if not earlier:
        return
    label = state.text("prompt.history", count=len(earlier))
    with drawers.drawer(f"prompt_history_{panel}", label, ":material/history:", type="tertiary") as is_open:
        st.caption(state.text("prompt.history_how"))
        if not is_open:
            return
        now = comic.slots[panel].prompt.prompt
        for number, output in reversed(list(enumerate(earlier))):
            st.markdown(_words(output.prompt))
            if note := _difference(output.prompt, now):
                st.caption(note)
            st.button(
                state.text("cells.bring_back"),
                key=f"prompt_back_{panel}_{number}",
                type="tertiary",
                icon=":material/undo:",
                on_click=errors.callback(_bring_back),
                args=(panel, number),
            )


def _words(prompt: PanelPrompt) -> str:
    """The phrases as Markdown, each in the colour of where it came from."""
    told = ((_GROUPS.get(piece.origin, piece.origin), piece.text) for piece in prompt.pieces)
    return ", ".join(xray.coloured(group, state.plain(text)) for group, text in told)


def _difference(then: PanelPrompt, now: PanelPrompt) -> str:
    """What it says that today's does not, and the other way round."""
    before, after = ([piece.text for piece in prompt.pieces] for prompt in (then, now))
    more = [text for text in before if text not in after]
    less = [text for text in after if text not in before]
    if not more and not less:
        return state.text("prompt.other_order") if before != after else ""
    signed = [*(f"+ {text}" for text in more), *(f"− {text}" for text in less)]
    return state.plain(" · ".join(signed))


def _bring_back(panel: int, number: int) -> None:
    from pipeline.flow import edits

    state.change(lambda comic: edits.bring_back_prompt(comic, panel, number))
