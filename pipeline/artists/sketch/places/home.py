"""Rooms of a home."""

from __future__ import annotations

from pipeline.artists.sketch.palette import WHITE, Colour, darker, lighter
from pipeline.artists.sketch.places.backdrop import Backdrop

WOOD: Colour = (190, 140, 96)
SPINES: tuple[Colour, ...] = ((214, 84, 84), (84, 130, 200), (244, 190, 90), (110, 176, 120), (160, 120, 196))


def _picture(drop: Backdrop, x: float, y: float) -> None:
    drop.pen.box(x - 0.07, y - 0.055, x + 0.07, y + 0.055, WOOD, 0.8)
    drop.pen.box(x - 0.055, y - 0.04, x + 0.055, y + 0.04, (200, 230, 240), 0.6)
    drop.pen.shape(
        [
            (x - 0.055, y + 0.04),
            (x - 0.01, y - 0.01),
            (x + 0.02, y + 0.015),
            (x + 0.055, y - 0.005),
            (x + 0.055, y + 0.04),
        ],
        (120, 180, 120),
        0,
    )


def _pictures(drop: Backdrop, x: float, y: float) -> None:
    _picture(drop, x - 0.04, y)
    _picture(drop, x + 0.15, y + 0.04)


def _bookshelf(drop: Backdrop, x: float, y: float) -> None:
    for level in (y - 0.02, y + 0.12):
        drop.shelf(x - 0.2, x + 0.22, level, SPINES, 0.09)


def _round_mirror(drop: Backdrop, x: float, y: float) -> None:
    drop.pen.oval(x + 0.04, y, 0.12, 0.12, WOOD, 0.9)
    drop.pen.oval(x + 0.04, y, 0.098, 0.098, (214, 236, 246), 0.7)
    drop.pen.stroke([(x, y + 0.03), (x + 0.06, y - 0.05)], WHITE, 1.6)


def tall_plant(drop: Backdrop, x: float, base: float) -> None:
    """A potted plant as high as a lamp; the pot alone where plants are not wanted."""
    pen = drop.pen
    if "plant pot" not in drop.without:
        for dx, dy in ((-0.13, -0.3), (0.13, -0.32), (-0.06, -0.44), (0.07, -0.46), (0.0, -0.34)):
            pen.blob(
                [
                    (x, base - 0.1),
                    (x + dx * 0.2, base + dy * 0.7),
                    (x + dx, base + dy),
                    (x + dx * 0.9, base + dy * 0.6),
                ],
                (100, 172, 112),
                0.8,
            )
    pen.shape(
        [(x - 0.07, base - 0.13), (x + 0.07, base - 0.13), (x + 0.05, base), (x - 0.05, base)], (214, 130, 96), 0.9
    )


def _floor_lamp(drop: Backdrop, x: float, base: float) -> None:
    pen = drop.pen
    if drop.light.dark:
        drop.glow(x, base - 0.46, 0.26)
    pen.limb([(x, base), (x, base - 0.42)], 0.009, (110, 96, 100), 0.8, False)
    pen.in_light(pen.unlit).shape(
        [(x - 0.05, base - 0.52), (x + 0.05, base - 0.52), (x + 0.085, base - 0.38), (x - 0.085, base - 0.38)],
        (255, 222, 140),
        0.8,
    )


def living_room(drop: Backdrop) -> None:
    """Sofa, window, lamp, rug."""
    wall, curtain, sofa, rug = drop.one_of(
        "colours",
        ((250, 226, 190), (240, 150, 130), (120, 170, 190), (240, 196, 170)),
        ((204, 226, 214), (250, 206, 110), (224, 132, 104), (246, 224, 176)),
        ((246, 206, 206), (150, 176, 220), (150, 130, 190), (226, 214, 240)),
        ((206, 220, 240), (246, 240, 226), (240, 192, 100), (176, 200, 224)),
    )
    drop.room(wall, drop.one_of("floor", (206, 158, 112), (176, 130, 98), (222, 184, 140)))
    pen = drop.pen
    drop.window(drop.right * 0.46, -0.36, *drop.one_of("window", (0.3, 0.28), (0.4, 0.3), (0.22, 0.34)), curtain)
    x = drop.left * 0.42
    drop.one_of("over the sofa", _pictures, _bookshelf, _round_mirror)(drop, x, -0.42)
    pen.box(x - 0.3, -0.2, x + 0.3, 0.0, darker(sofa, 0.1), radius=0.05)
    pen.box(x - 0.32, -0.08, x + 0.32, 0.07, sofa, radius=0.04)
    for dx in (-0.34, 0.34):
        pen.box(x + dx - 0.05, -0.12, x + dx + 0.05, 0.08, sofa, radius=0.04)
    pen.at(x + 0.16, -0.1, turn=14).box(-0.07, -0.06, 0.07, 0.06, (252, 207, 84), 0.8, 0.02)
    drop.one_of("corner", _floor_lamp, tall_plant)(drop, drop.right * 0.84, 0.06)
    pen.oval(0, drop.bottom * 0.62, 0.62, drop.bottom * 0.28, rug, 0.7)
    pen.oval(0, drop.bottom * 0.62, 0.5, drop.bottom * 0.2, lighter(rug, 0.4), line=0)


