"""Toys, gifts, music and magic."""

from __future__ import annotations

from math import cos, pi, sin

from pipeline.artists.sketch.palette import INK, WHITE, Colour, darker, lighter
from pipeline.artists.sketch.pen import Pen, circle

WOOD: Colour = (176, 122, 80)
GOLD: Colour = (252, 206, 84)


def canopy(pen: Pen, colour: Colour) -> None:
    """The open umbrella's dome."""
    edge = [(0.5, 0.12), (0.34, 0.06), (0.17, 0.13), (0.0, 0.06), (-0.17, 0.13), (-0.34, 0.06), (-0.5, 0.12)]
    dome = [(-0.5, 0.12), (-0.44, -0.12), (-0.24, -0.3), (0, -0.36), (0.24, -0.3), (0.44, -0.12)]
    pen.shape([*dome, *edge], colour)
    for x in (-0.17, 0.17):
        pen.stroke([(x, 0.12), (x * 0.8, -0.14), (0, -0.36)], darker(colour, 0.3), 0.8)
    pen.stroke([(0, -0.36), (0, -0.44)], line=1.4)


def _closed_umbrella(pen: Pen, colour: Colour) -> None:
    """The whole umbrella, standing or lying about."""
    pen.stroke([(0, 0.0), (0, 0.4), (0.06, 0.48), (0.14, 0.44)], (110, 84, 70), 1.8)
    canopy(pen.at(0, 0.02), colour)


def _balloon(pen: Pen, colour: Colour) -> None:
    pen.shape([(-0.07, 0.48), (0.07, 0.48), (0, 0.36)], darker(colour))
    pen.blob(
        [(0, -0.5), (0.32, -0.36), (0.4, -0.04), (0.22, 0.3), (0, 0.4), (-0.22, 0.3), (-0.4, -0.04), (-0.32, -0.36)],
        colour,
    )
    pen.oval(-0.17, -0.22, 0.07, 0.12, (255, 255, 255, 190), line=0)


def _flower(pen: Pen, colour: Colour) -> None:
    pen.stroke([(0, -0.1), (0.02, 0.5)], (84, 150, 84), 2.0)
    pen.blob([(0.02, 0.3), (0.18, 0.12), (0.32, 0.14), (0.2, 0.3)], (96, 176, 92), 0.8)
    for x, y in ((0, -0.42), (0.2, -0.28), (0.13, -0.06), (-0.13, -0.06), (-0.2, -0.28)):
        pen.oval(x, y + 0.02, 0.15, 0.15, colour, 0.9)
    pen.oval(0, -0.2, 0.12, 0.12, GOLD, 0.8)


def _gift(pen: Pen, colour: Colour) -> None:
    ribbon = (252, 214, 96) if colour[1] < 190 else (226, 76, 80)
    pen.box(-0.42, -0.1, 0.42, 0.46, colour, radius=0.03)
    pen.box(-0.48, -0.24, 0.48, -0.02, lighter(colour, 0.15), radius=0.03)
    pen.box(-0.09, -0.24, 0.09, 0.46, ribbon, line=0.7)
    for side in (-1, 1):
        pen.at(0, -0.26, flip=side < 0).blob([(0.02, 0), (0.14, -0.22), (0.34, -0.2), (0.32, -0.02)], ribbon)


def _ball(pen: Pen, colour: Colour) -> None:
    pen.oval(0, 0.06, 0.42, 0.42, colour)
    pen.blob([(-0.1, -0.34), (0.12, -0.34), (0.2, 0.06), (0.12, 0.46), (-0.1, 0.46), (0.0, 0.06)], WHITE, 0.7)
    pen.oval(-0.2, -0.12, 0.08, 0.07, (255, 255, 255, 200), line=0)


