"""The places: each one a backdrop with depth, drawn on a `Backdrop`.

A new place is a function and a row in the `PLACES` of one of the files here (and a word in the lexicon).
"""

from __future__ import annotations

from pipeline.artists.sketch.places import home, nature, shops, town, work
from pipeline.artists.sketch.places.backdrop import Backdrop
from pipeline.artists.sketch.places.details import draw_detail

PLACES = {**town.PLACES, **nature.PLACES, **home.PLACES, **shops.PLACES, **work.PLACES}
"""By name: the function that draws it."""


def draw_place(backdrop: Backdrop, name: str) -> None:
    """Draw the place called `name`; a plain coloured ground when no place is named."""
    PLACES.get(name, _nowhere)(backdrop)
    draw_detail(backdrop, name)


def _nowhere(drop: Backdrop) -> None:
    """No place was named: a soft field of colour, as comics do, with the ground hinted."""
    chosen = drop.chance.choice(((255, 222, 160), (186, 226, 240), (250, 206, 212), (206, 230, 186), (222, 212, 244)))
    drop.gradient(drop.mixed(chosen, 0.55), chosen)
    pen = drop.pen
    for _ in range(9):
        x, y = drop.chance.uniform(drop.left, drop.right), drop.chance.uniform(drop.top, -0.05)
        pen.oval(x, y, 0.035, 0.035, drop.mixed(chosen, 0.4), line=0)
    pen.shape(
        [(drop.left, 0.0), (drop.right, 0.0), (drop.right, drop.bottom), (drop.left, drop.bottom)],
        drop.shaded(chosen, 0.1),
        0,
    )
