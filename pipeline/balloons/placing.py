"""The search for the best arrangement of a panel's balloons.

Every line has a few bodies and a grid of places. Each candidate has a cost of its own (faces, then
figures, then quiet parts, height, a short tail), each pair a cost together (crossing, reading order,
a tail across another balloon, distance of one speaker's balloons). A beam search in the order of the
lines finds the cheapest arrangement (Bisiani, "Beam search", 1992; the costs follow Chun et al.,
"An automated procedure for word balloon placement in cinema comics", 2006). What must not happen
costs FORBIDDEN; while it does, the letters shrink, down to a floor.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from pipeline.balloons import tails
from pipeline.balloons.bodies import BOXED, JOINABLE, SIZE, TAILED, Body, bodies
from pipeline.balloons.reading import BESIDE
from pipeline.balloons.scene import CELLS, Person, Scene
from pipeline.comic import BalloonKind

if TYPE_CHECKING:
    import numpy as np

Box = tuple[float, float, float, float]
Point = tuple[float, float]
FORBIDDEN = 1000.0
SHRINKING = (1.0, 0.92, 0.84, 0.76, 0.68, 0.62)
"""The letter sizes tried, as shares of the ordinary one. The last is the floor."""
_COLUMNS, _ROWS = 13, 15
_KEPT, _BEAM = 44, 40


@dataclass(frozen=True)
class Words:
    """A line to place: its text as shown, kind and speaker; `at` is the hand's wish, a share of the panel."""

    text: str
    kind: BalloonKind
    speaker: str | None = None
    at: Point | None = None


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


@dataclass
class _Options:
    """The candidates of one line as arrays, one row each."""

    words: Words
    size: float
    bodies: list[Body]
    centres: np.ndarray
    halves: np.ndarray
    cost: np.ndarray
    root: np.ndarray
    tip: np.ndarray
    aim: np.ndarray
    tailed: bool

    @property
    def boxes(self) -> np.ndarray:
        import numpy as np

        return np.concatenate([self.centres - self.halves, self.centres + self.halves], axis=1)


@lru_cache(maxsize=256)
def place(lines: tuple[Words, ...], scene: Scene, language: str, size: float, smallest: float = 0.0) -> Placement:
    """The best arrangement of a panel's lines. `size` is the ordinary letter size in the scene's pixels; it
    shrinks while something forbidden cannot be avoided, never below `smallest`."""
    best: tuple[float, Placement] | None = None
    for share in (share for share in SHRINKING if share == 1.0 or size * share >= smallest):
        cost, placement = _arrange(lines, scene, language, size * share)
        if best is None or cost < best[0] - 1.0:
            best = (cost, placement)
        if not placement.forbidden:
            break
    assert best is not None
    return best[1]


