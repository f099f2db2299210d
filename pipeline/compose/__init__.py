"""A page from script, pictures, layout and lettering: places first, painting last.

The pictures themselves are never changed: letters are a layer of data (`Composed.balloons`,
`text_layer`) that is painted over copies. Places are worked out at the layout's own width and
scaled, so that a page looks the same at every size.

1. `framing`   a picture cropped to cover its panel, faces kept
2. `lettering` a panel's lines as words to place, and the notices
3. `inks`      the colours of letters and balloons
4. `painting`  a balloon painted in its own box
5. `paper`     ground, frames and title
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipeline.balloons import Scene
from pipeline.comic import PANELS, Figure, Lettering, Notice, Script
from pipeline.compose.framing import Cover, cover, moved_figure, thumbnail
from pipeline.compose.lettering import PlacedBalloon, TextRun, letter_panel, letter_sizes, text_runs
from pipeline.layout import Layout, Page, Region, lay_out

if TYPE_CHECKING:
    from PIL.Image import Image

Box = tuple[float, float, float, float]
Point = tuple[float, float]


@dataclass(frozen=True)
class PanelArt:
    """A panel's picture and the figures in it, in the picture's own pixels; `seen` are those whom the picture was asked
    to show, from left to right (empty when that is not known)."""

    picture: Image | None
    figures: tuple[Figure, ...] = ()
    seen: tuple[str, ...] = ()


@dataclass(frozen=True)
class PlacedFace:
    """A character's face on the page, in page pixels."""

    panel: int
    character: str
    box: Box
    mouth: Point


@dataclass(frozen=True)
class PlacedPage:
    """A page with everything in its place and nothing painted, in page pixels."""

    page: Page
    balloons: tuple[PlacedBalloon, ...]
    faces: tuple[PlacedFace, ...]
    notices: tuple[Notice, ...] = ()


@dataclass(frozen=True)
class Composed(PlacedPage):
    """A finished page; `picture` is RGB."""

    picture: Image = None  # type: ignore[assignment]  # always given; fields with defaults come before it


def compose(
    script: Script | None,
    arts: Sequence[PanelArt | None],
    layout: Layout,
    lettering: Lettering,
    *,
    width: int | None = None,
) -> Composed:
    """The lettered page. `arts` holds one entry a panel, None where nothing is drawn yet; `width` in pixels."""
    from pipeline.compose import painting, paper

    placed = place_page(script, arts, layout, lettering, width=width)
    picture = paper.sheet(placed.page, layout)
    for region, art in zip(placed.page.panels, arts, strict=False):
        paper.lay_picture(picture, region, layout, _picture_for(art, region))
    for group in painting.groups(placed.balloons):
        painting.paint(picture, group, placed.page.panels[group[0].panel])
    if placed.page.title is not None and script is not None:
        paper.paint_title(picture, placed.page.title, layout, script, lettering)
    return Composed(placed.page, placed.balloons, placed.faces, placed.notices, picture)


def place_page(
    script: Script | None,
    arts: Sequence[PanelArt | None],
    layout: Layout,
    lettering: Lettering,
    *,
    width: int | None = None,
) -> PlacedPage:
    """Where everything goes on the page; nothing is painted."""
    shown = lettering.show_title and script is not None and bool(script.title)
    page, drawn = lay_out(layout, width, shown), lay_out(layout, None, shown)
    sizes = letter_sizes(drawn)
    balloons: list[PlacedBalloon] = []
    faces: list[PlacedFace] = []
    notices: list[Notice] = []
    for index in range(PANELS):
        art, own, target = _at(arts, index), drawn.panels[index], page.panels[index]
        figures, small = _seen(art, own)
        faces += _placed_faces(index, figures, own, target)
        if script is None:
            continue
        size, seen = (own.width, own.height), art.seen if art else ()
        found, said = letter_panel(script, index, size, figures, small, lettering, sizes, seen)
        balloons += [balloon.moved(own, target) for balloon in found]
        notices += said
    return PlacedPage(page, tuple(balloons), tuple(faces), tuple(notices))


def text_layer(placed: PlacedPage) -> tuple[TextRun, ...]:
    """Every line of letters of the page, in reading order, in page pixels: for selectable text."""
    return tuple(run for balloon in placed.balloons for run in text_runs(balloon))


def _at(arts: Sequence[PanelArt | None], index: int) -> PanelArt | None:
    return arts[index] if index < len(arts) else None


def _cover_of(art: PanelArt, size: tuple[int, int]) -> Cover:
    return cover(art.picture.size, size, art.figures)


def _seen(art: PanelArt | None, region: Region) -> tuple[list[Figure], Image | None]:
    """The figures in the panel's pixels, and a thumbnail of what the panel shows."""
    if art is None or art.picture is None:
        return [], None
    crop = _cover_of(art, region.size)
    return [moved_figure(figure, crop) for figure in art.figures], thumbnail(art.picture, crop)


def _picture_for(art: PanelArt | None, region: Region) -> Image | None:
    from pipeline.compose.framing import cropped

    if art is None or art.picture is None:
        return None
    return cropped(art.picture, _cover_of(art, region.size), region.size)


def _placed_faces(index: int, figures: Sequence[Figure], own: Region, target: Region) -> list[PlacedFace]:
    """Faces that can be seen, each character's once, cut to the panel."""
    placed: dict[str, PlacedFace] = {}
    across, down = target.width / own.width, target.height / own.height
    for figure in figures:
        if figure.face is None or not figure.character or figure.character in placed:
            continue
        x0, y0 = max(0.0, figure.face[0]), max(0.0, figure.face[1])
        x1, y1 = min(float(own.width), figure.face[2]), min(float(own.height), figure.face[3])
        if x1 - x0 < 2 or y1 - y0 < 2:
            continue
        box = (target.x0 + x0 * across, target.y0 + y0 * down, target.x0 + x1 * across, target.y0 + y1 * down)
        mouth = figure.mouth or ((x0 + x1) / 2, (y0 + y1) / 2)
        at = (target.x0 + mouth[0] * across, target.y0 + mouth[1] * down)
        placed[figure.character] = PlacedFace(index, figure.character, box, at)
    return list(placed.values())


__all__ = [
    "Composed",
    "PanelArt",
    "PlacedBalloon",
    "PlacedFace",
    "PlacedPage",
    "Scene",
    "TextRun",
    "compose",
    "place_page",
    "text_layer",
]
