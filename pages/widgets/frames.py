"""The same four frames on every page, so that a user sees one comic grow."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import streamlit as st

from pages.widgets import state

if TYPE_CHECKING:  # the first page must not wait for pydantic
    from pipeline.comic import Comic
    from pipeline.queue import Snapshot

ACROSS = 2
NOTHING_YET = Path(__file__).parents[2] / "static" / "empty.png"
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
    """The four frames while a job is at work: finished pictures, previews, and the places still empty."""
    comic = state.comic()
    if comic is None:
        return
    for panel, column in enumerate(st.columns(len(comic.slots), gap="small")):
        with column.container(border=True, key=f"growing_{panel}"):
            _growing_frame(comic, panel, job)


def _growing_frame(comic: Comic, panel: int, job: Snapshot) -> None:
    preview = job.progress.previews.get(panel)
    if preview:
        st.image(preview, width="stretch")
    elif panel < len(job.progress.told):
        _told(job.progress.told[panel])
    elif comic.slots[panel].take is not None:
        picture(comic, panel)
    else:
        st.skeleton(height=150)
    st.caption(beat(comic, panel))


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
