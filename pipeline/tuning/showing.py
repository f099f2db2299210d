"""A cell as one sees it: the lettered page, the bare pictures, or one panel; and what its values are called."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline import compose, layout
from pipeline.comic import PANELS
from pipeline.errors import FileError
from pipeline.tuning import axes, trials
from pipeline.tuning.grids import Cell, Grid
from pipeline.tuning.plan import Tried

if TYPE_CHECKING:
    from PIL.Image import Image


def arts(tried: Tried) -> tuple[compose.PanelArt | None, ...]:
    """The pictures of a cell by panel; None where nothing is drawn yet or a file is broken."""
    return tuple(_art(tried, panel) for panel in range(PANELS))


def _art(tried: Tried, panel: int) -> compose.PanelArt | None:
    take = tried.takes.get(panel)
    if take is None:
        return None
    try:
        return compose.PanelArt(trials.open_picture(take.id), take.figures, take.recipe.prompt.seen)
    except FileError:
        return None


def picture(grid: Grid, tried: Tried, width: int, letters: bool = True) -> Image | None:
    """A cell `width` pixels wide: its page when it is the whole comic, else its panels one below the other.

    None for a cell of which nothing is drawn.
    """
    drawn = arts(tried)
    if not any(drawn):
        return None
    if grid.whole:
        comic = tried.cell.comic
        script = comic.script if letters else None
        lettering = comic.lettering.with_changes(show_title=False)  # the same in every cell
        return compose.compose(script, drawn, layout.get(comic.layout), lettering, width=width).picture
    return _stacked([drawn[panel].picture for panel in grid.panels if drawn[panel]], width)


def _stacked(pictures: list[Image], width: int) -> Image:
    from PIL import Image

    sized = [each.resize((width, max(1, round(each.height * width / each.width))), Image.LANCZOS) for each in pictures]
    whole = Image.new("RGB", (width, sum(each.height for each in sized)))
    top = 0
    for each in sized:
        whole.paste(each, (0, top))
        top += each.height
    return whole


def look_key(grid: Grid, tried: Tried) -> str:
    """What decides how a cell looks now: the takes that are there. For keeping what was painted."""
    return "-".join([grid.id, tried.cell.name, *(take.id for take in tried.takes.values())])


def title(grid: Grid, cell: Cell, language: str) -> str:
    """A cell's values: "CFG scale 7 · Sampler Euler"."""
    return " · ".join(
        f"{axes.field_label(axis.field, language)} {axes.value_label(axis, cell.values[axis.field], language)}"
        for axis in grid.axes
    )
