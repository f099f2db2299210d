"""Moods: what the air of a picture holds besides its light. A mood is a row in `MOODS`; some need light alone."""

from __future__ import annotations

import math
import random

from pipeline.artists.sketch.faces import heart
from pipeline.artists.sketch.figures import Placed
from pipeline.artists.sketch.marks import speed_lines
from pipeline.artists.sketch.palette import Colour
from pipeline.artists.sketch.pen import Pen
from pipeline.artists.sketch.scene import Scene
from pipeline.artists.sketch.stage import Stage


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
            else:
                pen.oval(x, y, radius, radius, chance.choice(colours), line=0)

    return draw


def _shade_from_edges(colour: Colour):
    """Darkness that leans in from the corners."""

    def draw(pen: Pen, stage: Stage, placed: tuple[Placed, ...], chance: random.Random) -> None:
        width, height = stage.width, stage.height
        for share in (0.42, 0.36, 0.3, 0.24, 0.18, 0.12, 0.06):
            for x, y in ((0, 0), (width, 0), (0, height), (width, height)):
                reach_x, reach_y = (
                    (share * width if x == 0 else -share * width),
                    (share * height if y == 0 else -share * height),
                )
                arc = [
                    (x + reach_x * (1 - math.sin(a)), y + reach_y * (1 - math.cos(a)))
                    for a in (i * math.pi / 16 for i in range(9))
                ]
                pen.shape([(x, y), *arc], colour, 0)

    return draw


def _rays(pen: Pen, stage: Stage, placed: tuple[Placed, ...], chance: random.Random) -> None:
    if placed:
        x0, y0 = min(p.box[0] for p in placed), min(p.box[1] for p in placed)
        x1, y1 = max(p.box[2] for p in placed), max(p.box[3] for p in placed)
        speed_lines(pen.in_light(lambda colour: (255, 236, 150, 150)), stage.width, stage.height, (x0, y0, x1, y1))


MOODS = {
    "romantic": _floating(((255, 150, 176, 190), (255, 190, 206, 190)), 0.014, 22, "heart"),
    "dreamy": _floating(((255, 255, 255, 96), (255, 226, 250, 110), (226, 236, 255, 110)), 0.022, 30, "bubble"),
    "cheerful": _floating(((255, 240, 150, 150), (255, 255, 255, 150)), 0.007, 26, "bubble"),
    "funny": _floating(
        ((255, 120, 110, 210), (90, 170, 240, 210), (252, 207, 84, 220), (110, 190, 120, 210)), 0.007, 34, "bubble"
    ),
    "exciting": _rays,
    "tense": _shade_from_edges((60, 20, 40, 26)),
    "scary": _shade_from_edges((16, 12, 30, 40)),
    "mysterious": _shade_from_edges((50, 24, 90, 32)),
    "gloomy": _shade_from_edges((40, 44, 80, 26)),
    "lonely": _shade_from_edges((40, 50, 90, 20)),
}
