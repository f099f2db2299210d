"""The search for the best arrangement of a panel's balloons.

Every line has a few bodies and a grid of places. Each candidate has a cost of its own (faces, then
figures, then quiet parts, height, a short tail), each pair a cost together (crossing, reading order,
a tail across another balloon, distance of one speaker's balloons). A beam search in the order of the
lines finds the cheapest arrangement (Bisiani, "Beam search", 1992; the costs follow Chun et al.,
"An automated procedure for word balloon placement in cinema comics", 2006). What must not happen
costs FORBIDDEN; while it does, the letters shrink, down to a floor.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from pipeline.balloons.bodies import Body
from pipeline.balloons.costs import BRIDGE, FORBIDDEN, JOINED, joinable, own_cost, pair_cost
from pipeline.balloons.options import Options, Words, beside, candidates, grid
from pipeline.balloons.scene import Scene

Box = tuple[float, float, float, float]
Point = tuple[float, float]
SHRINKING = (1.0, 0.92, 0.84, 0.76, 0.68, 0.6, 0.52)
"""The letter sizes tried, as shares of the ordinary one."""
_BEAM = 40


@dataclass(frozen=True)
class Placed:
    """A line in its place, in the panel's pixels.

    `root` is where the tail leaves the body and `tip` where it ends (None without one); `aim` is what
    it points at. `joined` is the index of an earlier balloon of the same speaker that this one is
    bridged to.
    """

    body: Body | None
    size: float
    centre: Point
    box: Box
    root: Point | None = None
    tip: Point | None = None
    aim: Point | None = None
    joined: int | None = None


@dataclass(frozen=True)
class Placement:
    """A panel's balloons in the order of its lines. `size` is the letter size used, in pixels; `forbidden`
    counts what could not be avoided even at the floor."""

    balloons: tuple[Placed, ...]
    size: float
    forbidden: int = 0


@lru_cache(maxsize=256)
def place(lines: tuple[Words, ...], scene: Scene, language: str, size: float, smallest: float = 0.0) -> Placement:
    """The best arrangement of a panel's lines. `size` is the ordinary letter size in the scene's pixels; it
    shrinks while something forbidden cannot be avoided, never below `smallest`."""
    best: tuple[float, Placement] | None = None
    for share in _shares(size, smallest):
        cost, placement = _arrange(lines, scene, language, size * share, smallest, 4 if share > 0.8 else 8)
        if best is None or cost < best[0] - 1.0:
            best = (cost, placement)
        if not placement.forbidden:
            break
    assert best is not None
    return best[1]


def _shares(size: float, smallest: float) -> list[float]:
    """The shares of the letter size to try, the floor itself last."""
    floor = min(1.0, smallest / size)
    return [*(share for share in SHRINKING if share > floor), *([floor] if floor > SHRINKING[-1] else [])]


def _arrange(
    lines: tuple[Words, ...], scene: Scene, language: str, size: float, smallest: float, shapes: int
) -> tuple[float, Placement]:
    """The cheapest arrangement at one letter size, and what it costs."""
    everything, few = _candidates(lines, scene, language, size, smallest, shapes)
    real = list(everything)
    chosen = _polish([everything[number] for number in real], _beam_search([few[number] for number in real]))
    cost = _total(chosen)
    placed: list[Placed] = [_unpainted(size) for _ in lines]
    for number, option in zip(real, chosen, strict=True):
        placed[number] = _placed(option)
    return cost, Placement(tuple(_with_joins(placed, lines)), size, max(0, int((cost + 100) // FORBIDDEN)))


def _candidates(
    lines: tuple[Words, ...], scene: Scene, language: str, size: float, smallest: float, shapes: int
) -> tuple[dict[int, Options], dict[int, Options]]:
    """For each line that can be painted: all its candidates, and the promising ones."""
    everything: dict[int, Options] = {}
    few: dict[int, Options] = {}
    crowd = len(lines) > 1
    for number, words in enumerate(lines):
        found = candidates(words, scene, language, (size, smallest), shapes, grid(words, scene), crowd)
        if found is None:
            continue
        found.cost = found.cost + own_cost(found, scene, number, lines, size)
        best = found.promising(scene)
        if number - 1 in few and words.at is None and joinable(lines[number - 1], words):
            spots = beside(few[number - 1].boxes[:12], 0.3 * size)
            near = candidates(words, scene, language, (size, smallest), 2, spots, crowd)
            near.cost = near.cost + own_cost(near, scene, number, lines, size)
            found, best = found.joined_with(near), best.joined_with(near)
        everything[number], few[number] = found, best
    return everything, few


def _unpainted(size: float) -> Placed:
    """The place of a line of which nothing can be painted."""
    corner = (size * 0.5, size * 0.5, size * 0.6, size * 0.6)
    return Placed(None, size, (size * 0.55, size * 0.55), corner)


def _beam_search(options: Sequence[Options]) -> list[Options]:
    """The cheapest choice of one candidate a line, each an Options of one row."""
    import numpy as np

    if not options:
        return []
    costs, choices = options[0].cost, np.arange(len(options[0].cost))[:, None]
    for number in range(1, len(options)):
        total = costs[:, None] + options[number].cost[None, :]
        for before in range(number):
            total = total + pair_cost(options[before], options[number], number - before == 1)[choices[:, before]]
        flat = np.argsort(total, axis=None, kind="stable")[:_BEAM]
        rows, picks = np.unravel_index(flat, total.shape)
        costs = total[rows, picks]
        choices = np.concatenate([choices[rows], picks[:, None]], axis=1)
    best = choices[int(np.argmin(costs))]
    return [option.chosen([int(choice)]) for option, choice in zip(options, best, strict=True)]


def _polish(options: Sequence[Options], chosen: list[Options], rounds: int = 2) -> list[Options]:
    """Each balloon once more among all its candidates, the others held, while that helps."""
    import numpy as np

    for _ in range(rounds if len(options) > 1 else 1):
        moved = False
        for number, option in enumerate(options):
            total = option.cost.copy()
            for other, held in enumerate(chosen):
                if other < number:
                    total += pair_cost(held, option, number - other == 1)[0]
                elif other > number:
                    total += pair_cost(option, held, other - number == 1)[:, 0]
            best = option.chosen([int(np.argmin(total))])
            moved |= bool(np.any(best.centres != chosen[number].centres))
            chosen[number] = best
        if not moved:
            break
    return chosen


def _total(chosen: Sequence[Options]) -> float:
    """What an arrangement costs."""
    cost = sum(float(option.cost[0]) for option in chosen)
    for after in range(len(chosen)):
        for before in range(after):
            cost += float(pair_cost(chosen[before], chosen[after], after - before == 1)[0, 0])
    return cost


def _placed(option: Options) -> Placed:
    """An Options of one row as a placed line."""

    def point(array) -> Point | None:
        return (float(array[0, 0]), float(array[0, 1])) if option.tailed else None

    centre = (float(option.centres[0, 0]), float(option.centres[0, 1]))
    box = tuple(float(edge) for edge in option.boxes[0])
    return Placed(option.bodies[0], option.size, centre, box, point(option.root), point(option.tip), point(option.aim))


def _with_joins(placed: list[Placed], lines: tuple[Words, ...]) -> list[Placed]:
    """Neighbouring balloons of one speaker are bridged; the one nearer to the mouth keeps the tail for both."""
    for number in range(1, len(placed)):
        before, after = placed[number - 1], placed[number]
        if not joinable(lines[number - 1], lines[number]) or not _touching(before, after):
            continue
        placed[number] = replace(after, joined=number - 1)
        if before.tip and after.tip:
            shorter = min((before, after), key=_length)
            for index in (number - 1, number):
                if placed[index].tip != shorter.tip:
                    placed[index] = replace(placed[index], root=None, tip=shorter.tip, aim=shorter.aim)
    return placed


def _touching(first: Placed, second: Placed) -> bool:
    if first.body is None or second.body is None:
        return False
    a, b, size = first.box, second.box, min(first.size, second.size)
    gap = max(b[0] - a[2], a[0] - b[2], b[1] - a[3], a[1] - b[3])
    beside = min(a[2], b[2]) - max(a[0], b[0]), min(a[3], b[3]) - max(a[1], b[1])
    return gap < JOINED * size and max(beside) > BRIDGE * size


def _length(placed: Placed) -> float:
    if placed.root is None or placed.tip is None:
        return float("inf")
    return math.dist(placed.root, placed.tip)
