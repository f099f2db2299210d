"""Faces: eyes, brows, mouth and what an expression adds, in coordinates where the head's radius is 1.

An expression is a row in `EXPRESSIONS`; eyes and mouths are small functions in tables.
"""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.artists.sketch.palette import BLUSH, INK, WHITE, Colour
from pipeline.artists.sketch.pen import Pen

EYE_X, EYE_Y, MOUTH_Y = 0.43, 0.1, 0.5
TONGUE: Colour = (240, 110, 110)
MOUTH: Colour = (122, 42, 58)
TEAR: Colour = (126, 200, 250)


@dataclass(frozen=True)
class Expression:
    """Which eyes and mouth, how the brows stand (height, slope: inner end down when positive), extras."""

    eyes: str = "open"
    mouth: str = "smile"
    brows: tuple[float, float] | None = None
    blush: float = 1.0
    extra: str = ""


EXPRESSIONS: dict[str, Expression] = {
    "neutral": Expression("open", "small", (0.03, -0.03)),
    "happy": Expression("open", "open smile", (0.06, -0.04)),
    "laughing": Expression("arcs", "laugh", (0.1, -0.06), 1.4),
    "sad": Expression("sad", "frown", (0.02, -0.16), 0.5),
    "crying": Expression("squeezed", "wail", (0.02, -0.18), 0.8, "tears"),
    "angry": Expression("angry", "snarl", (-0.08, 0.2), 0.7),
    "surprised": Expression("wide", "oh", (0.2, -0.02), 0.6),
    "scared": Expression("tiny", "wave", (0.12, -0.16), 0.0, "pale"),
    "sleepy": Expression("closed", "drool", (0.04, -0.06)),
    "embarrassed": Expression("aside", "wave", (0.04, -0.12), 2.6),
    "proud": Expression("proud", "smile", (0.1, 0.02)),
    "in love": Expression("hearts", "open smile", (0.12, -0.06), 1.8),
    "worried": Expression("open", "wave", (0.06, -0.18), 0.7),
    "determined": Expression("open", "firm", (-0.06, 0.15), 0.9),
    "smug": Expression("half", "smirk", (0.04, 0.06)),
}


PALE: Colour = (250, 240, 232)
"""Lines of a face on dark fur."""


def draw_face(pen: Pen, name: str, gaze: tuple[float, float], dark: bool = False) -> None:
    """Draw the expression `name`; `gaze` shifts the whole face sideways and up or down (−1 to 1).

    On `dark` fur the eyes stand on white and lines are pale, so that the face reads.
    """
    face = EXPRESSIONS[name]
    shift_x, shift_y = 0.2 * gaze[0], 0.13 * gaze[1]
    ink = INK
    face_pen = pen.at(shift_x, shift_y)
    if face.extra == "pale":
        for i in range(4):
            face_pen.stroke([(-0.3 + i * 0.2, -0.55), (-0.3 + i * 0.2, -0.28)], (110, 120, 180, 150), 0.8)
    _blush(face_pen, face.blush, gaze[0])
    for side in (-1, 1):
        narrow = 1 - 0.14 * max(0.0, side * gaze[0])
        eye = face_pen.at(side * EYE_X * narrow, EYE_Y, 1.0, flip=side < 0)
        if dark and face.eyes in ON_WHITE:
            eye.oval(0, 0, 0.21, 0.275, WHITE, line=0)
        EYES[face.eyes](eye, PALE if dark and face.eyes in LINES else ink, gaze, side)
    MOUTHS[face.mouth](face_pen.at(0, MOUTH_Y), ink)
    if face.extra == "tears":
        _tears(face_pen)


def draw_brows(pen: Pen, name: str, gaze: tuple[float, float], dark: bool) -> None:
    """Draw the brows of an expression, over the fringe as comics do; pale on `dark` fur."""
    brows = EXPRESSIONS[name].brows
    if not brows:
        return
    height, slope = brows
    top = -0.29 - height * 0.8
    for side in (-1, 1):
        narrow = 1 - 0.14 * max(0.0, side * gaze[0])
        brow = pen.at(0.2 * gaze[0] + side * EYE_X * narrow, EYE_Y + 0.13 * gaze[1], flip=side < 0)
        points = [(-0.15, top + slope * 0.8), (0.0, top - 0.035), (0.15, top - slope * 0.5)]
        brow.stroke(points, PALE if dark else INK, 1.25)