def _arrange(lines: tuple[Words, ...], scene: Scene, language: str, size: float) -> tuple[float, Placement]:
    options = [_options(number, lines, scene, language, size) for number in range(len(lines))]
    real = [number for number, option in enumerate(options) if option is not None]
    cost, chosen = _beam_search([options[number] for number in real], scene)
    placed: list[Placed] = [_unpainted(scene, size) for _ in lines]
    for number, choice in zip(real, chosen, strict=True):
        placed[number] = _placed(options[number], choice)
    return cost, Placement(tuple(_with_joins(placed, lines)), size, int(cost // FORBIDDEN))


def _unpainted(scene: Scene, size: float) -> Placed:
    """The place of a line of which nothing can be painted."""
    corner = (size * 0.5, size * 0.5, size * 0.6, size * 0.6)
    return Placed(None, size, (size * 0.55, size * 0.55), corner)


def _options(number: int, lines: tuple[Words, ...], scene: Scene, language: str, size: float) -> _Options | None:
    """The candidates of one line, the promising ones only."""
    import numpy as np

    words = lines[number]
    own = size * SIZE.get(words.kind, 1.0)
    margin = _margin(words.kind, size)
    widest = (scene.width - 2 * margin) * (0.96 if words.kind in BOXED else 0.66 if len(lines) > 1 else 0.74) / own
    shapes = bodies(words.text, words.kind, language, widest)
    if not shapes:
        return None
    centres, halves, which = [], [], []
    for index, body in enumerate(shapes):
        half = np.array([body.half_width, body.half_height]) * own
        grid = _grid(words, half, scene, margin)
        centres.append(grid)
        halves.append(np.broadcast_to(half, grid.shape))
        which += [index] * len(grid)
    option = _with_tails(words, scene, own, [shapes[i] for i in which], np.concatenate(centres), np.concatenate(halves))
    option.cost = option.cost + _own_cost(option, scene, number, lines, size)
    return _promising(option, scene)


def _margin(kind: str, size: float) -> float:
    """How far a balloon keeps from the panel's border."""
    return size * (0.3 if kind in BOXED else 0.35)


def _grid(words: Words, half: np.ndarray, scene: Scene, margin: float) -> np.ndarray:
    """The centres to try: the hand's, or a grid over the panel."""
    import numpy as np

    low = np.minimum(half + margin, [scene.width / 2, scene.height / 2])
    high = np.maximum([scene.width, scene.height] - half - margin, low)
    if words.at is not None:
        wished = np.array([words.at[0] * scene.width, words.at[1] * scene.height])
        return np.clip(wished, low, high)[None, :]
    columns = np.linspace(low[0], high[0], _COLUMNS)
    rows = np.linspace(low[1], high[1], _ROWS)
    if words.kind in BOXED:  # captions stand in a corner, or against the upper or lower border
        columns = columns[[0, _COLUMNS // 2, -1]]
    return np.stack(np.meshgrid(columns, rows), axis=-1).reshape(-1, 2)


def _with_tails(words: Words, scene: Scene, size: float, which: list[Body], centres, halves) -> _Options:
    import numpy as np

    person = scene.person(words.speaker)
    tailed = words.kind in TAILED and words.speaker is not None
    rx = np.array([body.rx for body in which]) * size
    ry = np.array([body.ry for body in which]) * size
    cost = np.array([body.cost for body in which])
    if not tailed:
        return _Options(words, size, which, centres, halves, cost, centres, centres, centres, False)
    if person and words.kind != "off_panel":
        aim = np.broadcast_to(np.array(person.aim), centres.shape)
        root = tails.roots(centres, rx, ry, aim)
        tip = tails.tips(root, aim, person, scene, size)
    else:
        aim = tails.off_panel_aims(centres, scene)
        root = tails.roots(centres, rx, ry, aim)
        tip = root + (aim - root) * 0.8
    return _Options(words, size, which, centres, halves, cost, root, tip, aim, True)


def _own_cost(option: _Options, scene: Scene, number: int, lines: tuple[Words, ...], size: float) -> np.ndarray:
    """What each candidate costs by itself."""
    import numpy as np

    boxes, kind = option.boxes, option.words.kind
    area = np.maximum(1.0, (boxes[:, 2] - boxes[:, 0]) * (boxes[:, 3] - boxes[:, 1]))
    height = max(scene.height, 1.0)
    cost = _people_cost(option, boxes, area, scene, size)
    cost += (1.0 if kind == "sound" else 3.0) * _busyness(boxes, scene)
    outside = np.maximum(0, -boxes[:, 0]) + np.maximum(0, -boxes[:, 1])
    outside += np.maximum(0, boxes[:, 2] - scene.width) + np.maximum(0, boxes[:, 3] - scene.height)
    cost += np.where(outside > 0.5, FORBIDDEN, 0.0)
    cost += 3.0 * _place_cost(kind, boxes, scene, number, lines)
    if option.tailed:
        cost += _tail_cost(option, scene, height)
    return cost


def _people_cost(option: _Options, boxes, area, scene: Scene, size: float) -> np.ndarray:
    import numpy as np

    cost = np.zeros(len(boxes))
    for person in scene.people:
        cost += (3.0 if option.words.kind == "sound" else 7.0) * _shared(boxes, person.box) / area
        if person.face is None:
            continue
        near = _widened(person.face, 0.18 * size)
        near = _widened(near, 0.04 * (near[2] - near[0]))
        touched = _shared(boxes, near)
        weight = FORBIDDEN if person.sure else 60.0
        cost += np.where(touched > 0, weight + 60 * touched / area, 0.0)
        cost += (8.0 if option.words.kind == "sound" else 16.0) * np.sqrt(_shared(boxes, person.head) / area)
        hat = (near[0], near[1] - 0.5 * size, near[2], near[1])  # no balloon rests on a head like a hat
        cost += 2.5 * np.minimum(1.0, _shared(boxes, hat) / (0.5 * size * max(1.0, near[2] - near[0])) * 2)
    return cost


def _place_cost(kind: str, boxes, scene: Scene, number: int, lines: tuple[Words, ...]) -> np.ndarray:
    """Captions keep to the border and open or close the panel; speech stands high; sounds anywhere."""
    import numpy as np

    top = boxes[:, 1] / scene.height
    foot = 1 - boxes[:, 3] / scene.height
    if kind in BOXED:
        closing = number == len(lines) - 1 and any(line.kind not in (*BOXED, "sound") for line in lines)
        border = np.minimum(foot, top + 0.12) if closing else np.minimum(top, foot + 0.5)
        side = np.minimum(boxes[:, 0], scene.width - boxes[:, 2]) / scene.width
        return 6.0 * border + 1.5 * np.maximum(0, side)
    if kind == "sound":
        return 0.2 * np.abs((boxes[:, 1] + boxes[:, 3]) / 2 / scene.height - 0.55)
    return 0.9 * top


def _tail_cost(option: _Options, scene: Scene, height: float) -> np.ndarray:
    """Short tails that leave downwards, cross no other face, and end nearest to their own mouth."""
    import numpy as np

    speaker = scene.person(option.words.speaker)
    far = np.linalg.norm(option.aim - option.root, axis=1) / np.hypot(scene.width, scene.height)
    cost = 4.0 * far
    if speaker is None or option.words.kind == "off_panel":
        side = np.minimum(option.centres[:, 0], scene.width - option.centres[:, 0]) / scene.width
        cost += 2.5 * side
    else:
        cost += 3.0 * np.maximum(0, option.centres[:, 1] - option.aim[:, 1]) / height
        cost += 1.2 * np.abs(option.centres[:, 0] - option.aim[:, 0]) / scene.width
        tight = np.linalg.norm(option.tip - option.root, axis=1) < 0.35 * option.size
        cost += np.where(tight, 1.5, 0.0)
    points = tails.samples(option.root, option.tip)
    own = np.linalg.norm(option.tip - option.aim, axis=1)
    for other in scene.people:
        if other is speaker:
            continue
        weight = FORBIDDEN if other.sure else 30.0
        if speaker is not None and option.words.kind != "off_panel":
            cost += np.where(np.linalg.norm(option.tip - np.array(other.aim), axis=1) <= own, weight, 0.0)
        if other.face:
            cost += np.where(tails.through(points, _widened(other.face, 2.0)), weight, 0.0)
    if speaker and speaker.face and option.words.kind != "off_panel":
        inside = tails.through(points[:, -1:], speaker.face)
        cost += np.where(inside, 2.0, 0.0)
    return cost


def _busyness(boxes, scene: Scene) -> np.ndarray:
    """The mean busyness (0–1) under each box, from a table of sums."""
    import numpy as np

    sums = _sums(scene.busy)
    scale = np.array([CELLS / scene.width, CELLS / scene.height] * 2)
    cells = np.clip(np.rint(boxes * scale), 0, CELLS).astype(int)
    x0, y0 = np.minimum(cells[:, 0], CELLS - 1), np.minimum(cells[:, 1], CELLS - 1)
    x1, y1 = np.maximum(cells[:, 2], x0 + 1), np.maximum(cells[:, 3], y0 + 1)
    total = sums[y1, x1] - sums[y0, x1] - sums[y1, x0] + sums[y0, x0]
    return total / ((x1 - x0) * (y1 - y0)) / 255


@lru_cache(maxsize=64)
def _sums(busy: bytes) -> np.ndarray:
    import numpy as np

    table = np.frombuffer(busy, np.uint8).reshape(CELLS, CELLS).astype(np.float64)
    return np.pad(table.cumsum(0).cumsum(1), ((1, 0), (1, 0)))


def _promising(option: _Options, scene: Scene) -> _Options:
    """The best candidate of every part of the panel: near ones would only crowd out different ones."""
    import numpy as np

    across = np.minimum((option.centres[:, 0] / scene.width * 6).astype(int), 5)
    down = np.minimum((option.centres[:, 1] / scene.height * 9).astype(int), 8)
    order = np.argsort(option.cost, kind="stable")
    _, first = np.unique((down * 6 + across)[order], return_index=True)
    best = order[np.sort(first)][:_KEPT]
    return _Options(
        option.words,
        option.size,
        [option.bodies[index] for index in best],
        *(getattr(option, name)[best] for name in ("centres", "halves", "cost", "root", "tip", "aim")),
        option.tailed,
    )


def _beam_search(options: list[_Options], scene: Scene) -> tuple[float, list[int]]:
    """The cheapest choice of one candidate a line: its cost and the choices."""
    import numpy as np

    if not options:
        return 0.0, []
    costs, choices = options[0].cost, np.arange(len(options[0].cost))[:, None]
    for number in range(1, len(options)):
        total = costs[:, None] + options[number].cost[None, :]
        for before in range(number):
            total = total + _pair_cost(options[before], options[number], number - before == 1)[choices[:, before]]
        flat = np.argsort(total, axis=None, kind="stable")[:_BEAM]
        rows, picks = np.unravel_index(flat, total.shape)
        costs = total[rows, picks]
        choices = np.concatenate([choices[rows], picks[:, None]], axis=1)
    best = int(np.argmin(costs))
    return float(costs[best]), [int(choice) for choice in choices[best]]


def _pair_cost(first: _Options, second: _Options, following: bool) -> np.ndarray:
    """What each candidate of an earlier line costs together with each of a later one: N × M."""
    import numpy as np

    a, b = first.boxes[:, None, :], second.boxes[None, :, :]
    size = min(first.size, second.size)
    same = first.words.speaker is not None and first.words.speaker == second.words.speaker
    gap_x = np.maximum(b[..., 0] - a[..., 2], a[..., 0] - b[..., 2])
    gap_y = np.maximum(b[..., 1] - a[..., 3], a[..., 1] - b[..., 3])
    gap = np.maximum(gap_x, gap_y)
    wanted = size * (0.12 if same else 0.3)
    cost = np.where(gap < wanted, FORBIDDEN + 20 * np.maximum(0, wanted - gap) / size, 0.0)
    cost = cost + _order_cost(a, b, size, "sound" in (first.words.kind, second.words.kind))
    cost = cost + _crossing_cost(first, second)
    if same and following:
        cost = cost + 0.9 * np.clip(gap / size - 0.2, 0, 6)
    return cost


def _order_cost(a, b, size: float, sound: bool) -> np.ndarray:
    """The earlier line must be read first; and it should not even begin lower."""
    import numpy as np

    shared = np.minimum(a[..., 3], b[..., 3]) - np.maximum(a[..., 1], b[..., 1])
    lower = np.minimum(a[..., 3] - a[..., 1], b[..., 3] - b[..., 1])
    right = np.where(
        shared > BESIDE * lower,
        a[..., 0] + a[..., 2] < b[..., 0] + b[..., 2],
        a[..., 1] + a[..., 3] < b[..., 1] + b[..., 3],
    )
    late = np.maximum(0, a[..., 1] - b[..., 1]) / size
    return np.where(right, 0.0, FORBIDDEN) + (0.5 if sound else 1.5) * late


def _crossing_cost(first: _Options, second: _Options) -> np.ndarray:
    """A tail runs through no other balloon and across no other tail."""
    import numpy as np

    cost = np.zeros((len(first.cost), len(second.cost)))
    pad = 0.1 * min(first.size, second.size)
    for tailed, other, turned in ((first, second, False), (second, first, True)):
        if not tailed.tailed:
            continue
        points = tails.samples(tailed.root, tailed.tip)[:, None]
        boxes = other.boxes[None, :, None, :]
        inside = (points[..., 0] > boxes[..., 0] - pad) & (points[..., 0] < boxes[..., 2] + pad)
        inside &= (points[..., 1] > boxes[..., 1] - pad) & (points[..., 1] < boxes[..., 3] + pad)
        hit = np.where(inside.any(axis=-1), FORBIDDEN, 0.0)
        cost += hit.T if turned else hit
    if first.tailed and second.tailed and first.words.speaker != second.words.speaker:
        cost += np.where(_segments_cross(first, second), 150.0, 0.0)
    return cost


def _segments_cross(first: _Options, second: _Options) -> np.ndarray:
    p, q = first.root[:, None], first.tip[:, None]
    r, s = second.root[None], second.tip[None]

    def side(a, b, c):
        return (b[..., 0] - a[..., 0]) * (c[..., 1] - a[..., 1]) - (b[..., 1] - a[..., 1]) * (c[..., 0] - a[..., 0])

    return (side(p, q, r) * side(p, q, s) < 0) & (side(r, s, p) * side(r, s, q) < 0)


def _shared(boxes, other: Box) -> np.ndarray:
    """The area that each box shares with another."""
    import numpy as np

    wide = np.minimum(boxes[:, 2], other[2]) - np.maximum(boxes[:, 0], other[0])
    high = np.minimum(boxes[:, 3], other[3]) - np.maximum(boxes[:, 1], other[1])
    return np.maximum(0, wide) * np.maximum(0, high)


def _widened(box: Box, by: float) -> Box:
    return box[0] - by, box[1] - by, box[2] + by, box[3] + by


def _placed(option: _Options, choice: int) -> Placed:
    def point(array) -> Point | None:
        return (float(array[choice, 0]), float(array[choice, 1])) if option.tailed else None

    centre = (float(option.centres[choice, 0]), float(option.centres[choice, 1]))
    box = tuple(float(edge) for edge in option.boxes[choice])
    root, tip, aim = point(option.root), point(option.tip), point(option.aim)
    return Placed(option.bodies[choice], option.size, centre, box, root, tip, aim)


def _with_joins(placed: list[Placed], lines: tuple[Words, ...]) -> list[Placed]:
    """Neighbouring balloons of one speaker are bridged; the one nearer to the mouth keeps the tail for both."""
    from dataclasses import replace

    for number in range(1, len(placed)):
        before, after = placed[number - 1], placed[number]
        if not _joinable(lines[number - 1], lines[number]) or not _touching(before, after):
            continue
        placed[number] = replace(after, joined=number - 1)
        if before.tip and after.tip:
            shorter = min((before, after), key=lambda each: _length(each))
            for index in (number - 1, number):
                if placed[index].tip != shorter.tip:
                    placed[index] = replace(placed[index], root=None, tip=shorter.tip, aim=shorter.aim)
    return placed


def _joinable(first: Words, second: Words) -> bool:
    return bool(first.speaker) and first.speaker == second.speaker and {first.kind, second.kind} <= set(JOINABLE)


def _touching(first: Placed, second: Placed) -> bool:
    if first.body is None or second.body is None:
        return False
    a, b, size = first.box, second.box, min(first.size, second.size)
    gap = max(b[0] - a[2], a[0] - b[2], b[1] - a[3], a[1] - b[3])
    beside = min(a[2], b[2]) - max(a[0], b[0]), min(a[3], b[3]) - max(a[1], b[1])
    return gap < 0.8 * size and max(beside) > 1.4 * size


def _length(placed: Placed) -> float:
    if placed.root is None or placed.tip is None:
        return float("inf")
    return ((placed.root[0] - placed.tip[0]) ** 2 + (placed.root[1] - placed.tip[1]) ** 2) ** 0.5


__all__ = ["FORBIDDEN", "SHRINKING", "Person", "Placed", "Placement", "Words", "place"]
