"""One picture of a panel, and who is where in it."""

from __future__ import annotations

from pipeline.comic.made import Made, Notice
from pipeline.comic.noun import Noun
from pipeline.comic.recipe import Recipe

Box = tuple[float, float, float, float]
"""x0, y0, x1, y1 in the picture's pixels."""
Point = tuple[float, float]


class Figure(Noun):
    """Somebody in a picture: where they are, and where face and mouth are when they can be seen."""

    character: str | None
    box: Box
    face: Box | None = None
    mouth: Point | None = None


class Take(Noun):
    """One picture made from one recipe, kept as `takes/ID.png`."""

    id: str
    recipe: Recipe
    figures: tuple[Figure, ...] = ()
    notices: tuple[Notice, ...] = ()
    made: Made
    locked: bool = False
