"""Paper, screens and desk things."""

from __future__ import annotations

from pipeline.artists.sketch.palette import WHITE, Colour, darker, lighter
from pipeline.artists.sketch.pen import Pen

PAGE: Colour = (255, 252, 240)
GREY: Colour = (150, 152, 170)


def _lines(pen: Pen, x0: float, x1: float, ys: tuple[float, ...], colour: Colour = GREY) -> None:
    for y in ys:
        pen.stroke([(x0, y), (x1, y)], colour, 0.8, False)


def _book(pen: Pen, colour: Colour) -> None:
    pen.shape([(-0.52, -0.3), (0, -0.22), (0.52, -0.3), (0.52, 0.38), (0, 0.46), (-0.52, 0.38)], colour)
    for side in (-1, 1):
        pen.shape([(0, -0.24), (side * 0.46, -0.33), (side * 0.46, 0.3), (0, 0.38)], PAGE, 0.7)
        for y in (-0.14, 0.0, 0.14):
            pen.stroke([(side * 0.1, y), (side * 0.38, y - 0.04)], GREY, 0.7)


def _phone(pen: Pen, colour: Colour) -> None:
    pen.box(-0.26, -0.46, 0.26, 0.48, colour, radius=0.09)
    pen.box(-0.2, -0.36, 0.2, 0.34, (150, 214, 250), line=0.6, radius=0.03)
    pen.oval(0, 0.41, 0.04, 0.035, WHITE, line=0)


def _letter(pen: Pen, colour: Colour) -> None:
    pen.box(-0.48, -0.28, 0.48, 0.36, colour, radius=0.03)
    pen.stroke([(-0.46, -0.26), (0, 0.1), (0.46, -0.26)], darker(colour, 0.55), 1.0, False)
    pen.oval(0, 0.06, 0.1, 0.1, (226, 66, 84), 0.8)


def _laptop(pen: Pen, colour: Colour) -> None:
    pen.box(-0.42, -0.4, 0.42, 0.24, colour, radius=0.05)
    pen.box(-0.35, -0.33, 0.35, 0.17, (140, 206, 246), line=0.6)
    _lines(pen, -0.26, 0.1, (-0.2, -0.08, 0.04), WHITE)
    pen.shape([(-0.44, 0.24), (0.44, 0.24), (0.52, 0.42), (-0.52, 0.42)], lighter(colour, 0.25))


def _television(pen: Pen, colour: Colour) -> None:
    pen.stroke([(-0.22, -0.52), (0, -0.34), (0.22, -0.52)], line=1.3, bend=False)
    pen.box(-0.5, -0.36, 0.5, 0.4, colour, radius=0.09)
    pen.box(-0.4, -0.27, 0.22, 0.3, (150, 214, 236), radius=0.07)
    pen.stroke([(-0.3, 0.06), (-0.14, -0.14)], WHITE, 1.4)
    for y in (-0.16, 0.04):
        pen.oval(0.36, y, 0.06, 0.06, (250, 214, 110), 0.7)
    for x in (-0.3, 0.3):
        pen.stroke([(x, 0.42), (x * 1.15, 0.52)], line=1.6)


def _clock(pen: Pen, colour: Colour) -> None:
    for side in (-1, 1):
        pen.oval(side * 0.26, -0.38, 0.13, 0.12, colour)
        pen.stroke([(side * 0.24, 0.38), (side * 0.32, 0.5)], line=1.6)
    pen.oval(0, 0.05, 0.42, 0.42, colour)
    pen.oval(0, 0.05, 0.31, 0.31, PAGE, 0.7)
    pen.stroke([(0, -0.16), (0, 0.05), (0.14, 0.14)], line=1.3, bend=False)


def _camera(pen: Pen, colour: Colour) -> None:
    pen.box(-0.2, -0.36, 0.14, -0.16, darker(colour), radius=0.05)
    pen.box(-0.48, -0.24, 0.48, 0.38, colour, radius=0.1)
    pen.oval(0, 0.07, 0.24, 0.24, (206, 212, 226))
    pen.oval(0, 0.07, 0.14, 0.14, (70, 96, 140), 0.8)
    pen.oval(-0.05, 0.02, 0.045, 0.045, WHITE, line=0)