def _dotted(drop: Backdrop, x: float) -> None:
    for i in range(5):
        drop.pen.oval(x - 0.28 + i * 0.14, 0.06, 0.018, 0.018, (255, 226, 140), line=0)


def _striped(drop: Backdrop, x: float) -> None:
    for i in range(6):
        drop.pen.band([(x - 0.3 + i * 0.125, 0.0), (x - 0.3 + i * 0.125, 0.115)], 0.03, (255, 250, 236), False)


def _bunting(drop: Backdrop, x: float, y: float) -> None:
    drop.pen.stroke([(x - 0.34, y - 0.08), (x, y - 0.02), (x + 0.34, y - 0.08)], (140, 110, 100), 1.0)
    for i, colour in enumerate(SPINES):
        px, py = x - 0.26 + i * 0.13, y - 0.03 - 0.045 * ((i - 2) / 2) ** 2
        drop.pen.shape([(px - 0.045, py - 0.01), (px + 0.045, py - 0.01), (px, py + 0.08)], colour, 0.7)


def bedroom(drop: Backdrop) -> None:
    """A bed with a quilt, a window, a night table."""
    wall, curtain, quilt, rug = drop.one_of(
        "colours",
        ((206, 214, 240), (170, 150, 220), (130, 164, 224), (226, 206, 240)),
        ((250, 220, 214), (250, 164, 160), (244, 150, 150), (255, 240, 214)),
        ((212, 234, 214), (140, 190, 150), (244, 200, 110), (190, 220, 230)),
        ((250, 232, 196), (130, 176, 206), (110, 176, 160), (250, 200, 170)),
    )
    drop.room(wall, drop.one_of("floor", (214, 178, 140), (184, 140, 108)))
    pen = drop.pen
    drop.window(drop.left * 0.42, -0.38, *drop.one_of("window", (0.28, 0.28), (0.36, 0.3), (0.22, 0.34)), curtain)
    x = drop.right * 0.42
    pen.box(x - 0.34, -0.26, x + 0.36, 0.02, WOOD, radius=0.05)
    pen.box(x - 0.3, -0.12, x + 0.32, 0.02, WHITE, radius=0.04)
    pen.box(x - 0.16, -0.17, x + 0.02, -0.05, (250, 240, 255), 0.8, 0.03)
    pen.box(x - 0.36, -0.03, x + 0.38, 0.14, quilt, radius=0.04)
    drop.one_of("quilt", _dotted, _striped)(drop, x)
    drop.one_of("over the bed", _pictures, _bookshelf, _bunting)(drop, x, -0.46)
    table = x - 0.5
    pen.box(table - 0.08, -0.1, table + 0.08, 0.06, WOOD, radius=0.01)
    _floor_lamp(drop, table, -0.1 + 0.16)
    pen.oval(drop.left * 0.3, drop.bottom * 0.6, 0.34, drop.bottom * 0.18, rug, 0.7)


