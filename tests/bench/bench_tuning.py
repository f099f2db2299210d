"""What a grid adds to the time of its renders: against a bare loop that draws the same recipes and saves them."""

from __future__ import annotations

import gc
import io
import os
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from unittest import mock

ROUNDS = 3


def figures() -> Iterator[str]:
    """The grid's time over the loop's, both taking turns: as one waits for it, and what the processor was busy.

    The first tells more on an idle machine (a picture is written while the next is drawn), the second on a busy one.
    """
    yield f"grid / bare loop, 12 whole comics by the sketch artist: {_told(_with_sketches())}"
    yield f"grid / bare loop, 12 whole comics by a tiny checkpoint: {_told(_with_diffusion())}"


def _told(ratios: tuple[float, float]) -> str:
    return f"{ratios[0]:.3f} (processor time {ratios[1]:.3f})"


def _with_sketches() -> tuple[float, float]:
    from pipeline import presets
    from pipeline.comic import Idea
    from pipeline.tuning import subject

    comic = subject.from_idea(Idea(text="a robot learning to cook ramen"), "classic", presets.read("classic"), 7)
    return _ratio(comic, "style: flat colour, ink, watercolour, noir", "seed: 1-3")


def _with_diffusion() -> tuple[float, float]:
    from pipeline.comic import Idea
    from pipeline.presets.preset import Preset
    from pipeline.tuning import subject
    from tests.checkpoints import save_folder

    with tempfile.TemporaryDirectory() as folder, mock.patch.dict(os.environ, _surroundings(folder)):
        save_folder(Path(folder) / "models" / "tiny")
        preset = Preset(checkpoint="tiny", steps=4, width=128, height=128)
        comic = subject.from_idea(Idea(text="a robot learning to cook ramen"), "tiny", preset, 7, artist="diffusion")
        return _ratio(comic, "cfg_scale: 3-9 (+2)", "sampler: Euler, DPM++ 2M Karras, UniPC")


def _surroundings(folder: str) -> dict[str, str]:
    return {"NECUT_MODELS": f"{folder}/models", "NECUT_DEVICE": "cpu", "NECUT_PRECISION": "float32"}


def _ratio(comic, x: str, y: str) -> tuple[float, float]:
    """Both sides once to warm up, then in turn; each grid in a data folder of its own."""
    from pipeline.queue import Queue
    from pipeline.tuning import axes, grids, plan

    queue = Queue()
    with _home():
        grid = grids.make(comic, axes.read(x), axes.read(y))
        recipes = [list(each.recipes.values()) for each in plan.in_order(plan.look(grid).tried)]
        _by_grid(queue, grid)
    sides: tuple[Callable[[], None], ...] = (lambda: _by_grid(queue, grid), lambda: _by_hand(recipes))
    spent: tuple[list[tuple[float, float]], ...] = ([], [])
    for number in range(ROUNDS):
        for side in (0, 1) if number % 2 else (1, 0):
            with _home():
                gc.collect()
                waited, busy = time.perf_counter(), time.process_time()
                sides[side]()
                spent[side].append((time.perf_counter() - waited, time.process_time() - busy))
    return tuple(
        statistics.median(grid_s[clock] / loop_s[clock] for grid_s, loop_s in zip(*spent, strict=True))
        for clock in (0, 1)
    )


def _home():
    folder = tempfile.TemporaryDirectory()

    class Home:
        def __enter__(self):
            self.patch = mock.patch.dict(os.environ, {"NECUT_HOME": folder.name})
            self.patch.start()

        def __exit__(self, *_):
            self.patch.stop()
            folder.cleanup()

    return Home()


def _by_grid(queue, grid) -> None:
    from pipeline.tuning import run

    last = queue.wait(run.submit(queue, grid, "bench"))
    assert last.state == "done", last.error


def _by_hand(recipes) -> None:
    """Draw, save, next: what one would write without Necut."""
    from pipeline import artists, infotext

    for cell in recipes:
        for report in artists.get(cell[0].artist).draw(cell):
            if isinstance(report, artists.Drawn):
                done = report.recipe or cell[report.index]
                report.picture.save(io.BytesIO(), "PNG", pnginfo=infotext.png_info(done), compress_level=4)
