"""Twenty-four lettered comics in each layout, half of them Korean, half English."""

from __future__ import annotations

from pathlib import Path

from PIL import Image

from pipeline import layout, writers
from pipeline.comic import Idea, Language, Lettering
from pipeline.compose import compose
from tests.judge import judge_lettering

COMICS = 24
_COLUMNS = 6
_WIDTH = 480
_IDEAS: dict[Language, tuple[str, ...]] = {
    "ko": (
        "비 오는 날 우산을 잃어버린 고양이",
        "시험 전날 밤 라면을 끓이는 학생",
        "우주로 택배를 보낸 토끼",
        "첫 출근한 로봇",
    ),
    "en": (
        "A robot learns to bake bread",
        "A ghost who is afraid of cats",
        "Two penguins and a fish",
        "A bear on a bus",
    ),
}


def draw_comic(number: int, chosen: layout.Layout, width: int) -> Image.Image:
    """The comic of that number in a layout."""
    language: Language = ("ko", "en")[number % 2]
    idea = Idea(text=_IDEAS[language][number // 2 % 4], language=language)
    script = next(step.script for step in writers.get("offline").write(idea, number) if hasattr(step, "script"))
    return compose(script, judge_lettering.draw(script, chosen, number), chosen, Lettering(), width=width).picture


def _sheet(chosen: layout.Layout) -> Image.Image:
    comics = [draw_comic(number, chosen, _WIDTH) for number in range(COMICS)]
    rows = -(-COMICS // _COLUMNS)
    gap, height = 12, comics[0].height
    sheet = Image.new("RGB", (_COLUMNS * (_WIDTH + gap) + gap, rows * (height + gap) + gap), "#8b8178")
    for number, comic in enumerate(comics):
        column, row = number % _COLUMNS, number // _COLUMNS
        sheet.paste(comic, (gap + column * (_WIDTH + gap), gap + row * (height + gap)))
    return sheet


def draw_sheets(folder: Path, names: tuple[str, ...]) -> list[Path]:
    """A sheet for each of some layouts."""
    paths = [folder / f"lettering_{name}.png" for name in names]
    for name, path in zip(names, paths, strict=True):
        _sheet(layout.get(name)).save(path)
    return paths


def draw(folder: Path) -> list[Path]:
    """A sheet for every shipped layout."""
    return draw_sheets(folder, tuple(layout.LAYOUTS))
