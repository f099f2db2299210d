"""Accessories: on the head, around the neck, on the back. One small function each, in tables by where it sits.

None of them may cover eyes or mouth; glasses frame the eyes.
"""

from __future__ import annotations

from pipeline.artists.sketch.clothes import draw_tie
from pipeline.artists.sketch.faces import EYE_X, EYE_Y
from pipeline.artists.sketch.palette import WHITE, Colour, darker, lighter
from pipeline.artists.sketch.pen import Pen, circle
from pipeline.artists.sketch.wardrobe import Outfit


def draw_behind(pen: Pen, outfit: Outfit, away: bool) -> None:
    """What the body hides: a backpack. `pen` is at the hips."""
    colour = outfit.wears("backpack")
    if colour and not away:
        top = -outfit.build.torso
        pen.box(-1.02 * outfit.build.girth, top + 0.2, 1.02 * outfit.build.girth, -0.02, colour, radius=0.3)


def draw_on_body(pen: Pen, outfit: Outfit, away: bool) -> None:
    """Ties, bags and straps over the garment. `pen` is at the hips."""
    top, wide = -outfit.build.torso, outfit.build.girth
    for name, colour in outfit.accessories:
        draw = ON_BODY.get(name)
        if draw:
            draw(pen, outfit, colour, top, wide, away)


def draw_at_neck(pen: Pen, outfit: Outfit) -> None:
    """What lies over the chin's shadow: scarf, bow tie. `pen` is at the neck."""
    if colour := outfit.wears("scarf"):
        pen.limb([(-0.3, 0.3), (-0.36, 0.62), (-0.3, 0.86)], 0.16, darker(colour, 0.1))
        pen.limb([(-0.56, 0.16), (0, 0.3), (0.56, 0.16)], 0.2, colour)
        for y in (0.66, 0.78):
            pen.stroke([(-0.46, y), (-0.2, y - 0.02)], lighter(colour, 0.5), 1.0)
    if colour := outfit.wears("bow tie"):
        for side in (-1, 1):
            pen.shape([(0, 0.3), (side * 0.3, 0.16), (side * 0.3, 0.46)], colour, 0.8)
        pen.oval(0, 0.31, 0.08, 0.08, darker(colour), 0.7)


def draw_on_face(pen: Pen, outfit: Outfit, gaze: tuple[float, float]) -> None:
    """Glasses. `pen` is at the head's centre."""
    if colour := outfit.wears("glasses"):
        face = pen.at(0.2 * gaze[0], 0.13 * gaze[1])
        for side in (-1, 1):
            narrow = 1 - 0.14 * max(0.0, side * gaze[0])
            face.shape(_ring(side * EYE_X * narrow, EYE_Y, 0.32), None, 1.1, colour)
            face.stroke(
                [(side * 0.75, EYE_Y - 0.06), (side * (0.96 - 0.22 * side * gaze[0]), EYE_Y - 0.1)], colour, 1.1
            )
        face.stroke([(-0.12, EYE_Y - 0.06), (0, EYE_Y - 0.1), (0.12, EYE_Y - 0.06)], colour, 1.1)


def draw_on_head(pen: Pen, outfit: Outfit) -> None:
    """Hats, crowns, ribbons. `pen` is at the head's centre."""
    for name, colour in outfit.accessories:
        draw = ON_HEAD.get(name)
        if draw:
            draw(pen, colour)


def _ring(x: float, y: float, radius: float):
    return circle(x, y, radius, radius, 24)


def _hat(pen: Pen, colour: Colour) -> None:
    pen.blob([(-0.72, -0.72), (-0.66, -1.3), (0, -1.48), (0.66, -1.3), (0.72, -0.72)], colour)
    pen.band([(-0.68, -0.86), (0, -0.76), (0.68, -0.86)], 0.18, darker(colour, 0.4))
    pen.blob(
        [(-1.36, -0.62), (-0.7, -0.8), (0, -0.72), (0.7, -0.8), (1.36, -0.62), (0.7, -0.5), (0, -0.56), (-0.7, -0.5)],
        colour,
    )


def _cap(pen: Pen, colour: Colour) -> None:
    pen.blob([(-1.02, -0.5), (-0.86, -1.0), (0, -1.26), (0.86, -1.0), (1.02, -0.5), (0, -0.62)], colour)
    pen.blob([(0.1, -0.68), (0.9, -0.68), (1.5, -0.5), (1.2, -0.38), (0.5, -0.5)], darker(colour, 0.15))
    pen.oval(0, -1.24, 0.1, 0.08, lighter(colour, 0.4), 0.8)


