"""The shape of a balloon around its words, in em, its centre at (0, 0).

A speech balloon is a superellipse (Lamé curve |x/a|ⁿ + |y/b|ⁿ = 1 with n = 2.5, Piet Hein's), the
roundest shape that wastes little room round set lines. A shout bursts, a thought is a cloud of arcs, a
whisper is dashed, captions are boxes, and a sound is its letters alone, slightly turned.
"""

from __future__ import annotations

import math
import random
from dataclasses import dataclass
from functools import cached_property, lru_cache

from pipeline.comic import BalloonKind
from pipeline.typeset import LEADING, SetText, settings

Point = tuple[float, float]
POWER = 2.5
BOXED = ("caption", "narration")
TAILED = ("speech", "shout", "whisper", "thought", "off_panel")
JOINABLE = ("speech", "whisper", "off_panel")
_VOICE = {"caption": "caption", "narration": "caption", "shout": "shout", "sound": "sound"}
SIZE = {"whisper": 0.86, "shout": 1.1, "sound": 1.9, "caption": 0.9, "narration": 0.9}
"""Letter size of a kind, as a share of a panel's ordinary one."""
SOUND_SPACING = 0.13
"""Air between the letters of a sound, in em: their outlines need it."""
_LETTER = 0.44  # from the middle of a line to the top of its letters
_POINTS = 96


@dataclass(frozen=True)
class Body:
    """A balloon's body: its words, its outline (empty for a sound), half its width and height, in em.

    `rx` and `ry` are the half axes of the curve that a tail leaves from. `angle` turns a sound, in
    degrees counter-clockwise. `cost` says how ill the proportions suit a balloon (0 is best).
    """

    kind: BalloonKind
    words: SetText
    half_width: float
    half_height: float
    rx: float
    ry: float
    angle: float = 0.0
    cost: float = 0.0

    @cached_property
    def outline(self) -> tuple[Point, ...]:
        """The closed outline, clockwise from the right."""
        return _outline(self)


def voice_of(kind: str) -> str:
    """The voice in which a kind of balloon speaks."""
    return _VOICE.get(kind, "speech")


@lru_cache(maxsize=1024)
def bodies(text: str, kind: BalloonKind, language: str, widest: float) -> tuple[Body, ...]:
    """The bodies that suit a text, best proportions first, none wider than `widest` em where that can be."""
    inside = max(2.5, widest - _surplus(kind))
    made = [_body(words, kind, text) for words in settings(text, voice_of(kind), language, inside)]
    fitting = [body for body in made if 2 * body.half_width <= widest * 1.001] or made[-1:]
    return tuple(sorted(fitting, key=lambda body: body.cost)[:8])


def _surplus(kind: str) -> float:
    return {"caption": 1.44, "narration": 1.44, "sound": 0.4, "shout": 2.6, "thought": 2.4}.get(kind, 1.7)


def _body(words: SetText, kind: BalloonKind, text: str) -> Body:
    if kind in BOXED:
        half_width, half_height = words.width / 2 + 0.72, words.height / 2 + 0.34
        return Body(kind, words, half_width, half_height, half_width, half_height, cost=_boxed_cost(words))
    if kind == "sound":
        return _sound(words, text)
    power = 2.0 if kind == "shout" else POWER
    rx, ry = _axes(words, power)
    grown_x, grown_y = {"shout": (1.0, 0.85), "thought": (0.5, 0.45)}.get(kind, (0.0, 0.0))
    return Body(kind, words, rx + grown_x, ry + grown_y, rx, ry, cost=_round_cost(rx, ry, words))


def _axes(words: SetText, power: float) -> tuple[float, float]:
    """The half axes of the smallest curve that holds every line, with air round it."""
    rows = len(words.lines)
    edges = [abs(row - (rows - 1) / 2) * LEADING + _LETTER for row in range(rows)]
    best = (math.inf, 0.0, 0.0)
    for looseness in (1.12, 1.22, 1.35, 1.5, 1.7):
        ry = max(edges) * looseness
        rx = max(
            line.reach / (1 - (edge / ry) ** power) ** (1 / power)
            for line, edge in zip(words.lines, edges, strict=True)
        )
        rx, ry = rx + 0.5, ry + 0.32
        best = min(best, (rx * ry, rx, ry))
    return max(best[1], best[2] * 0.95), best[2]


def _round_cost(rx: float, ry: float, words: SetText) -> float:
    """How far from a letterer's favourite proportions, and how much room is taken."""
    ratio = rx / ry
    shape = max(0.0, ratio - 2.1) * 0.55 + max(0.0, 1.5 - ratio) * 2.5 + max(0.0, 1.1 - ratio) * 6.0
    lonely = 0.5 if len(words.lines) > 1 and words.lines[-1].width < 0.34 * words.width else 0.0
    return shape + lonely + rx * ry / 60


def _boxed_cost(words: SetText) -> float:
    lonely = 0.6 if len(words.lines) > 1 and words.lines[-1].width < 0.4 * words.width else 0.0
    return 0.35 * (len(words.lines) - 1) + lonely + words.width / 60


