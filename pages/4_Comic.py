"""Comic: the lettered page. Change a line and only the letters change."""

import streamlit as st

from pages.widgets import comic_page, frame, jobs, notebook, page_view, spot, state


def show() -> None:
    """The page large, its layout and lines beside it, the files to take away, Next."""
    st.title(state.text("comic.heading"))
    comic = state.comic()
    if comic is None or comic.script is None:
        notebook.invite("comic.invite")
        notebook.footer(None, "6_Library", ready=False)
        return
    jobs.show()
    page, letters = st.columns([3, 2], gap="medium")
    with letters:
        comic_page.layout_picker(comic)
        comic_page.lettering_options(comic)
        comic_page.undo(comic)
        comic_page.lines(comic)
    with page:
        notebook.header(notebook.cell_of(comic, "page"))
        spot.listen(comic, page_view.page(comic))
        page_view.downloads(comic)
    notebook.footer(comic, "6_Library", ready=all(slot.take for slot in comic.slots))


frame.show(show)
