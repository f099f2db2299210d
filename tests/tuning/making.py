"""A comic with its prompts, made at once and in memory; and grids over it."""

from __future__ import annotations

from functools import cache

from pipeline import presets
from pipeline.comic import Comic, Idea
from pipeline.queue import Queue
from pipeline.tuning import axes, grids, plan, run, subject
from pipeline.tuning.grids import Grid

IDEA = "a cat who lost its umbrella on a rainy day"


@cache
def a_comic(preset: str = "classic") -> Comic:
    """The same comic every time."""
    return subject.from_idea(Idea(text=IDEA), preset, presets.read(preset), seed=7)


def a_grid(*lines: str, comic: Comic | None = None, panels: tuple[int, ...] = (0, 1, 2, 3)) -> Grid:
    """A grid over that comic, its axes as they are written."""
    return grids.make(comic or a_comic(), *map(axes.read, lines), panels=panels)


def small(comic: Comic | None = None, **fields: object) -> Comic:
    """The comic in small pictures, so that a test need not wait."""
    comic = comic or a_comic()
    return comic.with_changes(preset={**comic.preset, "width": 96, "height": 96, **fields})


def drawn(grid: Grid, queue: Queue | None = None) -> plan.Plan:
    """The grid after its job; the job must have gone well."""
    queue = queue or Queue()
    if job := run.submit(queue, grid, "tests"):
        last = queue.wait(job, 60)
        assert last.state == "done", last.error
    return plan.look(grid)
