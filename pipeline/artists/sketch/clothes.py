"""Garments: one small function each, drawn by a pen at the hips that leans with the spine.

The neck is at y = −torso. A new garment is a row in `GARMENTS` (and in the wardrobe's colours).
"""

from __future__ import annotations

from pipeline.artists.sketch.palette import INK, WHITE, Colour, darker, lighter
from pipeline.artists.sketch.pen import Pen
from pipeline.artists.sketch.wardrobe import Outfit

LEGWEAR = {
    "dress": "bare", "hanbok": "bare", "overalls": "same", "suit": "dark", "pajamas": "same", "space suit": "same",
    "raincoat": "bare",
}  # fmt: skip
"""What the legs show under a garment; trousers when nothing is said."""
SHORT_SLEEVES: dict[str, Colour | None] = {"shirt": None, "dress": None, "overalls": WHITE, "apron": (150, 190, 226)}
"""Garments with bare forearms, and the sleeve's colour where it is not the garment's."""


def draw_garment(pen: Pen, outfit: Outfit, away: bool) -> None:
    """The garment on the torso; details of the front are left out from behind."""
    GARMENTS[outfit.garment](pen, outfit, -outfit.build.torso, outfit.build.girth, not away)


def _torso(pen: Pen, top: float, wide: float, fill: Colour, flare: float = 0.5, hem: float = 0.0) -> None:
    half = [(0.34, top + 0.06), (0.54, top + 0.3), (0.52, top * 0.45), (flare, hem - 0.04), (flare * 0.86, hem + 0.05)]
    half = [(x * wide, y) for x, y in half]
    pen.blob([(0.0, top + 0.02), *half, (0, hem + 0.08), *((-x, y) for x, y in reversed(half))], fill)


def _buttons(pen: Pen, x: float, ys: tuple[float, ...], colour: Colour) -> None:
    for y in ys:
        pen.oval(x, y, 0.05, 0.05, colour, line=0.5)


def _collar(pen: Pen, top: float, fill: Colour, deep: float = 0.34) -> None:
    for side in (-1, 1):
        pen.shape([(0, top + deep), (side * 0.3, top + 0.18), (side * 0.16, top + 0.02), (0, top + 0.04)], fill, 0.7)


def _shirt(pen, outfit, top, wide, front):
    _torso(pen, top, wide, outfit.garment_colour, 0.5, -0.02)
    if front:
        pen.stroke([(-0.26, top + 0.14), (0, top + 0.26), (0.26, top + 0.14)], darker(outfit.garment_colour, 0.3), 1.0)
        pen.band(
            [(-0.42 * wide, top * 0.42), (0.42 * wide, top * 0.42)], 0.12, lighter(outfit.garment_colour, 0.55), False
        )


def _sweater(pen, outfit, top, wide, front):
    _torso(pen, top, wide, outfit.garment_colour, 0.54, 0.04)
    shade = darker(outfit.garment_colour, 0.2)
    pen.band([(-0.44 * wide, 0.0), (0, 0.04), (0.44 * wide, 0.0)], 0.1, shade)
    if front:
        for i in range(-2, 3):
            pen.shape(
                [
                    (i * 0.18 - 0.08, top * 0.5),
                    (i * 0.18, top * 0.5 - 0.12),
                    (i * 0.18 + 0.08, top * 0.5),
                    (i * 0.18, top * 0.5 + 0.1),
                ],
                lighter(outfit.garment_colour, 0.5),
                0,
            )
    pen.band([(-0.26, top + 0.12), (0, top + 0.2), (0.26, top + 0.12)], 0.12, shade)


def _hoodie(pen, outfit, top, wide, front):
    pen.blob(
        [(-0.6, top + 0.2), (-0.4, top - 0.06), (0.4, top - 0.06), (0.6, top + 0.2), (0, top + 0.42)],
        darker(outfit.garment_colour),
    )
    _torso(pen, top + 0.06, wide, outfit.garment_colour, 0.54, 0.04)
    if front:
        pen.shape([(-0.3, -0.12), (0.3, -0.12), (0.22, -0.42), (-0.22, -0.42)], darker(outfit.garment_colour, 0.1), 0.7)
        for side in (-1, 1):
            pen.stroke([(side * 0.1, top + 0.2), (side * 0.12, top + 0.46)], WHITE, 1.2)