def _blush(pen: Pen, strength: float, turned: float) -> None:
    if strength <= 0:
        return
    colour = (*BLUSH[:3], min(int(BLUSH[3] * strength), 190))
    for side in (-1, 1):
        narrow = 1 - 0.2 * max(0.0, side * turned)
        pen.oval(side * 0.68 * narrow, 0.38, 0.17 * narrow, 0.1, colour, line=0)
        if strength > 2:
            for i in range(3):
                x = side * 0.68 * narrow - 0.1 + i * 0.1
                pen.stroke([(x + 0.03, 0.32), (x - 0.03, 0.44)], (214, 70, 84), 0.6)


def _tears(pen: Pen) -> None:
    for side in (-1, 1):
        x = side * (EYE_X + 0.04)
        pen.shape(
            [(x - 0.1, 0.2), (x + 0.1, 0.2), (x + side * 0.06 + 0.13, 0.86), (x + side * 0.06 - 0.13, 0.86)], TEAR, 0
        )
        pen.stroke([(x, 0.26), (x + side * 0.04, 0.78)], WHITE, 0.6)


def _open(pen: Pen, ink: Colour, gaze, side, rx: float = 0.145, ry: float = 0.215) -> None:
    pen.oval(0, 0, rx, ry, ink, line=0)
    look = side * gaze[0] * 0.03
    pen.oval(look - side * 0.045, -0.085 + gaze[1] * 0.03, 0.058, 0.07, WHITE, line=0)
    pen.oval(look + side * 0.05, 0.1, 0.03, 0.034, WHITE, line=0)


def _wide(pen: Pen, ink: Colour, gaze, side) -> None:
    pen.oval(0, 0, 0.215, 0.26, WHITE, 0.9)
    pen.oval(side * gaze[0] * 0.05, 0.01, 0.1, 0.13, ink, line=0)
    pen.oval(-side * 0.03, -0.05, 0.04, 0.045, WHITE, line=0)


def _tiny(pen: Pen, ink: Colour, gaze, side) -> None:
    pen.oval(0, 0, 0.2, 0.23, WHITE, 0.9)
    pen.oval(side * gaze[0] * 0.05, 0.0, 0.055, 0.065, ink, line=0)


def _arcs(pen: Pen, ink: Colour, gaze, side) -> None:
    pen.stroke([(-0.19, 0.08), (-0.1, -0.06), (0.0, -0.11), (0.1, -0.06), (0.19, 0.08)], ink, 1.7)


def _closed(pen: Pen, ink: Colour, gaze, side) -> None:
    pen.stroke([(-0.19, 0.0), (-0.09, 0.09), (0.02, 0.11), (0.12, 0.07), (0.19, -0.02)], ink, 1.6)
    pen.stroke([(0.17, 0.0), (0.24, 0.05)], ink, 1.1)


def _squeezed(pen: Pen, ink: Colour, gaze, side) -> None:
    pen.stroke([(0.16, -0.13), (-0.12, 0.0), (0.16, 0.13)], ink, 1.7, bend=False)


def _sad(pen: Pen, ink: Colour, gaze, side) -> None:
    _open(pen, ink, gaze, side, 0.15, 0.2)
    pen.stroke([(-0.2, -0.2), (0.0, -0.18), (0.22, -0.04)], ink, 1.2)
    pen.oval(0.1, 0.2, 0.075, 0.05, TEAR, line=0)


def _angry(pen: Pen, ink: Colour, gaze, side) -> None:
    _open(pen, ink, gaze, side, 0.145, 0.18)
    pen.stroke([(-0.22, -0.08), (0.2, -0.25)], ink, 1.5)


def _aside(pen: Pen, ink: Colour, gaze, side) -> None:
    pen.oval(0, 0, 0.19, 0.21, WHITE, 0.8)
    pen.oval(side * 0.07, 0.05, 0.1, 0.12, ink, line=0)
    pen.oval(side * 0.1, 0.01, 0.035, 0.04, WHITE, line=0)


def _proud(pen: Pen, ink: Colour, gaze, side) -> None:
    _closed(pen.at(0, 0, tall=0.85), ink, gaze, side)


def _half(pen: Pen, ink: Colour, gaze, side) -> None:
    pen.shape([(-0.17, -0.02), (0.17, -0.02), (0.14, 0.1), (0.07, 0.18), (-0.07, 0.18), (-0.14, 0.1)], ink, 0)
    pen.oval(-side * 0.04, 0.04, 0.045, 0.045, WHITE, line=0)
    pen.stroke([(-0.22, -0.03), (0.22, -0.03)], ink, 1.6)


