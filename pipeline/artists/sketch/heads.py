"""Heads: skull, ears, muzzles and what grows on top, in coordinates where the head's radius is 1.

Head shapes, ears and muzzles are small functions in tables; a kind's row names its own.
"""

from __future__ import annotations

from pipeline.artists.sketch.palette import INK, Colour, darker, lighter
from pipeline.artists.sketch.pen import Pen, smooth
from pipeline.artists.sketch.wardrobe import Outfit

PINK: Colour = (250, 170, 178)
SKULLS: dict[str, list[tuple[float, float]]] = {
    "round": [(0, -0.98), (0.62, -0.84), (1.03, -0.25), (1.0, 0.32), (0.62, 0.84), (0, 0.97)],
    "wide": [(0, -0.92), (0.66, -0.8), (1.08, -0.22), (1.16, 0.3), (0.78, 0.8), (0, 0.94)],
    "egg": [(0, -1.08), (0.72, -0.92), (1.14, -0.3), (0.98, 0.3), (0.5, 0.8), (0, 0.95)],
    "drop": [(0, -0.9), (0.54, -0.76), (0.9, -0.22), (0.92, 0.35), (0.8, 0.8), (0, 0.95)],
    "frog": [(0, -0.72), (0.7, -0.7), (1.1, -0.15), (1.2, 0.3), (0.8, 0.78), (0, 0.92)],
}


def skull(pen: Pen, outfit: Outfit) -> None:
    """The bare head."""
    if outfit.build.head == "square":
        pen.box(-1.0, -0.9, 1.0, 0.88, outfit.skin, radius=0.26)
        for side in (-1, 1):
            pen.box(side * 1.0 - 0.1, -0.2, side * 1.0 + 0.1, 0.3, darker(outfit.skin), radius=0.08)
        return
    half = SKULLS[outfit.build.head]
    outline = 0.0 if outfit.build.body == "ghost" else 1.0  # the ghost's sheet falls from crown to hem in one piece
    pen.blob(half + [(-x, y) for x, y in reversed(half[1:-1])], outfit.skin, outline)
    low = [(x * 0.965, y * 0.965) for x, y in half if y > 0.2]
    rim = [(-x, y) for x, y in low[:-1]] + low[::-1]
    inner = [(x * 0.9, y - 0.1) for x, y in reversed(rim[1:-1])]
    pen.shape(smooth(rim, closed=False) + smooth(inner, closed=False), darker(outfit.skin, 0.065), line=0)


def ears_behind(pen: Pen, outfit: Outfit) -> None:
    """Ears and other things that rise behind the skull."""
    draw = EARS.get(outfit.build.ears)
    if draw:
        draw(pen, outfit.skin)
    elif outfit.person:
        for side in (-1, 1):
            pen.oval(side * 1.0, 0.15, 0.15, 0.2, outfit.skin)


def _pair(points, inner=None, inner_colour: Colour = PINK):
    def draw(pen: Pen, fur: Colour) -> None:
        for side in (-1, 1):
            ear = pen.at(0, 0, flip=side < 0)
            ear.blob(points, fur) if len(points) > 3 else ear.shape(points, fur)
            if inner:
                ear.blob(inner, inner_colour, line=0) if len(inner) > 3 else ear.shape(inner, inner_colour, 0)

    return draw


def _pointed(height: float, inner_colour: Colour):
    def draw(pen: Pen, fur: Colour) -> None:
        for side in (-1, 1):
            ear = pen.at(0, 0, flip=side < 0)
            tip = -0.98 - height
            ear.shape(_horn((0.98, -0.2), (0.9, tip), (0.2, -0.78)), fur)
            ear.shape(_horn((0.86, -0.5), (0.84, tip + 0.22), (0.42, -0.8)), inner_colour, 0)

    return draw


def _horn(base, tip, other):
    """A triangle with softly bent sides and a rounded tip."""
    (ax, ay), (tx, ty), (bx, by) = base, tip, other
    return [
        (ax, ay), ((ax + tx) / 2 + 0.06, (ay + ty) / 2), (tx + 0.02, ty + 0.1), (tx - 0.05, ty + 0.02),
        (tx - 0.13, ty + 0.06), ((bx + tx) / 2 - 0.05, (by + ty) / 2 - 0.04), (bx, by),
    ]  # fmt: skip


