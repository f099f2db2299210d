"""Things of the house and the body: shoes, wallets, pillows, bandages."""

from __future__ import annotations

from pipeline.artists.sketch.palette import WHITE, Colour, darker, lighter
from pipeline.artists.sketch.pen import Pen, circle

METAL: Colour = (196, 202, 216)


def _bone(pen: Pen, colour: Colour) -> None:
    turned = pen.at(0, 0.05, turn=-24)
    for x in (-0.36, 0.36):
        for y in (-0.12, 0.12):
            turned.oval(x, y, 0.15, 0.14, colour)
    turned.box(-0.36, -0.11, 0.36, 0.11, colour)
    turned.box(-0.42, -0.08, 0.42, 0.08, colour, line=0)


def _key(pen: Pen, colour: Colour) -> None:
    pen.stroke([(0.02, 0.0), (0.02, 0.46)], line=4.4)
    pen.stroke([(0.02, 0.46), (0.2, 0.46)], line=3.8)
    pen.stroke([(0.02, 0.3), (0.16, 0.3)], line=3.8)
    pen.stroke([(0.02, 0.0), (0.02, 0.46), (0.2, 0.46)], colour, 2.2, False)
    pen.stroke([(0.02, 0.3), (0.16, 0.3)], colour, 2.0)
    pen.oval(0.02, -0.22, 0.24, 0.24, colour)
    pen.oval(0.02, -0.24, 0.09, 0.09, darker(colour, 0.45), 0.7)


def _shoe(pen: Pen, colour: Colour) -> None:
    pen.blob([(-0.46, -0.2), (-0.1, -0.24), (0.06, 0.02), (0.44, 0.12), (0.5, 0.36), (-0.46, 0.36)], colour)
    pen.box(-0.5, 0.3, 0.52, 0.44, WHITE, radius=0.05)
    for x in (-0.02, 0.1):
        pen.stroke([(x - 0.05, 0.1), (x + 0.08, -0.04)], WHITE, 1.2)


def _sock(pen: Pen, colour: Colour) -> None:
    pen.blob([(-0.28, -0.46), (0.1, -0.46), (0.12, 0.1), (0.42, 0.24), (0.4, 0.46), (0.0, 0.46), (-0.26, 0.26)], colour)
    pen.box(-0.3, -0.48, 0.12, -0.3, lighter(colour, 0.6), radius=0.05)
    pen.band([(-0.24, -0.1), (0.08, -0.1)], 0.08, lighter(colour, 0.6), False)


def _wallet(pen: Pen, colour: Colour) -> None:
    pen.box(-0.3, -0.42, 0.34, 0.0, (150, 206, 140), line=0.9)
    pen.box(-0.46, -0.26, 0.46, 0.38, colour, radius=0.07)
    pen.box(0.16, -0.04, 0.5, 0.16, darker(colour, 0.2), radius=0.07)
    pen.oval(0.26, 0.06, 0.045, 0.045, (252, 214, 110), line=0.5)


def _mirror(pen: Pen, colour: Colour) -> None:
    pen.limb([(0, 0.1), (0, 0.48)], 0.06, colour, bend=False)
    pen.oval(0, -0.14, 0.33, 0.36, colour)
    pen.oval(0, -0.14, 0.24, 0.27, (196, 230, 250), 0.7)
    pen.stroke([(-0.1, -0.06), (0.08, -0.26)], WHITE, 1.6)


def _pillow(pen: Pen, colour: Colour) -> None:
    pen.blob(
        [(-0.5, -0.26), (0, -0.2), (0.5, -0.26), (0.44, 0.06), (0.5, 0.36), (0, 0.3), (-0.5, 0.36), (-0.44, 0.06)],
        colour,
    )
    pen.stroke([(-0.24, 0.02), (-0.1, 0.06)], darker(colour, 0.2), 0.8)


def _blanket(pen: Pen, colour: Colour) -> None:
    pen.box(-0.5, 0.1, 0.5, 0.44, colour, radius=0.1)
    pen.box(-0.48, -0.16, 0.48, 0.18, lighter(colour, 0.25), radius=0.1)
    for x in (-0.26, 0.02, 0.3):
        pen.oval(x, 0.28, 0.05, 0.05, WHITE, line=0)


