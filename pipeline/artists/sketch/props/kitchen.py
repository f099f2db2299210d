"""Food, drink and what they come in."""

from __future__ import annotations

from pipeline.artists.sketch.palette import INK, WHITE, Colour, darker, lighter
from pipeline.artists.sketch.pen import Pen

CREAM: Colour = (255, 244, 220)
LEAF: Colour = (96, 176, 92)


def _cake(pen: Pen, colour: Colour) -> None:
    pen.box(-0.48, 0.0, 0.48, 0.46, (250, 222, 170), radius=0.06)
    pen.blob(
        [
            (-0.5, -0.14),
            (0, -0.2),
            (0.5, -0.14),
            (0.5, 0.08),
            (0.34, 0.2),
            (0.2, 0.08),
            (0.04, 0.22),
            (-0.14, 0.08),
            (-0.32, 0.2),
            (-0.5, 0.08),
        ],
        colour,
    )
    for x in (-0.26, 0.0, 0.26):
        pen.oval(x, -0.22, 0.09, 0.09, (230, 70, 76), 0.7)


def _bread(pen: Pen, colour: Colour) -> None:
    pen.blob(
        [
            (-0.42, 0.44),
            (-0.46, 0.0),
            (-0.5, -0.28),
            (-0.2, -0.44),
            (0.2, -0.44),
            (0.5, -0.28),
            (0.46, 0.0),
            (0.42, 0.44),
            (0, 0.46),
        ],
        colour,
    )
    pen.blob(
        [(-0.32, 0.34), (-0.34, -0.02), (-0.36, -0.22), (0, -0.32), (0.36, -0.22), (0.34, -0.02), (0.32, 0.34)],
        lighter(colour, 0.55),
        line=0,
    )


def _fish(pen: Pen, colour: Colour) -> None:
    pen.shape([(0.2, 0.0), (0.52, -0.28), (0.46, 0.0), (0.52, 0.28)], darker(colour))
    pen.blob([(-0.5, 0.02), (-0.26, -0.24), (0.08, -0.22), (0.34, 0.0), (0.08, 0.24), (-0.26, 0.26)], colour)
    pen.oval(-0.3, -0.03, 0.06, 0.06, INK, line=0)
    pen.stroke([(-0.14, -0.14), (-0.08, 0.02), (-0.14, 0.16)], darker(colour, 0.4), 0.8)


def _round_fruit(pen: Pen, colour: Colour) -> None:
    pen.blob(
        [
            (0, -0.26),
            (0.28, -0.34),
            (0.48, -0.04),
            (0.3, 0.42),
            (0, 0.46),
            (-0.3, 0.42),
            (-0.48, -0.04),
            (-0.28, -0.34),
        ],
        colour,
    )
    pen.stroke([(0, -0.26), (0.05, -0.48)], (110, 76, 50), 1.6)
    pen.blob([(0.06, -0.4), (0.22, -0.54), (0.36, -0.46), (0.2, -0.34)], LEAF, 0.7)
    pen.oval(-0.22, -0.08, 0.07, 0.11, (255, 255, 255, 170), line=0)


def _cup(pen: Pen, colour: Colour) -> None:
    pen.oval(0.36, 0.08, 0.2, 0.2, colour)
    pen.oval(0.36, 0.08, 0.09, 0.09, CREAM, 0.7)
    pen.blob([(-0.42, -0.18), (0.36, -0.18), (0.34, 0.28), (0.18, 0.46), (-0.24, 0.46), (-0.4, 0.28)], colour)
    pen.oval(-0.03, -0.2, 0.38, 0.1, (112, 72, 50))
    for x in (-0.16, 0.1):
        pen.stroke([(x, -0.34), (x + 0.07, -0.44), (x, -0.54)], (255, 255, 255, 210), 1.2)


def _ice_cream(pen: Pen, colour: Colour) -> None:
    pen.shape([(-0.24, 0.0), (0.24, 0.0), (0.0, 0.52)], (230, 170, 100))
    pen.stroke([(-0.12, 0.04), (0.08, 0.32)], (180, 120, 66), 0.7)
    pen.stroke([(0.12, 0.04), (-0.08, 0.32)], (180, 120, 66), 0.7)
    pen.blob(
        [(-0.32, 0.02), (-0.34, -0.22), (0, -0.5), (0.34, -0.22), (0.32, 0.02), (0.12, 0.1), (-0.12, 0.08)], colour
    )
    pen.oval(0.02, -0.48, 0.09, 0.09, (226, 66, 76), 0.8)


