"""Moods: what the air of a picture holds besides its light. A mood is a row in `MOODS`; some need light alone."""

from __future__ import annotations

import random

from PIL import Image

from pipeline.artists.sketch.faces import heart
from pipeline.artists.sketch.figures import Placed
from pipeline.artists.sketch.palette import Colour
from pipeline.artists.sketch.pen import Pen
from pipeline.artists.sketch.scene import Scene
from pipeline.artists.sketch.stage import Stage
from pipeline.artists.sketch.styles import Style


def draw_mood(pen: Pen, scene: Scene, stage: Stage, placed: tuple[Placed, ...], chance: random.Random) -> None:
    """Draw the mood's own things, clear of every face."""
    draw = MOODS.get(scene.mood)
    if draw:
        draw(pen, stage, placed, chance)


def _free_spots(stage: Stage, placed: tuple[Placed, ...], chance: random.Random, count: int):
    """Random places that touch no head."""
    for _ in range(count):
        x, y = chance.uniform(0, stage.width), chance.uniform(stage.free[1], stage.free[3] * 0.9)
        if not any(p.head[0] - 8 < x < p.head[2] + 8 and p.head[1] - 8 < y < p.head[3] + 8 for p in placed):
            yield x, y


def _floating(colours: tuple[Colour, ...], size: float, count: int, shape: str):
    def draw(pen: Pen, stage: Stage, placed: tuple[Placed, ...], chance: random.Random) -> None:
        side = (stage.width * stage.height) ** 0.5
        for x, y in _free_spots(stage, placed, chance, count):
            radius = side * size * chance.uniform(0.6, 1.4)
            if shape == "heart":
                heart(pen, x, y, radius, chance.choice(colours), line=0)
            elif shape == "spark":
                tips = [(0, -1), (0.24, -0.24), (1, 0), (0.24, 0.24), (0, 1), (-0.24, 0.24), (-1, 0), (-0.24, -0.24)]
                pen.at(x, y, radius).shape(tips, chance.choice(colours), line=0)
            else:
                pen.oval(x, y, radius, radius, chance.choice(colours), line=0)

    return draw


MOODS = {
    "romantic": _floating(((255, 150, 176, 190), (255, 190, 206, 190)), 0.019, 24, "heart"),
    "dreamy": _floating(((255, 255, 255, 96), (255, 226, 250, 110), (226, 236, 255, 110)), 0.022, 30, "bubble"),
    "cheerful": _floating(((255, 226, 110, 235), (255, 255, 255, 225)), 0.014, 22, "spark"),
    "funny": _floating(
        ((255, 120, 110, 210), (90, 170, 240, 210), (252, 207, 84, 220), (110, 190, 120, 210)), 0.009, 40, "bubble"
    ),
}
RAYS: dict[str, Colour] = {"exciting": (255, 236, 150)}
"""Moods with rays behind the figures."""
EDGES: dict[str, tuple[Colour, int]] = {
    "tense": ((60, 20, 40), 130),
    "scary": ((16, 12, 30), 190),
    "mysterious": ((50, 24, 90), 160),
    "gloomy": ((40, 44, 80), 120),
    "lonely": ((40, 50, 90), 100),
}
"""Moods whose edges darken: the colour there, and how strongly (0–255) in the corners."""


def shade_edges(picture: Image.Image, mood: str, style: Style) -> Image.Image:
    """The picture with the mood's darkness leaning in from its edges."""
    if mood not in EDGES:
        return picture
    colour, strength = EDGES[mood]
    mask = Image.radial_gradient("L").resize(picture.size, Image.Resampling.BILINEAR)
    mask = mask.point(lambda v: max(0, v - 110) * strength // 145)
    return Image.composite(Image.new("RGB", picture.size, style.fill(colour)[:3]), picture, mask)
