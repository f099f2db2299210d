"""Places to eat and to buy."""

from __future__ import annotations

from pipeline.artists.sketch.palette import WHITE, Colour
from pipeline.artists.sketch.places.backdrop import Backdrop

GOODS: tuple[Colour, ...] = (
    (226, 84, 84),
    (252, 207, 84),
    (96, 170, 120),
    (84, 150, 226),
    (244, 146, 60),
    (250, 158, 184),
)
WOOD: Colour = (176, 122, 84)


def _pendant(drop: Backdrop, x: float, y: float, colour: Colour) -> None:
    pen = drop.pen
    pen.stroke([(x, drop.top - 0.05), (x, y - 0.05)], (90, 80, 90), 1.0)
    if drop.light.dark:
        drop.glow(x, y + 0.02, 0.22)
    pen.oval(x, y + 0.01, 0.024, 0.024, (255, 244, 190), 0.7)
    pen.blob(
        [(x - 0.075, y), (x - 0.04, y - 0.05), (x, y - 0.07), (x + 0.04, y - 0.05), (x + 0.075, y), (x, y - 0.01)],
        colour,
        0.9,
    )


def cafe(drop: Backdrop) -> None:
    """A counter with a menu board, pendant lamps, a window."""
    wall, lamps, board = drop.one_of(
        "colours",
        ((232, 206, 176), (96, 140, 130), (70, 84, 80)),
        ((206, 224, 212), (240, 176, 96), (84, 70, 72)),
        ((244, 208, 196), (120, 96, 140), (64, 76, 104)),
        ((222, 226, 238), (214, 96, 88), (80, 92, 84)),
    )
    drop.room(wall, drop.one_of("floor", (160, 116, 86), (190, 150, 112), (150, 128, 120)), trim=(140, 96, 70))
    pen = drop.pen
    drop.window(drop.right * 0.55, -0.34, *drop.one_of("window", (0.42, 0.34), (0.3, 0.4), (0.5, 0.28)))
    x = drop.left * 0.5
    pen.box(x - 0.26, -0.62, x + 0.2, -0.34, board, 1.0, 0.02)
    for y, wide in ((-0.56, 0.2), (-0.5, 0.3), (-0.44, 0.26), (-0.39, 0.32)):
        pen.stroke([(x - 0.2, y), (x - 0.2 + wide, y)], (236, 232, 214), 1.1)
    counter = drop.one_of("counter", WOOD, (120, 150, 146), (206, 150, 110))
    pen.box(x - 0.4, -0.14, x + 0.28, 0.1, counter, 1.0, 0.01)
    pen.box(x - 0.43, -0.18, x + 0.31, -0.13, (226, 190, 146), 0.9, 0.01)
    pen.box(x - 0.3, -0.3, x - 0.12, -0.18, (196, 204, 216), 0.9, 0.02)
    for dx in (-0.24, -0.18):
        pen.oval(x + dx, -0.26, 0.012, 0.012, (226, 84, 84), 0.6)
    for dx in (0.04, 0.12, 0.2):
        pen.box(x + dx - 0.025, -0.225, x + dx + 0.025, -0.18, WHITE, 0.7, 0.01)
    for lamp in drop.spread(0.42, 0.05):
        _pendant(drop, lamp, drop.top * 0.74, lamps)


def restaurant(drop: Backdrop) -> None:
    """Lanterns, framed menus, tables with cloths."""
    wall, lantern = drop.one_of(
        "colours",
        ((244, 214, 170), (226, 76, 66)),
        ((216, 226, 200), (250, 190, 90)),
        ((246, 208, 190), (96, 150, 170)),
    )
    drop.room(wall, drop.one_of("floor", (170, 110, 84), (196, 156, 120)), trim=(150, 84, 66))
    pen = drop.pen
    for x in drop.spread(0.24, 0.0):
        pen.box(x - 0.05, -0.5, x + 0.05, -0.3, (255, 248, 230), 0.8)
        for i in range(3):
            pen.stroke([(x - 0.025, -0.46 + i * 0.05), (x + 0.025, -0.46 + i * 0.05)], (190, 80, 66), 1.1)
    for x in drop.spread(0.34, 0.05):
        pen.stroke([(x, drop.top - 0.05), (x, drop.top * 0.84)], (90, 70, 70), 1.0)
        if drop.light.dark:
            drop.glow(x, drop.top * 0.76, 0.2, (255, 190, 130))
        pen.blob(
            [
                (x - 0.06, drop.top * 0.76),
                (x - 0.04, drop.top * 0.76 - 0.06),
                (x + 0.04, drop.top * 0.76 - 0.06),
                (x + 0.06, drop.top * 0.76),
                (x + 0.04, drop.top * 0.76 + 0.06),
                (x - 0.04, drop.top * 0.76 + 0.06),
            ],
            lantern,
            0.9,
        )
    for x in (drop.left * 0.62, drop.right * 0.62):
        pen.box(x - 0.02, 0.0, x + 0.02, 0.14, (110, 76, 60), 0.8)
        pen.blob(
            [(x - 0.2, -0.02), (x, -0.04), (x + 0.2, -0.02), (x + 0.18, 0.08), (x, 0.06), (x - 0.18, 0.08)], WHITE, 0.9
        )
        pen.oval(x, -0.045, 0.05, 0.02, (214, 84, 76), 0.8)