def _bowl(food):
    def draw(pen: Pen, colour: Colour) -> None:
        food(pen)
        pen.blob([(-0.5, -0.06), (0, 0.0), (0.5, -0.06), (0.36, 0.3), (0.2, 0.46), (-0.2, 0.46), (-0.36, 0.3)], colour)
        pen.band([(-0.4, 0.1), (0, 0.16), (0.4, 0.1)], 0.06, lighter(colour, 0.6))

    return draw


def _noodles(pen: Pen) -> None:
    pen.oval(0, -0.08, 0.46, 0.2, (240, 196, 110))
    for i in range(4):
        x = -0.3 + i * 0.2
        pen.stroke([(x - 0.08, -0.1), (x, -0.18), (x + 0.1, -0.08)], (255, 226, 150), 1.6)
    pen.oval(0.14, -0.16, 0.13, 0.1, WHITE, 0.7)
    pen.oval(0.14, -0.16, 0.06, 0.05, (250, 176, 60), line=0)
    for x in (-0.34, -0.26):
        pen.stroke([(x, -0.08), (x + 0.26, -0.52)], (150, 90, 60), 1.4)


def _rice(pen: Pen) -> None:
    pen.blob([(-0.42, -0.04), (-0.3, -0.34), (0, -0.46), (0.3, -0.34), (0.42, -0.04), (0, 0.04)], WHITE)
    for x, y in ((-0.14, -0.22), (0.08, -0.3), (0.18, -0.14)):
        pen.stroke([(x, y), (x + 0.06, y - 0.02)], (206, 200, 196), 0.8)


def _cabbage(pen: Pen) -> None:
    pen.blob(
        [
            (-0.42, -0.02),
            (-0.34, -0.26),
            (-0.1, -0.22),
            (0, -0.42),
            (0.18, -0.24),
            (0.38, -0.26),
            (0.42, -0.02),
            (0, 0.06),
        ],
        (226, 92, 66),
    )
    for x in (-0.2, 0.06, 0.26):
        pen.stroke([(x, -0.06), (x + 0.05, -0.22)], CREAM, 1.6)


def _rice_cakes(pen: Pen) -> None:
    pen.oval(0, -0.06, 0.46, 0.2, (214, 62, 48))
    for x, y, turn in ((-0.2, -0.14, 20), (0.12, -0.18, -14), (0.0, -0.04, 6), (0.28, -0.06, 30)):
        pen.at(x, y, turn=turn).limb([(-0.1, 0), (0.1, 0)], 0.06, (246, 130, 92), 0.8, False)


def _soup_pot(pen: Pen, colour: Colour) -> None:
    for side in (-1, 1):
        pen.oval(side * 0.5, 0.06, 0.12, 0.09, darker(colour, 0.3))
    pen.box(-0.46, -0.1, 0.46, 0.46, colour, radius=0.12)
    pen.oval(0, -0.14, 0.5, 0.12, lighter(colour, 0.25))
    pen.oval(0, -0.28, 0.08, 0.07, darker(colour, 0.3))


def _banana(pen: Pen, colour: Colour) -> None:
    pen.blob(
        [
            (-0.42, -0.36),
            (-0.3, -0.4),
            (-0.16, 0.02),
            (0.14, 0.2),
            (0.46, 0.14),
            (0.48, 0.26),
            (0.16, 0.44),
            (-0.22, 0.34),
            (-0.42, 0.0),
        ],
        colour,
    )
    pen.oval(-0.37, -0.4, 0.06, 0.06, (120, 90, 50), 0.7)


def _carrot(pen: Pen, colour: Colour) -> None:
    for x in (-0.14, 0, 0.14):
        pen.oval(x * 1.2, -0.4, 0.08, 0.15, LEAF, 0.8)
    pen.blob([(-0.2, -0.26), (0, -0.32), (0.2, -0.26), (0.14, 0.12), (0, 0.52), (-0.14, 0.12)], colour)
    pen.stroke([(-0.12, -0.06), (0.0, -0.04)], darker(colour, 0.3), 0.8)
    pen.stroke([(0.02, 0.14), (0.1, 0.13)], darker(colour, 0.3), 0.8)


def _pizza(pen: Pen, colour: Colour) -> None:
    pen.shape([(-0.46, -0.3), (0.46, -0.3), (0.0, 0.52)], (255, 216, 110))
    pen.limb([(-0.46, -0.34), (0, -0.4), (0.46, -0.34)], 0.09, (214, 150, 86))
    for x, y in ((-0.18, -0.14), (0.16, -0.1), (0.0, 0.14)):
        pen.oval(x, y, 0.09, 0.09, colour, 0.7)


def _egg(pen: Pen, colour: Colour) -> None:
    pen.blob(
        [(0, -0.46), (0.26, -0.2), (0.36, 0.14), (0.2, 0.42), (0, 0.47), (-0.2, 0.42), (-0.36, 0.14), (-0.26, -0.2)],
        colour,
    )
    pen.oval(-0.12, -0.12, 0.06, 0.1, (255, 255, 255, 220), line=0)