def _hearts(pen: Pen, ink: Colour, gaze, side) -> None:
    heart(pen, 0, 0, 0.25, (232, 64, 92), line=0.7)


EYES = {
    "open": _open,
    "wide": _wide,
    "tiny": _tiny,
    "arcs": _arcs,
    "closed": _closed,
    "squeezed": _squeezed,
    "sad": _sad,
    "angry": _angry,
    "aside": _aside,
    "proud": _proud,
    "half": _half,
    "hearts": _hearts,
}


ON_WHITE = frozenset({"open", "sad", "angry"})
LINES = frozenset({"arcs", "closed", "squeezed", "proud", "half"})
"""Eyes drawn as lines alone."""


def heart(pen: Pen, x: float, y: float, size: float, fill: Colour, line: float = 1.0) -> None:
    """A heart whose half-width is `size`."""
    half = [(0, -0.45), (0.3, -0.85), (0.75, -0.85), (1.0, -0.45), (0.85, 0.0), (0.5, 0.45)]
    outline = half + [(0, 0.95)] + [(-a, b) for a, b in reversed(half[1:])]
    pen.shape([(x + a * size, y + b * size) for a, b in outline], fill, line)


def _mouth_curve(*points, line: float = 1.4):
    return lambda pen, ink: pen.stroke(points, ink, line)


def _open_mouth(points, tongue):
    def draw(pen: Pen, ink: Colour) -> None:
        pen.blob(points, MOUTH, 0.9)
        pen.oval(*tongue, TONGUE, line=0)

    return draw


def _laugh(pen: Pen, ink: Colour) -> None:
    pen.blob([(-0.3, -0.13), (0, -0.1), (0.3, -0.13), (0.26, 0.12), (0, 0.28), (-0.26, 0.12)], MOUTH, 1)
    pen.shape([(-0.23, -0.08), (0.23, -0.08), (0.21, 0.0), (-0.21, 0.0)], WHITE, 0)
    pen.oval(0, 0.17, 0.13, 0.07, TONGUE, line=0)


def _snarl(pen: Pen, ink: Colour) -> None:
    pen.shape([(-0.2, 0.1), (-0.15, -0.08), (0.15, -0.08), (0.2, 0.1)], WHITE, 0.9)
    pen.stroke([(-0.18, 0.02), (0.18, 0.02)], ink, 0.6)
    for x in (-0.06, 0.06):
        pen.stroke([(x, -0.08), (x, 0.1)], ink, 0.5)


def _drool(pen: Pen, ink: Colour) -> None:
    pen.oval(0, 0.02, 0.08, 0.065, MOUTH, 0.8)
    pen.oval(0.13, 0.12, 0.05, 0.09, TEAR, 0.5)


MOUTHS = {
    "small": _mouth_curve((-0.11, 0.0), (0.0, 0.035), (0.11, 0.0)),
    "smile": _mouth_curve((-0.2, -0.05), (-0.1, 0.05), (0.0, 0.075), (0.1, 0.05), (0.2, -0.05)),
    "open smile": _open_mouth(
        [(-0.2, -0.1), (0, -0.075), (0.2, -0.1), (0.15, 0.09), (0, 0.17), (-0.15, 0.09)], (0, 0.1, 0.08, 0.05)
    ),
    "laugh": _laugh,
    "frown": _mouth_curve((-0.17, 0.07), (-0.08, -0.01), (0.0, -0.03), (0.08, -0.01), (0.17, 0.07)),
    "wail": _open_mouth(
        [(-0.2, 0.1), (-0.14, -0.08), (0, -0.12), (0.14, -0.08), (0.2, 0.1), (0, 0.17)], (0, 0.1, 0.1, 0.05)
    ),
    "snarl": _snarl,
    "oh": _open_mouth([(0, -0.13), (0.11, 0.0), (0, 0.16), (-0.11, 0.0)], (0, 0.09, 0.06, 0.045)),
    "wave": _mouth_curve(
        (-0.2, 0.04), (-0.12, -0.03), (-0.04, 0.04), (0.04, -0.03), (0.12, 0.04), (0.2, -0.03), line=1.3
    ),
    "drool": _drool,
    "firm": _mouth_curve((-0.14, 0.03), (0.0, -0.02), (0.14, 0.03), line=1.5),
    "smirk": _mouth_curve((-0.15, 0.04), (0.0, 0.06), (0.14, 0.0), (0.21, -0.09)),
}
