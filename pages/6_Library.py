"""Library: every comic that was made here."""

import streamlit as st

from pages.widgets import frame, library, state


def show() -> None:
    """What was just deleted, a file to open, then the comics, a shelf at a time."""
    st.title(state.text("library.heading"))
    library.undo_bar()
    library.open_file()
    library.shelves()


frame.show(show)
