"""Places to learn, work, travel, heal and perform."""

from __future__ import annotations

from pipeline.artists.sketch.palette import WHITE, Colour, clear, darker
from pipeline.artists.sketch.places.backdrop import Backdrop

DESK: Colour = (222, 176, 120)
SPINES: tuple[Colour, ...] = (
    (206, 84, 84),
    (84, 120, 190),
    (240, 190, 96),
    (110, 170, 120),
    (150, 116, 180),
    (220, 140, 90),
)


def classroom(drop: Backdrop) -> None:
    """Blackboard, desks, a window."""
    wall, board = drop.one_of(
        "colours",
        ((246, 236, 208), (62, 112, 92)),
        ((220, 234, 240), (62, 112, 92)),
        ((250, 222, 206), (70, 82, 104)),
        ((224, 238, 212), (248, 250, 252)),
    )
    chalk = (110, 130, 190) if board[0] > 200 else (226, 240, 226)
    drop.room(wall, drop.one_of("floor", (206, 164, 120), (182, 140, 108), (216, 190, 160)))
    pen, x = drop.pen, drop.left * 0.22
    half = min(0.46, drop.right * 0.62)
    pen.box(x - half - 0.02, -0.62, x + half + 0.02, -0.24, (176, 126, 86), 0.9)
    pen.box(x - half, -0.6, x + half, -0.26, board, 0.7)
    for y, start, wide in ((-0.54, 0.1, 0.5), (-0.47, 0.1, 0.36), (-0.4, 0.1, 0.44)):
        pen.stroke([(x - half + start * half, y), (x - half + (start + wide * 2) * half, y)], chalk, 1.2)
    pen.box(x - 0.12, -0.25, x - 0.04, -0.24, WHITE, line=0)
    drop.window(drop.right * 0.84, -0.42, 0.24, 0.32)
    pen.oval(x + half * 0.82, -0.7, 0.05, 0.05, WHITE, 0.8)
    pen.stroke(
        [(x + half * 0.82, -0.74), (x + half * 0.82, -0.7), (x + half * 0.82 + 0.02, -0.69)], line=0.8, bend=False
    )
    for x in (drop.left * 0.8, drop.left * 0.36, drop.right * 0.36, drop.right * 0.8):
        for dx in (-0.08, 0.08):
            pen.stroke([(x + dx, 0.04), (x + dx, 0.16)], (110, 110, 124), 1.6)
        pen.box(x - 0.12, -0.02, x + 0.12, 0.05, DESK, 0.9, 0.01)


def office(drop: Backdrop) -> None:
    """Windows over the town, desks with screens, a cabinet."""
    wall, floor = drop.one_of(
        "colours",
        ((226, 232, 240), (176, 186, 200)),
        ((244, 232, 212), (190, 170, 150)),
        ((216, 234, 226), (160, 180, 176)),
    )
    drop.room(wall, floor, boards=False)
    pen = drop.pen
    for x in (drop.left * 0.5, drop.right * 0.42):
        drop.window(x, -0.42, 0.4, 0.32)
        for i in range(4):
            pen.stroke([(x - 0.19, -0.56 + i * 0.025), (x + 0.19, -0.56 + i * 0.025)], (240, 244, 248), 1.2)
    desk = drop.one_of("desks", DESK, (240, 240, 240), (170, 124, 96))
    for x in (drop.left * 0.62, drop.right * 0.6):
        pen.box(x - 0.26, -0.1, x + 0.26, -0.05, desk, 0.9, 0.01)
        for dx in (-0.22, 0.2):
            pen.box(x + dx, -0.05, x + dx + 0.03, 0.12, (130, 136, 150), 0.7)
        pen.box(x - 0.1, -0.3, x + 0.12, -0.14, (70, 76, 96), 0.9, 0.015)
        pen.box(x - 0.08, -0.28, x + 0.1, -0.16, (150, 214, 240), 0.6)
        pen.box(x - 0.02, -0.14, x + 0.04, -0.1, (70, 76, 96), 0.7)
        for i in range(3):
            pen.box(x - 0.22, -0.12 - i * 0.018, x - 0.13, -0.1 - i * 0.018, WHITE, 0.5)
    x = drop.right * 0.93
    pen.box(x - 0.09, -0.34, x + 0.09, 0.05, (170, 178, 194), 0.9)
    for i in range(3):
        pen.box(x - 0.07, -0.31 + i * 0.12, x + 0.07, -0.22 + i * 0.12, (190, 198, 212), 0.7)
        pen.stroke([(x - 0.02, -0.265 + i * 0.12), (x + 0.02, -0.265 + i * 0.12)], line=1.0)


