"""Rows of panels → regions of a page, in whole numbers.

A layout is a row of the table below, or a YAML file of the user's in `NECUT_HOME/layouts`, whose name
is the layout's and whose keys are the fields of `Layout`. Rows hold width ratios, so `((1, 1), (1, 1))`
is two rows of two. Widths and heights are divided exactly: the rounding remainder is handed on, so
that sizes add up and edges meet. Regions are worked out before anything is drawn.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, fields
from functools import lru_cache
from itertools import accumulate
from pathlib import Path
from typing import NamedTuple

from pipeline import settings
from pipeline.errors import InputError, NecutError
from pipeline.files import read_bytes, safe_path


class Region(NamedTuple):
    """A rectangle of whole pixels: left, top, right, bottom; right and bottom lie just outside."""

    x0: int
    y0: int
    x1: int
    y1: int

    @property
    def width(self) -> int:
        return self.x1 - self.x0

    @property
    def height(self) -> int:
        return self.y1 - self.y0

    @property
    def size(self) -> tuple[int, int]:
        return self.width, self.height


@dataclass(frozen=True)
class Layout:
    """How four panels stand on a page.

    `rows` holds the width ratios of each row, `heights` the rows' height ratios. `aspect` is a panel
    row's width divided by the height of a row of ratio 1. `page_aspect`, where it is not 0, is the
    page's width divided by its height, and the rows share what the page has. Sizes in thousandths of
    the page's width: `margin` around, `column_gap` between neighbours, `row_gap` between rows (larger
    than the column gap, so that the eye goes right before it goes down), `title` for the title bar,
    `border` for the inked frames (0 for none) and `corner` for their roundness. `ground` is the
    colour of the sheet.
    """

    name: str
    rows: tuple[tuple[int, ...], ...]
    heights: tuple[int, ...]
    aspect: float = 2.0
    page_aspect: float = 0.0
    width: int = 1200
    margin: int = 30
    column_gap: int = 16
    row_gap: int = 26
    title: int = 80
    border: float = 3.2
    corner: float = 7.0
    ground: str = "#fbf6ec"


@dataclass(frozen=True)
class Page:
    """A page laid out: its size, the title bar (None without one) and the panels in reading order."""

    width: int
    height: int
    title: Region | None
    panels: tuple[Region, ...]


LAYOUTS = {
    layout.name: layout
    for layout in (
        Layout("grid", rows=((1, 1), (1, 1)), heights=(1, 1), aspect=2.1),
        Layout("yonkoma", rows=((1,), (1,), (1,), (1,)), heights=(1, 1, 1, 1), aspect=1.5, row_gap=22),
        Layout("strip", rows=((1, 1, 1, 1),), heights=(1,), aspect=3.1, width=2000, margin=20, column_gap=9, title=52),
        Layout("wide_opener", rows=((1,), (1, 1, 1)), heights=(5, 4), aspect=9.4, width=1500),
        Layout("tall_closer", rows=((1, 1, 1), (1,)), heights=(4, 6), aspect=9.4, width=1500),
        Layout("big_turn", rows=((1, 1), (1,), (1,)), heights=(5, 6, 5), aspect=10.4),
        Layout("frame_story", rows=((1,), (1, 1), (1,)), heights=(5, 5, 5), aspect=11.0),
        Layout("zigzag", rows=((4, 3), (3, 4)), heights=(1, 1), aspect=2.1, width=1400),
        Layout(
            "webtoon", rows=((1,), (1,), (1,), (1,)), heights=(6, 6, 7, 6), aspect=7.0, margin=45, row_gap=130,
            title=120, border=2.4, corner=3.0, ground="#ffffff",
        ),
        Layout("square", rows=((1, 1), (1, 1)), heights=(1, 1), page_aspect=1.0, margin=24, title=70, row_gap=20),
        Layout("portrait", rows=((1, 1), (1, 1)), heights=(1, 1), page_aspect=0.8, margin=26, title=76),
        Layout("story", rows=((1,), (1,), (1,), (1,)), heights=(1, 1, 1, 1), page_aspect=0.5625, margin=34, row_gap=18),
        Layout("soft", rows=((1, 1), (1, 1)), heights=(1, 1), aspect=1.9, border=0.0, corner=26.0, ground="#f1ece4"),
        Layout(
            "cinema", rows=((1,), (1,), (1,), (1,)), heights=(1, 1, 1, 1), aspect=2.2, margin=0, row_gap=12,
            border=0.0, corner=0.0, ground="#171413",
        ),
    )
}  # fmt: skip
DEFAULT = "grid"
_PANELS = sum(len(row) for row in LAYOUTS[DEFAULT].rows)
_FOLDER = "layouts"
_MAX_BYTES = 16 * 1024
_MAX_RATIO = 24
_SMALLEST = 100
"""A panel's sides must have at least this many pixels at the layout's own width: less cannot be lettered."""
_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
_BOUNDS = {
    "aspect": (0.3, 30.0),
    "page_aspect": (0.0, 5.0),
    "width": (400, 4000),
    "margin": (0, 120),
    "column_gap": (0, 80),
    "row_gap": (0, 300),
    "title": (0, 200),
    "border": (0.0, 20.0),
    "corner": (0.0, 80.0),
}


def names() -> tuple[str, ...]:
    """Every layout's id: the default first, the other shipped ones, then the user's that can be used."""
    return (*LAYOUTS, *(name for name, found in _own().items() if isinstance(found, Layout) and name not in LAYOUTS))


def get(name: str) -> Layout:
    """The layout called `name`; the user's file wins over a shipped layout of that name.

    Raises InputError: naming the choices when there is none, or saying what is wrong in the user's file.
    """
    found = _own().get(name) or LAYOUTS.get(name)
    if found is None:
        raise InputError("errors.unknown_member", family="@families.layouts", name=name, known=", ".join(names()))
    if isinstance(found, NecutError):
        raise found
    return found


def problems() -> tuple[NecutError, ...]:
    """What is wrong with the user's layout files, one sentence a file."""
    return tuple(found for found in _own().values() if isinstance(found, NecutError))