def _guitar(pen: Pen, colour: Colour) -> None:
    pen.limb([(0, -0.1), (0, -0.62)], 0.045, (120, 80, 56), bend=False)
    pen.box(-0.08, -0.74, 0.08, -0.58, (96, 62, 46), radius=0.03)
    pen.blob(
        [
            (0, -0.18),
            (0.2, -0.12),
            (0.18, 0.08),
            (0.32, 0.3),
            (0.18, 0.5),
            (0, 0.53),
            (-0.18, 0.5),
            (-0.32, 0.3),
            (-0.18, 0.08),
            (-0.2, -0.12),
        ],
        colour,
    )
    pen.oval(0, 0.18, 0.1, 0.1, (80, 50, 40), 0.7)
    pen.stroke([(-0.12, 0.4), (0.12, 0.4)], (80, 50, 40), 1.6)


def _microphone(pen: Pen, colour: Colour) -> None:
    pen.shape([(-0.1, -0.1), (0.1, -0.1), (0.06, 0.5), (-0.06, 0.5)], (84, 84, 104))
    pen.oval(0, -0.24, 0.2, 0.22, colour)
    pen.stroke([(-0.17, -0.24), (0.17, -0.24)], darker(colour, 0.4), 0.7)
    pen.stroke([(0, -0.44), (0, -0.06)], darker(colour, 0.4), 0.7)


def _kite(pen: Pen, colour: Colour) -> None:
    pen.stroke([(0, 0.4), (0.1, 0.55), (-0.04, 0.7), (0.08, 0.85)], darker(colour, 0.3), 1.2)
    pen.shape([(0, -0.5), (0.36, -0.1), (0, 0.42), (-0.36, -0.1)], colour)
    pen.shape([(0, -0.5), (0.36, -0.1), (0, -0.1)], lighter(colour, 0.5), 0)
    pen.shape([(0, 0.42), (-0.36, -0.1), (0, -0.1)], lighter(colour, 0.5), 0)
    pen.stroke([(0, -0.5), (0, 0.42)], line=0.8)
    pen.stroke([(-0.36, -0.1), (0.36, -0.1)], line=0.8)


def _teddy(pen: Pen, colour: Colour) -> None:
    for side in (-1, 1):
        pen.oval(side * 0.22, -0.42, 0.11, 0.11, colour)
        pen.oval(side * 0.32, 0.12, 0.11, 0.15, colour)
        pen.oval(side * 0.2, 0.42, 0.14, 0.1, colour)
    pen.oval(0, 0.2, 0.28, 0.27, colour)
    pen.oval(0, -0.22, 0.31, 0.27, colour)
    pen.oval(0, -0.14, 0.13, 0.1, lighter(colour, 0.55), line=0)
    for x in (-0.11, 0.11):
        pen.oval(x, -0.26, 0.035, 0.04, INK, line=0)
    pen.oval(0, -0.18, 0.045, 0.03, INK, line=0)


def _trophy(pen: Pen, colour: Colour) -> None:
    pen.stroke([(-0.26, -0.36), (-0.46, -0.3), (-0.4, -0.02), (-0.18, 0.04)], darker(colour, 0.1), 2.6)
    pen.stroke([(0.26, -0.36), (0.46, -0.3), (0.4, -0.02), (0.18, 0.04)], darker(colour, 0.1), 2.6)
    pen.box(-0.26, 0.36, 0.26, 0.5, WOOD, radius=0.03)
    pen.box(-0.07, 0.06, 0.07, 0.38, darker(colour, 0.1))
    pen.blob([(-0.32, -0.46), (0.32, -0.46), (0.28, -0.1), (0, 0.16), (-0.28, -0.1)], colour)
    star(pen, 0, -0.22, 0.14, WHITE, 0.6)


def star(pen: Pen, x: float, y: float, radius: float, fill: Colour, line: float = 1.0) -> None:
    """A five-pointed star."""
    spokes = [(radius if i % 2 == 0 else radius * 0.46, -pi / 2 + i * pi / 5) for i in range(10)]
    pen.shape([(x + r * cos(a), y + r * sin(a)) for r, a in spokes], fill, line)


