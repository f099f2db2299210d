"""What an arrangement costs: each candidate by itself, and each pair of candidates together.

Faces first, then figures, then quiet parts, reading order, short tails. What must not happen costs
FORBIDDEN.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from pipeline.balloons import tails
from pipeline.balloons.bodies import BOXED, JOINABLE
from pipeline.balloons.options import Options, Words
from pipeline.balloons.reading import BESIDE
from pipeline.balloons.scene import CELLS, Scene

if TYPE_CHECKING:
    import numpy as np

Box = tuple[float, float, float, float]
FORBIDDEN = 1000.0
BY_HAND = 40.0
"""The most that a place chosen by a hand costs: what the user wants is never forbidden."""
JOINED, BRIDGE = 0.8, 1.4
"""One speaker's balloons are bridged when less than JOINED em apart and side by side over BRIDGE em."""


def own_cost(option: Options, scene: Scene, number: int, lines: tuple[Words, ...], size: float) -> np.ndarray:
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
    return cost if option.words.at is None else np.minimum(cost, BY_HAND)


def _people_cost(option: Options, boxes, area, scene: Scene, size: float) -> np.ndarray:
    import numpy as np

    cost = np.zeros(len(boxes))
    for person in scene.people:
        cost += (3.0 if option.words.kind == "sound" else 7.0) * _shared(boxes, person.box) / area
        if person.face is None:
            continue
        touched = _shared(boxes, _widened(person.face, 0.06 * size))
        cost += np.where(touched > 0, (FORBIDDEN if person.sure else 25.0) + 60 * touched / area * person.sure, 0.0)
        near = _widened(person.face, 0.2 * size + 0.04 * (person.face[2] - person.face[0]))
        cost += np.where(_shared(boxes, near) > 0, 5.0, 0.0)
        cost += (8.0 if option.words.kind == "sound" else 36.0) * np.sqrt(_shared(boxes, person.head) / area)
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
        left, right = boxes[:, 0] / scene.width, 1 - boxes[:, 2] / scene.width
        side = np.minimum(left, right + (0.0 if closing else 0.4))
        return 6.0 * border + 1.5 * np.maximum(0, side)
    if kind == "sound":
        return 0.2 * np.abs((boxes[:, 1] + boxes[:, 3]) / 2 / scene.height - 0.55)
    if scene.guessed:  # faces are somewhere in the middle: the room kept at the top is safest
        return 3.0 * top + 60.0 * np.maximum(0, 0.55 - foot)
    return 1.5 * top


def _tail_cost(option: Options, scene: Scene, height: float) -> np.ndarray:
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
        cost += 2.5 * np.abs(option.centres[:, 0] - option.aim[:, 0]) / scene.width
        bubbles = option.words.kind == "thought"
        tight = np.linalg.norm(option.tip - option.root, axis=1) < (1.7 if bubbles else 0.35) * option.size
        cost += np.where(tight, 4.0 if bubbles else 1.5, 0.0)
    own = np.linalg.norm(option.tip - option.aim, axis=1)
    for other in scene.people:
        if other is speaker:
            continue
        weight = FORBIDDEN if other.sure else 30.0
        if speaker is not None and option.words.kind != "off_panel":
            cost += np.where(np.linalg.norm(option.tip - np.array(other.aim), axis=1) <= own, weight, 0.0)
        if other.face:
            cost += np.where(
                tails.cross(option.root, option.tip, _widened(other.face, 0.35 * option.size)), weight, 0.0
            )
            cost += np.where(tails.cross(option.root, option.tip, other.head), 12.0, 0.0)
    if speaker and speaker.face and option.words.kind != "off_panel":
        cost += np.where(tails.cross(option.tip, option.tip, speaker.face), 2.0, 0.0)
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


def pair_cost(first: Options, second: Options, following: bool) -> np.ndarray:
    """What each candidate of an earlier line costs together with each of a later one: N × M."""
    import numpy as np

    a, b = first.boxes[:, None, :], second.boxes[None, :, :]
    size = min(first.size, second.size)
    same = first.words.speaker is not None and first.words.speaker == second.words.speaker
    gap_x = np.maximum(b[..., 0] - a[..., 2], a[..., 0] - b[..., 2])
    gap_y = np.maximum(b[..., 1] - a[..., 3], a[..., 1] - b[..., 3])
    gap = np.maximum(gap_x, gap_y)
    wanted = size * (0.12 if same else 0.3)
    cost = np.where(gap < 0.06 * size, FORBIDDEN, 0.0) + 30 * np.maximum(0, wanted - gap) / size
    by_hand = first.words.at is not None or second.words.at is not None
    misread = BY_HAND / 10 if by_hand else FORBIDDEN  # others keep their best places round one that a hand has moved
    cost = cost + _order_cost(a, b, size, misread, "sound" in (first.words.kind, second.words.kind))
    crossing = _crossing_cost(first, second)
    if same and following:
        shared = np.maximum(-gap_x, -gap_y)  # how far two neighbours run side by side
        joined = (gap < JOINED * size) & (shared > BRIDGE * size) & joinable(first.words, second.words)
        crossing = np.where(joined, -5.0, crossing)
        cost = cost + 0.9 * np.clip(gap / size - 0.2, 0, 6)
    return cost + crossing


def _order_cost(a, b, size: float, misread: float, sound: bool) -> np.ndarray:
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
    lateness = (0.5 if sound else 1.5) * late
    return np.where(right, 0.0, misread) + (lateness if misread >= FORBIDDEN else np.minimum(lateness, misread))


def _crossing_cost(first: Options, second: Options) -> np.ndarray:
    """A tail runs through no other balloon and across no other tail."""
    import numpy as np

    cost = np.zeros((len(first.cost), len(second.cost)))
    pad = 0.1 * min(first.size, second.size) * np.array([-1, -1, 1, 1])
    for tailed, other, turned in ((first, second, False), (second, first, True)):
        if not tailed.tailed:
            continue
        met = tails.cross(tailed.root[:, None], tailed.tip[:, None], other.boxes[None] + pad)
        hit = np.where(met, FORBIDDEN, 0.0)
        cost += hit.T if turned else hit
    if first.tailed and second.tailed and first.words.speaker != second.words.speaker:
        cost += np.where(_segments_cross(first, second), 300.0, 0.0)
    return cost


def _lengthened(option: Options) -> np.ndarray:
    """Tips moved on by one letter: tails that nearly cross look crossed."""
    import numpy as np

    way = option.tip - option.root
    return option.tip + way / np.maximum(np.linalg.norm(way, axis=1), 1e-6)[:, None] * option.size


def _segments_cross(first: Options, second: Options) -> np.ndarray:
    p, q = first.root[:, None], _lengthened(first)[:, None]
    r, s = second.root[None], _lengthened(second)[None]

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


def joinable(first: Words, second: Words) -> bool:
    return bool(first.speaker) and first.speaker == second.speaker and {first.kind, second.kind} <= set(JOINABLE)
