"""Places far from walls: water, woods, fields, and further out."""

from __future__ import annotations

from pipeline.artists.sketch.palette import WHITE, Colour, clear, darker, lighter
from pipeline.artists.sketch.places.backdrop import Backdrop

GRASS: Colour = (140, 200, 108)
FLOWERS: tuple[Colour, ...] = ((250, 120, 140), (252, 207, 84), (255, 255, 255), (170, 130, 226), (250, 158, 100))


def beach(drop: Backdrop) -> None:
    """Sea with waves, sand, a palm."""
    drop.sky()
    shore = drop.bottom * 0.34
    drop.pen.wash(0, shore, *drop.one_of("sea", ((74, 160, 214), (126, 210, 230)), ((60, 176, 190), (150, 226, 212))))
    for _ in range(9):
        x, y = drop.chance.uniform(drop.left, drop.right), drop.chance.uniform(0.02, shore * 0.8)
        drop.pen.stroke([(x - 0.05, y), (x, y - 0.008), (x + 0.05, y)], (230, 248, 255), 1.0)
    drop.pen.wash(shore, drop.bottom + 0.05, (248, 226, 168), (240, 208, 142))
    edge = [
        (drop.left - 0.2 + i * 0.2, shore + (0.014 if i % 2 else -0.014))
        for i in range(int((drop.right - drop.left) / 0.2) + 4)
    ]
    drop.pen.stroke(edge, WHITE, 3.6)
    drop.one_of("ashore", _palm, _parasol, _palm)(drop, drop.left * 0.78, shore + 0.05)
    if drop.one_of("sail", True, False):
        _sail(drop, drop.right * 0.5)
    for _ in range(4):
        x, y = drop.chance.uniform(drop.left, drop.right), drop.chance.uniform(shore + 0.06, drop.bottom)
        drop.pen.oval(x, y, 0.018, 0.013, drop.chance.choice(FLOWERS), 0.7)


def _parasol(drop: Backdrop, x: float, y: float) -> None:
    pen, colour = drop.pen, drop.one_of("parasol", (226, 84, 84), (84, 150, 210), (250, 190, 90))
    pen.limb([(x, y + 0.04), (x + 0.02, y - 0.34)], 0.01, (250, 244, 230), 0.8, False)
    for x0, x1, fill in ((-0.24, 0.26, colour), (-0.1, 0.13, WHITE)):
        pen.blob([(x + x0, y - 0.28), (x + x0 * 0.6, y - 0.38), (x + 0.02, y - 0.44), (x + x1 * 0.6, y - 0.38),
                  (x + x1, y - 0.28), (x + 0.02, y - 0.3)], fill, 0.9)  # fmt: skip


def _sail(drop: Backdrop, x: float) -> None:
    drop.pen.shape([(x, -0.14), (x, -0.015), (x - 0.07, -0.015)], WHITE, 0.7)
    drop.pen.shape([(x + 0.012, -0.12), (x + 0.012, -0.015), (x + 0.05, -0.015)], (240, 120, 100), 0.7)
    drop.pen.shape([(x - 0.08, 0.0), (x + 0.07, 0.0), (x + 0.045, 0.03), (x - 0.05, 0.03)], (150, 104, 84), 0.7)


def _palm(drop: Backdrop, x: float, y: float) -> None:
    if "tree" in drop.without:
        return
    pen = drop.pen
    pen.limb([(x, y), (x + 0.03, y - 0.25), (x - 0.02, y - 0.52)], 0.022, (176, 130, 86))
    for dx, dy in ((-0.24, -0.02), (-0.17, -0.14), (0.02, -0.2), (0.19, -0.12), (0.23, 0.02)):
        tip = (x - 0.02 + dx, y - 0.52 + dy)
        pen.blob(
            [
                (x - 0.02, y - 0.52),
                (x - 0.02 + dx * 0.5, y - 0.58 + dy * 0.6),
                tip,
                (x - 0.02 + dx * 0.55, y - 0.5 + dy * 0.5),
            ],
            (92, 172, 96),
            0.8,
        )