def _dress(pen, outfit, top, wide, front):
    _torso(pen, top, wide, outfit.garment_colour, 0.82, 0.22)
    pen.band(
        [(-0.5 * wide, top * 0.36), (0, top * 0.33), (0.5 * wide, top * 0.36)], 0.1, darker(outfit.garment_colour, 0.28)
    )
    if front:
        _collar(pen, top, WHITE, 0.24)
        for x, y in ((-0.42, -0.08), (0.0, -0.02), (0.42, -0.08)):
            pen.oval(x * wide, y, 0.06, 0.06, lighter(outfit.garment_colour, 0.6), line=0)


def _suit(pen, outfit, top, wide, front):
    _torso(pen, top, wide, outfit.garment_colour, 0.54, 0.06)
    if front:
        pen.shape([(-0.2, top + 0.06), (0.2, top + 0.06), (0, top + 0.62)], WHITE, 0.7)
        if not outfit.wears("tie") and not outfit.wears("bow tie"):
            _tie(pen, top, (206, 74, 74))
        for side in (-1, 1):
            pen.shape(
                [(side * 0.2, top + 0.04), (side * 0.36, top + 0.3), (0, top + 0.64)],
                darker(outfit.garment_colour, 0.2),
                0.6,
            )
        _buttons(pen, 0, (top + 0.76,), INK)


def _tie(pen: Pen, top: float, colour: Colour) -> None:
    pen.shape(
        [(-0.06, top + 0.1), (0.06, top + 0.1), (0.1, top + 0.48), (0, top + 0.6), (-0.1, top + 0.48)], colour, 0.6
    )


def _overalls(pen, outfit, top, wide, front):
    _torso(pen, top, wide, WHITE, 0.48, -0.1)
    for i in range(2):
        y = top * (0.72 - i * 0.22)
        pen.band([(-0.44 * wide, y), (0.44 * wide, y)], 0.08, (232, 120, 112), False)
    pen.box(-0.36 * wide, top * 0.66, 0.36 * wide, 0.1, outfit.garment_colour, radius=0.1)
    for side in (-1, 1):
        pen.limb([(side * 0.28, top * 0.66), (side * 0.32, top + 0.14)], 0.07, outfit.garment_colour, 0.8, False)
        if front:
            pen.oval(side * 0.27, top * 0.62, 0.055, 0.055, (252, 214, 110), line=0.5)
    if front:
        pen.box(-0.18, top * 0.44, 0.18, top * 0.18, lighter(outfit.garment_colour, 0.2), line=0.6, radius=0.06)


def _school_uniform(pen, outfit, top, wide, front):
    _torso(pen, top * 0.4, wide, (132, 136, 160), 0.72, 0.16)
    for i in range(-2, 3):
        pen.stroke([(i * 0.18, -0.3), (i * 0.26, 0.14)], (96, 98, 124), 0.7)
    _torso(pen, top, wide, outfit.garment_colour, 0.52, -0.2)
    if front:
        _collar(pen, top, WHITE, 0.4)
        for side in (-1, 1):
            pen.shape([(0, top + 0.3), (side * 0.2, top + 0.2), (side * 0.2, top + 0.42)], (228, 84, 84), 0.6)
        _buttons(pen, 0, (top + 0.58,), (252, 214, 110))


def _apron(pen, outfit, top, wide, front):
    _torso(pen, top, wide, (150, 190, 226), 0.5, 0.0)
    if front:
        pen.blob(
            [
                (-0.26, top + 0.24),
                (0.26, top + 0.24),
                (0.34, top * 0.5),
                (0.52 * wide, top * 0.36),
                (0.5 * wide, 0.2),
                (-0.5 * wide, 0.2),
                (-0.52 * wide, top * 0.36),
                (-0.34, top * 0.5),
            ],
            outfit.garment_colour,
        )
        pen.box(-0.24, -0.34, 0.24, -0.08, darker(outfit.garment_colour, 0.08), line=0.6, radius=0.07)
    for side in (-1, 1):
        pen.stroke([(side * 0.24, top + 0.26), (side * 0.3, top + 0.08)], darker(outfit.garment_colour, 0.1), 1.6)


def _raincoat(pen, outfit, top, wide, front):
    pen.blob(
        [(-0.66, top + 0.22), (-0.44, top - 0.1), (0.44, top - 0.1), (0.66, top + 0.22), (0, top + 0.46)],
        darker(outfit.garment_colour),
    )
    _torso(pen, top, wide, outfit.garment_colour, 0.78, 0.24)
    if front:
        pen.stroke([(0, top + 0.2), (0, 0.26)], darker(outfit.garment_colour, 0.35), 0.9)
        _buttons(pen, 0.12, (top * 0.7, top * 0.42, top * 0.14), INK)