def _own() -> dict[str, Layout | NecutError]:
    """The user's layouts by name; for a file that cannot be used, what is wrong with it."""
    folder = settings.home() / _FOLDER
    if not folder.is_dir():
        return {}
    return {path.stem: _read(path, path.stat().st_mtime_ns) for path in sorted(folder.glob("*.yaml"))}


@lru_cache(maxsize=64)
def _read(path: Path, _changed: int) -> Layout | NecutError:
    """A layout file, read again when it has changed."""
    import yaml

    try:
        content = yaml.safe_load(read_bytes(safe_path(path.parent, path.name), _MAX_BYTES))
        return _checked(path, content)
    except NecutError as error:
        return error
    except (yaml.YAMLError, ValueError, RecursionError):
        return InputError("layout.not_yaml", path=str(path))


def _checked(path: Path, content: object) -> Layout:
    """A layout from what a file says. Raises InputError for the first thing that is wrong."""
    if not isinstance(content, dict):
        raise InputError("layout.not_yaml", path=str(path))
    known = [each.name for each in fields(Layout) if each.name != "name"]
    for key in content:
        if key not in known:
            raise InputError("layout.unknown_key", path=str(path), field=str(key)[:40], known=", ".join(known))
    rows = tuple(_ratios(path, "rows", row) for row in _listed(path, "rows", content.get("rows")))
    if sum(len(row) for row in rows) != _PANELS:
        raise InputError("layout.not_four", path=str(path), count=_PANELS)
    heights = _ratios(path, "heights", content.get("heights", [1] * len(rows)))
    if len(heights) != len(rows):
        raise InputError("layout.bad_value", path=str(path), field="heights", value=str(list(heights)))
    ground = content.get("ground", Layout.ground)
    if not isinstance(ground, str) or not _COLOUR.fullmatch(ground):
        raise InputError("layout.bad_value", path=str(path), field="ground", value=str(ground)[:40])
    layout = Layout(path.stem, rows, heights, ground=ground, **dict(_numbers(path, content)))
    if any(min(panel.size) < _SMALLEST for panel in lay_out(layout).panels):
        raise InputError("layout.too_small", path=str(path), least=_SMALLEST)
    return layout


def _numbers(path: Path, content: dict) -> Iterator[tuple[str, float]]:
    for key, (least, most) in _BOUNDS.items():
        if key not in content:
            continue
        value = content[key]
        whole = isinstance(least, int)
        right = isinstance(value, int if whole else (int, float)) and not isinstance(value, bool)
        if not right or not least <= value <= most or (key == "page_aspect" and 0 < value < 0.2):
            raise InputError("layout.bad_value", path=str(path), field=key, value=str(value)[:40])
        yield key, value


def _listed(path: Path, key: str, value: object) -> list:
    if not isinstance(value, list) or not value:
        raise InputError("layout.bad_value", path=str(path), field=key, value=str(value)[:40])
    return value


def _ratios(path: Path, key: str, value: object) -> tuple[int, ...]:
    ratios = _listed(path, key, value)
    if not all(type(ratio) is int and 1 <= ratio <= _MAX_RATIO for ratio in ratios):
        raise InputError("layout.bad_value", path=str(path), field=key, value=str(value)[:40])
    return tuple(ratios)


def divide(start: int, end: int, ratios: tuple[int, ...], gap: int) -> list[tuple[int, int]]:
    """Part the span from `start` to `end` by ratios, with gaps between: spans that add up exactly."""
    room = end - start - gap * (len(ratios) - 1)
    whole = sum(ratios)
    edges = [0, *(room * part // whole for part in accumulate(ratios))]
    return [(start + a + gap * i, start + b + gap * i) for i, (a, b) in enumerate(zip(edges, edges[1:], strict=False))]


def lay_out(layout: Layout, width: int | None = None, show_title: bool = True) -> Page:
    """The page of a layout at a width in pixels (the layout's own when none is given)."""
    width = width or layout.width
    shares = (layout.margin, layout.column_gap, layout.row_gap)
    margin, column_gap, row_gap = (round(width * share / 1000) for share in shares)
    title_height = round(width * layout.title / 1000) if show_title and layout.title else 0
    top = margin + title_height
    gaps = row_gap * (len(layout.heights) - 1)
    if layout.page_aspect:
        body = max(gaps + len(layout.heights), round(width / layout.page_aspect) - top - margin)
    else:
        body = round((width - 2 * margin) / layout.aspect * sum(layout.heights)) + gaps
    panels = tuple(
        Region(x0, y0, x1, y1)
        for ratios, (y0, y1) in zip(layout.rows, divide(top, top + body, layout.heights, row_gap), strict=True)
        for x0, x1 in divide(margin, width - margin, ratios, column_gap)
    )
    title = Region(margin, margin // 2, width - margin, top) if title_height else None
    return Page(width=width, height=top + body + margin, title=title, panels=panels)
