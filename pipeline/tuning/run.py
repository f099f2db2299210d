"""A grid as a job of the queue: a stage for each cell, so that other people's jobs get their turn between two.

A cell's missing pictures are drawn together and written at once, each under its recipe's fingerprint.
Stopping and failures lose nothing that was drawn, a killed process at most the pictures of one cell; whoever starts
the grid again gets a job for what is missing, and no other.
"""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import closing, suppress
from io import BytesIO
from typing import TYPE_CHECKING

from filelock import FileLock, Timeout

from pipeline import artists, cells, store
from pipeline.comic import PANELS, Made, Recipe
from pipeline.errors import NecutError
from pipeline.queue import Progress, Queue, Snapshot, Stage
from pipeline.tuning import grids, plan, trials
from pipeline.tuning.grids import Grid
from pipeline.tuning.plan import Tried

if TYPE_CHECKING:
    from PIL.Image import Image

PRIORITY = 2
"""After a render that somebody waits for."""
WHAT = "grid"
_PATIENCE = 0.1  # seconds between two looks at another process's lock
_PREVIEW_QUALITY = 70
_writer = ThreadPoolExecutor(1, thread_name_prefix="necut-trials")


class Writing:
    """Pictures on their way to the disk: a job writes while it draws, at most one comic behind."""

    underway: set[str] = set()
    """The trials of all jobs of this process that are being written: nobody need draw them."""

    def __init__(self) -> None:
        self._pending: deque[Future] = deque()

    def put(self, key: str, recipe: Recipe, drawn: artists.Drawn, made: Made) -> None:
        """Write a trial beside the drawing of the next. Raises what an earlier one failed with."""
        while self._pending and (self._pending[0].done() or len(self._pending) >= PANELS):
            self._pending.popleft().result()
        self.underway.add(key)
        self._pending.append(_writer.submit(self._write, key, recipe, drawn, made))

    def _write(self, key: str, *taken: object) -> None:
        try:
            trials.keep(key, *taken)
        finally:
            self.underway.discard(key)

    def finish(self) -> None:
        """Wait until everything is written. Raises FileError when something could not be."""
        while self._pending:
            self._pending.popleft().result()


def live(queue: Queue, grid_id: str) -> Snapshot | None:
    """The snapshot of the job that is at work on a grid; None when none is."""
    jobs = [job for job in queue.jobs(comic_id=grid_id) if not job.over]
    return jobs[-1] if jobs else None


def submit(queue: Queue, grid: Grid, owner: str) -> str | None:
    """Line up what a grid still lacks; the job's id, None when nothing is missing. One job a grid at a time.

    Raises InputError or NeedsSetup for what cannot be tried.
    """
    if (job := live(queue, grid.id)) is not None:
        return job.id
    found = stages(grid)
    if not found:
        return None
    grids.save(grid)
    grids.note_job(grid.id, WHAT)
    return queue.submit(
        found,
        owner=owner,
        comic_id=grid.id,
        what=WHAT,
        priority=PRIORITY,
        on_over=lambda _last: grids.note_job(grid.id, ""),
    )


def stages(grid: Grid) -> tuple[Stage, ...]:
    """A stage for each cell that is not drawn, named after it, in an order that avoids reloads."""
    looked = plan.look(grid)
    left = plan.in_order(each for each in looked.tried if not each.done)
    writing = Writing()
    return tuple(_stage(grid, each, writing, last=each is left[-1]) for each in left)


def _stage(grid: Grid, tried: Tried, writing: Writing, last: bool) -> Stage:
    lane = artists.get(cells.artist_name(tried.cell.comic)).lane
    return Stage(tried.cell.name, lane, lambda: _draw_cell(grid, tried, writing, last))


def _draw_cell(grid: Grid, tried: Tried, writing: Writing, last: bool) -> Iterator[Progress]:
    """Draw what a cell lacks. Another cell or process may have drawn it meanwhile: that is looked at anew."""
    artist = artists.get(cells.artist_name(tried.cell.comic))
    lock = FileLock(trials.folder() / f".{artist.name}.lock")
    trials.folder().mkdir(parents=True, exist_ok=True)
    yield Progress(0, 1)
    try:
        while not _acquired(lock):
            yield Progress(0, 1)
        underway = set(writing.underway)  # before looking: what is written meanwhile is in one or the other
        yield from _draw(grid, plan.examined(grid, tried.cell), artist, writing, underway)
    except BaseException:  # stopped or failed: what was drawn is kept before anybody is told
        with suppress(NecutError):
            writing.finish()
        raise
    finally:
        lock.release()
    if last:
        writing.finish()


def _acquired(lock: FileLock) -> bool:
    """Whether this process alone draws trials with the artist now; a moment's wait when another does."""
    try:
        lock.acquire(timeout=_PATIENCE)
    except Timeout:
        return False
    return True


def _draw(grid: Grid, tried: Tried, artist: artists.Artist, writing: Writing, underway: set[str]) -> Iterator[Progress]:
    """Draw the panels that are neither there nor on their way, those with the same recipe once."""
    left = {key: panel for panel, key in tried.keys.items() if panel not in tried.takes and key not in underway}
    if not left:
        return
    panels = list(left.values())
    recipes = [tried.recipes[panel] for panel in panels]
    started = time.monotonic()
    with closing(artist.draw(recipes)) as reports:
        for report in reports:
            if isinstance(report, artists.Step):
                at_work = tuple(panels[index] for index in report.indices)
                previews = dict(zip(at_work, map(_small_jpeg, report.previews), strict=False))
                yield Progress(report.done, report.total, at_work, previews)
            else:
                panel, recipe = panels[report.index], recipes[report.index]
                made = Made(by=artist.name, seconds=round(time.monotonic() - started, 3), at=store.now())
                writing.put(_key(grid, tried, panel), recipe, report, made)
                started = time.monotonic()


def _key(grid: Grid, tried: Tried, panel: int) -> str:
    """The name of a picture just drawn. Drawing has told the checkpoint's hash, where it was not known before."""
    recipe = tried.recipes[panel]
    if recipe.checkpoint and not recipe.checkpoint_hash:
        return trials.key_of(trials.recipe_of(tried.cell.comic, panel), grid.id)
    return tried.keys[panel]


def _small_jpeg(picture: Image) -> bytes:
    buffer = BytesIO()
    picture.convert("RGB").save(buffer, "JPEG", quality=_PREVIEW_QUALITY)
    return buffer.getvalue()