def forest(drop: Backdrop) -> None:
    """Pines in three depths."""
    drop.sky()
    for depth, (size, step, pale) in enumerate(((0.42, 0.16, 0.4), (0.56, 0.24, 0.2))):
        for x in drop.spread(step):
            drop.tree(x, 0.015 * (depth + 1), size, lighter((70, 142, 96), pale), pine=True)
    drop.ground((98, 160, 92), (128, 184, 108))
    for x in drop.spread(0.5):
        if abs(x) > 0.24:
            drop.tree(x, drop.bottom * 0.16, 0.85, (66, 136, 92), pine=True)
    drop.tufts((70, 130, 76))
    for _ in range(3):
        x, y = drop.chance.uniform(drop.left, drop.right), drop.chance.uniform(0.1, max(drop.bottom * 0.9, 0.12))
        drop.pen.box(x - 0.008, y - 0.03, x + 0.008, y, (250, 240, 224), 0.7)
        drop.pen.blob([(x - 0.03, y - 0.025), (x, y - 0.06), (x + 0.03, y - 0.025)], (226, 84, 76), 0.8)


def mountain(drop: Backdrop) -> None:
    """Peaks with snow behind green hills."""
    drop.sky()
    for x in drop.spread(0.42, 0.2):
        high, half = drop.chance.uniform(0.3, 0.56), drop.chance.uniform(0.26, 0.36)
        drop.pen.shape([(x - half, 0.01), (x, -high), (x + half, 0.01)], (134, 148, 184), 0.9)
        drop.pen.shape(
            [
                (x, -high),
                (x + half * 0.32, -high * 0.68),
                (x + half * 0.1, -high * 0.74),
                (x, -high * 0.64),
                (x - half * 0.12, -high * 0.75),
                (x - half * 0.32, -high * 0.68),
            ],
            WHITE,
            0.7,
        )
    drop.hills((120, 186, 120), 0.1, 0.5)
    drop.ground(GRASS)
    drop.tufts((96, 164, 84))


def countryside(drop: Backdrop) -> None:
    """Rolling fields, a small house, a fence."""
    drop.sky()
    drop.hills((170, 214, 150), 0.2, 0.8)
    drop.hills((150, 206, 124), 0.1, 0.6)
    x = drop.right * 0.55
    drop.pen.box(x - 0.09, -0.13, x + 0.09, 0.0, (252, 238, 214), 0.8)
    roof = drop.one_of("roof", (206, 96, 84), (96, 130, 176), (120, 160, 110))
    drop.pen.shape([(x - 0.12, -0.13), (x, -0.23), (x + 0.12, -0.13)], roof, 0.8)
    drop.pen.box(x - 0.025, -0.08, x + 0.025, 0.0, (150, 104, 84), 0.7)
    drop.ground(GRASS, (176, 220, 130))
    drop.path(0.03, 0.34, (236, 214, 166), drop.right * 0.3)
    for px in drop.spread(0.14, 0.0):
        if px < drop.right * 0.1:
            drop.pen.box(px - 0.012, -0.06, px + 0.012, 0.05, (250, 240, 220), 0.7)
    drop.pen.box(drop.left - 0.1, -0.03, drop.right * 0.08, -0.01, (250, 240, 220), 0.7)
    drop.tree(drop.left * 0.7, 0.06, 0.5)
    drop.tufts((110, 176, 88))


def farm(drop: Backdrop) -> None:
    """A red barn and rows of crops."""
    drop.sky()
    drop.hills((176, 216, 140), 0.12, 0.8)
    pen, x, barn = drop.pen, drop.left * 0.5, drop.one_of("barn", (206, 84, 76), (90, 140, 176), (226, 170, 90))
    pen.shape(
        [
            (x - 0.2, 0.01),
            (x - 0.2, -0.22),
            (x - 0.12, -0.34),
            (x, -0.4),
            (x + 0.12, -0.34),
            (x + 0.2, -0.22),
            (x + 0.2, 0.01),
        ],
        barn,
        0.9,
    )
    pen.box(x - 0.08, -0.17, x + 0.08, 0.0, (240, 226, 206), 0.8)
    pen.stroke([(x - 0.08, -0.17), (x + 0.08, 0.0)], barn, 1.4)
    pen.stroke([(x + 0.08, -0.17), (x - 0.08, 0.0)], barn, 1.4)
    drop.ground((190, 146, 96), (206, 170, 112))
    for i in range(-6, 7):
        for j in range(5):
            share = ((j + 0.6) / 5) ** 1.6
            px, py, size = i * (0.1 + 0.22 * share), drop.bottom * share, 0.012 + 0.028 * share
            for dx in (-1, 1):
                pen.blob(
                    [
                        (px, py),
                        (px + dx * size, py - size * 0.6),
                        (px + dx * size * 0.8, py - size * 1.5),
                        (px, py - size * 0.8),
                    ],
                    (110, 180, 92),
                    0.5,
                )


