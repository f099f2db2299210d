"""Weather in the air: drawn over the place and, thinner, over the figures."""

from __future__ import annotations

import math
import random

from pipeline.artists.sketch.palette import WHITE
from pipeline.artists.sketch.pen import Pen


def draw_weather(
    pen: Pen, names: tuple[str, ...], width: float, height: float, chance: random.Random, front: bool
) -> None:
    """Everything that falls, blows or drifts. `front` is the pass over the figures."""
    for name in names:
        draw = FALLING.get(name)
        if draw:
            draw(pen, width, height, chance, front)


def _rain(pen: Pen, width: float, height: float, chance: random.Random, front: bool, slant: float = 0.22) -> None:
    size = math.sqrt(width * height)
    for _ in range(26 if front else 64):
        x, y = chance.uniform(-0.1, 1.1) * width, chance.uniform(-0.05, 1.0) * height
        long = size * chance.uniform(0.035, 0.06)
        colour = (226, 240, 255, 150) if front else (206, 226, 250, 210)
        pen.stroke([(x, y), (x - long * slant, y + long)], colour, 0.8, False)


def _storm(pen: Pen, width: float, height: float, chance: random.Random, front: bool) -> None:
    _rain(pen, width, height, chance, front, slant=0.6)
    if front:
        return
    x, size = width * chance.uniform(0.2, 0.8), math.sqrt(width * height)
    bolt = [(0.02, 0.0), (0.09, 0.0), (0.045, 0.13), (0.09, 0.13), (-0.03, 0.36), (0.012, 0.19), (-0.03, 0.19)]
    pen.shape([(x + a * size, b * size) for a, b in bolt], (255, 240, 140), 0.9)


def _snow(pen: Pen, width: float, height: float, chance: random.Random, front: bool) -> None:
    size = math.sqrt(width * height)
    for _ in range(22 if front else 70):
        radius = size * chance.choice((0.004, 0.006, 0.009))
        pen.oval(chance.random() * width, chance.random() * height, radius, radius, WHITE, line=0)


def _wind(pen: Pen, width: float, height: float, chance: random.Random, front: bool) -> None:
    size = math.sqrt(width * height)
    for _ in range(3 if front else 7):
        x, y = chance.uniform(-0.1, 0.8) * width, chance.uniform(0.05, 0.85) * height
        long = size * chance.uniform(0.16, 0.3)
        points = [
            (x, y),
            (x + long * 0.5, y - long * 0.06),
            (x + long, y),
            (x + long * 1.08, y - long * 0.12),
            (x + long * 0.96, y - long * 0.16),
        ]
        pen.stroke(points, (255, 255, 255, 190), 1.5)
        lx, ly = chance.random() * width, chance.random() * height
        if not front:
            pen.at(lx, ly, size * 0.016, turn=chance.uniform(0, 180)).blob(
                [(-1, 0), (0, -0.5), (1, 0), (0, 0.5)], (150, 190, 96), 0.7
            )


def _fog(pen: Pen, width: float, height: float, chance: random.Random, front: bool) -> None:
    for i in range(2 if front else 5):
        y = height * (0.5 + 0.11 * i + chance.uniform(-0.03, 0.03)) if not front else height * (0.86 + 0.08 * i)
        for share, alpha in ((1.0, 46), (0.6, 50)):
            pen.oval(
                width * chance.uniform(0.2, 0.8),
                y,
                width * 0.8 * share,
                height * 0.07 * share,
                (240, 242, 246, alpha),
                line=0,
            )


def _rainbow(pen: Pen, width: float, height: float, chance: random.Random, front: bool) -> None:
    if front:
        return
    colours = ((238, 96, 96), (248, 166, 84), (252, 220, 110), (126, 200, 130), (110, 170, 236), (160, 130, 220))
    cx, cy, reach, thick = (
        width * 0.5,
        height * 0.74,
        max(width * 0.56, height * 0.5),
        math.sqrt(width * height) * 0.024,
    )
    for i, colour in enumerate(colours):
        radius = reach - i * thick
        arc = [
            (cx + radius * math.cos(math.radians(a)), cy - radius * math.sin(math.radians(a)) * 0.92)
            for a in range(0, 181, 9)
        ]
        inner = [
            (
                cx + (radius - thick) * math.cos(math.radians(a)),
                cy - (radius - thick) * math.sin(math.radians(a)) * 0.92,
            )
            for a in range(180, -1, -9)
        ]
        pen.shape([*arc, *inner], (*colour, 150), 0)


def _sunny(pen: Pen, width: float, height: float, chance: random.Random, front: bool) -> None:
    if front:
        return
    side = chance.choice((0.0, 1.0))
    for i in range(6):
        spread = 0.18 + 0.24 * i
        far = (width * abs(side - spread), height)
        near = (width * abs(side - spread - 0.11), height)
        pen.shape([(width * side, 0), far, near], (255, 246, 176, 84), 0)


FALLING = {
    "rain": _rain, "storm": _storm, "snow": _snow, "wind": _wind, "fog": _fog, "rainbow": _rainbow, "sunny": _sunny,
}  # fmt: skip