def _pajamas(pen, outfit, top, wide, front):
    _torso(pen, top, wide, outfit.garment_colour, 0.56, 0.1)
    spots = ((-0.3, 0.8), (0.26, 0.76), (-0.2, 0.5), (0.34, 0.45), (-0.36, 0.22), (0.2, 0.16))
    for x, y in spots:
        pen.oval(x * wide, top * y, 0.06, 0.06, lighter(outfit.garment_colour, 0.65), line=0)
    if front:
        _collar(pen, top, lighter(outfit.garment_colour, 0.4), 0.26)
        _buttons(pen, 0, (top * 0.64, top * 0.4), WHITE)


def _hanbok(pen, outfit, top, wide, front):
    skirt = (86, 116, 196) if outfit.garment_colour[0] > 200 else (226, 96, 120)
    pen.blob(
        [
            (0, top * 0.66),
            (0.5 * wide, top * 0.56),
            (0.98 * wide, 0.1),
            (0.9 * wide, 0.4),
            (0, 0.48),
            (-0.9 * wide, 0.4),
            (-0.98 * wide, 0.1),
            (-0.5 * wide, top * 0.56),
        ],
        skirt,
    )
    for x in (-0.5, -0.17, 0.17, 0.5):
        pen.stroke([(x * 0.6, top * 0.45), (x * 1.3 * wide, 0.34)], darker(skirt, 0.25), 0.7)
    _torso(pen, top, wide, outfit.garment_colour, 0.54, top * 0.48)
    if front:
        pen.band([(-0.26, top + 0.08), (0.04, top + 0.4)], 0.12, WHITE, False)
        pen.band([(0.26, top + 0.08), (-0.04, top + 0.4)], 0.12, WHITE, False)
        pen.band([(0.06, top + 0.42), (0.2, top + 0.66), (0.16, -0.1)], 0.11, (206, 60, 80))
        pen.band([(0.02, top + 0.42), (0.02, top + 0.72), (-0.04, -0.22)], 0.11, (226, 84, 100))


def _coat(pen, outfit, top, wide, front):
    _torso(pen, top, wide, outfit.garment_colour, 0.68, 0.32)
    if front:
        pen.stroke([(0, top + 0.3), (0, 0.34)], darker(outfit.garment_colour, 0.35), 0.9)
        for side in (-1, 1):
            pen.shape(
                [(side * 0.1, top + 0.04), (side * 0.38, top + 0.2), (side * 0.3, top + 0.44), (0, top + 0.5)],
                darker(outfit.garment_colour, 0.14),
                0.7,
            )
        _buttons(pen, 0.13, (top * 0.5, top * 0.22), INK)


def _lab_coat(pen, outfit, top, wide, front):
    _torso(pen, top, wide, outfit.garment_colour, 0.66, 0.3)
    if front:
        pen.shape([(-0.16, top + 0.06), (0.16, top + 0.06), (0, top + 0.56)], (126, 186, 204), 0.7)
        pen.stroke([(0, top + 0.56), (0, 0.34)], darker(outfit.garment_colour, 0.35), 0.9)
        for side in (-1, 1):
            pen.shape(
                [(side * 0.16, top + 0.03), (side * 0.34, top + 0.26), (0, top + 0.6)], outfit.garment_colour, 0.7
            )
        pen.box(0.16, top * 0.4, 0.4, top * 0.18, darker(outfit.garment_colour, 0.06), line=0.6)


def _space_suit(pen, outfit, top, wide, front):
    _torso(pen, top, wide, outfit.garment_colour, 0.52, 0.06)
    pen.band([(-0.3, top + 0.12), (0, top + 0.2), (0.3, top + 0.12)], 0.14, WHITE)
    if front:
        pen.oval(0, top * 0.5, 0.17, 0.17, (252, 214, 110), 0.8)
        pen.band([(-0.4 * wide, -0.06), (0.4 * wide, -0.06)], 0.1, darker(outfit.garment_colour, 0.3), False)


GARMENTS = {
    "shirt": _shirt, "sweater": _sweater, "hoodie": _hoodie, "dress": _dress, "suit": _suit, "overalls": _overalls,
    "school uniform": _school_uniform, "apron": _apron, "raincoat": _raincoat, "pajamas": _pajamas,
    "hanbok": _hanbok, "coat": _coat, "lab coat": _lab_coat, "space suit": _space_suit,
}  # fmt: skip


def draw_tie(pen: Pen, outfit: Outfit, colour: Colour) -> None:
    """A tie on whatever is worn."""
    _tie(pen, -outfit.build.torso, colour)
