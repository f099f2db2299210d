"""What stands on the ground: vehicles, furniture, trees."""

from __future__ import annotations

from pipeline.artists.sketch.palette import INK, WHITE, Colour, darker, lighter
from pipeline.artists.sketch.pen import Pen, circle

GLASS: Colour = (176, 222, 246)
WOOD: Colour = (176, 122, 80)
TYRE: Colour = (66, 62, 76)


def _wheel(pen: Pen, x: float, y: float, radius: float) -> None:
    pen.oval(x, y, radius, radius, TYRE)
    pen.oval(x, y, radius * 0.45, radius * 0.45, (206, 210, 220), 0.7)


def _car(pen: Pen, colour: Colour) -> None:
    pen.blob([(-0.3, 0.08), (-0.2, -0.18), (0.14, -0.18), (0.28, 0.08)], colour)
    pen.shape([(-0.22, 0.06), (-0.15, -0.11), (-0.02, -0.11), (-0.02, 0.06)], GLASS, 0.7)
    pen.shape([(0.02, 0.06), (0.02, -0.11), (0.12, -0.11), (0.21, 0.06)], GLASS, 0.7)
    pen.box(-0.5, 0.06, 0.5, 0.38, colour, radius=0.1)
    pen.oval(0.45, 0.18, 0.045, 0.05, (255, 240, 170), 0.7)
    for x in (-0.28, 0.28):
        _wheel(pen, x, 0.38, 0.12)


def _bus(pen: Pen, colour: Colour) -> None:
    pen.box(-0.5, -0.3, 0.5, 0.38, colour, radius=0.06)
    for i in range(4):
        pen.box(-0.44 + i * 0.2, -0.2, -0.28 + i * 0.2, 0.02, GLASS, line=0.7, radius=0.02)
    pen.box(0.35, -0.2, 0.47, 0.34, GLASS, line=0.7)
    pen.band([(-0.48, 0.14), (0.33, 0.14)], 0.05, WHITE, False)
    for x in (-0.28, 0.24):
        _wheel(pen, x, 0.4, 0.1)


def _bicycle(pen: Pen, colour: Colour) -> None:
    for x in (-0.3, 0.3):
        pen.shape(circle(x, 0.24, 0.24, 0.24), None, 2.0)
        pen.oval(x, 0.24, 0.03, 0.03, INK, line=0)
    frame = [(-0.3, 0.24), (-0.12, -0.08), (0.2, -0.08), (0.02, 0.24), (-0.3, 0.24)]
    pen.stroke(frame, colour, 2.6, False)
    pen.stroke([(-0.12, -0.08), (0.02, 0.24)], colour, 2.6)
    pen.stroke([(0.3, 0.24), (0.18, -0.24), (0.3, -0.3)], colour, 2.6, False)
    pen.stroke([(-0.2, -0.16), (-0.06, -0.16)], line=3.0)


def _chair(pen: Pen, colour: Colour) -> None:
    pen.box(-0.34, -0.5, 0.34, -0.02, lighter(colour, 0.1), radius=0.07)
    for x in (-0.32, 0.32):
        pen.limb([(x, 0.1), (x * 1.05, 0.47)], 0.045, darker(colour), bend=False)
    pen.box(-0.42, 0.0, 0.42, 0.18, colour, radius=0.06)


def _table(pen: Pen, colour: Colour) -> None:
    for x in (-0.4, 0.4):
        pen.box(x - 0.05, -0.02, x + 0.05, 0.5, darker(colour))
    pen.box(-0.52, -0.16, 0.52, 0.02, colour, radius=0.04)


def _tree(pen: Pen, colour: Colour) -> None:
    pen.shape([(-0.07, 0.5), (-0.05, -0.02), (0.05, -0.02), (0.07, 0.5)], (136, 94, 66))
    pen.blob(
        [(-0.3, 0.1), (-0.42, -0.12), (-0.28, -0.34), (0, -0.5), (0.28, -0.34), (0.42, -0.12), (0.3, 0.1), (0, 0.16)],
        colour,
    )
    for x, y in ((-0.16, -0.2), (0.1, -0.3), (0.14, -0.02)):
        pen.stroke([(x - 0.06, y + 0.03), (x, y), (x + 0.06, y + 0.03)], darker(colour, 0.3), 0.9)


