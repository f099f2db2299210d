"""Contact sheets of grids, as a user downloads them: whole comics by style and seed, one panel with words replaced."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from unittest import mock

from pipeline import presets
from pipeline.comic import Idea
from pipeline.files import write_atomic
from pipeline.queue import Queue
from pipeline.tuning import axes, grids, plan, run, sheet, subject


def draw(folder: Path) -> list[Path]:
    """One sheet in each language."""
    with tempfile.TemporaryDirectory() as home, mock.patch.dict(os.environ, {"NECUT_HOME": home}):
        english = Idea(text="a cat who lost its umbrella on a rainy day")
        korean = Idea(text="라면 끓이는 법을 배우는 로봇", language="ko")
        return [
            _sheet(folder / "tuning_en.png", english, "style: ink, watercolour, noir, crayon", "seed: 1-3"),
            _sheet(
                folder / "tuning_ko.png",
                korean,
                'style: webtoon, "retro newspaper, halftone dots", ""',
                "seed: 1-2",
                "prompt: classroom, beach",
                panels=(0,),
            ),
        ]


def _sheet(path: Path, idea: Idea, *lines: str, panels: tuple[int, ...] = (0, 1, 2, 3)) -> Path:
    comic = subject.from_idea(idea, presets.DEFAULT, presets.read(presets.DEFAULT), seed=7)
    grid = grids.make(comic, *map(axes.read, lines), panels=panels)
    queue = Queue()
    queue.wait(run.submit(queue, grid, "gallery"))
    write_atomic(path, sheet.encoded(sheet.draw(plan.look(grid), idea.language)))
    return path
