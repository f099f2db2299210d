"""Twenty-four whole comics, twelve in each language, as a reader would see them."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path
from unittest import mock

from PIL import Image

from pipeline import flow, store
from pipeline.comic import Comic, Idea
from pipeline.queue import Queue

IDEAS = {
    "ko": (
        "비 오는 날 우산을 잃어버린 고양이",
        "라면 끓이는 법을 배우는 로봇",
        "어둠이 무서운 유령",
        "시험 보는 날 늦잠 잔 학생",
        "할머니와 강아지의 바다 여행",
        "편의점에서 만난 외계인",
        "회사에서 몰래 자는 곰",
        "첫 데이트에 늦은 토끼",
        "마법 지팡이를 주운 아이",
        "절대 식지 않는 베개 광고",
        "눈사람과 친구가 된 펭귄",
        "김치찌개 레시피",
    ),
    "en": (
        "a cat who lost its umbrella on a rainy day",
        "a robot learning to cook ramen",
        "a ghost who is afraid of the dark",
        "a student who overslept on exam day",
        "a grandmother and her dog at the sea",
        "an alien in a supermarket",
        "a bear who naps at the office",
        "a rabbit late for a first date",
        "a boy who finds a magic wand",
        "an ad for a pillow that never gets warm",
        "a penguin who befriends a snowman",
        "leek and potato soup: chop, boil, blend, salt",
    ),
}
_ACROSS, _WIDTH = 4, 700


def draw(folder: Path) -> list[Path]:
    """A sheet of twelve comics for each language."""
    paths = []
    for language in IDEAS:
        pages = list(pages_of(language))
        path = folder / f"comics_{language}.png"
        sheet(pages).save(path)
        paths.append(path)
    return paths


def pages_of(language: str, layout: str = "grid", seed: int = 11) -> Iterator[Image.Image]:
    """The page of each idea, made in a data folder that is thrown away."""
    with tempfile.TemporaryDirectory() as home, mock.patch.dict(os.environ, {"NECUT_HOME": home}):
        for idea in IDEAS[language]:
            yield flow.letter(made(idea, language, layout, seed), _WIDTH).picture


def made(idea: str, language: str, layout: str, seed: int) -> Comic:
    """A whole comic by the embedded members; the story's seed given, the pictures' the preset's."""
    comic = flow.begin(Idea(text=idea, language=language), layout=layout)
    store.change(comic.id, lambda newest: newest.with_changes(seed=seed))
    queue = Queue()
    last = queue.wait(flow.make(queue, comic.id, "gallery"), 60)
    if last.error:
        raise last.error
    return store.read(comic.id)


def sheet(pages: list[Image.Image], across: int = _ACROSS) -> Image.Image:
    """Pages side by side on grey, so many across."""
    width, height = (max(getattr(page, side) for page in pages) for side in ("width", "height"))
    rows = -(-len(pages) // across)
    paper = Image.new("RGB", (across * (width + 16) + 16, rows * (height + 16) + 16), "#b9b3a8")
    for number, page in enumerate(pages):
        paper.paste(page, (16 + number % across * (width + 16), 16 + number // across * (height + 16)))
    return paper