def kitchen(drop: Backdrop) -> None:
    """Cupboards, stove, fridge, tiles."""
    wall, cupboard, curtain = drop.one_of(
        "colours",
        ((250, 238, 206), (150, 196, 190), (240, 150, 130)),
        ((226, 238, 244), (244, 206, 130), (120, 170, 210)),
        ((252, 226, 214), (196, 150, 112), (150, 190, 140)),
        ((232, 240, 222), (236, 150, 136), (250, 206, 110)),
    )
    grout = darker(wall, 0.12)
    drop.room(wall, drop.one_of("floor", (224, 206, 184), (200, 208, 214), (214, 176, 146)), boards=False)
    pen = drop.pen
    for y in (-0.24, -0.31):
        pen.stroke([(drop.left, y), (drop.right, y)], grout, 0.8)
    for x in drop.spread(0.1, 0.0):
        pen.stroke([(x, -0.38), (x, -0.16)], grout, 0.8)
    for x in drop.spread(0.24, 0.0):
        pen.box(x, -0.66, x + 0.22, -0.44, cupboard, 0.9, 0.01)
        pen.oval(x + 0.19, -0.48, 0.009, 0.009, WHITE, 0.6)
    for x in drop.spread(0.26, 0.0):
        pen.box(x, -0.16, x + 0.26, 0.06, cupboard, 0.9)
        pen.box(x + 0.03, -0.12, x + 0.23, 0.03, lighter(cupboard, 0.2), 0.6)
    pen.box(drop.left - 0.1, -0.19, drop.right + 0.1, -0.15, (206, 160, 116), 0.9)
    drop.window(drop.one_of("window", -0.16, 0.02, 0.16), -0.5, 0.26, 0.24, curtain)
    stove, pot = drop.right * 0.5, drop.one_of("pot", (214, 84, 84), (84, 140, 200), (250, 190, 90))
    pen.box(stove - 0.05, -0.27, stove + 0.09, -0.19, pot, 0.9, 0.02)
    pen.oval(stove + 0.02, -0.275, 0.08, 0.014, lighter(pot, 0.3), 0.8)
    fridge = drop.left * 0.8
    metal = drop.one_of("fridge", (240, 244, 250), (250, 200, 190), (176, 214, 210))
    pen.box(fridge - 0.13, -0.6, fridge + 0.13, 0.07, metal, 0.9, 0.03)
    pen.stroke([(fridge - 0.13, -0.34), (fridge + 0.13, -0.34)], line=0.8)
    pen.limb([(fridge + 0.08, -0.5), (fridge + 0.08, -0.4)], 0.008, (170, 176, 190), 0.7, False)
    pen.limb([(fridge + 0.08, -0.28), (fridge + 0.08, -0.16)], 0.008, (170, 176, 190), 0.7, False)
    for i in range(-4, 5):
        pen.stroke([(i * 0.2, 0.06), (i * 0.5, drop.bottom + 0.05)], (206, 184, 160), 0.7)
    for share in (0.35, 0.7):
        pen.stroke([(drop.left, drop.bottom * share), (drop.right, drop.bottom * share)], (206, 184, 160), 0.7)


def bathroom(drop: Backdrop) -> None:
    """Tiles, a tub with bubbles, a mirror over a basin."""
    tiles = drop.one_of("tiles", (200, 232, 236), (250, 216, 214), (214, 234, 206), (216, 214, 240))
    grout = darker(tiles, 0.1)
    drop.room(tiles, (226, 234, 238), boards=False)
    pen = drop.pen
    for x in drop.spread(0.12, 0.0):
        pen.stroke([(x, drop.top), (x, -0.02)], grout, 0.7)
    y = -0.12
    while y > drop.top:
        pen.stroke([(drop.left, y), (drop.right, y)], grout, 0.7)
        y -= 0.12
    x = drop.left * 0.46
    for dx, r in ((-0.2, 0.06), (-0.1, 0.08), (0.02, 0.07), (0.13, 0.085), (0.23, 0.05)):
        pen.oval(x + dx, -0.13, r, r, WHITE, 0.8)
    pen.blob(
        [(x - 0.34, -0.14), (x + 0.34, -0.14), (x + 0.3, 0.06), (x + 0.2, 0.1), (x - 0.2, 0.1), (x - 0.3, 0.06)],
        (250, 250, 252),
    )
    basin = drop.right * 0.52
    pen.oval(basin, -0.44, 0.12, 0.15, (240, 214, 150), 0.9)
    pen.oval(basin, -0.44, 0.095, 0.125, (214, 236, 250), 0.7)
    pen.box(basin - 0.035, -0.12, basin + 0.035, 0.06, WHITE, 0.9)
    pen.blob([(basin - 0.16, -0.2), (basin + 0.16, -0.2), (basin + 0.1, -0.1), (basin - 0.1, -0.1)], WHITE)


PLACES = {"living room": living_room, "bedroom": bedroom, "kitchen": kitchen, "bathroom": bathroom}
