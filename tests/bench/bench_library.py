"""What a large library costs: listing a thousand comics against listing a dozen."""

from __future__ import annotations

import os
import statistics
import tempfile
import time
from collections.abc import Iterator
from unittest import mock

from pipeline import store
from pipeline.comic import Idea

_MANY, _RUNS = 1000, 9


def figures() -> Iterator[str]:
    """Milliseconds to list the comics and open the first shelf of twelve."""
    with tempfile.TemporaryDirectory() as home, mock.patch.dict(os.environ, {"NECUT_HOME": home}):
        for number in range(12):
            store.create(Idea(text=f"comic {number}"))
        few = _milliseconds()
        for number in range(_MANY):
            store.create(Idea(text=f"comic {number}"))
        many = _milliseconds()
    yield f"first shelf of 12 comics {few:.1f} ms, of {_MANY + 12} comics {many:.1f} ms"


def _milliseconds() -> float:
    times = []
    for _ in range(_RUNS):
        started = time.perf_counter()
        for comic_id in store.ids()[:12]:
            store.entry(comic_id)
        times.append((time.perf_counter() - started) * 1000)
    return statistics.median(times)
