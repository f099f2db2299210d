"""Placed things: what stands or lies about, beside and behind the figures, never before a face."""

from __future__ import annotations

from pipeline.artists.sketch.figures import Stand
from pipeline.artists.sketch.holding import ALOFT
from pipeline.artists.sketch.palette import Colour, darker
from pipeline.artists.sketch.pen import Pen
from pipeline.artists.sketch.props import draw_prop, size_of
from pipeline.artists.sketch.scene import Scene, Thing
from pipeline.artists.sketch.stage import SEATS, Role, Stage
from pipeline.artists.sketch.variants import Variants
from pipeline.artists.sketch.vocabulary import PLACED

BUSH: Colour = (104, 176, 100)
FLAT = frozenset({"puddle"})
ON_A_TABLE = 3
"""Small things that find room on a table."""
TALL = 2.0
"""Things larger than this (in head radii) stand behind the figures."""


def draw_things(pen: Pen, scene: Scene, stage: Stage, variants: Variants, behind: bool) -> None:
    """Draw the placed things of one pass: tall ones `behind` the figures, small ones at their feet.

    Where there is a table, small things stand on it.
    """
    tables = any(thing.name == "table" for thing in scene.things)
    served = [thing for thing in scene.things if tables and thing.name not in PLACED][:ON_A_TABLE]
    mine = [thing for thing in scene.things if thing not in served and _stands_behind(thing) == behind]
    if not scene.actors and not tables:
        return None if behind else _still_life(pen, list(scene.things), stage)
    taken = [(role.stand.x - 1.2 * role.stand.unit, role.stand.x + 1.2 * role.stand.unit) for role in stage.roles]
    share = 1 / max(len(mine), 1)
    liked = stage.width * variants.choose("where things stand", (0.12, 0.5, 0.88))
    sitters = [role for role in stage.roles if role.stand.seat]
    seat = next((thing for thing in scene.things if thing.name in SEATS), None)
    for thing in mine:
        if sitters and thing is seat:
            _seat(pen, thing, sitters)
            continue
        x, y, size = _spot(thing, share, stage, taken, behind, liked)
        if thing.name in ALOFT and thing.name != "umbrella":
            pen.stroke([(x, y), (x + size * 0.1, y - size * 0.6), (x, y - size * 1.1)], (90, 80, 90), 0.8)
            y -= size * 1.1
        draw_prop(pen.at(x, y - size * 0.48, size), thing)
        taken.append((x - size * 0.45, x + size * 0.45))
        if thing.name == "table":
            _serve(pen.at(x, y - size * 0.48 - size * 0.16, size), served)


def _stands_behind(thing: Thing) -> bool:
    return size_of(thing.name) >= TALL or thing.name in FLAT | ALOFT - {"umbrella"}


def _serve(pen: Pen, things: list[Thing]) -> None:
    """Small things side by side on a table; the pen's origin is the middle of its top, one unit its length."""
    for i, thing in enumerate(things):
        size = min(0.3 * size_of(thing.name), 0.32)
        x = (i - (len(things) - 1) / 2) * 0.32
        draw_prop(pen.at(x, -size * 0.47, size), thing)


def _seat(pen: Pen, thing: Thing, sitters: list[Role]) -> None:
    """A chair under everybody who sits, or one bench as long as they need."""
    size = size_of(thing.name)
    if thing.name == "chair":
        for role in sitters:
            unit = role.stand.unit
            draw_prop(pen.at(role.stand.x, role.stand.ground - size * 0.47 * unit, size * unit), thing)
        return
    first, last, unit = sitters[0].stand, sitters[-1].stand, sitters[0].stand.unit
    wide = last.x - first.x + 3.4 * unit
    seat = pen.at((first.x + last.x) / 2, first.ground - size * 0.47 * unit, wide, tall=size * unit / wide)
    draw_prop(seat, thing)


def draw_cover(pen: Pen, stand: Stand, indoors: bool) -> None:
    """What somebody hides behind: a box indoors, a bush outdoors. It leaves the face free."""
    here = pen.at(stand.x, stand.ground, stand.unit)
    if indoors:
        draw_prop(here.at(-0.1, -0.42, 2.3, tall=0.62), Thing("box"))
        return
    for x, y, r in ((-0.95, -0.3, 0.6), (0.95, -0.3, 0.6), (-0.35, -0.42, 0.62), (0.4, -0.42, 0.62)):
        here.oval(x, y, r, r * 0.9, BUSH)
    here.oval(0, -0.22, 1.3, 0.44, BUSH, line=0)
    for x, y in ((-0.7, -0.4), (0.1, -0.5), (0.8, -0.36)):
        here.stroke([(x - 0.1, y + 0.06), (x, y), (x + 0.1, y + 0.06)], darker(BUSH, 0.3), 0.9)


def _spot(
    thing: Thing, share: float, stage: Stage, taken: list[tuple[float, float]], behind: bool, liked: float
) -> tuple[float, float, float]:
    """Where there is most space, near `liked` where there is enough: x, the y it stands on, its size in pixels."""
    width, bottom = stage.width, stage.free[3]
    unit = stage.unit if stage.roles else stage.height * 0.14
    size = size_of(thing.name) * unit
    size = min(size, width * (0.3 + 0.32 * share), (bottom - stage.free[1]) * 0.92)
    if not behind:
        size = min(size * 1.15, width * 0.3)
    half = size * 0.5
    best, x = -1e9, width / 2
    for step in range(25):
        candidate = half + (width - 2 * half) * step / 24 if width > 2 * half else width / 2
        clear = min((max(low - candidate - half, candidate - half - high) for low, high in taken), default=0)
        value = min(clear, half * 0.8) - 0.02 * abs(candidate - liked)
        if value > best:
            best, x = value, candidate
    ground = min(max(role.stand.ground for role in stage.roles), bottom) if stage.roles else bottom * 0.96
    if behind:
        ground = min(ground - 0.25 * unit, bottom - 0.04 * stage.height)
    else:
        ground = min(ground + 0.2 * unit, bottom - 0.015 * stage.height)
    return x, max(ground, stage.free[1] + size), size


def _still_life(pen: Pen, things: list[Thing], stage: Stage) -> None:
    """Nobody about: the things themselves are the subject."""
    x0, y0, x1, y1 = stage.free
    if not things:
        return
    columns = min(len(things), 4)
    rows = (len(things) + columns - 1) // columns
    size = min((x1 - x0) / columns, (y1 - y0) / rows) * 0.7
    for i, thing in enumerate(things):
        row, column = divmod(i, columns)
        in_row = min(columns, len(things) - row * columns)
        x = x0 + (x1 - x0) * (column + 0.5) / in_row
        y = y1 - (y1 - y0) * 0.16 - (rows - 1 - row) * (y1 - y0) / rows - size * 0.5
        pen.oval(x, y + size * 0.47, size * 0.42, size * 0.06, (40, 30, 70, 60), line=0)
        draw_prop(pen.at(x, y, size), thing)
