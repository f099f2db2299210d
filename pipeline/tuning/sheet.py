"""The contact sheet: all cells of a grid on one page, their values beside them, ready to be shown around.

Places first, painting last: `place` works out a `Plot`, `draw` paints it. Column labels stand above,
row labels on the left, and a sheet of Z below the other.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipeline import typeset, words
from pipeline.compose.painting import INK, draw_line
from pipeline.tuning import axes, showing
from pipeline.tuning.axes import Axis
from pipeline.tuning.grids import Grid
from pipeline.tuning.plan import Plan

if TYPE_CHECKING:
    from PIL.Image import Image
    from PIL.ImageDraw import ImageDraw

GROUND, EMPTY, QUIET, RULE, ACCENT = "#fbf6ec", "#f0e6d2", "#7a6a5b", "#d8c9b0", "#d9412b"
MOST_PIXELS = 24_000_000
"""A sheet of many cells shows them smaller instead of growing beyond this."""
WIDEST_CELL, NARROWEST_CELL = 640, 120
_APART = " / "
_LANGUAGE = "ko"  # whose faces letter the sheet: they have both scripts


@dataclass(frozen=True)
class Plot:
    """Where everything stands, in pixels: `cell` is (width, height), `letter` the size of a label."""

    cell: tuple[int, int]
    gap: int
    margin: int
    letter: int
    head: int
    foot: int
    left: int
    above: int
    between: int
    size: tuple[int, int]

    def corner(self, column: int, row: int, sheet: int, rows: int) -> tuple[int, int]:
        """The upper left corner of a cell."""
        block = self.above + rows * (self.cell[1] + self.gap) + self.between
        x = self.margin + self.left + column * (self.cell[0] + self.gap)
        return x, self.head + sheet * block + self.above + row * (self.cell[1] + self.gap)


def draw(plan: Plan, language: str, letters: bool = True) -> Image:
    """The sheet of a grid as far as it is drawn; what is missing stays empty paper."""
    from PIL import Image, ImageDraw

    grid = plan.grid
    plot = place(grid, _aspect(plan, letters), language)
    sheet = Image.new("RGB", plot.size, GROUND)
    pen = ImageDraw.Draw(sheet)
    _paint_head(pen, plot, grid, language)
    _paint_labels(pen, plot, grid, language)
    for tried in plan.tried:
        picture = showing.picture(grid, tried, plot.cell[0], letters)
        _paint_cell(sheet, pen, plot, plot.corner(*tried.cell.at, grid.shape[1]), picture)
    _paint_foot(pen, plot, plan, language)
    return sheet


def _aspect(plan: Plan, letters: bool) -> float:
    """A cell's height over its width: the tallest that is drawn, a square before any is."""
    for tried in plan.tried:
        if tried.done:
            picture = showing.picture(plan.grid, tried, WIDEST_CELL // 4, letters)
            return picture.height / picture.width if picture else 1.0
    return 1.0


def place(grid: Grid, aspect: float, language: str) -> Plot:
    """The measures of a sheet whose cells are `aspect` times as high as they are wide."""
    width = WIDEST_CELL
    plot = _place(grid, width, aspect, language)
    while plot.size[0] * plot.size[1] > MOST_PIXELS and width > NARROWEST_CELL:
        width = max(NARROWEST_CELL, width * 9 // 10)
        plot = _place(grid, width, aspect, language)
    return plot


def _place(grid: Grid, width: int, aspect: float, language: str) -> Plot:
    columns, rows, sheets = grid.shape
    height, letter = round(width * aspect), max(13, round(width * 0.058))
    gap, margin = round(letter * 0.8), round(letter * 2)
    left = _row_labels_width(grid.y, letter, width, language) if grid.y else 0
    lines = max(len(_set(axes.value_label(grid.x, value, language), width / letter)) for value in grid.x.values)
    above = round(letter * (1.7 + typeset.LEADING * lines + (1.8 if grid.z else 0)))
    between = round(letter * 1.6) if grid.z else 0
    head, foot = round(letter * 6.2), round(letter * 4)
    wide = 2 * margin + left + columns * width + (columns - 1) * gap
    wide = max(wide, round(letter * 26))
    high = head + sheets * (above + rows * (height + gap) + between) - between + foot
    return Plot((width, height), gap, margin, letter, head, foot, left, above, between, (wide, high))


def _row_labels_width(axis: Axis, letter: int, width: int, language: str) -> int:
    """As wide as the longest label, but never much wider than half a cell."""
    widest = max(typeset.width_of(axes.value_label(axis, value, language), "title", _LANGUAGE) for value in axis.values)
    return round(letter * (min(max(widest, 3.0), max(5.0, 0.55 * width / letter)) + 1.2))


def _set(text: str, widest: float) -> list[typeset.SetLine]:
    """A label in lines no wider than `widest` em; three at most, the last one cut short."""
    found = typeset.settings(text, "title", _LANGUAGE, widest)
    lines = list(found[0].lines) if found else []
    if len(lines) <= 3:
        return lines
    cut = typeset.settings(f"{lines[2].text.rstrip(' ,.')}…", "title", _LANGUAGE, widest * 1.2)
    return [*lines[:2], cut[0].lines[0]]


def _write(pen: ImageDraw, text: str, x: float, y: float, size: float, colour: str, widest: float = 1e6) -> None:
    """One line from `x` on, its middle at `y`, smaller where it would be wider than `widest` pixels."""
    found = typeset.settings(text, "title", _LANGUAGE, 1e6)
    if found:
        line = found[0].lines[0]
        size = min(size, widest / max(line.width, 0.1))
        draw_line(pen, line.runs, x, y, size, fill=colour)


def _paint_head(pen: ImageDraw, plot: Plot, grid: Grid, language: str) -> None:
    size, x = plot.letter, plot.margin
    widest = plot.size[0] - 2 * plot.margin
    pen.rounded_rectangle((x, size * 1.5, x + size * 0.35, size * 3.5), size * 0.17, fill=ACCENT)
    _write(pen, grid.comic.title, x + size * 0.9, size * 2.5, size * 2, INK, widest - size)
    preset = words.label("preset", grid.comic.preset_name, language)
    under = _APART.join([preset, *(_axis_text(axis, language) for axis in grid.axes)])
    _write(pen, under, x, size * 4.6, size * 0.95, QUIET, widest)


def _axis_text(axis: Axis, language: str) -> str:
    return f"{axes.field_label(axis.field, language)} × {len(axis)}"


def _paint_labels(pen: ImageDraw, plot: Plot, grid: Grid, language: str) -> None:
    columns, rows, sheets = grid.shape
    for sheet in range(sheets):
        x, y = plot.corner(0, 0, sheet, rows)
        top = y - plot.above
        if grid.z:
            value = axes.value_label(grid.z, grid.z.values[sheet], language)
            label = f"{axes.field_label(grid.z.field, language)}  {value}"
            _write(pen, label, plot.margin, top + plot.letter * 0.7, plot.letter * 1.25, ACCENT)
            top += round(plot.letter * 1.8)
        _write(pen, axes.field_label(grid.x.field, language), x, top + plot.letter, plot.letter * 0.8, QUIET)
        if grid.y:
            named = axes.field_label(grid.y.field, language)
            _write(pen, named, plot.margin, top + plot.letter, plot.letter * 0.8, QUIET, plot.left - plot.letter)
        for column in range(columns):
            left = plot.corner(column, 0, sheet, rows)[0]
            lines = _set(axes.value_label(grid.x, grid.x.values[column], language), plot.cell[0] / plot.letter)
            first = y - plot.letter * (0.75 + typeset.LEADING * (len(lines) - 1))
            _paint_lines(pen, lines, left, first, plot.letter)
        for row in range(rows if grid.y else 0):
            at = plot.corner(0, row, sheet, rows)[1]
            lines = _set(axes.value_label(grid.y, grid.y.values[row], language), plot.left / plot.letter - 1)
            _paint_lines(pen, lines, plot.margin, at + plot.letter * 0.9, plot.letter)


def _paint_lines(pen: ImageDraw, lines: list[typeset.SetLine], x: float, y: float, size: float) -> None:
    for number, line in enumerate(lines):
        draw_line(pen, line.runs, x, y + number * typeset.LEADING * size, size, fill=INK)


def _paint_cell(sheet: Image, pen: ImageDraw, plot: Plot, corner: tuple[int, int], picture: Image | None) -> None:
    x, y = corner
    width, height = plot.cell
    if picture is None:
        pen.rounded_rectangle((x, y, x + width - 1, y + height - 1), plot.gap // 2, fill=EMPTY)
        return
    picture = picture.crop((0, 0, width, min(height, picture.height)))
    sheet.paste(picture, (x, y))
    pen.rectangle((x - 1, y - 1, x + picture.width, y + picture.height), outline=RULE, width=max(1, plot.letter // 14))


def _paint_foot(pen: ImageDraw, plot: Plot, plan: Plan, language: str) -> None:
    """What is the same in every cell, and who made it."""
    y = plot.size[1] - plot.letter * 2
    name = "네컷 Necut"
    wide = typeset.width_of(name, "title", _LANGUAGE) * plot.letter
    right = plot.size[0] - plot.margin - wide
    _write(pen, name, right, y, plot.letter, ACCENT)
    _write(pen, constants(plan, language), plot.margin, y, plot.letter * 0.85, QUIET, right - plot.margin - plot.letter)


def constants(plan: Plan, language: str) -> str:
    """What all cells share, in words: artist, checkpoint, sampler, steps, CFG, seed, size."""
    changed = {axis.preset_field for axis in plan.grid.axes}
    recipe = next(iter(plan.tried[0].recipes.values()))
    obeys = _obeys(recipe.artist)
    told: list[tuple[str, Callable[[], str]]] = [
        ("artist", lambda: words.label("artists", recipe.artist, language)),
        ("checkpoint", lambda: recipe.checkpoint),
        ("sampler", lambda: f"{recipe.sampler} {recipe.schedule_type}"),
        ("steps", lambda: f"{axes.field_label('steps', language)} {recipe.steps}"),
        ("cfg_scale", lambda: f"{axes.field_label('cfg_scale', language)} {recipe.cfg_scale:g}"),
        ("seed", lambda: f"{axes.field_label('seed', language)} {recipe.seed}"),
        ("style", lambda: recipe.style),
    ]
    said = [tell() for field, tell in told if field not in changed and (field == "artist" or field in obeys)]
    return _APART.join(filter(None, [*said, f"{recipe.width}×{recipe.height}"]))


def _obeys(artist: str) -> frozenset[str]:
    from pipeline import artists

    return artists.get(artist).obeys


def encoded(picture: Image, format: str = "PNG") -> bytes:
    """A sheet as a file."""
    from io import BytesIO

    buffer = BytesIO()
    picture.save(buffer, format, **({"compress_level": 6} if format == "PNG" else {"quality": 90}))
    return buffer.getvalue()