def library(drop: Backdrop) -> None:
    """Tall shelves full of books, a ladder, a reading lamp."""
    wood, floor = drop.one_of(
        "colours",
        ((150, 100, 70), (170, 120, 84)),
        ((206, 160, 112), (150, 110, 90)),
        ((120, 134, 140), (190, 160, 130)),
    )
    drop.room((232, 210, 176), floor)
    pen = drop.pen
    for x in drop.spread(0.46, 0.0):
        pen.box(x, -0.68, x + 0.42, 0.05, wood, 0.9)
        for level in range(5):
            y = 0.0 - level * 0.135
            pen.box(x + 0.02, y - 0.115, x + 0.4, y, darker(wood, 0.3), 0.5)
            drop.shelf(x + 0.02, x + 0.4, y, SPINES, 0.105)
    x = drop.right * 0.7
    for dx in (-0.06, 0.06):
        pen.limb([(x + dx * 0.7, -0.62), (x + dx, 0.1)], 0.01, (226, 180, 120), 0.8, False)
    for i in range(6):
        pen.limb([(x - 0.05, -0.54 + i * 0.11), (x + 0.05, -0.54 + i * 0.11)], 0.007, (226, 180, 120), 0.7, False)


def hospital(drop: Backdrop) -> None:
    """A bed with a curtain, a drip, a cross."""
    wall, band, cover = drop.one_of(
        "colours",
        ((222, 240, 236), (176, 220, 210), (150, 206, 220)),
        ((242, 234, 220), (244, 208, 170), (244, 180, 170)),
        ((226, 230, 246), (190, 200, 236), (170, 206, 160)),
    )
    drop.room(wall, (214, 222, 226), boards=False)
    pen = drop.pen
    pen.box(drop.left - 0.1, -0.16, drop.right + 0.1, -0.03, band, 0.6)
    drop.window(drop.right * 0.5, -0.44, 0.3, 0.28)
    pen.oval(0.0, -0.56, 0.07, 0.07, WHITE, 0.9)
    pen.band([(0, -0.595), (0, -0.525)], 0.025, (226, 80, 84), False)
    pen.band([(-0.035, -0.56), (0.035, -0.56)], 0.025, (226, 80, 84), False)
    x = drop.left * 0.48
    for dx in (-0.34, 0.32):
        pen.limb([(x + dx, -0.24 if dx < 0 else -0.14), (x + dx, 0.1)], 0.012, (170, 180, 194), 0.8, False)
    pen.box(x - 0.34, -0.1, x + 0.32, 0.02, WHITE, 0.9, 0.02)
    pen.box(x - 0.32, -0.16, x - 0.14, -0.08, (250, 250, 255), 0.8, 0.03)
    pen.box(x - 0.1, -0.12, x + 0.33, 0.04, cover, 0.9, 0.03)
    drip = x + 0.46
    pen.limb([(drip, 0.1), (drip, -0.5)], 0.008, (150, 160, 176), 0.8, False)
    pen.box(drip - 0.035, -0.5, drip + 0.035, -0.38, (206, 236, 250), 0.8, 0.015)


