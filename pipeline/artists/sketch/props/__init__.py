"""The props: each one a small drawing in a box from −0.5 to 0.5 in both directions, standing on y = 0.5.

A new prop is a function and a row in the `PROPS` of one of the files here (and a word in the lexicon).
"""

from __future__ import annotations

from pipeline.artists.sketch.palette import named
from pipeline.artists.sketch.pen import Pen
from pipeline.artists.sketch.props import ground, kitchen, outfit, play, study, tools
from pipeline.artists.sketch.scene import Thing

PROPS = {**kitchen.PROPS, **play.PROPS, **study.PROPS, **outfit.PROPS, **ground.PROPS, **tools.PROPS}
"""By name: the drawing, the colour when none is named, and the size in head radii when it lies about."""


KITCHEN = frozenset(kitchen.PROPS)
"""What can be eaten or drunk, and what it comes in."""


def draw_prop(pen: Pen, thing: Thing) -> None:
    """Draw a prop in the pen's unit box."""
    draw, colour, _ = PROPS[thing.name]
    draw(pen, named(thing.colour, colour))


def open_umbrella(pen: Pen, thing: Thing) -> None:
    """The canopy alone, as it is held over a head; the hand draws the stick."""
    play.canopy(pen, named(thing.colour, PROPS["umbrella"][1]))


def size_of(name: str) -> float:
    """How large a prop is beside a figure, in head radii."""
    return PROPS[name][2]