def _sound(words: SetText, text: str) -> Body:
    chance = random.Random(text)
    angle = chance.uniform(3, 8) * chance.choice((1, -1)) * (0.5 if words.width > 6 else 1.0)
    turn = math.radians(abs(angle))
    spaced = words.width + SOUND_SPACING * max(len(line.text) for line in words.lines)
    half_width, half_height = spaced / 2 + 0.18, words.height / 2 + 0.14
    wide = half_width * math.cos(turn) + half_height * math.sin(turn)
    high = half_width * math.sin(turn) + half_height * math.cos(turn)
    return Body("sound", words, wide, high, wide, high, angle, cost=0.4 * (len(words.lines) - 1))


def _outline(body: Body) -> tuple[Point, ...]:
    if body.kind == "sound":
        return ()
    chance = random.Random(" ".join(line.text for line in body.words.lines))
    if body.kind in BOXED:
        return _box(body.half_width, body.half_height)
    if body.kind == "shout":
        return _burst(body, chance)
    if body.kind == "thought":
        return _cloud(body, chance)
    return _hand_drawn(body, chance)


def curve_point(rx: float, ry: float, angle: float, power: float = POWER) -> Point:
    """A point of the superellipse; `angle` is its parameter in radians, clockwise from the right."""
    c, s = math.cos(angle), math.sin(angle)
    return rx * math.copysign(abs(c) ** (2 / power), c), ry * math.copysign(abs(s) ** (2 / power), s)


def _hand_drawn(body: Body, chance: random.Random) -> tuple[Point, ...]:
    """A superellipse as a hand draws it: a slow waver inwards of one part in eighty."""
    first, second = chance.uniform(0, 6.3), chance.uniform(0, 6.3)
    points = []
    for step in range(_POINTS):
        angle = 2 * math.pi * step / _POINTS
        waver = 1 - 0.006 * (2 + math.sin(2 * angle + first) + math.sin(3 * angle + second)) / 2
        x, y = curve_point(body.rx, body.ry, angle)
        points.append((x * waver, y * waver))
    return tuple(points)


def _box(half_width: float, half_height: float, radius: float = 0.22) -> tuple[Point, ...]:
    points = []
    for turn, (sx, sy) in enumerate(((1, 1), (-1, 1), (-1, -1), (1, -1))):
        for step in range(7):
            angle = math.pi / 2 * (turn + step / 6)
            x = sx * (half_width - radius) + radius * math.cos(angle)
            y = sy * (half_height - radius) + radius * math.sin(angle)
            points.append((x, y))
    return tuple(points)


def _burst(body: Body, chance: random.Random) -> tuple[Point, ...]:
    """Spikes of uneven length round the words, never outside the body's box."""
    around = math.pi * (3 * (body.rx + body.ry) - math.sqrt((3 * body.rx + body.ry) * (body.rx + 3 * body.ry)))
    spikes = max(11, min(26, round(around / 1.25)))
    points = []
    for step in range(spikes):
        angle = 2 * math.pi * (step + chance.uniform(-0.16, 0.16)) / spikes
        length = chance.uniform(0.72, 1.0)
        x, y = curve_point(body.rx, body.ry, angle, 2.0)
        points.append(
            (x * (1 + (body.half_width / body.rx - 1) * length), y * (1 + (body.half_height / body.ry - 1) * length))
        )
        valley = 2 * math.pi * (step + 0.5 + chance.uniform(-0.1, 0.1)) / spikes
        points.append(curve_point(body.rx * 1.01, body.ry * 1.01, valley, 2.0))
    return tuple(points)


def _cloud(body: Body, chance: random.Random) -> tuple[Point, ...]:
    """Arcs bulging outwards from the curve round the words."""
    samples = [curve_point(body.rx, body.ry, 2 * math.pi * step / 240) for step in range(241)]
    lengths = [0.0]
    for before, after in zip(samples, samples[1:], strict=False):
        lengths.append(lengths[-1] + math.dist(before, after))
    puffs = max(8, min(18, round(lengths[-1] / 1.75)))
    cuts = [lengths[-1] * (step + chance.uniform(-0.14, 0.14)) / puffs for step in range(puffs)]
    knots = [samples[min(240, next(i for i, far in enumerate(lengths) if far >= max(0.0, cut)))] for cut in cuts]
    points: list[Point] = []
    for start, end in zip(knots, knots[1:] + knots[:1], strict=True):
        points.extend(_bulge(start, end, 0.5))
    reach_x, reach_y = max(abs(x) for x, _ in points), max(abs(y) for _, y in points)
    shrink_x, shrink_y = min(1.0, body.half_width / reach_x), min(1.0, body.half_height / reach_y)
    return tuple((x * shrink_x, y * shrink_y) for x, y in points)


def _bulge(start: Point, end: Point, height: float) -> list[Point]:
    """Half an ellipse over the chord from `start` to `end`, its top `height` × half the chord away from (0, 0)."""
    middle = ((start[0] + end[0]) / 2, (start[1] + end[1]) / 2)
    half = (end[0] - start[0]) / 2, (end[1] - start[1]) / 2
    outward = (half[1], -half[0])
    arc = []
    for step in range(9):
        angle = math.pi * step / 9
        along, out = -math.cos(angle), math.sin(angle) * height * 1.25
        arc.append((middle[0] + half[0] * along + outward[0] * out, middle[1] + half[1] * along + outward[1] * out))
    return arc