def subway(drop: Backdrop) -> None:
    """The inside of a train: windows, straps, a long seat."""
    seat = drop.one_of("seats", (110, 186, 156), (90, 140, 206), (226, 120, 110), (236, 180, 90))
    drop.room(drop.one_of("wall", (226, 230, 236), (240, 232, 216)), (150, 156, 170), boards=False)
    pen = drop.pen
    for x in drop.spread(0.46, 0.0):
        pen.box(x, -0.5, x + 0.38, -0.22, (90, 98, 116), 0.9, 0.03)
        pen.box(x + 0.015, -0.485, x + 0.365, -0.235, (52, 58, 84) if drop.light.dark else (150, 206, 236), 0.6, 0.02)
        pen.stroke([(x + 0.1, -0.28), (x + 0.2, -0.44)], (255, 255, 255, 140), 1.6)
    pen.box(drop.left - 0.1, -0.18, drop.right + 0.1, -0.02, darker(seat, 0.08), 0.9, 0.02)
    pen.box(drop.left - 0.1, -0.04, drop.right + 0.1, 0.06, seat, 0.9, 0.02)
    pen.limb([(drop.left - 0.1, -0.62), (drop.right + 0.1, -0.62)], 0.009, (180, 186, 198), 0.8, False)
    for x in drop.spread(0.2, 0.0):
        pen.stroke([(x, -0.61), (x, -0.55)], (110, 116, 130), 1.4)
        pen.oval(x, -0.52, 0.03, 0.032, (250, 214, 120), 0.8)
        pen.oval(x, -0.52, 0.017, 0.019, (226, 230, 236), 0.6)
    for x in (drop.left * 0.72, drop.right * 0.72):
        pen.limb([(x, -0.7), (x, 0.2)], 0.011, (200, 206, 216), 0.8, False)


def stage(drop: Backdrop) -> None:
    """Curtains, spotlights, boards, heads of the audience."""
    back, red = drop.one_of(
        "colours", ((70, 50, 92), (196, 52, 70)), ((34, 60, 96), (150, 70, 160)), ((96, 44, 60), (214, 150, 60))
    )
    drop.room(back, drop.one_of("boards", (190, 136, 96), (150, 104, 84)), trim=(120, 80, 60))
    pen = drop.pen
    bright, spot = pen.in_light(pen.unlit), drop.one_of("spotlights", 0.2, 0.3, 0.42)
    for x, colour in ((-spot, (255, 236, 160)), (spot, (255, 214, 236))):
        bright.shape(
            [
                (x * 0.9 - 0.02, drop.top - 0.05),
                (x * 0.9 + 0.02, drop.top - 0.05),
                (x + 0.26, drop.bottom * 0.7),
                (x - 0.26, drop.bottom * 0.7),
            ],
            clear(colour, 70),
            0,
        )
        bright.oval(x, drop.bottom * 0.62, 0.3, drop.bottom * 0.16, clear(colour, 110), line=0)
    for side in (-1, 1):
        edge = drop.right if side > 0 else drop.left
        for i in range(3):
            x = edge - side * i * 0.1
            pen.blob(
                [
                    (x + side * 0.1, drop.top - 0.1),
                    (x - side * 0.07, drop.top - 0.1),
                    (x - side * 0.04, -0.2),
                    (x - side * 0.08, 0.06),
                    (x + side * 0.1, 0.06),
                ],
                darker(red, 0.08 * i),
                0.8,
            )
    for x in drop.spread(0.16, 0.0):
        pen.blob(
            [
                (x - 0.1, drop.top - 0.1),
                (x + 0.1, drop.top - 0.1),
                (x + 0.09, drop.top * 0.88),
                (x, drop.top * 0.83),
                (x - 0.09, drop.top * 0.88),
            ],
            red,
            0.8,
        )


PLACES = {
    "classroom": classroom, "office": office, "library": library, "hospital": hospital, "subway": subway,
    "stage": stage,
}  # fmt: skip
