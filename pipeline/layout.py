"""Rows of panels → regions of a page, in whole numbers.

A layout is a row of the table below: rows of width ratios, so `((1, 1), (1, 1))` is two rows of two.
Widths and heights are divided exactly: the rounding remainder is handed on, so that sizes add up and
edges meet. Regions are worked out before anything is drawn.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate
from typing import NamedTuple

from pipeline.errors import InputError


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
    row's width divided by the height of a row of ratio 1. Sizes in thousandths of the page's width:
    `margin` around, `column_gap` between neighbours, `row_gap` between rows (larger than the column
    gap, so that the eye goes right before it goes down), `title` for the title bar.
    """

    name: str
    rows: tuple[tuple[int, ...], ...]
    heights: tuple[int, ...]
    aspect: float
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
        Layout("grid", rows=((1, 1), (1, 1)), heights=(1, 1), aspect=2.0),
        Layout("yonkoma", rows=((1,), (1,), (1,), (1,)), heights=(1, 1, 1, 1), aspect=1.5),
    )
}
DEFAULT = "grid"


def names() -> tuple[str, ...]:
    """Every layout's id, the default first."""
    return tuple(LAYOUTS)


def get(name: str) -> Layout:
    """The layout called `name`. Raises InputError, naming the choices, when there is none."""
    if name not in LAYOUTS:
        raise InputError("errors.unknown_member", family="@families.layouts", name=name, known=", ".join(LAYOUTS))
    return LAYOUTS[name]


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
    row_height = (width - 2 * margin) / layout.aspect
    body = round(row_height * sum(layout.heights)) + row_gap * (len(layout.heights) - 1)
    panels = tuple(
        Region(x0, y0, x1, y1)
        for ratios, (y0, y1) in zip(layout.rows, divide(top, top + body, layout.heights, row_gap), strict=True)
        for x0, x1 in divide(margin, width - margin, ratios, column_gap)
    )
    title = Region(margin, margin // 2, width - margin, top) if title_height else None
    return Page(width=width, height=top + body + margin, title=title, panels=panels)
