"""Places of a town under the open sky."""

from __future__ import annotations

from pipeline.artists.sketch.palette import WHITE, Colour, lighter
from pipeline.artists.sketch.places.backdrop import Backdrop

HOUSES: tuple[Colour, ...] = ((238, 190, 150), (206, 214, 190), (184, 204, 224), (240, 214, 160), (222, 180, 186))
TOWERS: tuple[Colour, ...] = ((152, 164, 196), (176, 170, 200), (140, 156, 184), (190, 182, 196))
ASPHALT: Colour = (146, 148, 164)
PAVING: Colour = (206, 202, 200)


def _lamp_post(drop: Backdrop, x: float, y: float, high: float = 0.5) -> None:
    pen = drop.pen
    pen.limb([(x, y), (x, y - high)], 0.011, (96, 98, 116), 0.8, False)
    pen.limb([(x, y - high), (x + 0.05, y - high - 0.03), (x + 0.09, y - high)], 0.009, (96, 98, 116), 0.8)
    if drop.light.dark:
        drop.glow(x + 0.09, y - high + 0.03, 0.2)
    pen.in_light(pen.unlit).oval(
        x + 0.09, y - high + 0.02, 0.028, 0.022, (255, 236, 160) if drop.light.dark else (240, 240, 240), 0.7
    )


def _house(drop: Backdrop, x: float, wide: float, high: float, colour: Colour) -> None:
    pen = drop.pen
    pen.box(x, -high, x + wide, 0.01, colour, 0.9)
    roof = drop.chance.choice(((206, 96, 84), (120, 126, 160), (150, 104, 84)))
    pen.shape(
        [
            (x - 0.025, -high),
            (x + wide * 0.12, -high - 0.09),
            (x + wide * 0.88, -high - 0.09),
            (x + wide + 0.025, -high),
        ],
        roof,
        0.9,
    )
    glow = pen.in_light(pen.unlit) if drop.light.dark else pen
    pane = (255, 220, 130) if drop.light.dark else (196, 226, 246)
    for px in (0.18, 0.6):
        glow.box(x + wide * px, -high * 0.86, x + wide * (px + 0.24), -high * 0.56, pane, 0.7)
    stripes = drop.chance.choice(((226, 84, 84), (84, 150, 210), (96, 170, 120)))
    pen.box(x + wide * 0.12, -high * 0.44, x + wide * 0.88, -high * 0.34, stripes, 0.7)
    for i in range(3):
        pen.box(x + wide * (0.2 + i * 0.25), -high * 0.44, x + wide * (0.3 + i * 0.25), -high * 0.34, WHITE, line=0)
    glow.box(x + wide * 0.18, -high * 0.32, x + wide * 0.52, -0.03, pane, 0.7)
    pen.box(x + wide * 0.62, -high * 0.32, x + wide * 0.82, 0.0, (150, 104, 84), 0.7)


def street(drop: Backdrop) -> None:
    """Shop fronts, pavement, a road with markings, lamps."""
    drop.sky()
    for x in drop.spread(0.4, 0.1):
        drop.building(x, 0.24, drop.chance.uniform(0.42, 0.6), drop.mixed(drop.chance.choice(TOWERS), 0.35))
    for x in drop.spread(0.36, 0.04):
        _house(drop, x, 0.34, drop.chance.uniform(0.27, 0.38), drop.chance.choice(HOUSES))
    drop.ground(PAVING)
    road = drop.bottom * 0.42
    drop.pen.shape(
        [
            (drop.left - 0.1, road),
            (drop.right + 0.1, road),
            (drop.right + 0.1, drop.bottom + 0.1),
            (drop.left - 0.1, drop.bottom + 0.1),
        ],
        ASPHALT,
        0.9,
    )
    for x in drop.spread(0.34, 0.0):
        drop.pen.shape(
            [
                (x, drop.bottom * 0.74),
                (x + 0.16, drop.bottom * 0.74),
                (x + 0.14, drop.bottom * 0.8),
                (x - 0.03, drop.bottom * 0.8),
            ],
            (244, 236, 210),
            0,
        )
    for x in (drop.left * 0.72, drop.right * 0.66):
        _lamp_post(drop, x, road * 0.7)