def _medicine(pen: Pen, colour: Colour) -> None:
    pen.box(-0.2, -0.44, 0.2, -0.24, WHITE, radius=0.05)
    pen.box(-0.3, -0.26, 0.3, 0.46, colour, radius=0.1)
    pen.box(-0.3, -0.06, 0.3, 0.28, WHITE, line=0.6)
    pen.band([(0, 0.0), (0, 0.22)], 0.08, (226, 70, 76), False)
    pen.band([(-0.11, 0.11), (0.11, 0.11)], 0.08, (226, 70, 76), False)


def _battery(pen: Pen, colour: Colour) -> None:
    pen.box(-0.1, -0.48, 0.1, -0.36, METAL)
    pen.box(-0.26, -0.4, 0.26, 0.46, colour, radius=0.06)
    pen.box(-0.26, -0.4, 0.26, -0.12, (250, 190, 70), line=0.8, radius=0.06)
    pen.shape(
        [(0.06, -0.06), (-0.14, 0.18), (0.0, 0.18), (-0.06, 0.38), (0.14, 0.12), (0.0, 0.12)], (255, 224, 110), 0.6
    )


def _basket(pen: Pen, colour: Colour) -> None:
    pen.shape([*circle(0, -0.02, 0.36, 0.42, 20)], None, 2.2, darker(colour, 0.2))
    pen.blob([(-0.5, -0.06), (0.5, -0.06), (0.4, 0.44), (-0.4, 0.44)], colour)
    for y in (0.08, 0.24):
        pen.stroke([(-0.42, y), (0.42, y)], darker(colour, 0.3), 0.9)
    for x in (-0.2, 0.06, 0.3):
        pen.stroke([(x, -0.04), (x * 0.9, 0.4)], darker(colour, 0.3), 0.7)


def _toothbrush(pen: Pen, colour: Colour) -> None:
    pen.limb([(0, 0.5), (0, -0.46)], 0.055, colour, bend=False)
    pen.box(0.03, -0.5, 0.2, -0.2, WHITE, line=0.8)
    pen.stroke([(0.12, -0.46), (0.12, -0.24)], (150, 200, 240), 0.8)


def _bandage(pen: Pen, colour: Colour) -> None:
    turned = pen.at(0, 0.05, turn=-28)
    turned.limb([(-0.34, 0), (0.34, 0)], 0.15, colour, bend=False)
    turned.box(-0.13, -0.13, 0.13, 0.13, lighter(colour, 0.5), line=0.6)
    for x, y in ((-0.26, -0.05), (-0.26, 0.06), (0.26, -0.05), (0.26, 0.06)):
        turned.oval(x, y, 0.02, 0.02, darker(colour, 0.4), line=0)


def _carton(pen: Pen, colour: Colour) -> None:
    pen.box(-0.46, -0.2, 0.46, 0.46, colour)
    pen.shape([(-0.46, -0.2), (-0.3, -0.4), (0.6, -0.4), (0.46, -0.2)], lighter(colour, 0.25))
    pen.shape([(0.46, -0.2), (0.6, -0.4), (0.6, 0.28), (0.46, 0.46)], darker(colour, 0.15))
    pen.band([(0.0, -0.2), (0.0, 0.06)], 0.12, (240, 220, 180), False)


PROPS = {
    "bone": (_bone, (252, 246, 232), 0.75),
    "key": (_key, (252, 206, 84), 0.7),
    "shoe": (_shoe, (226, 84, 76), 0.8),
    "sock": (_sock, (226, 96, 110), 0.75),
    "wallet": (_wallet, (150, 96, 66), 0.75),
    "mirror": (_mirror, (236, 150, 176), 0.9),
    "pillow": (_pillow, (246, 244, 255), 1.2),
    "blanket": (_blanket, (122, 160, 222), 1.4),
    "medicine": (_medicine, (236, 150, 80), 0.7),
    "battery": (_battery, (84, 170, 110), 0.7),
    "basket": (_basket, (214, 160, 98), 1.0),
    "toothbrush": (_toothbrush, (96, 180, 226), 0.8),
    "bandage": (_bandage, (240, 196, 156), 0.7),
    "box": (_carton, (206, 158, 106), 1.2),
}  # fmt: skip