def _snowman(pen: Pen, colour: Colour) -> None:
    for side in (-1, 1):
        pen.stroke([(side * 0.2, 0.02), (side * 0.46, -0.16)], (120, 84, 60), 1.6)
    pen.oval(0, 0.22, 0.34, 0.29, colour)
    pen.oval(0, -0.22, 0.24, 0.23, colour)
    for x in (-0.08, 0.08):
        pen.oval(x, -0.27, 0.027, 0.03, INK, line=0)
    pen.shape([(0, -0.22), (0.18, -0.17), (0, -0.15)], (245, 138, 56), 0.7)
    pen.band([(-0.2, -0.02), (0, 0.04), (0.2, -0.02)], 0.09, (226, 76, 76))
    for y in (0.14, 0.28):
        pen.oval(0, y, 0.028, 0.028, INK, line=0)
    pen.box(-0.16, -0.62, 0.16, -0.42, (70, 66, 84))
    pen.box(-0.26, -0.44, 0.26, -0.38, (70, 66, 84))


def _puddle(pen: Pen, colour: Colour) -> None:
    pen.blob(
        [(-0.5, 0.4), (-0.26, 0.3), (0.1, 0.32), (0.46, 0.34), (0.5, 0.46), (0.14, 0.52), (-0.34, 0.5)], colour, 0.8
    )
    pen.stroke([(-0.26, 0.39), (-0.06, 0.38)], WHITE, 1.2)
    pen.stroke([(0.12, 0.45), (0.24, 0.44)], WHITE, 1.2)


def _sign(pen: Pen, colour: Colour) -> None:
    pen.box(-0.05, -0.1, 0.05, 0.5, (150, 110, 84))
    pen.shape([(-0.46, -0.44), (0.3, -0.44), (0.5, -0.24), (0.3, -0.04), (-0.46, -0.04)], colour)
    for y in (-0.3, -0.18):
        pen.stroke([(-0.34, y), (0.2, y)], darker(colour, 0.45), 1.2)


def _trash_can(pen: Pen, colour: Colour) -> None:
    pen.shape([(-0.34, -0.2), (0.34, -0.2), (0.28, 0.5), (-0.28, 0.5)], colour)
    for x in (-0.14, 0.0, 0.14):
        pen.stroke([(x, -0.08), (x * 0.85, 0.4)], darker(colour, 0.3), 0.9)
    pen.box(-0.4, -0.32, 0.4, -0.18, lighter(colour, 0.15), radius=0.05)
    pen.box(-0.1, -0.4, 0.1, -0.32, lighter(colour, 0.15), radius=0.03)


def _door(pen: Pen, colour: Colour) -> None:
    pen.box(-0.34, -0.5, 0.34, 0.5, darker(colour, 0.3))
    pen.box(-0.28, -0.45, 0.28, 0.5, colour)
    for y in (-0.36, 0.06):
        pen.box(-0.18, y, 0.18, y + 0.3, lighter(colour, 0.15), line=0.7)
    pen.oval(0.22, 0.04, 0.03, 0.03, (252, 214, 110), 0.7)


def _ladder(pen: Pen, colour: Colour) -> None:
    for x in (-0.22, 0.22):
        pen.limb([(x * 0.8, -0.5), (x, 0.49)], 0.03, colour, bend=False)
    for i in range(5):
        y = -0.38 + i * 0.19
        pen.limb([(-0.2, y), (0.2, y)], 0.022, colour, 0.8, False)


def _bench(pen: Pen, colour: Colour) -> None:
    for x in (-0.38, 0.38):
        pen.box(x - 0.04, -0.3, x + 0.04, 0.5, (90, 92, 108))
    for y in (-0.3, -0.14):
        pen.box(-0.5, y, 0.5, y + 0.12, colour, radius=0.03)
    pen.box(-0.52, 0.1, 0.52, 0.24, lighter(colour, 0.12), radius=0.04)


PROPS = {
    "car": (_car, (232, 84, 76), 4.4),
    "bus": (_bus, (84, 150, 226), 6.4),
    "bicycle": (_bicycle, (226, 84, 84), 3.2),
    "chair": (_chair, (206, 150, 96), 2.2),
    "table": (_table, WOOD, 2.8),
    "tree": (_tree, (104, 180, 96), 5.6),
    "snowman": (_snowman, (252, 252, 255), 2.8),
    "puddle": (_puddle, (140, 196, 236), 2.2),
    "sign": (_sign, (240, 208, 140), 2.6),
    "trash can": (_trash_can, (130, 150, 166), 1.8),
    "door": (_door, (176, 110, 76), 4.6),
    "ladder": (_ladder, (214, 170, 110), 4.4),
    "bench": (_bench, (190, 128, 84), 2.8),
}  # fmt: skip
