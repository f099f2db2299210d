"""Prompt: each panel becomes the words that an artist is sent."""

import streamlit as st

from pages.widgets import frame, frames, jobs, notebook, prompts, state


def show() -> None:
    """The prompter, four prompts with their candidates, Next."""
    st.title(state.text("prompt.heading"))
    comic = state.comic()
    if comic is None or comic.script is None:
        notebook.invite("prompt.invite")
        notebook.footer(None, "3_Render", ready=False)
        return
    prompts.prompter_row(comic)
    jobs.show()
    prompts.legend(comic)
    for panel, place in enumerate(frames.four()):
        with place:
            prompts.cell(comic, panel)
    notebook.footer(comic, "3_Render", ready=all(slot.prompt for slot in comic.slots))


frame.show(show)