def garden(drop: Backdrop) -> None:
    """A hedge, a fence and flowers everywhere."""
    drop.sky()
    pen = drop.pen
    for x in drop.spread(0.16, 0.1):
        pen.oval(x, -0.08, 0.13, 0.14, (110, 180, 104), 0.8)
    for x in drop.spread(0.075, 0.0):
        pen.shape(
            [(x - 0.022, 0.03), (x - 0.022, -0.13), (x, -0.16), (x + 0.022, -0.13), (x + 0.022, 0.03)],
            (255, 250, 240),
            0.7,
        )
    drop.ground(GRASS, (170, 216, 128))
    if "flower" in drop.without:
        return
    for _ in range(34):
        y = drop.chance.uniform(0.03, max(drop.bottom, 0.05))
        x, size = drop.chance.uniform(drop.left, drop.right), 0.012 + 0.022 * y / max(drop.bottom, 0.1)
        pen.stroke([(x, y), (x, y - size * 2)], (84, 150, 84), 1.0)
        pen.oval(x, y - size * 2, size, size, drop.chance.choice(FLOWERS), 0.6)
        pen.oval(x, y - size * 2, size * 0.4, size * 0.4, (255, 222, 120), line=0)


def river(drop: Backdrop) -> None:
    """Water winding between banks, stones, reeds."""
    drop.sky()
    drop.hills((150, 200, 150), 0.16, 0.7)
    for x in drop.spread(0.26):
        drop.tree(x, 0.01, 0.28, (120, 186, 110))
    drop.ground(GRASS, (170, 216, 130))
    pen, low = drop.pen, drop.bottom
    pen.shape(
        [
            (drop.left - 0.1, low * 0.2),
            (drop.right + 0.1, low * 0.12),
            (drop.right + 0.1, low * 0.56),
            (drop.left - 0.1, low * 0.62),
        ],
        (110, 188, 232),
        0.8,
    )
    for _ in range(10):
        x, y = drop.chance.uniform(drop.left, drop.right), drop.chance.uniform(low * 0.24, low * 0.54)
        pen.stroke([(x - 0.06, y), (x, y - 0.008), (x + 0.06, y)], (226, 246, 255), 1.0)
    for x in drop.spread(0.22, 0.4):
        pen.oval(x, low * 0.62, 0.04, 0.024, (176, 176, 186), 0.8)
    drop.tufts((96, 164, 84))


def snowy_field(drop: Backdrop) -> None:
    """Snow hills and snowed-in pines."""
    drop.sky()
    drop.hills((214, 226, 244), 0.22, 0.8)
    for x in drop.spread(0.3):
        drop.tree(x, 0.01, drop.chance.uniform(0.3, 0.42), (176, 208, 206), pine=True)
    drop.ground((242, 246, 255), (226, 236, 250))
    for _ in range(8):
        x, y = drop.chance.uniform(drop.left, drop.right), drop.chance.uniform(0.04, max(0.05, drop.bottom))
        drop.pen.stroke([(x - 0.05, y), (x, y - 0.012), (x + 0.06, y)], (196, 210, 236), 1.0)


def desert(drop: Backdrop) -> None:
    """Dunes and cacti."""
    drop.sky()
    drop.hills((244, 206, 140), 0.16, 0.9)
    drop.ground((238, 190, 118), (248, 214, 146))
    for x in (drop.left * 0.66, drop.right * 0.78):
        pen = drop.pen.at(x, drop.bottom * 0.12, drop.chance.uniform(0.9, 1.2))
        green = (104, 166, 104)
        pen.limb([(0.0, -0.12), (0.09, -0.12), (0.09, -0.22)], 0.026, green, bend=False)
        pen.limb([(0.0, -0.08), (-0.09, -0.08), (-0.09, -0.17)], 0.026, green, bend=False)
        pen.limb([(0, 0.0), (0, -0.3)], 0.04, green, bend=False)
        pen.oval(0.0, -0.35, 0.022, 0.02, (250, 120, 150), 0.7)
    for _ in range(6):
        x, y = drop.chance.uniform(drop.left, drop.right), drop.chance.uniform(0.05, max(0.06, drop.bottom))
        drop.pen.stroke([(x - 0.08, y), (x, y - 0.014), (x + 0.08, y)], (214, 160, 96), 0.9)