def _rabbit(pen: Pen, fur: Colour) -> None:
    for side, turn in ((-1, -7), (1, 12)):
        ear = pen.at(side * 0.42, -0.72, turn=turn)
        ear.oval(0, -0.62, 0.27, 0.8, fur)
        ear.oval(0, -0.6, 0.13, 0.58, PINK, line=0)


def _bear(pen: Pen, fur: Colour) -> None:
    for side in (-1, 1):
        pen.oval(side * 0.78, -0.74, 0.36, 0.36, fur)
        pen.oval(side * 0.78, -0.72, 0.2, 0.2, lighter(fur, 0.4), line=0)


def _antenna(pen: Pen, metal: Colour) -> None:
    pen.limb([(0, -0.8), (0, -1.32)], 0.05, darker(metal, 0.25), 0.8)
    pen.oval(0, -1.42, 0.17, 0.17, (240, 96, 88))


def _feelers(pen: Pen, skin: Colour) -> None:
    for side in (-1, 1):
        pen.limb([(side * 0.3, -0.85), (side * 0.42, -1.25), (side * 0.62, -1.42)], 0.05, skin, 0.8)
        pen.oval(side * 0.64, -1.46, 0.14, 0.14, lighter(skin))


def _spikes(pen: Pen, skin: Colour) -> None:
    for x, y, turn in ((-0.62, -0.72, -38), (0, -0.92, 0), (0.62, -0.72, 38)):
        pen.at(x, y, turn=turn).shape([(-0.3, 0.2), (0, -0.45), (0.3, 0.2)], (248, 180, 90))


def _frog_eyes(pen: Pen, skin: Colour) -> None:
    for side in (-1, 1):
        pen.oval(side * 0.52, -0.62, 0.38, 0.36, skin)


EARS = {
    "cat": _pointed(0.42, PINK),
    "fox": _pointed(0.56, (74, 56, 62)),
    "pig": _pair([(0.95, -0.35), (1.06, -0.98), (0.72, -1.02), (0.36, -0.82), (0.5, -0.6)], None),
    "rabbit": _rabbit,
    "bear": _bear,
    "antenna": _antenna,
    "feelers": _feelers,
    "spikes": _spikes,
    "frog": _frog_eyes,
}


def markings(pen: Pen, outfit: Outfit, shift: float) -> None:
    """What lies on the skull under the face: masks, cheeks, floppy ears. `shift` follows the gaze (−1 to 1)."""
    draw = MARKINGS.get(outfit.build.muzzle) or MARKINGS.get(outfit.build.head)
    if draw:
        draw(pen.at(shift * 0.2, 0), outfit)


def _cat_marks(pen: Pen, outfit: Outfit) -> None:
    stripe = darker(outfit.skin, 0.3)
    for x, length in ((-0.24, 0.2), (0.0, 0.3), (0.24, 0.2)):
        pen.shape([(x - 0.06, -0.86), (x + 0.06, -0.86), (x, -0.84 + length)], stripe, 0)
    pen.oval(0, 0.5, 0.42, 0.3, outfit.belly, line=0)


def _light_muzzle(rx: float, ry: float, y: float = 0.46):
    return lambda pen, outfit: pen.oval(0, y, rx, ry, outfit.belly, line=0)


def _fox_marks(pen: Pen, outfit: Outfit) -> None:
    for side in (-1, 1):
        pen.at(0, 0, flip=side < 0).blob(
            [(0.02, 0.28), (0.42, 0.3), (1.08, 0.22), (0.74, 0.76), (0.02, 0.9)], outfit.belly, 0
        )


def _penguin_marks(pen: Pen, outfit: Outfit) -> None:
    pen.blob(
        [
            (0, -0.28),
            (0.32, -0.5),
            (0.76, -0.32),
            (0.84, 0.2),
            (0.55, 0.68),
            (0, 0.82),
            (-0.55, 0.68),
            (-0.84, 0.2),
            (-0.76, -0.32),
            (-0.32, -0.5),
        ],
        outfit.belly,
        0,
    )


