"""Bodies: torso, limbs and tail of every make of figure. Garments lie in `clothes.py`.

All coordinates are the figure's own: head radii, feet at y = 0, facing +x.
"""

from __future__ import annotations

from pipeline.artists.sketch.clothes import LEGWEAR, SHORT_SLEEVES, draw_garment
from pipeline.artists.sketch.palette import WHITE, Colour, darker, lighter
from pipeline.artists.sketch.pen import Pen, Point
from pipeline.artists.sketch.skeleton import Skeleton
from pipeline.artists.sketch.wardrobe import Outfit

ORANGE: Colour = (250, 168, 70)


def draw_body(pen: Pen, outfit: Outfit, bones: Skeleton, lean: float, sitting: bool, away: bool) -> None:
    """Everything below the chin except the arms."""
    BODIES[outfit.build.body](pen, outfit, bones, lean, sitting, away)


def torso_pen(pen: Pen, bones: Skeleton, lean: float) -> Pen:
    """A pen with its origin at the hips, leaning with the spine."""
    return pen.at(*bones.hip, turn=lean)


def draw_legs(
    pen: Pen, outfit: Outfit, bones: Skeleton, colour: Colour, shoe: Colour, radius: float, sitting: bool
) -> None:
    """Both legs with their feet; sitting figures show their soles to the viewer."""
    for side, leg in ((-1, bones.far_leg), (1, bones.near_leg)):
        x, y = leg[2]
        pen.limb(leg, radius, colour)
        if sitting:
            pen.oval(x + side * 0.04, y - 0.08, 0.27, 0.25, shoe)
            pen.oval(x + side * 0.04, y - 0.06, 0.14, 0.12, lighter(shoe, 0.4), line=0)
        else:
            pen.blob(
                [
                    (x - 0.24, y + 0.1),
                    (x - 0.22, y - 0.1),
                    (x + 0.05, y - 0.16),
                    (x + 0.32, y - 0.02),
                    (x + 0.32, y + 0.1),
                ],
                shoe,
            )


def draw_arm(pen: Pen, outfit: Outfit, arm: tuple[Point, Point, Point]) -> None:
    """One arm with sleeve and hand."""
    body, thin = outfit.build.body, 0.155
    if body == "robot":
        pen.limb(arm, 0.11, darker(outfit.skin, 0.2))
        pen.oval(*arm[2], 0.2, 0.2, lighter(outfit.skin, 0.2))
        return
    if body == "ghost":
        (x, y), side = arm[0], 1 if arm[0][0] > 0 else -1
        hand = (arm[2][0] + side * 0.56, arm[2][1] - 0.34)
        pen.limb([(x + side * 0.5, y + 0.2), hand], 0.19, outfit.skin, bend=False)
        pen.oval(x + side * 0.44, y + 0.2, 0.24, 0.26, outfit.skin, line=0)
        return
    if body == "bird":
        pen.limb(arm, 0.19, outfit.skin)
        return
    fur = 0.03 if body == "animal" else 0.0
    hand = outfit.skin
    if not outfit.garment:
        pen.limb(arm, thin + 0.05, outfit.skin)
        return
    if outfit.garment in SHORT_SLEEVES:
        pen.limb(arm, thin + fur, hand)
        x, y = ((a + b) / 2 for a, b in zip(arm[0], arm[1], strict=True))
        pen.limb([arm[0], (x, y)], thin + 0.07, SHORT_SLEEVES[outfit.garment] or outfit.garment_colour, bend=False)
        return
    pen.oval(*arm[2], 0.19 + fur, 0.19 + fur, hand)
    start, elbow, end = arm
    wrist = (elbow[0] + (end[0] - elbow[0]) * 0.72, elbow[1] + (end[1] - elbow[1]) * 0.72)
    sleeve = outfit.garment_colour if outfit.garment != "overalls" else WHITE
    pen.limb((start, elbow, wrist), thin + 0.05, sleeve)


def _person(pen: Pen, outfit: Outfit, bones: Skeleton, lean: float, sitting: bool, away: bool) -> None:
    legwear = LEGWEAR.get(outfit.garment, "trousers")
    colours = {"trousers": outfit.trousers, "same": outfit.garment_colour, "dark": darker(outfit.garment_colour, 0.2)}
    draw_legs(pen, outfit, bones, colours.get(legwear, outfit.skin), outfit.shoes, 0.2, sitting)
    if legwear != "bare":
        hip = torso_pen(pen, bones, lean)
        wide = 0.46 * outfit.build.girth
        hip.box(-wide, -0.3, wide, 0.12, colours.get(legwear, outfit.trousers), radius=0.12)
    draw_garment(torso_pen(pen, bones, lean), outfit, away)


def _animal(pen: Pen, outfit: Outfit, bones: Skeleton, lean: float, sitting: bool, away: bool) -> None:
    tail = TAILS.get(outfit.build.tail)
    body = torso_pen(pen, bones, lean)
    if tail:
        tail(body, outfit)
    draw_legs(pen, outfit, bones, outfit.skin, outfit.skin, 0.24, sitting)
    wide, top = outfit.build.girth, -outfit.build.torso
    half = [
        (0.0, top - 0.1),
        (0.42 * wide, top),
        (0.6 * wide, top * 0.55),
        (0.66 * wide, -0.15),
        (0.4 * wide, 0.2),
        (0, 0.25),
    ]
    body.blob(half + [(-x, y) for x, y in reversed(half[1:-1])], outfit.skin)
    if not away:
        body.oval(0, -0.34, 0.4 * wide, 0.46, outfit.belly, line=0)
    if outfit.garment:
        draw_garment(body, outfit, away)


