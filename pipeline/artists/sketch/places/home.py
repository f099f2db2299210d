"""Rooms of a home."""

from __future__ import annotations

from pipeline.artists.sketch.palette import WHITE, Colour, darker
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
    drop.room((250, 226, 190), (206, 158, 112))
    pen = drop.pen
    drop.window(drop.right * 0.46, -0.36, 0.3, 0.28, (240, 150, 130))
    _picture(drop, drop.left * 0.5, -0.42)
    _picture(drop, drop.left * 0.5 + 0.19, -0.38)
    x, sofa = drop.left * 0.42, (120, 170, 190)
    pen.box(x - 0.3, -0.2, x + 0.3, 0.0, darker(sofa, 0.1), radius=0.05)
    pen.box(x - 0.32, -0.08, x + 0.32, 0.07, sofa, radius=0.04)
    for dx in (-0.34, 0.34):
        pen.box(x + dx - 0.05, -0.12, x + dx + 0.05, 0.08, sofa, radius=0.04)
    pen.at(x + 0.16, -0.1, turn=14).box(-0.07, -0.06, 0.07, 0.06, (252, 207, 84), 0.8, 0.02)
    _floor_lamp(drop, drop.right * 0.84, 0.06)
    pen.oval(0, drop.bottom * 0.62, 0.62, drop.bottom * 0.28, (240, 196, 170), 0.7)
    pen.oval(0, drop.bottom * 0.62, 0.5, drop.bottom * 0.2, (250, 218, 194), line=0)


def bedroom(drop: Backdrop) -> None:
    """A bed with a quilt, a window, a night table."""
    drop.room((206, 214, 240), (214, 178, 140))
    pen = drop.pen
    drop.window(drop.left * 0.42, -0.38, 0.28, 0.28, (170, 150, 220))
    x = drop.right * 0.42
    pen.box(x - 0.34, -0.26, x + 0.36, 0.02, WOOD, radius=0.05)
    pen.box(x - 0.3, -0.12, x + 0.32, 0.02, WHITE, radius=0.04)
    pen.box(x - 0.16, -0.17, x + 0.02, -0.05, (250, 240, 255), 0.8, 0.03)
    pen.box(x - 0.36, -0.03, x + 0.38, 0.14, (130, 164, 224), radius=0.04)
    for i in range(5):
        pen.oval(x - 0.28 + i * 0.14, 0.06, 0.018, 0.018, (255, 226, 140), line=0)
    table = x - 0.5
    pen.box(table - 0.08, -0.1, table + 0.08, 0.06, WOOD, radius=0.01)
    _floor_lamp(drop, table, -0.1 + 0.16)
    pen.oval(drop.left * 0.3, drop.bottom * 0.6, 0.34, drop.bottom * 0.18, (226, 206, 240), 0.7)


def kitchen(drop: Backdrop) -> None:
    """Cupboards, stove, fridge, tiles."""
    drop.room((250, 238, 206), (224, 206, 184), boards=False)
    pen = drop.pen
    for y in (-0.24, -0.31):
        pen.stroke([(drop.left, y), (drop.right, y)], (232, 216, 180), 0.8)
    for x in drop.spread(0.1, 0.0):
        pen.stroke([(x, -0.38), (x, -0.16)], (232, 216, 180), 0.8)
    for x in drop.spread(0.24, 0.0):
        pen.box(x, -0.66, x + 0.22, -0.44, (150, 196, 190), 0.9, 0.01)
        pen.oval(x + 0.19, -0.48, 0.009, 0.009, WHITE, 0.6)
    for x in drop.spread(0.26, 0.0):
        pen.box(x, -0.16, x + 0.26, 0.06, (150, 196, 190), 0.9)
        pen.box(x + 0.03, -0.12, x + 0.23, 0.03, (168, 210, 204), 0.6)
    pen.box(drop.left - 0.1, -0.19, drop.right + 0.1, -0.15, (206, 160, 116), 0.9)
    drop.window(0.02, -0.5, 0.26, 0.24, (240, 150, 130))
    stove = drop.right * 0.5
    pen.box(stove - 0.05, -0.27, stove + 0.09, -0.19, (214, 84, 84), 0.9, 0.02)
    pen.oval(stove + 0.02, -0.275, 0.08, 0.014, (240, 120, 110), 0.8)
    fridge = drop.left * 0.8
    pen.box(fridge - 0.13, -0.6, fridge + 0.13, 0.07, (240, 244, 250), 0.9, 0.03)
    pen.stroke([(fridge - 0.13, -0.34), (fridge + 0.13, -0.34)], line=0.8)
    pen.limb([(fridge + 0.08, -0.5), (fridge + 0.08, -0.4)], 0.008, (170, 176, 190), 0.7, False)
    pen.limb([(fridge + 0.08, -0.28), (fridge + 0.08, -0.16)], 0.008, (170, 176, 190), 0.7, False)
    for i in range(-4, 5):
        pen.stroke([(i * 0.2, 0.06), (i * 0.5, drop.bottom + 0.05)], (206, 184, 160), 0.7)
    for share in (0.35, 0.7):
        pen.stroke([(drop.left, drop.bottom * share), (drop.right, drop.bottom * share)], (206, 184, 160), 0.7)


def bathroom(drop: Backdrop) -> None:
    """Tiles, a tub with bubbles, a mirror over a basin."""
    drop.room((200, 232, 236), (226, 234, 238), boards=False)
    pen = drop.pen
    for x in drop.spread(0.12, 0.0):
        pen.stroke([(x, drop.top), (x, -0.02)], (180, 218, 224), 0.7)
    y = -0.12
    while y > drop.top:
        pen.stroke([(drop.left, y), (drop.right, y)], (180, 218, 224), 0.7)
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