def _screen(pen: Pen, outfit: Outfit) -> None:
    pen.box(-0.8, -0.56, 0.8, 0.72, lighter(outfit.skin, 0.62), line=0.7, radius=0.2)


def _dog_ears(pen: Pen, outfit: Outfit) -> None:
    _light_muzzle(0.46, 0.36)(pen, outfit)


MARKINGS = {
    "cat": _cat_marks, "dog": _dog_ears, "bear": _light_muzzle(0.48, 0.38), "rabbit": _light_muzzle(0.3, 0.22, 0.48),
    "fox": _fox_marks, "beak": _penguin_marks, "square": _screen, "frog": _light_muzzle(0.86, 0.36, 0.56),
    "dinosaur": _light_muzzle(0.74, 0.36, 0.56),
}  # fmt: skip


def muzzle(pen: Pen, outfit: Outfit, gaze: tuple[float, float]) -> None:
    """Nose, snout, beak or whiskers: drawn over the face, above the mouth."""
    draw = MUZZLES.get(outfit.build.muzzle)
    if draw:
        draw(pen.at(0.24 * gaze[0], 0.13 * gaze[1]), outfit)


def ears_in_front(pen: Pen, outfit: Outfit) -> None:
    """Ears that hang over the skull's sides."""
    if outfit.build.ears == "dog":
        colour = darker(outfit.skin, 0.42)
        for side in (-1, 1):
            pen.at(0, 0, flip=side < 0).blob(
                [(0.62, -0.82), (0.98, -0.72), (1.3, -0.1), (1.32, 0.45), (1.06, 0.58), (0.88, 0.2), (0.84, -0.3)],
                colour,
            )


def _nose(rx: float, ry: float, y: float, colour: Colour = INK):
    def draw(pen: Pen, outfit: Outfit) -> None:
        dark = sum(outfit.skin) < 300 and colour == INK
        pen.oval(0, y, rx, ry, colour, line=0.6 if colour != INK else 0)
        pen.oval(-rx * 0.3, y - ry * 0.35, rx * 0.3, ry * 0.3, (255, 255, 255, 200 if not dark else 120), line=0)

    return draw


def _cat_nose(pen: Pen, outfit: Outfit) -> None:
    pen.shape([(-0.085, 0.27), (0.085, 0.27), (0.0, 0.37)], (238, 120, 128), 0.7)
    whisker = darker(outfit.skin, 0.55)
    for side in (-1, 1):
        for end in (0.26, 0.44):
            pen.stroke([(side * 0.82, 0.34 + (end - 0.35) * 0.4), (side * 1.28, end - 0.04)], whisker, 0.8)


def _snout(pen: Pen, outfit: Outfit) -> None:
    pen.oval(0, 0.29, 0.27, 0.155, darker(lighter(outfit.skin, 0.05), 0.12))
    for side in (-1, 1):
        pen.oval(side * 0.09, 0.29, 0.04, 0.06, darker(outfit.skin, 0.5), line=0)


def _beak(pen: Pen, outfit: Outfit) -> None:
    pen.blob([(-0.24, 0.28), (0, 0.19), (0.24, 0.28), (0.0, 0.41)], (250, 176, 64))


def _nostrils(y: float):
    def draw(pen: Pen, outfit: Outfit) -> None:
        for side in (-1, 1):
            pen.oval(side * 0.1, y, 0.04, 0.03, darker(outfit.skin, 0.45), line=0)

    return draw


def _moustache(pen: Pen, outfit: Outfit) -> None:
    for side in (-1, 1):
        pen.at(0, 0.33, flip=side < 0).blob(
            [(0.0, -0.05), (0.24, -0.04), (0.44, 0.08), (0.22, 0.1), (0.0, 0.06)], outfit.hair_colour, 0.7
        )


MUZZLES = {
    "cat": _cat_nose, "dog": _nose(0.15, 0.1, 0.3), "bear": _nose(0.16, 0.11, 0.29), "fox": _nose(0.12, 0.09, 0.32),
    "rabbit": _nose(0.085, 0.06, 0.33, (240, 130, 146)), "pig": _snout, "beak": _beak, "frog": _nostrils(0.28),
    "dinosaur": _nostrils(0.3), "moustache": _moustache,
}  # fmt: skip
