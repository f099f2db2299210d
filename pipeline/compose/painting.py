"""A balloon painted in its own box.

Its outline is painted several times finer than the page and reduced: curves are smooth and the cost
is that of the balloon alone. Ink first, a little wider than the shape, then the paper over it: body,
tail and bridge melt into one outline, as if inked in one stroke.
"""

from __future__ import annotations

import math
import random
from collections.abc import Sequence
from typing import TYPE_CHECKING

from pipeline import typeset
from pipeline.balloons.bodies import BOXED, SOUND_SPACING, TAILED
from pipeline.compose.inks import CREAM, HUSHED, INK, SOUND_COLOURS, WHITE, tint
from pipeline.compose.lettering import PlacedBalloon, set_lines
from pipeline.layout import Region

if TYPE_CHECKING:
    from PIL.Image import Image

Point = tuple[float, float]
FINER, SOUND_FINER = 3, 2
_STROKE = 0.085  # em
_SMOOTH = 80  # an outline of more points has no corners to join


def groups(balloons: Sequence[PlacedBalloon]) -> list[list[PlacedBalloon]]:
    """Balloons that are painted together: those that a bridge joins."""
    found: list[list[PlacedBalloon]] = []
    for balloon in balloons:
        partner = found[-1] if found else []
        if balloon.joined is not None and partner and partner[-1].panel == balloon.panel:
            partner.append(balloon)
        else:
            found.append([balloon])
    return found


def paint(page: Image, group: Sequence[PlacedBalloon], panel: Region) -> None:
    """Paint the balloons of a group, and then their letters, onto a page."""
    for balloon in group:
        if balloon.kind == "sound" and balloon.body is not None:
            _paint_sound(page, balloon, panel)
    shaped = [balloon for balloon in group if balloon.body is not None and balloon.kind != "sound"]
    if not shaped:
        return
    shapes = [shape for balloon in shaped for shape in _shapes(balloon)] + _bridges(shaped)
    stroke = max(1.2, _STROKE * max(balloon.size for balloon in shaped))
    dashed = all(balloon.kind == "whisper" for balloon in shaped)
    bare = all(balloon.kind == "narration" for balloon in shaped)
    _paint_shapes(page, shapes, panel, stroke, _paper(shaped[0]), dashed, bare)
    for balloon in shaped:
        hushed = balloon.kind == "whisper" and not balloon.colour  # too faint for any paper but white
        _paint_letters(page, balloon, HUSHED if hushed else INK)


def _paper(balloon: PlacedBalloon) -> str:
    """What a balloon is filled with: a tint of its speaker's colour, where there is one."""
    if balloon.colour:
        return tint(balloon.colour)
    return CREAM if balloon.kind in BOXED else WHITE


def _shapes(balloon: PlacedBalloon) -> list[list[Point]]:
    """Body and tail as polygons in page pixels."""
    x, y = balloon.centre
    shapes = [[(x + px * balloon.size, y + py * balloon.size) for px, py in balloon.body.outline]]
    if balloon.root is not None and balloon.tail is not None and balloon.kind in TAILED:
        shapes += _bubbles(balloon) if balloon.kind == "thought" else [_tail(balloon)]
    return shapes


def _tail(balloon: PlacedBalloon) -> list[Point]:
    """A tapering tail that bends a little, from inside the body to its tip."""
    (x, y), root, tip = balloon.centre, balloon.root, balloon.tail
    length = math.dist((x, y), tip) or 1.0
    ux, uy = (tip[0] - x) / length, (tip[1] - y) / length
    depth = max(0.0, math.dist((x, y), root) - 0.55 * balloon.size)
    base = (x + ux * depth, y + uy * depth)
    half = min(0.44 * balloon.size, 0.3 * min(balloon.body.rx, balloon.body.ry) * balloon.size)
    bend = 0.1 * math.dist(base, tip) * (1 if tip[0] < x else -1)
    middle = ((base[0] + tip[0]) / 2 - uy * bend, (base[1] + tip[1]) / 2 + ux * bend)
    left, right = [], []
    for step in range(13):
        t = step / 12
        px = (1 - t) ** 2 * base[0] + 2 * t * (1 - t) * middle[0] + t * t * tip[0]
        py = (1 - t) ** 2 * base[1] + 2 * t * (1 - t) * middle[1] + t * t * tip[1]
        width = half * (1 - t) ** 0.85
        left.append((px - uy * width, py + ux * width))
        right.append((px + uy * width, py - ux * width))
    return left + right[::-1]