def space(drop: Backdrop) -> None:
    """Stars, planets and cratered ground."""
    pen = drop.pen
    drop.gradient(
        *drop.one_of(
            "sky", ((22, 18, 52), (58, 40, 104)), ((10, 30, 60), (30, 84, 120)), ((44, 16, 52), (120, 50, 100))
        )
    )
    for _ in range(70):
        x, y = drop.chance.uniform(drop.left, drop.right), drop.chance.uniform(drop.top, 0)
        size = drop.chance.choice((0.003, 0.004, 0.007))
        pen.oval(x, y, size, size, (255, 250, 230), line=0)
    x, y = drop.left * 0.62, drop.top * 0.68
    pen.oval(x, y, 0.12, 0.12, drop.one_of("planet", (240, 164, 96), (130, 170, 240), (240, 130, 160)), 0.9)
    pen.stroke(
        [(x - 0.19, y + 0.04), (x - 0.08, y + 0.045), (x + 0.1, y - 0.02), (x + 0.19, y - 0.06)], (252, 220, 160), 2.6
    )
    pen.oval(drop.right * 0.74, drop.top * 0.78, 0.06, 0.06, (130, 206, 214), 0.9)
    ground = drop.one_of("ground", (186, 182, 206), (222, 180, 150), (160, 190, 190))
    pen.shape(
        [
            (drop.left - 0.1, 0.03),
            *[(drop.left + (drop.right - drop.left) * i / 8, -0.05 + 0.08 * (i / 4 - 1) ** 2) for i in range(9)],
            (drop.right + 0.1, 0.03),
            (drop.right + 0.1, drop.bottom + 0.1),
            (drop.left - 0.1, drop.bottom + 0.1),
        ],
        ground,
        0.9,
    )
    for _ in range(7):
        cx, cy = drop.chance.uniform(drop.left, drop.right), drop.chance.uniform(0.06, max(0.08, drop.bottom))
        pen.oval(cx, cy, 0.06, 0.022, darker(ground, 0.2), 0.7)


def underwater(drop: Backdrop) -> None:
    """Light shafts, weeds, corals, fishes and bubbles."""
    pen = drop.pen
    drop.gradient(
        *drop.one_of(
            "water",
            ((96, 200, 226), (30, 96, 160)),
            ((110, 220, 200), (20, 110, 130)),
            ((130, 170, 236), (50, 60, 150)),
        )
    )
    for i in range(4):
        x = drop.left + (drop.right - drop.left) * (i + 0.3) / 4
        pen.shape(
            [(x, drop.top - 0.1), (x + 0.1, drop.top - 0.1), (x - 0.02, 0.1), (x - 0.24, 0.1)], (255, 255, 255, 34), 0
        )
    for x in drop.spread(0.12, 0.4):
        high = drop.chance.uniform(0.12, 0.32)
        pen.limb(
            [(x, 0.04), (x + 0.03, -high * 0.35), (x - 0.02, -high * 0.7), (x + 0.02, -high)],
            0.016,
            drop.chance.choice(((70, 160, 120), (90, 180, 110))),
            0.8,
        )
    pen.wash(0.0, drop.bottom + 0.05, (236, 214, 160), (214, 186, 132))
    for x in drop.spread(0.4, 0.3):
        for dx in (-0.04, 0.0, 0.04):
            pen.limb([(x, 0.05), (x + dx, -0.05), (x + dx * 1.6, -0.1)], 0.016, (244, 122, 130), 0.8)
    for _ in range(5):
        x, y = drop.chance.uniform(drop.left, drop.right), drop.chance.uniform(drop.top * 0.9, -0.2)
        colour = drop.chance.choice(FLOWERS)
        pen.shape([(x + 0.03, y), (x + 0.065, y - 0.025), (x + 0.065, y + 0.025)], colour, 0.7)
        pen.oval(x, y, 0.04, 0.025, colour, 0.7)
        pen.oval(x - 0.02, y - 0.005, 0.005, 0.006, (40, 30, 50), line=0)
    for _ in range(14):
        x, y = drop.chance.uniform(drop.left, drop.right), drop.chance.uniform(drop.top, 0)
        pen.oval(x, y, 0.012, 0.012, clear(WHITE, 120), line=0)


PLACES = {
    "beach": beach, "forest": forest, "mountain": mountain, "countryside": countryside, "farm": farm,
    "garden": garden, "river": river, "snowy field": snowy_field, "desert": desert, "space": space,
    "underwater": underwater,
}  # fmt: skip
