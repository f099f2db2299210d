"""The same four frames on every page, so that a user sees one comic grow."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING

import streamlit as st

from pages.widgets import state

if TYPE_CHECKING:  # the first page must not wait for pydantic
    from pipeline.comic import Comic, Take
    from pipeline.queue import Snapshot

ACROSS = 2
_PREVIEW_SIDE = 480  # pixels: twice the width of a frame on most screens
STATIC = "/app/static"
"""Where the server hands out what lies in `static/`. (A picture handed to Streamlit as a path becomes a file of the run
that shows it, and is gone with the next one, while a slow browser is still asking for it.)"""
NOTHING_YET = f"{STATIC}/empty.png"
"""Four frames of which one is drawn: what stands where nothing has been made yet."""


def four(across: int = ACROSS) -> list:
    """Four framed containers in reading order, so many side by side (one below the other on a phone)."""
    return [cell for row in rows(across) for cell in row]


def rows(across: int = ACROSS) -> Iterator[list]:
    """The four framed containers row by row, for whoever has something to say below each."""
    from pipeline.comic import PANELS

    for first in range(0, PANELS, across):
        columns = st.columns(across, gap="small")
        yield [column.container(border=True, key=f"frame_{first + offset}") for offset, column in enumerate(columns)]


def growing(job: Snapshot) -> None:
    """The four frames while a job is at work: finished pictures, previews, and the places still empty.

    All of them are small, and travel within the page: a file of its own would be taken away with the job, while a slow
    browser is still asking for it.
    """
    comic = state.comic()
    if comic is None:
        return
    for panel, column in enumerate(st.columns(len(comic.slots), gap="small")):
        with column.container(border=True, key=f"growing_{panel}"):
            _growing_frame(comic, panel, job)


def _growing_frame(comic: Comic, panel: int, job: Snapshot) -> None:
    preview = job.progress.previews.get(panel)
    if preview:
        st.image(_inline(preview), width="stretch")
    elif panel < len(job.progress.told):
        _told(job.progress.told[panel])
    elif comic.slots[panel].take is not None:
        take = comic.slots[panel].take
        st.image(_small(comic.id, take.id, take), width="stretch", alt=alt_text(comic, panel))
    else:
        st.skeleton(height=150)
    st.caption(beat(comic, panel))


@st.cache_data(show_spinner=False, max_entries=64)
def _small(comic_id: str, take_id: str, _take: Take) -> str:
    """A finished picture at the size of a preview; the empty frames where its file is broken."""
    from pipeline import store
    from pipeline.errors import NecutError

    try:
        small = store.open_take(comic_id, _take).copy()
    except NecutError:
        return NOTHING_YET
    small.thumbnail((_PREVIEW_SIDE, _PREVIEW_SIDE))
    buffer = BytesIO()
    small.save(buffer, "JPEG", quality=85)
    return _inline(buffer.getvalue())


def _inline(jpeg: bytes) -> str:
    return f"data:image/jpeg;base64,{b64encode(jpeg).decode()}"


def _told(words: tuple[str, ...]) -> None:
    """A panel as it is being written: what happens in it, then its lines."""
    happens, *lines = words
    st.markdown(state.plain(happens))
    for line in lines:
        st.caption(state.plain(line))


def picture(comic: Comic, panel: int) -> None:
    """The chosen picture of a panel, served as a file."""
    from pipeline import store

    take = comic.slots[panel].take
    st.image(str(store.take_path(comic.id, take.id)), width="stretch", alt=alt_text(comic, panel))


def alt_text(comic: Comic, panel: int) -> str:
    """What a panel shows, in words."""
    told = comic.script.panels[panel] if comic.script else None
    return (told.description or told.scene)[:250] if told else ""


def beat(comic: Comic, panel: int) -> str:
    """The beat's name, such as "기 · 시작"."""
    from pipeline.comic import BEATS

    return f"{panel + 1} · {state.heading(f'beat.{BEATS[panel]}')}"
