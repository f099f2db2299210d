"""A tail leaves its balloon towards the mouth and stops short of it.

"The tail should terminate at roughly 50–60 % of the distance between the balloon and the character's
head" and "aim at the mouth" (Nate Piekos, Comic Book Grammar & Tradition, blambot.com).
All functions take arrays, one row a candidate, so that a panel's hundreds are judged at once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.balloons.scene import Person, Scene

if TYPE_CHECKING:
    import numpy as np

SHARE = 0.55
"""How much of the way to the mouth a tail goes."""
_LONGER = (0.55, 0.68, 0.8, 0.92)  # when another mouth would be nearer at the usual length
_SHORTEST = 0.7  # a tail shorter than this many letter sizes is hardly seen
_POWER = 2.5
_ROOT = 0.06  # the share of a tail that lies on its own balloon's edge


def roots(centres: np.ndarray, rx: np.ndarray, ry: np.ndarray, aims: np.ndarray) -> np.ndarray:
    """Where the line from each balloon's centre to its aim leaves the balloon: N × 2."""
    import numpy as np

    way = aims - centres
    reach = (np.abs(way[:, 0] / rx) ** _POWER + np.abs(way[:, 1] / ry) ** _POWER) ** (1 / _POWER)
    return centres + way / np.maximum(reach, 1.0)[:, None]


def tips(root: np.ndarray, aims: np.ndarray, person: Person, scene: Scene, size: float) -> np.ndarray:
    """Where each tail ends: usually 55 % of the way, before the head where that leaves room for a tail of
    letters of `size` pixels, further only while another mouth is nearer, never inside the face: N × 2."""
    import numpy as np

    others = [np.array(each.aim) for each in scene.people if each is not person]
    far = np.linalg.norm(aims - root, axis=1)
    face, head = _first_touch(root, aims, person.face), _first_touch(root, aims, person.head)
    usual = np.where(head * far > _SHORTEST * size, np.minimum(SHARE, head), np.minimum(SHARE, face))
    chosen = np.full(len(root), np.nan)
    for length in (usual, *(np.minimum(share, face) for share in _LONGER)):
        length = np.maximum(length, np.minimum(0.12, face))
        tip = root + (aims - root) * length[:, None]
        own = np.linalg.norm(tip - aims, axis=1)
        clear = np.ones(len(root), bool)
        for mouth in others:
            clear &= own < 0.92 * np.linalg.norm(tip - mouth, axis=1)
        chosen = np.where(np.isnan(chosen) & clear, length, chosen)
    chosen = np.where(np.isnan(chosen), np.minimum(_LONGER[-1], face), chosen)
    return root + (aims - root) * chosen[:, None]


def _first_touch(root: np.ndarray, aims: np.ndarray, box: tuple[float, float, float, float] | None) -> np.ndarray:
    """The share of the way at which a tail would touch a box: N."""
    import numpy as np

    return np.ones(len(root)) if box is None else _entry(root, aims, _grown(box, 0.04))


def off_panel_aims(centres: np.ndarray, scene: Scene) -> np.ndarray:
    """Where a tail of somebody out of the picture points: the nearer side, a little below the balloon."""
    import numpy as np

    side = np.where(centres[:, 0] < scene.width / 2, 0.0, scene.width)
    return np.stack([side, np.minimum(centres[:, 1] + scene.height * 0.14, scene.height * 0.96)], axis=1)


def cross(start: np.ndarray, end: np.ndarray, boxes) -> np.ndarray:
    """Whether the way of each tail meets a box; its first steps, on the balloon's own edge, do not count.

    `start` and `end` are (…, 2), `boxes` (…, 4), of shapes that go together.
    """
    begin = start + _ROOT * (end - start)
    enters, leaves = _within(begin, end, boxes)
    return (enters < leaves) & (leaves > 0) & (enters < 1)


def _entry(start: np.ndarray, end: np.ndarray, box: tuple[float, float, float, float]) -> np.ndarray:
    """The share of the way at which each line enters a box (1 when it never does): N."""
    import numpy as np

    enters, leaves = _within(start, end, box)
    return np.where((enters < leaves) & (leaves > 0), np.clip(enters, 0.0, 1.0), 1.0)


def _within(start: np.ndarray, end: np.ndarray, boxes) -> tuple[np.ndarray, np.ndarray]:
    """The shares of the endless line through start (0) and end (1) at which it enters a box and leaves it again; it
    misses the box where it would leave before it enters."""
    import numpy as np

    boxes = np.asarray(boxes)
    way = end - start
    way = np.where(np.abs(way) < 1e-6, 1e-6, way)
    low, high = (boxes[..., :2] - start) / way, (boxes[..., 2:] - start) / way
    return np.minimum(low, high).max(axis=-1), np.maximum(low, high).min(axis=-1)


def _grown(box: tuple[float, float, float, float], share: float) -> tuple[float, float, float, float]:
    x, y = (box[2] - box[0]) * share, (box[3] - box[1]) * share
    return box[0] - x, box[1] - y, box[2] + x, box[3] + y
