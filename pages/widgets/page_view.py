"""The lettered page as a reader sees it, and the ways to take it away."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from pages.widgets import resources, spot, state
from pipeline import words

if TYPE_CHECKING:
    from pipeline.comic import Comic
    from pipeline.compose import Composed

_USUAL = ("png", "pdf", "jpeg", "webp", "webtoon", "cbz", "html", "necut")
_MARGINS = [1, 3, 1]  # the page stands in the middle of the screen


def finished(comic: Comic) -> None:
    """The page in the middle of the screen, with its downloads."""
    _, middle, _ = st.columns(_MARGINS)
    with middle:
        page(comic)
        downloads(comic, ("png", "pdf"))


def page(comic: Comic) -> Composed:
    """The page itself, with alt text; what the letterer wants to say about it below."""
    from pipeline.export import Publication

    composed = resources.composed(comic)
    with st.container(key=spot.CONTAINER):
        st.image(resources.page_file(comic, "png"), width="stretch", alt=Publication(comic, ()).transcript())
    for notice in composed.notices:
        st.caption(words.say(notice.key, state.language(), **notice.values))
    _keep_cover(comic, composed.picture)
    return composed


def downloads(comic: Comic, formats: tuple[str, ...] | None = None) -> None:
    """A button for each format (every format there is by default)."""
    from pipeline import export

    formats = formats or tuple(sorted(export.names(), key=_by_use))
    with st.container(horizontal=True, horizontal_alignment="center", key="downloads"):
        for name in formats:
            module = export.get(name)
            st.download_button(
                state.text(f"formats.{name}"),
                data=lambda name=name: resources.page_file(comic, name),
                file_name=f"{file_stem(comic.title)}{module.SUFFIXES[0]}",
                mime=module.MIME,
                key=f"download_{name}",
                icon=":material/download:",
                on_click="ignore",
            )


def _by_use(name: str) -> tuple[int, str]:
    """The formats that most people want come first, new ones last."""
    return (_USUAL.index(name) if name in _USUAL else len(_USUAL), name)


def file_stem(title: str) -> str:
    """The title as a file's name: letters, digits, spaces and dashes."""
    kept = "".join(letter for letter in title if letter.isalnum() or letter in " -_")
    return " ".join(kept.split())[:60] or "necut"


def _keep_cover(comic: Comic, picture) -> None:
    """The Library shows the page as it was last seen."""
    from pipeline import store

    key = f"necut.cover.{comic.id}"
    if st.session_state.get(key) != comic.revision:
        store.save_cover(comic.id, picture)
        st.session_state[key] = comic.revision
