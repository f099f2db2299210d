"""The way in: page config and navigation. (Each page draws the frame around itself: `pages/widgets/frame.py`.)

Pages are the files `pages/[0-9]*.py`: a new page is a new file. They are given no `url_path`, so that
deep links find them under their file's name; the first one stands at `/`.
"""

from pathlib import Path

import streamlit as st

from pages.widgets import state
from pipeline.words import label

HERE = Path(__file__).parent
ICONS = {
    "Story": ":material/edit_note:",
    "Prompt": ":material/palette:",
    "Render": ":material/brush:",
    "Comic": ":material/auto_stories:",
    "Tune": ":material/tune:",
    "Library": ":material/photo_library:",
}


def main() -> None:
    """Name the pages and run the one that was asked for."""
    st.set_page_config(
        page_title="네컷 Necut", page_icon=str(HERE / "static" / "icon.png"), layout="wide", menu_items={}
    )
    st.navigation(pages(), position="top").run()


def pages() -> list:
    """One entry for each page file, in the order of their numbers."""
    found = []
    for path in sorted((HERE / "pages").glob("[0-9]*.py")):
        name = path.stem.partition("_")[2]
        title = label("pages", name.lower(), state.language())
        found.append(st.Page(path, title=title, icon=ICONS.get(name), default=not found))
    return found


main()
