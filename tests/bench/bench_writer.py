"""How long a script of the offline writer takes."""

from __future__ import annotations

import time
from collections.abc import Iterator
from statistics import median

from pipeline.comic import Idea
from pipeline.writers.offline import create


def figures() -> Iterator[str]:
    """The first script of a process (shapes and lexicon read) and the median of two hundred more."""
    yield f"writer: first script {_milliseconds(0):.1f} ms"
    yield f"writer: {median(_milliseconds(seed) for seed in range(1, 201)):.2f} ms a script (median of 200)"


def _milliseconds(seed: int) -> float:
    idea = Idea(text="비 오는 날 우산을 잃어버린 고양이", language="ko")
    start = time.perf_counter()
    list(create().write(idea, seed))
    return (time.perf_counter() - start) * 1000