def _shop_shelves(drop: Backdrop, frame: Colour, high: float) -> None:
    pen = drop.pen
    for x in drop.spread(0.5, 0.0):
        pen.box(x, -high - 0.03, x + 0.46, 0.04, frame, 0.9)
        level = -0.02
        while level > -high + 0.06:
            drop.shelf(x + 0.015, x + 0.445, level, GOODS, 0.11)
            level -= 0.155


def supermarket(drop: Backdrop) -> None:
    """Long shelves, a hanging sign, crates of fruit."""
    wall, sign = drop.one_of(
        "colours",
        ((232, 240, 236), (96, 176, 120)),
        ((246, 236, 214), (226, 96, 84)),
        ((224, 232, 246), (84, 130, 206)),
    )
    drop.room(wall, (226, 222, 212), boards=False)
    _shop_shelves(drop, drop.one_of("shelves", (214, 222, 226), (226, 196, 156)), 0.44)
    pen = drop.pen
    for x in (drop.left * 0.5, drop.right * 0.5):
        pen.stroke([(x - 0.08, drop.top), (x - 0.08, -0.62)], (120, 126, 140), 1.0)
        pen.stroke([(x + 0.08, drop.top), (x + 0.08, -0.62)], (120, 126, 140), 1.0)
        pen.box(x - 0.16, -0.64, x + 0.16, -0.53, sign, 0.9, 0.02)
        pen.stroke([(x - 0.1, -0.585), (x + 0.1, -0.585)], WHITE, 1.8)
    for x, colour in ((drop.left * 0.68, (226, 84, 84)), (drop.right * 0.7, (250, 166, 66))):
        for dx in (-0.08, 0.0, 0.08):
            pen.oval(x + dx, 0.02, 0.045, 0.045, colour, 0.8)
        pen.box(x - 0.15, 0.03, x + 0.15, 0.15, WOOD, 0.9)
    for share in (0.4, 0.75):
        pen.stroke([(drop.left, drop.bottom * share), (drop.right, drop.bottom * share)], (204, 200, 190), 0.7)


def convenience_store(drop: Backdrop) -> None:
    """Striped sign, cooler with drinks, a till."""
    brand, other = drop.one_of(
        "colours",
        ((96, 176, 120), (84, 140, 214)),
        ((232, 110, 84), (250, 196, 96)),
        ((140, 110, 196), (110, 190, 150)),
    )
    drop.room(drop.one_of("wall", (244, 248, 250), (250, 242, 226)), (214, 218, 222), boards=False)
    pen = drop.pen
    for i, colour in enumerate((brand, WHITE, other)):
        y = drop.top * 0.92 + i * 0.045
        pen.box(drop.left - 0.1, y, drop.right + 0.1, y + 0.045, colour, line=0)
    pen.stroke([(drop.left, drop.top * 0.92 + 0.135), (drop.right, drop.top * 0.92 + 0.135)], line=0.9)
    x = drop.left * 0.52
    pen.box(x - 0.3, -0.52, x + 0.24, 0.06, (150, 166, 184), 0.9, 0.01)
    for dx in (-0.28, -0.02):
        pen.box(x + dx, -0.49, x + dx + 0.24, 0.02, (206, 234, 246), 0.7)
        for level in (-0.36, -0.2, -0.03):
            for i in range(5):
                px = x + dx + 0.03 + i * 0.043
                pen.box(px, level - 0.09, px + 0.03, level, GOODS[(i + round(level * 100)) % len(GOODS)], 0.6, 0.008)
            pen.stroke([(x + dx, level), (x + dx + 0.24, level)], (130, 146, 166), 1.1)
    till = drop.right * 0.55
    drop.shelf(till - 0.26, till + 0.26, -0.3, GOODS, 0.1)
    drop.shelf(till - 0.26, till + 0.26, -0.46, GOODS, 0.1)
    pen.box(till - 0.32, -0.14, till + 0.32, 0.1, (252, 252, 252), 0.9, 0.01)
    pen.box(till - 0.34, -0.18, till + 0.34, -0.13, brand, 0.9, 0.01)
    pen.box(till + 0.02, -0.28, till + 0.16, -0.18, (84, 90, 110), 0.9, 0.02)


PLACES = {
    "cafe": cafe, "restaurant": restaurant, "supermarket": supermarket, "convenience store": convenience_store,
}  # fmt: skip
