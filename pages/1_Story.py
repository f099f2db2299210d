"""Story: an idea becomes a script, or at one press the whole comic."""

import streamlit as st

from pages.widgets import jobs, notebook, page_view, state, story


def show() -> None:
    """Idea, buttons, what is being made, the page, the script's cells, Next."""
    st.title(state.text("story.heading"))
    story.idea_fields()
    story.buttons()
    comic = state.comic()
    if jobs.show() or comic is None:
        return
    if all(slot.take for slot in comic.slots):
        page_view.finished(comic)
    if comic.script is not None:
        st.header(state.text("story.script"))
        story.script_cells(comic)
        with st.container(horizontal=True, horizontal_alignment="distribute"):
            notebook.run_stale_button(comic)
            notebook.next_button("2_Prompt", ready=True)


show()
