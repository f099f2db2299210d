"""Story: an idea becomes a script, or at one press the whole comic."""

import streamlit as st

from pages.widgets import cast, frame, jobs, notebook, page_view, price, state, story


def show() -> None:
    """Idea, buttons, what is being made, the page, the script's cells, Next."""
    st.title(state.text("story.heading"))
    comic = state.comic()
    story.idea_field(comic)
    story.buttons(comic)
    price.note(comic)
    story.options(comic)
    cast.stars(comic)
    jobs.show()
    with st.container(key="result"):
        if comic is None:
            story.example()
        elif all(slot.take for slot in comic.slots):
            page_view.finished(comic)
    with st.container(key="script"):
        if comic is not None and comic.script is not None:
            story.script_cells(comic)
    notebook.footer(comic, "2_Prompt", ready=comic is not None and comic.script is not None)


frame.show(show)