def _cookie(pen: Pen, colour: Colour) -> None:
    pen.oval(0, 0.05, 0.42, 0.42, colour)
    for x, y in ((-0.16, -0.1), (0.12, -0.16), (0.2, 0.14), (-0.08, 0.22), (-0.24, 0.1)):
        pen.oval(x, y + 0.03, 0.06, 0.06, (96, 60, 44), line=0)


def _hamburger(pen: Pen, colour: Colour) -> None:
    pen.box(-0.46, 0.2, 0.46, 0.44, (236, 170, 96), radius=0.1)
    pen.box(-0.48, 0.06, 0.48, 0.24, (122, 72, 52), radius=0.08)
    pen.blob(
        [
            (-0.52, 0.02),
            (-0.3, 0.12),
            (-0.1, 0.02),
            (0.1, 0.12),
            (0.3, 0.02),
            (0.52, 0.06),
            (0.4, -0.08),
            (-0.4, -0.08),
        ],
        LEAF,
    )
    pen.blob([(-0.48, -0.04), (-0.4, -0.32), (0, -0.46), (0.4, -0.32), (0.48, -0.04)], colour)
    for x, y in ((-0.18, -0.26), (0.05, -0.34), (0.22, -0.22)):
        pen.oval(x, y, 0.035, 0.025, CREAM, line=0)


def _milk(pen: Pen, colour: Colour) -> None:
    pen.shape([(-0.3, -0.16), (-0.2, -0.42), (0.2, -0.42), (0.3, -0.16)], lighter(colour, 0.2))
    pen.box(-0.3, -0.18, 0.3, 0.48, colour)
    pen.box(-0.3, 0.02, 0.3, 0.24, (110, 170, 236), line=0.7)
    pen.box(-0.2, -0.52, 0.2, -0.4, lighter(colour, 0.2), line=0.8)


def _watermelon(pen: Pen, colour: Colour) -> None:
    arc = [(0.5, -0.18), (0.36, 0.2), (0, 0.38), (-0.36, 0.2), (-0.5, -0.18)]
    pen.shape([(-0.5, -0.2), (0.5, -0.2), *arc[1:-1]], (80, 160, 86))
    pen.shape([(-0.4, -0.2), (0.4, -0.2), (0.28, 0.12), (0, 0.26), (-0.28, 0.12)], colour, 0)
    for x, y in ((-0.2, -0.1), (0.0, -0.04), (0.2, -0.1), (-0.08, 0.1), (0.1, 0.1)):
        pen.oval(x, y, 0.028, 0.045, INK, line=0)


def _pan(pen: Pen, colour: Colour) -> None:
    pen.limb([(0.25, 0.1), (-0.5, 0.1)], 0.055, (150, 104, 76), bend=False)
    pen.oval(0.5, 0.06, 0.42, 0.16, colour)
    pen.oval(0.5, 0.03, 0.32, 0.1, darker(colour, 0.35), line=0)
    pen.oval(0.5, 0.0, 0.22, 0.08, WHITE, 0.7)
    pen.oval(0.5, -0.01, 0.09, 0.045, (252, 190, 70), line=0)


PROPS = {
    "cake": (_cake, (255, 190, 200), 1.1),
    "bread": (_bread, (222, 158, 92), 0.9),
    "fish": (_fish, (126, 180, 220), 1.0),
    "apple": (_round_fruit, (230, 78, 72), 0.7),
    "coffee cup": (_cup, (252, 250, 246), 0.75),
    "ice cream": (_ice_cream, (255, 186, 200), 0.9),
    "ramen": (_bowl(_noodles), (214, 76, 66), 1.05),
    "rice bowl": (_bowl(_rice), (84, 122, 190), 0.9),
    "kimchi": (_bowl(_cabbage), (240, 236, 226), 0.9),
    "tteokbokki": (_bowl(_rice_cakes), (130, 200, 160), 0.95),
    "soup pot": (_soup_pot, (150, 160, 180), 1.1),
    "banana": (_banana, (252, 214, 84), 0.85),
    "carrot": (_carrot, (245, 138, 56), 0.85),
    "pizza": (_pizza, (214, 76, 60), 0.9),
    "egg": (_egg, (255, 244, 226), 0.6),
    "cookie": (_cookie, (214, 158, 98), 0.7),
    "hamburger": (_hamburger, (232, 164, 88), 0.9),
    "milk": (_milk, (252, 252, 250), 0.8),
    "watermelon": (_watermelon, (240, 84, 88), 1.0),
    "frying pan": (_pan, (90, 92, 110), 1.1),
}  # fmt: skip