def _bubbles(balloon: PlacedBalloon) -> list[list[Point]]:
    """Bubbles of a thought, smaller towards the head."""
    root, tip, size = balloon.root, balloon.tail, balloon.size
    far = math.dist(root, tip) or 1.0
    free = far - 0.6 * size  # the cloud bulges over its curve
    radii = (0.34, 0.24, 0.15) if free > 1.1 * size else (0.24, 0.15) if free > 0.55 * size else (0.15,)
    circles = []
    for number, radius in enumerate(radii, 1):
        left = (len(radii) - number) / len(radii) * free
        x, y = tip[0] + (root[0] - tip[0]) * left / far, tip[1] + (root[1] - tip[1]) * left / far
        circles.append(_circle(x, y, radius * size))
    return circles


def _circle(x: float, y: float, radius: float) -> list[Point]:
    return [
        (x + radius * math.cos(a * math.pi / 14), y + radius * 0.92 * math.sin(a * math.pi / 14)) for a in range(28)
    ]


def _bridges(balloons: Sequence[PlacedBalloon]) -> list[list[Point]]:
    """A neck between each joined balloon and the one before it."""
    necks = []
    for first, second in zip(balloons, balloons[1:], strict=False):
        a, b, half = first.box, second.box, 0.42 * min(first.size, second.size)
        shared_x = max(a[0], b[0]), min(a[2], b[2])
        shared_y = max(a[1], b[1]), min(a[3], b[3])
        if shared_x[1] - shared_x[0] > shared_y[1] - shared_y[0]:
            x = sum(shared_x) / 2
            necks.append([(x - half, first.centre[1]), (x + half, first.centre[1]),
                          (x + half, second.centre[1]), (x - half, second.centre[1])])  # fmt: skip
        else:
            y = sum(shared_y) / 2
            necks.append([(first.centre[0], y - half), (first.centre[0], y + half),
                          (second.centre[0], y + half), (second.centre[0], y - half)])  # fmt: skip
    return necks


def _paint_shapes(
    page: Image, shapes: list[list[Point]], panel: Region, stroke: float, colour: str, dashed: bool, bare: bool
) -> None:
    """Lay shapes onto the page in their own box, cut to the panel."""
    from PIL import Image, ImageDraw

    pad = math.ceil(stroke) + 2
    xs, ys = [x for shape in shapes for x, _ in shape], [y for shape in shapes for _, y in shape]
    x0, y0 = max(panel.x0, math.floor(min(xs)) - pad), max(panel.y0, math.floor(min(ys)) - pad)
    x1, y1 = min(panel.x1, math.ceil(max(xs)) + pad), min(panel.y1, math.ceil(max(ys)) + pad)
    if x1 <= x0 or y1 <= y0:
        return
    size = ((x1 - x0) * FINER, (y1 - y0) * FINER)
    fine = [[((x - x0) * FINER, (y - y0) * FINER) for x, y in shape] for shape in shapes]
    paper, ink = Image.new("L", size), Image.new("L", size)
    on_paper, on_ink = ImageDraw.Draw(paper), ImageDraw.Draw(ink)
    for shape in fine:
        on_paper.polygon(shape, fill=255)
        if not dashed and not bare:
            on_ink.polygon(shape, fill=255)
            joint = "curve" if len(shape) < _SMOOTH else None
            on_ink.line([*shape, shape[0], shape[1]], fill=255, width=round(2 * stroke * FINER), joint=joint)
    if dashed:
        for shape in fine[1:]:
            on_ink.line([*shape, shape[0]], fill=255, width=round(stroke * FINER), joint="curve")
        for shape in fine[:1]:
            on_ink.polygon(shape, fill=0)
            _dashes(on_ink, shape, stroke * FINER)
        page.paste(colour, (x0, y0), paper.reduce(FINER))
        page.paste(HUSHED, (x0, y0), ink.reduce(FINER))
        return
    if not bare:
        page.paste(INK, (x0, y0), ink.reduce(FINER))
    page.paste(colour, (x0, y0), paper.reduce(FINER))


