"""The pictures of cells, painted once and kept: a page of many cells paints for a moment at a time, and goes on."""

from __future__ import annotations

import threading
import time
from typing import TYPE_CHECKING

import streamlit as st

if TYPE_CHECKING:
    from pipeline.tuning.plan import Plan, Tried

SMALL, LARGE = 520, 900
"""How wide cells are painted, in pixels."""
_MOMENT = 0.5  # seconds of painting in one run of the page
_MOST = 800


class _Shelf:
    """Painted cells by what they show; the oldest give way. Shared by all sessions."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._kept: dict[tuple, bytes] = {}

    def get(self, key: tuple) -> bytes | None:
        """The picture, if it has been painted."""
        return self._kept.get(key)

    def put(self, key: tuple, picture: bytes) -> None:
        """Keep a picture."""
        with self._lock:
            self._kept[key] = picture
            while len(self._kept) > _MOST:
                self._kept.pop(next(iter(self._kept)))


@st.cache_resource(show_spinner=False)
def _shelf() -> _Shelf:
    return _Shelf()


class Brush:
    """Paints cells for one run of the page, for a moment; `left` counts those that wait for the next."""

    def __init__(self, letters: bool) -> None:
        self.letters = letters
        self.left = 0
        self._until = time.monotonic() + _MOMENT

    def picture(self, looked: Plan, tried: Tried) -> bytes | None:
        """A cell's picture; None when there is no time for it in this run."""
        key = _key(looked, tried, SMALL, self.letters)
        picture = _shelf().get(key)
        if picture is None and time.monotonic() < self._until:
            picture = _painted(looked, tried, SMALL, self.letters)
            _shelf().put(key, picture)
        self.left += picture is None
        return picture


def large(looked: Plan, tried: Tried, letters: bool) -> bytes:
    """A cell to be looked at closely."""
    key = _key(looked, tried, LARGE, letters)
    if (picture := _shelf().get(key)) is None:
        picture = _painted(looked, tried, LARGE, letters)
        _shelf().put(key, picture)
    return picture


def _key(looked: Plan, tried: Tried, width: int, letters: bool) -> tuple:
    from pipeline.tuning import showing

    return showing.look_key(looked.grid, tried), width, letters


def _painted(looked: Plan, tried: Tried, width: int, letters: bool) -> bytes:
    """A cell as a JPEG; empty when its files are broken."""
    from io import BytesIO

    from pipeline.tuning import showing

    picture = showing.picture(looked.grid, tried, width, letters)
    buffer = BytesIO()
    if picture is not None:
        picture.save(buffer, "JPEG", quality=90)
    return buffer.getvalue()
