"""Comic marks: small signs beside a head that say what a face alone cannot. One function each, in a table.

A mark's pen has its origin at its anchor beside the head; one unit is a head radius.
"""

from __future__ import annotations

import math

from pipeline.artists.sketch.faces import TEAR, heart
from pipeline.artists.sketch.palette import INK, WHITE, Colour
from pipeline.artists.sketch.pen import Pen

YELLOW: Colour = (255, 214, 84)
RED: Colour = (232, 66, 72)


def _sweat(pen: Pen) -> None:
    pen.blob([(0, -0.5), (0.2, -0.08), (0.2, 0.18), (0, 0.3), (-0.2, 0.18), (-0.2, -0.08)], TEAR)
    pen.oval(-0.06, 0.08, 0.05, 0.08, WHITE, line=0)


def _hearts(pen: Pen) -> None:
    for x, y, size in ((0.0, 0.0, 0.26), (0.42, -0.42, 0.18), (-0.1, -0.62, 0.14)):
        heart(pen, x, y, size, (240, 84, 116))


def _anger(pen: Pen) -> None:
    for turn in (0, 90, 180, 270):
        pen.at(0, 0, turn=turn).stroke([(0.08, -0.34), (0.1, -0.12), (0.34, -0.08)], RED, 3.0)


def _text(*strokes: list[tuple[float, float]], dot: tuple[float, float], fill: Colour):
    def draw(pen: Pen) -> None:
        for width, colour in ((6.2, INK), (3.2, fill)):
            for points in strokes:
                pen.stroke(points, colour, width)
        pen.oval(*dot, 0.1, 0.1, fill)

    return draw


def _sparkles(pen: Pen) -> None:
    for x, y, size in ((0.0, 0.0, 0.34), (0.42, -0.4, 0.22), (-0.2, -0.55, 0.18)):
        points = []
        for i in range(8):
            radius = size if i % 2 == 0 else size * 0.26
            points.append((x + radius * math.sin(i * math.pi / 4), y - radius * math.cos(i * math.pi / 4)))
        pen.shape(points, YELLOW, 0.8)


def _notes(pen: Pen) -> None:
    for wider, colour in ((1, WHITE), (0, INK)):
        for x, y in ((0.0, 0.0), (0.46, -0.42)):
            stem = [(x + 0.13, y), (x + 0.13, y - 0.5), (x + 0.32, y - 0.36)]
            pen.stroke(stem, colour, 1.9 + 2.6 * wider, False)
            pen.at(x, y, turn=-16).oval(0, 0, 0.16 + 0.06 * wider, 0.12 + 0.06 * wider, colour, line=0)


def _bubbles(pen: Pen) -> None:
    for x, y, size in ((0.0, 0.1, 0.2), (0.3, -0.28, 0.27), (0.66, -0.74, 0.34)):
        half = size * 0.5
        for width, colour in ((4.4, WHITE), (2.0, (76, 92, 170))):
            pen.stroke(
                [(x - half, y - half), (x + half, y - half), (x - half, y + half), (x + half, y + half)],
                colour,
                width,
                False,
            )


def _bulb(pen: Pen) -> None:
    for i in range(7):
        angle = math.radians(-180 + i * 30)
        cos, sin = math.cos(angle), math.sin(angle)
        pen.stroke([(0.48 * cos, -0.12 + 0.48 * sin), (0.64 * cos, -0.12 + 0.64 * sin)], YELLOW, 2.2)
    pen.box(-0.12, 0.16, 0.12, 0.38, (170, 176, 190), 0.9, 0.05)
    pen.blob([(0, -0.46), (0.3, -0.3), (0.32, -0.02), (0.14, 0.2), (-0.14, 0.2), (-0.32, -0.02), (-0.3, -0.3)], YELLOW)
    pen.stroke([(-0.08, 0.1), (-0.08, -0.1), (0, 0.0), (0.08, -0.1), (0.08, 0.1)], (206, 140, 60), 0.9, False)


def _steam(pen: Pen) -> None:
    for x in (-0.3, 0.06, 0.42):
        for width, colour in ((4.6, INK), (2.6, WHITE)):
            pen.stroke([(x, 0.1), (x + 0.12, -0.12), (x - 0.06, -0.34), (x + 0.06, -0.56)], colour, width)