def city(drop: Backdrop) -> None:
    """A skyline in two depths above a wide avenue."""
    drop.sky()
    for x in drop.spread(0.2, 0.2):
        drop.building(
            x, 0.18, drop.chance.uniform(0.4, 0.72), drop.mixed(drop.chance.choice(TOWERS), 0.45), windows=False
        )
    for x in drop.spread(0.26, 0.15):
        drop.building(x, 0.22, drop.chance.uniform(0.24, 0.5), drop.chance.choice(TOWERS))
    drop.ground((190, 190, 200))
    drop.path(0.08, 0.7, ASPHALT)
    for i in range(5):
        y0, y1 = drop.bottom * (i / 5) ** 1.5, drop.bottom * ((i + 0.5) / 5) ** 1.5
        drop.pen.shape(
            [(-0.004 - y0 * 0.03, y0), (0.004 + y0 * 0.03, y0), (0.004 + y1 * 0.03, y1), (-0.004 - y1 * 0.03, y1)],
            (250, 240, 200),
            0,
        )


def park(drop: Backdrop) -> None:
    """Lawn, a winding path, trees and a bench."""
    drop.sky()
    drop.hills((150, 200, 140), 0.12, 0.7)
    for x in drop.spread(0.3):
        drop.tree(x, 0.015, drop.chance.uniform(0.3, 0.42), lighter(drop.leaves(), 0.16))
    drop.ground(*drop.one_of("lawn", ((132, 196, 104), (166, 214, 126)), ((158, 204, 96), (196, 222, 130))))
    drop.pen.blob(
        [
            (0.1, 0.0),
            (0.16, 0.0),
            (0.28, drop.bottom * 0.3),
            (0.1, drop.bottom * 0.6),
            (0.45, drop.bottom + 0.1),
            (-0.35, drop.bottom + 0.1),
            (-0.12, drop.bottom * 0.6),
            (0.16, drop.bottom * 0.3),
        ],
        (236, 216, 172),
        0.7,
    )
    tall = drop.one_of("near trees", 0.46, 0.58, 0.7)
    for side in (-1, 1):
        edge = drop.right if side > 0 else drop.left
        drop.tree(edge * 0.86, drop.bottom * 0.2, tall if side > 0 else 1.16 - tall)
    drop.tufts((96, 160, 84))


def playground(drop: Backdrop) -> None:
    """A slide, a swing and sand."""
    drop.sky()
    for x in drop.spread(0.32):
        drop.tree(x, 0.01, 0.34, lighter(drop.leaves(), 0.1))
    drop.ground((240, 212, 158), (226, 220, 160))
    pen, x = drop.pen, drop.left * 0.55
    pen.limb([(x - 0.12, 0.06), (x - 0.12, -0.3)], 0.01, (226, 84, 84), bend=False)
    pen.limb([(x - 0.04, 0.06), (x - 0.04, -0.3)], 0.01, (226, 84, 84), bend=False)
    for i in range(4):
        pen.stroke([(x - 0.12, -i * 0.07), (x - 0.04, -i * 0.07)], (226, 84, 84), 2.0)
    pen.blob(
        [
            (x - 0.14, -0.3),
            (x, -0.3),
            (x + 0.12, -0.06),
            (x + 0.28, 0.03),
            (x + 0.28, 0.07),
            (x + 0.08, 0.02),
            (x - 0.04, -0.2),
        ],
        (252, 207, 84),
    )
    x = drop.right * 0.6
    for dx in (-0.16, 0.16):
        pen.limb([(x + dx, 0.06), (x + dx * 0.7, -0.36)], 0.011, (84, 150, 210), bend=False)
    pen.limb([(x - 0.14, -0.36), (x + 0.14, -0.36)], 0.011, (84, 150, 210), bend=False)
    for dx in (-0.04, 0.04):
        pen.stroke([(x + dx, -0.35), (x + dx, -0.06)], (110, 100, 96), 0.9)
    pen.box(x - 0.06, -0.07, x + 0.06, -0.04, (150, 104, 84), 0.9)


