"""Hair: what falls behind the head and what lies over the brow, head radius 1. A style is a row in each table.

Colours come from the outfit; a head seen from behind is covered whole.
"""

from __future__ import annotations

from pipeline.artists.sketch.palette import Colour, lighter
from pipeline.artists.sketch.pen import Pen, smooth

LONG = [
    (-0.9, -0.72),
    (0, -1.12),
    (0.9, -0.72),
    (1.2, 0.1),
    (1.22, 0.95),
    (1.02, 1.6),
    (0.5, 1.72),
    (-0.5, 1.72),
    (-1.02, 1.6),
    (-1.22, 0.95),
    (-1.2, 0.1),
]
BOB = [
    (-0.9, -0.75),
    (0, -1.12),
    (0.9, -0.75),
    (1.2, 0.0),
    (1.22, 0.6),
    (0.95, 0.92),
    (-0.95, 0.92),
    (-1.22, 0.6),
    (-1.2, 0.0),
]
CAP = [(-1.08, 0.12), (-1.1, -0.42), (-0.74, -0.98), (0, -1.17), (0.74, -0.98), (1.1, -0.42), (1.08, 0.12)]


def behind(pen: Pen, style: str, colour: Colour) -> None:
    """The hair that the head hides in part."""
    if style == "long hair":
        pen.blob(LONG, colour)
    elif style == "bob hair":
        pen.blob(BOB, colour)
    elif style == "ponytail":
        pen.blob(
            [(0.35, -0.85), (1.0, -0.95), (1.62, -0.35), (1.62, 0.5), (1.36, 1.1), (1.22, 0.4), (1.0, -0.2)], colour
        )
    elif style == "pigtails":
        for side in (-1, 1):
            tail = pen.at(0, 0, flip=side < 0)
            tail.blob(
                [(0.9, -0.42), (1.3, -0.5), (1.68, 0.1), (1.6, 0.8), (1.32, 1.15), (1.16, 0.5), (0.96, 0.1)], colour
            )
    elif style == "bun hair":
        pen.oval(0, -1.17, 0.46, 0.4, colour)
    elif style == "curly hair":
        for x, y in ((-0.95, 0.55), (0.95, 0.55), (-1.12, 0.1), (1.12, 0.1), (-1.08, -0.4), (1.08, -0.4)):
            pen.oval(x, y, 0.4, 0.4, colour)


def over(pen: Pen, style: str, colour: Colour, shift: float) -> None:
    """Crown and fringe; `shift` is the gaze to the side (−1 to 1): the parting follows it."""
    if style == "bald":
        return _wreath(pen, colour)
    draw = FRINGES.get(style, _fringe)
    draw(pen, colour, shift * 0.16)
    if style != "curly hair":
        pen.stroke([(-0.52, -0.86), (-0.2, -0.98), (0.1, -0.99)], lighter(colour, 0.32), 1.1)


def from_behind(pen: Pen, style: str, colour: Colour) -> None:
    """The head seen from the back: hair all over."""
    if style == "bald":
        return _wreath(pen, colour)
    pen.blob([*CAP, (0.92, 0.68), (0.45, 0.95), (-0.45, 0.95), (-0.92, 0.68)], colour)
    for x in (-0.4, 0.05, 0.45):
        pen.stroke([(x, -0.3), (x * 1.1, 0.35)], lighter(colour, 0.18), 0.9)


def _crown(pen: Pen, colour: Colour, edge: list[tuple[float, float]]) -> None:
    """The cap of hair, its lower edge given from right to left."""
    top = smooth(CAP, closed=False)
    pen.shape([*top, *edge], colour)


def _fringe(pen: Pen, colour: Colour, x: float) -> None:
    tips = [(0.96, -0.1), (0.66, -0.34), (0.14 + x, -0.36), (-0.4 + x, -0.36), (-0.82, -0.3), (-0.98, -0.06)]
    valleys = [(0.86, -0.42), (0.4 + x * 0.6, -0.58), (-0.14 + x, -0.6), (-0.62, -0.56), (-0.92, -0.4)]
    _crown(pen, colour, _locks(tips, valleys))


def _locks(tips: list[tuple[float, float]], valleys: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """A fringe of soft locks: every tip is met in two bent sides."""
    edge = [tips[0]]
    for tip, valley in zip(tips[1:], valleys, strict=True):
        (ax, ay), (vx, vy), (bx, by) = edge[-1], valley, tip
        edge += [
            ((ax + vx) / 2 - 0.03, (ay + vy) / 2 - 0.02),
            valley,
            ((vx + bx) / 2 + 0.03, (vy + by) / 2 + 0.07),
            tip,
        ]
    return edge


def _straight(pen: Pen, colour: Colour, x: float) -> None:
    _crown(
        pen,
        colour,
        [
            (0.95, 0.1),
            (0.86, -0.4),
            (0.4, -0.41),
            (0.3 + x, -0.5),
            (0.2 + x, -0.4),
            (-0.3, -0.41),
            (-0.86, -0.4),
            (-0.95, 0.1),
        ],
    )


def _parted(pen: Pen, colour: Colour, x: float) -> None:
    _crown(
        pen,
        colour,
        [
            (0.98, 0.2),
            (0.88, -0.16),
            (0.6, -0.42),
            (0.12 + x, -0.68),
            (-0.3, -0.42),
            (-0.74, -0.26),
            (-0.9, -0.02),
            (-0.98, 0.2),
        ],
    )


def _spikes(pen: Pen, colour: Colour, x: float) -> None:
    pen.shape([
        (-1.08, 0.1), (-1.3, -0.35), (-1.06, -0.5), (-1.16, -0.98), (-0.74, -0.94), (-0.6, -1.36), (-0.22, -1.1),
        (0.1, -1.48), (0.36, -1.1), (0.8, -1.3), (0.82, -0.92), (1.22, -0.88), (1.06, -0.48), (1.3, -0.3), (1.08, 0.1),
        (0.92, -0.3), (0.64, -0.34), (0.44, -0.6), (0.14 + x, -0.36), (-0.14 + x, -0.62), (-0.46, -0.36),
        (-0.66, -0.58), (-0.92, -0.28),
    ], colour)  # fmt: skip


def _curls(pen: Pen, colour: Colour, x: float) -> None:
    spots = [(-0.92, -0.5), (0.92, -0.5), (-0.62, -0.84), (0.62, -0.84), (-0.22, -1.0), (0.24, -1.0)]
    fringe = [(-0.66, -0.56), (-0.26 + x, -0.62), (0.16 + x, -0.62), (0.6, -0.56)]
    for cx, cy in spots + fringe:
        pen.oval(cx, cy, 0.32, 0.3, colour)
    for cx, cy in spots + fringe:
        pen.oval(cx, cy - 0.05, 0.24, 0.2, colour, line=0)
    pen.oval(0, -0.78, 0.6, 0.2, colour, line=0)


def _wreath(pen: Pen, colour: Colour) -> None:
    for side in (-1, 1):
        pen.at(0, 0, flip=side < 0).blob(
            [(0.92, -0.4), (1.14, -0.3), (1.22, 0.1), (1.12, 0.36), (0.98, 0.26), (0.95, -0.05)], colour
        )
    pen.stroke([(-0.4, -0.78), (-0.16, -0.86)], (255, 255, 255, 190), 1.4)


FRINGES = {
    "long hair": _parted, "bob hair": _straight, "ponytail": _fringe, "pigtails": _parted, "bun hair": _parted,
    "curly hair": _curls, "spiky hair": _spikes, "short hair": _fringe,
}  # fmt: skip
