"""The sheet itself: warm paper, inked frames with softened corners, a friendly title."""

from __future__ import annotations

import math
from functools import lru_cache
from typing import TYPE_CHECKING

from pipeline import typeset
from pipeline.comic import Lettering, Script
from pipeline.compose.inks import INK, WHITE, rgb
from pipeline.compose.painting import draw_line
from pipeline.layout import Layout, Page, Region

if TYPE_CHECKING:
    from PIL.Image import Image

EMPTY, ACCENT = "#f3eadb", "#e2533a"
_FINER = 3


def sheet(page: Page, layout: Layout) -> Image:
    """An empty page of paper."""
    from PIL import Image

    return Image.new("RGB", (page.width, page.height), layout.ground)


def lay_picture(sheet: Image, region: Region, layout: Layout, picture: Image | None) -> None:
    """Lay a picture of the region's size into its frame; quiet paper where there is none."""
    from PIL import Image

    scale = sheet.width / 1000
    radius, stroke = layout.corner * scale, layout.border * scale
    held = picture or Image.new("RGB", region.size, EMPTY)
    sheet.paste(held, (region.x0, region.y0), _rounded(region.size, radius))
    if stroke > 0:
        pad = round(stroke) + 2
        sheet.paste(INK, (region.x0 - pad, region.y0 - pad), _frame(region.size, radius, stroke, pad))


@lru_cache(maxsize=32)
def _rounded(size: tuple[int, int], radius: float) -> Image:
    """A mask of a rectangle with soft corners."""
    from PIL import Image, ImageDraw

    mask = Image.new("L", size, 255)
    corner = max(1, round(radius) + 1)
    fine = Image.new("L", (2 * corner * _FINER, 2 * corner * _FINER))
    ImageDraw.Draw(fine).rounded_rectangle((0, 0, fine.width - 1, fine.height - 1), radius * _FINER, fill=255)
    soft = fine.reduce(_FINER)
    for right in (0, 1):
        for low in (0, 1):
            piece = soft.crop((right * corner, low * corner, (right + 1) * corner, (low + 1) * corner))
            mask.paste(piece, (right * (size[0] - corner), low * (size[1] - corner)))
    return mask


@lru_cache(maxsize=32)
def _frame(size: tuple[int, int], radius: float, stroke: float, pad: int) -> Image:
    """A mask of an inked frame round a panel, half of its line inside."""
    from PIL import Image, ImageDraw

    width, height = size[0] + 2 * pad, size[1] + 2 * pad
    fine = Image.new("L", (width * _FINER, height * _FINER))
    edge = (pad - stroke / 2) * _FINER
    box = (edge, edge, fine.width - 1 - edge, fine.height - 1 - edge)
    ImageDraw.Draw(fine).rounded_rectangle(
        box, (radius + stroke / 2) * _FINER, outline=255, width=max(1, round(stroke * _FINER))
    )
    return fine.reduce(_FINER)


def paint_title(sheet: Image, bar: Region, layout: Layout, script: Script, lettering: Lettering) -> None:
    """The title in the middle of its bar, smaller when it is long, between two small marks."""
    from PIL import ImageDraw

    language = lettering.language or script.language
    found = typeset.settings(typeset.clean(script.title), "title", language, 200.0)
    if not found:
        return
    line = found[0].lines[0]
    size = min(bar.height * 0.5, 0.86 * bar.width / max(line.width, 1.0))
    x, y = (bar.x0 + bar.x1) / 2 - line.width * size / 2, (bar.y0 + bar.y1) / 2
    draw = ImageDraw.Draw(sheet)
    draw_line(draw, line.runs, x, y, size, fill=_ink_on(layout.ground))
    for spot in (x - size * 0.55, x + line.width * size + size * 0.55):
        _paint_dot(sheet, spot, y, size * 0.09)


def _ink_on(ground: str) -> str:
    """Ink on light paper, paper on a dark sheet."""
    red, green, blue = rgb(ground)
    return INK if 0.3 * red + 0.59 * green + 0.11 * blue > 110 else WHITE


def _paint_dot(sheet: Image, x: float, y: float, radius: float) -> None:
    from PIL import Image, ImageDraw

    side = math.ceil(2 * radius) + 2
    mask = Image.new("L", (side * 4, side * 4))
    middle = side * 2
    reach = radius * 4
    ImageDraw.Draw(mask).ellipse((middle - reach, middle - reach, middle + reach, middle + reach), fill=255)
    sheet.paste(ACCENT, (round(x - side / 2), round(y - side / 2)), mask.reduce(4))