def _sword(pen: Pen, colour: Colour) -> None:
    pen.shape([(-0.08, 0.16), (-0.08, -0.72), (0, -0.88), (0.08, -0.72), (0.08, 0.16)], colour)
    pen.stroke([(0, 0.1), (0, -0.66)], darker(colour, 0.25), 0.7)
    pen.box(-0.24, 0.14, 0.24, 0.24, GOLD, radius=0.04)
    pen.box(-0.06, 0.22, 0.06, 0.5, (120, 76, 60), radius=0.03)


def _wand(pen: Pen, colour: Colour) -> None:
    pen.limb([(0, 0.5), (0, -0.16)], 0.045, (150, 110, 190), bend=False)
    star(pen, 0, -0.36, 0.28, colour)


def _ring(pen: Pen, colour: Colour) -> None:
    pen.shape(circle(0, 0.16, 0.28, 0.28), None, 4.2)
    pen.shape(circle(0, 0.16, 0.28, 0.28), None, 2.2, colour)
    pen.shape([(-0.2, -0.28), (-0.1, -0.42), (0.1, -0.42), (0.2, -0.28), (0, -0.06)], (150, 226, 250))


def _mask(pen: Pen, colour: Colour) -> None:
    pen.blob([(-0.46, -0.3), (0, -0.4), (0.46, -0.3), (0.36, 0.2), (0, 0.46), (-0.36, 0.2)], colour)
    for side in (-1, 1):
        pen.oval(side * 0.2, -0.08, 0.1, 0.07, INK, line=0)
    pen.stroke([(-0.14, 0.2), (0, 0.26), (0.14, 0.2)], (206, 60, 70), 1.8)


def _candle(pen: Pen, colour: Colour) -> None:
    pen.oval(0, -0.36, 0.2, 0.2, (255, 230, 120, 110), line=0)
    pen.blob([(0, -0.54), (0.1, -0.34), (0, -0.22), (-0.1, -0.34)], (255, 178, 60), 0.8)
    pen.box(-0.14, -0.18, 0.14, 0.44, colour, radius=0.04)
    pen.oval(0, 0.45, 0.28, 0.06, (150, 104, 76))


def _rocket(pen: Pen, colour: Colour) -> None:
    pen.blob([(-0.1, 0.36), (0.1, 0.36), (0.06, 0.52), (0, 0.64), (-0.06, 0.52)], (255, 176, 60), 0.8)
    for side in (-1, 1):
        pen.shape([(side * 0.16, 0.08), (side * 0.34, 0.4), (side * 0.14, 0.34)], colour)
    pen.blob([(0, -0.52), (0.16, -0.28), (0.2, 0.06), (0.13, 0.38), (-0.13, 0.38), (-0.2, 0.06), (-0.16, -0.28)], WHITE)
    pen.blob([(0, -0.52), (0.13, -0.34), (0.17, -0.22), (-0.17, -0.22), (-0.13, -0.34)], colour)
    pen.oval(0, -0.04, 0.1, 0.1, (130, 200, 240))


PROPS = {
    "umbrella": (_closed_umbrella, (226, 72, 78), 2.2),
    "balloon": (_balloon, (236, 86, 92), 1.1),
    "flower": (_flower, (250, 140, 170), 0.9),
    "gift box": (_gift, (226, 80, 86), 1.05),
    "ball": (_ball, (78, 140, 226), 0.85),
    "guitar": (_guitar, (214, 140, 76), 1.6),
    "microphone": (_microphone, (190, 194, 206), 0.8),
    "kite": (_kite, (236, 96, 84), 1.3),
    "teddy bear": (_teddy, (190, 136, 90), 1.0),
    "trophy": (_trophy, GOLD, 1.0),
    "sword": (_sword, (206, 216, 230), 1.2),
    "magic wand": (_wand, GOLD, 1.0),
    "ring": (_ring, GOLD, 0.6),
    "mask": (_mask, (250, 244, 236), 0.8),
    "candle": (_candle, (255, 250, 236), 0.7),
    "rocket": (_rocket, (226, 76, 76), 4.2),
}  # fmt: skip