def _impact(pen: Pen) -> None:
    for radius, colour in ((0.62, YELLOW), (0.34, WHITE)):
        points = []
        for i in range(20):
            reach = radius * (1.0 if i % 2 == 0 else 0.55) * (1 + 0.12 * math.sin(i * 2.4))
            points.append((reach * math.cos(i * math.tau / 20), reach * math.sin(i * math.tau / 20)))
        pen.shape(points, colour, 1.0 if colour == YELLOW else 0)


BESIDE = {
    "sweat drop": _sweat,
    "hearts": _hearts,
    "anger mark": _anger,
    "question mark": _text(
        [(-0.2, -0.36), (-0.08, -0.56), (0.14, -0.54), (0.2, -0.34), (0.02, -0.14), (0.0, 0.04)],
        dot=(0, 0.3),
        fill=(96, 150, 236),
    ),
    "exclamation mark": _text([(0, -0.6), (0, 0.0)], dot=(0, 0.3), fill=RED),
    "sparkles": _sparkles,
    "music notes": _notes,
    "sleep bubbles": _bubbles,
    "light bulb": _bulb,
    "steam": _steam,
    "impact star": _impact,
}
"""Marks that stand beside a head."""
SUITS: dict[str, frozenset[str]] = {
    "sweat drop": frozenset({"worried", "embarrassed", "scared", "running", "searching"}),
    "hearts": frozenset({"in love", "hugging"}),
    "anger mark": frozenset({"angry"}),
    "question mark": frozenset({"surprised", "worried", "thinking", "searching", "shrugging"}),
    "exclamation mark": frozenset({"surprised", "scared", "pointing"}),
    "sparkles": frozenset({"proud", "happy", "smug", "in love"}),
    "gloom lines": frozenset({"sad", "crying", "worried", "scared"}),
    "impact star": frozenset({"falling", "lying down"}),
    "music notes": frozenset({"singing", "dancing"}),
    "sleep bubbles": frozenset({"sleeping", "sleepy"}),
    "light bulb": frozenset({"thinking", "determined", "proud"}),
    "steam": frozenset({"angry", "cooking", "embarrassed"}),
    "tears": frozenset({"sad", "crying", "laughing"}),
}
"""Whom a mark belongs to when several are there."""
IMPLIED = {"sleeping": "sleep bubbles", "singing": "music notes"}
"""The mark that a pose brings along; a negative prompt that names it takes it away."""


def draw_beside(pen: Pen, name: str) -> None:
    """Draw a mark with the pen at its anchor."""
    BESIDE[name](pen)


def tears(pen: Pen) -> None:
    """Drops that fly from both cheeks; `pen` is at the head's centre, one unit a head radius."""
    for side in (-1, 1):
        for x, y, turn in ((1.12, 0.3, 40), (1.34, -0.06, 62), (1.2, 0.72, 20)):
            pen.at(side * x, y, turn=side * turn).blob([(0, -0.22), (0.1, 0.0), (0, 0.12), (-0.1, 0.0)], TEAR, 0.8)


def gloom(pen: Pen) -> None:
    """A blue shadow on the brow with falling lines; `pen` is at the head's centre."""
    pen.blob(
        [(-0.96, -0.36), (-0.62, -0.84), (0, -0.97), (0.62, -0.84), (0.96, -0.36), (0, -0.42)], (64, 74, 150, 64), 0
    )
    for i in range(8):
        x = -0.84 + i * 0.24
        pen.stroke([(x, -1.28 + 0.3 * abs(x)), (x, -0.42 - 0.16 * (i % 2))], (58, 64, 130, 200), 1.1)


def speed_lines(pen: Pen, width: float, height: float, centre: tuple[float, float], colour: Colour = INK) -> None:
    """Lines that run in from the picture's edges towards `centre`; the middle of the picture stays free."""
    cx, cy = centre
    outer, count = math.hypot(width, height), 46
    for i in range(count):
        angle = math.tau * (i + 0.37 * (i % 3)) / count
        cos, sin = math.cos(angle), math.sin(angle)
        share = 0.3 + 0.16 * ((i * 7) % 5) / 5
        start = (cx + width * share * cos, cy + height * share * sin)
        side = 0.009 + 0.005 * (i % 3)
        end = [(cx + outer * math.cos(angle + d), cy + outer * math.sin(angle + d)) for d in (-side, side)]
        pen.shape([start, *end], (*colour[:3], 205), 0)