def _ribbon(pen: Pen, colour: Colour) -> None:
    for side in (-1, 1):
        pen.at(0.5, -0.86, turn=18, flip=side < 0).blob(
            [(0.02, 0), (0.3, -0.28), (0.52, -0.2), (0.52, 0.2), (0.3, 0.26)], colour
        )
    pen.oval(0.5, -0.86, 0.12, 0.12, darker(colour, 0.12))


def _crown(pen: Pen, colour: Colour) -> None:
    pen.shape(
        [(-0.56, -0.78), (-0.66, -1.42), (-0.3, -1.12), (0, -1.52), (0.3, -1.12), (0.66, -1.42), (0.56, -0.78)], colour
    )
    for x in (-0.28, 0, 0.28):
        pen.oval(x, -0.95, 0.08, 0.08, (232, 80, 90), 0.6)


def _headphones(pen: Pen, colour: Colour) -> None:
    pen.stroke(
        [(-1.08, 0.0), (-0.98, -0.72), (-0.5, -1.14), (0, -1.24), (0.5, -1.14), (0.98, -0.72), (1.08, 0.0)], colour, 3.2
    )
    for side in (-1, 1):
        pen.box(side * 1.12 - 0.16, -0.22, side * 1.12 + 0.16, 0.36, colour, radius=0.14)


def _flower_pin(pen: Pen, colour: Colour) -> None:
    for x, y in ((0, -0.15), (0.14, -0.05), (0.09, 0.12), (-0.09, 0.12), (-0.14, -0.05)):
        pen.oval(0.72 + x, -0.62 + y, 0.12, 0.12, colour, 0.7)
    pen.oval(0.72, -0.62, 0.09, 0.09, (252, 214, 110), 0.6)


def _chef_hat(pen: Pen, colour: Colour) -> None:
    pen.blob(
        [
            (-0.62, -0.86),
            (-0.98, -1.24),
            (-0.7, -1.62),
            (-0.3, -1.58),
            (0, -1.8),
            (0.3, -1.58),
            (0.7, -1.62),
            (0.98, -1.24),
            (0.62, -0.86),
        ],
        colour,
    )
    pen.box(-0.66, -1.0, 0.66, -0.66, colour, radius=0.1)


def _backpack_straps(pen: Pen, outfit: Outfit, colour: Colour, top: float, wide: float, away: bool) -> None:
    if away:
        pen.box(-0.6 * wide, top + 0.14, 0.6 * wide, -0.06, colour, radius=0.25)
        pen.box(-0.36 * wide, top * 0.45, 0.36 * wide, -0.16, darker(colour), line=0.8, radius=0.1)
        return
    for side in (-1, 1):
        pen.limb(
            [(side * 0.34 * wide, top + 0.1), (side * 0.4 * wide, top * 0.6), (side * 0.5 * wide, top * 0.36)],
            0.08,
            colour,
            0.8,
        )


def _bag(pen: Pen, outfit: Outfit, colour: Colour, top: float, wide: float, away: bool) -> None:
    pen.stroke([(0.36 * wide, top + 0.1), (0, top * 0.5), (-0.5 * wide, -0.1)], darker(colour, 0.35), 2.0)
    pen.box(-0.86 * wide, -0.24, -0.3 * wide, 0.22, colour, radius=0.1)
    pen.shape(
        [(-0.84 * wide, -0.22), (-0.32 * wide, -0.22), (-0.42 * wide, 0.02), (-0.74 * wide, 0.02)],
        lighter(colour, 0.2),
        0.7,
    )


def _necktie(pen: Pen, outfit: Outfit, colour: Colour, top: float, wide: float, away: bool) -> None:
    if not away:
        draw_tie(pen, outfit, colour)


def _stethoscope(pen: Pen, outfit: Outfit, colour: Colour, top: float, wide: float, away: bool) -> None:
    if not away:
        pen.stroke(
            [(-0.28, top + 0.12), (-0.24, top + 0.5), (0.0, top + 0.66), (0.24, top + 0.5), (0.28, top + 0.12)],
            (84, 96, 120),
            1.5,
        )
        pen.oval(0.0, top + 0.72, 0.09, 0.09, WHITE, 0.8)


ON_HEAD = {
    "hat": _hat, "cap": _cap, "ribbon": _ribbon, "crown": _crown, "headphones": _headphones,
    "flower pin": _flower_pin, "chef hat": _chef_hat,
}  # fmt: skip
ON_BODY = {"backpack": _backpack_straps, "bag": _bag, "tie": _necktie, "stethoscope": _stethoscope}
CRESTS = {"hat": 0.5, "cap": 0.28, "crown": 0.55, "chef hat": 0.85, "headphones": 0.25, "ribbon": 0.15}
"""How far an accessory rises above the head, in head radii."""
