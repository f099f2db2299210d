"""What lettering costs: CPU time of a page of the sketch artist, placed anew, and of one changed word."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Iterator

from pipeline import layout
from pipeline.balloons import placing
from pipeline.comic import Idea, Lettering, Script
from pipeline.compose import compose, place_page
from pipeline.typeset import setting
from tests.judge.judge_lettering import draw

_RUNS = 9
PAGE, WORD = 0.150, 0.100
"""Seconds allowed for a page, and for a page with one changed word."""


def figures() -> Iterator[str]:
    """The median of nine runs each; raises AssertionError past what is allowed."""
    from pipeline import writers

    steps = writers.get("offline").write(Idea(text="비 오는 날 우산을 잃어버린 고양이", language="ko"), 7)
    script = next(step.script for step in steps if hasattr(step, "script"))
    grid = layout.get("grid")
    arts = draw(script, grid, 7)
    compose(script, arts, grid, Lettering())  # fonts are opened once a process

    page = _median(lambda _: compose(script, arts, grid, Lettering()), _forget)
    word = _median(lambda run: compose(_with_word(script, run), arts, grid, Lettering()))
    places = _median(lambda _: place_page(script, arts, grid, Lettering()), _forget)
    yield f"lettering a page, nothing remembered: {page * 1000:.0f} ms (at most {PAGE * 1000:.0f})"
    yield f"  of it finding places: {places * 1000:.0f} ms"
    yield f"lettering a page after one word has changed: {word * 1000:.0f} ms (at most {WORD * 1000:.0f})"
    assert page <= PAGE and word <= WORD


def _with_word(script: Script, run: int) -> Script:
    """The script with a word nobody has said before."""
    panel = script.panels[0]
    line = panel.lines[0].with_changes(text=f"{panel.lines[0].text} {run}번")
    return script.with_panel(0, panel.with_changes(lines=(line, *panel.lines[1:])))


def _forget(_: int) -> None:
    placing.place.cache_clear()
    setting.settings.cache_clear()
    setting.width_of.cache_clear()


def _median(work: Callable[[int], object], before: Callable[[int], None] = lambda _: None) -> float:
    times = []
    for run in range(_RUNS):
        before(run)
        started = time.process_time()
        work(run)
        times.append(time.process_time() - started)
    return statistics.median(times)