def _map(pen: Pen, colour: Colour) -> None:
    pen.shape(
        [
            (-0.5, -0.3),
            (-0.17, -0.38),
            (0.17, -0.3),
            (0.5, -0.38),
            (0.5, 0.32),
            (0.17, 0.4),
            (-0.17, 0.32),
            (-0.5, 0.4),
        ],
        colour,
    )
    for x in (-0.17, 0.17):
        pen.stroke([(x, -0.33), (x, 0.36)], darker(colour, 0.25), 0.7)
    pen.stroke([(-0.36, 0.2), (-0.16, -0.04), (0.06, 0.1), (0.26, -0.14)], (150, 110, 90), 1.0)
    for a, b in (((0.26, -0.24), (0.38, -0.1)), ((0.38, -0.24), (0.26, -0.1))):
        pen.stroke([a, b], (220, 60, 60), 1.8)


def _pencil(pen: Pen, colour: Colour) -> None:
    pen.box(-0.08, -0.4, 0.08, 0.3, colour)
    pen.box(-0.08, -0.5, 0.08, -0.38, (250, 160, 170), radius=0.03)
    pen.shape([(-0.08, 0.3), (0.08, 0.3), (0, 0.5)], (250, 222, 170), 0.8)


def _brush(pen: Pen, colour: Colour) -> None:
    pen.limb([(0, 0.5), (0, -0.1)], 0.05, (200, 150, 96), bend=False)
    pen.box(-0.08, -0.22, 0.08, -0.08, (200, 204, 214), line=0.8)
    pen.blob([(-0.1, -0.22), (0.1, -0.22), (0.12, -0.38), (0, -0.58), (-0.12, -0.38)], colour)


def _test(pen: Pen, colour: Colour) -> None:
    pen.at(0, 0, turn=-5).box(-0.36, -0.46, 0.36, 0.48, colour)
    page = pen.at(0, 0, turn=-5)
    _lines(page, -0.26, 0.26, (0.08, 0.2, 0.32))
    page.stroke([(-0.06, -0.36), (-0.2, -0.12), (0.02, -0.1)], (226, 56, 60), 2.0)
    page.stroke([(0.1, -0.32), (0.22, -0.22), (0.1, -0.12)], (226, 56, 60), 2.0)


def _newspaper(pen: Pen, colour: Colour) -> None:
    pen.shape([(-0.5, -0.38), (0, -0.32), (0.5, -0.38), (0.5, 0.38), (0, 0.44), (-0.5, 0.38)], colour)
    pen.stroke([(-0.4, -0.26), (-0.1, -0.22)], (70, 66, 80), 2.4)
    _lines(pen, -0.4, -0.1, (-0.06, 0.06, 0.18, 0.28))
    pen.box(0.1, -0.22, 0.4, 0.04, (176, 180, 190), line=0.6)
    _lines(pen, 0.1, 0.4, (0.14, 0.25))
    pen.stroke([(0, -0.32), (0, 0.44)], GREY, 0.8)


def _money(pen: Pen, colour: Colour) -> None:
    for i in (2, 1, 0):
        pen.at(-i * 0.05, -i * 0.08, turn=-i * 4).box(-0.48, -0.16, 0.48, 0.34, lighter(colour, 0.1 * i), radius=0.03)
    pen.oval(0, 0.09, 0.13, 0.15, lighter(colour, 0.6), 0.7)


def _coin(pen: Pen, colour: Colour) -> None:
    pen.oval(0, 0.05, 0.4, 0.42, colour)
    pen.oval(0, 0.05, 0.29, 0.31, lighter(colour, 0.3), 0.7)
    pen.stroke([(0, -0.1), (0, 0.2)], darker(colour, 0.5), 1.8)


PROPS = {
    "book": (_book, (206, 84, 84), 0.95),
    "phone": (_phone, (70, 74, 96), 0.7),
    "letter": (_letter, (255, 250, 238), 0.8),
    "laptop": (_laptop, (176, 180, 196), 1.2),
    "television": (_television, (150, 110, 84), 2.0),
    "clock": (_clock, (232, 96, 84), 0.9),
    "camera": (_camera, (84, 86, 104), 0.85),
    "map": (_map, (246, 228, 178), 1.0),
    "pencil": (_pencil, (252, 200, 70), 0.8),
    "paint brush": (_brush, (84, 140, 226), 0.9),
    "test paper": (_test, PAGE, 0.9),
    "newspaper": (_newspaper, (240, 238, 228), 1.0),
    "money": (_money, (134, 196, 130), 0.8),
    "coin": (_coin, (252, 206, 84), 0.55),
}  # fmt: skip
