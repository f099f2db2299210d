"""Tools and lamps, and the one that searching brings along."""

from __future__ import annotations

from pipeline.artists.sketch.palette import WHITE, Colour, darker, lighter
from pipeline.artists.sketch.pen import Pen, circle


def _lamp(pen: Pen, colour: Colour) -> None:
    pen.oval(0, 0.08, 0.42, 0.34, (255, 240, 160, 80), line=0)
    pen.stroke([(0, -0.05), (0, 0.42)], (110, 96, 100), 2.2)
    pen.oval(0, 0.44, 0.26, 0.07, (110, 96, 100))
    pen.shape([(-0.2, -0.46), (0.2, -0.46), (0.38, 0.0), (-0.38, 0.0)], colour)
    pen.stroke([(-0.1, -0.3), (-0.18, -0.08)], lighter(colour, 0.6), 1.4)


def _broom(pen: Pen, colour: Colour) -> None:
    pen.limb([(0, -0.9), (0, 0.1)], 0.04, (176, 122, 80), bend=False)
    pen.shape([(-0.12, 0.06), (0.12, 0.06), (0.3, 0.5), (-0.3, 0.5)], colour)
    for x in (-0.12, 0.0, 0.12):
        pen.stroke([(x * 0.6, 0.16), (x * 1.4, 0.46)], darker(colour, 0.3), 0.8)
    pen.band([(-0.12, 0.1), (0.12, 0.1)], 0.06, (206, 76, 70), False)


def _plant(pen: Pen, colour: Colour) -> None:
    for points in (
        [(0, 0.12), (-0.34, -0.12), (-0.44, -0.4), (-0.14, -0.22)],
        [(0, 0.12), (0.34, -0.12), (0.44, -0.4), (0.14, -0.22)],
        [(-0.04, 0.12), (-0.16, -0.24), (0, -0.54), (0.16, -0.24), (0.04, 0.12)],
    ):
        pen.blob(points, (96, 178, 96))
    pen.shape([(-0.3, 0.12), (0.3, 0.12), (0.22, 0.48), (-0.22, 0.48)], colour)
    pen.box(-0.34, 0.04, 0.34, 0.18, lighter(colour, 0.1), radius=0.03)


def _glass(pen: Pen, colour: Colour) -> None:
    pen.limb([(0.0, 0.12), (0.0, 0.5)], 0.06, (150, 100, 74), bend=False)
    pen.oval(0, -0.16, 0.3, 0.3, (206, 236, 252, 150), line=0)
    pen.shape(circle(0, -0.16, 0.3, 0.3), None, 3.0)
    pen.shape(circle(0, -0.16, 0.3, 0.3), None, 1.4, colour)
    pen.stroke([(-0.12, -0.12), (0.06, -0.3)], WHITE, 1.6)


PROPS = {
    "lamp": (_lamp, (250, 206, 110), 1.3),
    "broom": (_broom, (226, 190, 110), 1.7),
    "plant pot": (_plant, (206, 116, 76), 1.2),
    "magnifying glass": (_glass, (252, 206, 84), 1.0),
}  # fmt: skip