def school_yard(drop: Backdrop) -> None:
    """A school building with a clock, a running track."""
    drop.sky()
    pen = drop.pen
    wide = max(0.62, drop.right * 0.8)
    wall, gable = drop.one_of(
        "school",
        ((246, 226, 186), (240, 206, 160)),
        ((226, 160, 130), (246, 226, 200)),
        ((206, 220, 230), (176, 196, 216)),
    )
    pen.box(-wide, -0.36, wide, 0.01, wall, 0.9)
    columns = round(wide * 10)
    glow = pen.in_light(pen.unlit) if drop.light.dark else pen
    for row in (-0.3, -0.17):
        for i in range(columns):
            x = -wide + wide * 2 * (i + 0.25) / columns
            if abs(x + wide / columns * 0.5) > 0.14:
                glow.box(
                    x, row, x + wide / columns, row + 0.08, (255, 220, 140) if drop.light.dark else (190, 222, 246), 0.6
                )
    pen.shape([(-0.16, 0.01), (-0.16, -0.44), (0, -0.54), (0.16, -0.44), (0.16, 0.01)], gable, 0.9)
    pen.oval(0, -0.4, 0.055, 0.055, WHITE, 0.8)
    pen.stroke([(0, -0.44), (0, -0.4), (0.025, -0.39)], line=0.8, bend=False)
    pen.box(-0.07, -0.16, 0.07, 0.01, (130, 150, 180), 0.8)
    drop.ground((222, 176, 130), (230, 200, 160))
    for i in range(3):
        y = drop.bottom * (0.3 + 0.25 * i)
        pen.stroke([(drop.left, y + 0.03), (0, y), (drop.right, y + 0.03)], WHITE, 1.2)


def bus_stop(drop: Backdrop) -> None:
    """A shelter with a bench and a sign beside the road."""
    street(drop)
    pen, x = drop.pen, drop.left * 0.52
    base = drop.bottom * 0.22
    pen.box(x - 0.24, base - 0.46, x + 0.24, base, (176, 216, 236, 120), line=0)
    for dx in (-0.24, 0.24):
        pen.limb([(x + dx, base), (x + dx, base - 0.46)], 0.011, (90, 96, 116), bend=False)
    roof = drop.one_of("shelter", (84, 150, 210), (96, 176, 130), (226, 110, 90))
    pen.box(x - 0.3, base - 0.52, x + 0.3, base - 0.46, roof, radius=0.02)
    pen.box(x - 0.18, base - 0.12, x + 0.18, base - 0.08, (190, 130, 84))
    sign = drop.right * 0.5
    pen.limb([(sign, base + 0.02), (sign, base - 0.46)], 0.01, (90, 96, 116), bend=False)
    pen.oval(sign, base - 0.5, 0.085, 0.085, (252, 207, 84))
    pen.box(sign - 0.045, base - 0.53, sign + 0.045, base - 0.47, (84, 110, 170), line=0.7, radius=0.015)


def rooftop(drop: Backdrop) -> None:
    """A roof terrace with a railing high above the town."""
    drop.sky()
    for x in drop.spread(0.22, 0.2):
        drop.building(x, 0.19, drop.chance.uniform(0.08, 0.34), drop.mixed(drop.chance.choice(TOWERS), 0.3))
    drop.ground((196, 190, 184))
    pen = drop.pen
    for x in drop.spread(0.08, 0.0):
        pen.stroke([(x, -0.16), (x, 0.03)], (110, 124, 150), 1.3)
    for y in (-0.16, 0.02):
        pen.limb([(drop.left - 0.1, y), (drop.right + 0.1, y)], 0.008, (110, 124, 150), 0.8, False)
    tank = drop.right * 0.68
    pen.box(
        tank - 0.1,
        -0.32,
        tank + 0.1,
        -0.06,
        drop.one_of("tank", (252, 214, 120), (150, 200, 226), (240, 150, 130)),
        radius=0.04,
    )
    for dx in (-0.08, 0.08):
        pen.limb([(tank + dx, -0.06), (tank + dx, 0.05)], 0.01, (110, 100, 96), bend=False)


PLACES = {
    "street": street, "city": city, "park": park, "playground": playground, "school yard": school_yard,
    "bus stop": bus_stop, "rooftop": rooftop,
}  # fmt: skip