def _robot(pen: Pen, outfit: Outfit, bones: Skeleton, lean: float, sitting: bool, away: bool) -> None:
    draw_legs(pen, outfit, bones, darker(outfit.skin, 0.2), darker(outfit.skin, 0.3), 0.14, sitting)
    body, top = torso_pen(pen, bones, lean), -outfit.build.torso
    body.box(-0.2, top - 0.2, 0.2, top + 0.2, darker(outfit.skin, 0.25))
    body.box(-0.62, top + 0.08, 0.62, 0.14, outfit.skin, radius=0.16)
    if not away:
        body.box(-0.38, top + 0.28, 0.38, -0.18, lighter(outfit.skin, 0.5), line=0.7, radius=0.08)
        for x, colour in ((-0.2, (240, 96, 88)), (0.0, (252, 207, 84)), (0.2, (110, 200, 130))):
            body.oval(x, top + 0.52, 0.075, 0.075, colour, line=0.6)
        body.stroke([(-0.24, -0.36), (0.24, -0.36)], darker(outfit.skin, 0.4), 1.0)
    if outfit.garment:
        draw_garment(body, outfit, away)


def _ghost(pen: Pen, outfit: Outfit, bones: Skeleton, lean: float, sitting: bool, away: bool) -> None:
    body, top = torso_pen(pen, bones, lean), -outfit.build.torso
    half = [(0.64, top - 1.72), (1.06, top - 1.06), (1.1, top - 0.3), (1.12, top * 0.5), (1.24, 0.02), (1.06, 0.2)]
    half += [(0.8, 0.0), (0.52, 0.24), (0.26, 0.02)]
    body.blob([(0, top - 1.88), *half, (0, 0.24)] + [(-x, y) for x, y in reversed(half)], outfit.skin)
    if outfit.garment:
        draw_garment(body, outfit, away)


def _bird(pen: Pen, outfit: Outfit, bones: Skeleton, lean: float, sitting: bool, away: bool) -> None:
    for leg in (bones.far_leg, bones.near_leg):
        x, y = leg[2]
        pen.blob([(x - 0.3, y + 0.1), (x - 0.2, y - 0.08), (x + 0.1, y - 0.1), (x + 0.34, y + 0.1)], ORANGE)
    body, top = torso_pen(pen, bones, lean), -outfit.build.torso
    half = [(0, top - 0.1), (0.56, top + 0.05), (0.82, top * 0.4), (0.66, 0.2), (0, 0.32)]
    body.blob(half + [(-x, y) for x, y in reversed(half[1:-1])], outfit.skin)
    if not away:
        body.oval(0, -0.42, 0.55, 0.66, outfit.belly, line=0)
    if outfit.garment:
        draw_garment(body, outfit, away)


BODIES = {"person": _person, "animal": _animal, "robot": _robot, "ghost": _ghost, "bird": _bird}


def _tube(points: list[Point], radius: float, tip: bool = False):
    def draw(body: Pen, outfit: Outfit) -> None:
        body.limb(points, radius, outfit.skin)
        if tip:
            x, y = points[-1]
            body.oval(x, y, radius * 0.8, radius * 0.8, outfit.belly, line=0)

    return draw


def _fox_tail(body: Pen, outfit: Outfit) -> None:
    body.blob(
        [(-0.4, -0.05), (-0.9, 0.1), (-1.45, -0.25), (-1.6, -0.95), (-1.2, -1.1), (-0.95, -0.6), (-0.5, -0.35)],
        outfit.skin,
    )
    body.blob([(-1.57, -0.72), (-1.6, -0.98), (-1.22, -1.12), (-1.1, -0.9), (-1.34, -0.84)], outfit.belly, line=0)


def _puff(body: Pen, outfit: Outfit) -> None:
    body.oval(-0.66, -0.02, 0.24, 0.22, lighter(outfit.skin, 0.5))


def _pig_tail(body: Pen, outfit: Outfit) -> None:
    body.stroke(
        [(-0.66, -0.1), (-0.86, -0.2), (-0.94, -0.04), (-0.82, 0.02), (-0.84, -0.2), (-1.04, -0.3)],
        darker(outfit.skin, 0.2),
        2.2,
    )


def _dinosaur_tail(body: Pen, outfit: Outfit) -> None:
    body.blob(
        [(-0.3, -0.45), (-0.9, -0.2), (-1.5, -0.3), (-1.75, -0.62), (-1.6, 0.0), (-1.0, 0.26), (-0.3, 0.22)],
        outfit.skin,
    )


TAILS = {
    "cat": _tube([(-0.5, -0.05), (-0.98, -0.05), (-1.2, -0.5), (-1.12, -0.95), (-1.3, -1.2)], 0.15),
    "dog": _tube([(-0.5, -0.12), (-0.9, -0.35), (-1.0, -0.72)], 0.16),
    "fox": _fox_tail,
    "rabbit": _puff,
    "pig": _pig_tail,
    "dinosaur": _dinosaur_tail,
}