def _dashes(draw, shape: list[Point], width: float) -> None:
    """A dashed outline of even dashes."""
    closed = [*shape, shape[0]]
    around = sum(math.dist(a, b) for a, b in zip(closed, closed[1:], strict=False))
    dash = around / max(8, round(around / (width * 9)))
    walked = 0.0
    for start, end in zip(closed, closed[1:], strict=False):
        if (walked / dash) % 1.0 < 0.62:
            draw.line([start, end], fill=255, width=max(1, round(width)))
        walked += math.dist(start, end)


def _paint_letters(page: Image, balloon: PlacedBalloon, colour: str) -> None:
    from PIL import ImageDraw

    draw = ImageDraw.Draw(page)
    for line, x, y in set_lines(balloon):
        draw_line(draw, line.runs, x, y, balloon.size, fill=colour)


def draw_line(draw, runs: Sequence[typeset.Run], x: float, y: float, size: float, **ink) -> None:
    """Paint the runs of a line from `x` on, the letters' middle at `y`."""
    for run in runs:
        pixels = max(1, round(size * run.face.scale))
        face = typeset.font(run.face.path, pixels)
        draw.text((x, y + run.face.rise * pixels), run.text, font=face, anchor="ls", **ink)
        x += typeset.run_width(run) * size


def _paint_sound(page: Image, balloon: PlacedBalloon, panel: Region) -> None:
    """Big letters with an outline, dancing a little and turned."""
    from PIL import Image

    size, chance = balloon.size, random.Random(balloon.text)
    wide, high = balloon.box[2] - balloon.box[0], balloon.box[3] - balloon.box[1]
    side = math.ceil((math.hypot(wide, high) + 0.4 * size) * SOUND_FINER)
    letters = Image.new("L", (side, side))
    for line, x, y in set_lines(balloon):
        at = ((x - balloon.centre[0]) * SOUND_FINER + side / 2, (y - balloon.centre[1]) * SOUND_FINER + side / 2)
        _draw_dancing(letters, line, at, size * SOUND_FINER)
    turned = letters.rotate(balloon.body.angle, Image.Resampling.BICUBIC)
    inked = _spread(turned, 0.085 * size * SOUND_FINER)
    layers = ((_spread(inked, 0.05 * size * SOUND_FINER), WHITE), (inked, INK), (turned, chance.choice(SOUND_COLOURS)))
    for mask, colour in layers:
        small = mask.reduce(SOUND_FINER)
        corner = (round(balloon.centre[0] - small.width / 2), round(balloon.centre[1] - small.height / 2))
        _paste_inside(page, small, colour, corner, panel)


def _draw_dancing(letters: Image, line: typeset.SetLine, at: Point, size: float) -> None:
    from PIL import ImageDraw

    draw, dance = ImageDraw.Draw(letters), random.Random(line.text)
    x, y = at[0] - SOUND_SPACING * size * (len(line.text) - 1) / 2, at[1]
    for run in line.runs:
        pixels = max(1, round(size * run.face.scale))
        face = typeset.font(run.face.path, pixels)
        for letter in run.text:
            spot = (x, y + dance.uniform(-0.05, 0.05) * size + run.face.rise * pixels)
            draw.text(spot, letter, font=face, anchor="ls", fill=255)
            x += (typeset.run_width(typeset.Run(letter, run.face)) + SOUND_SPACING) * size


def _spread(mask: Image, radius: float) -> Image:
    """A mask grown by a radius in pixels. (A font's own outlines may run the wrong way round, so that a
    stroker would grow them inwards.)"""
    from PIL import ImageChops

    grown = mask
    for step in range(16):
        angle = 2 * math.pi * step / 16
        shifted = ImageChops.offset(mask, round(radius * math.cos(angle)), round(radius * math.sin(angle)))
        grown = ImageChops.lighter(grown, shifted)
    return grown


def _paste_inside(page: Image, mask: Image, colour: str, corner: tuple[int, int], panel: Region) -> None:
    x0, y0 = max(panel.x0, corner[0]), max(panel.y0, corner[1])
    x1, y1 = min(panel.x1, corner[0] + mask.width), min(panel.y1, corner[1] + mask.height)
    if x1 > x0 and y1 > y0:
        page.paste(colour, (x0, y0), mask.crop((x0 - corner[0], y0 - corner[1], x1 - corner[0], y1 - corner[1])))
