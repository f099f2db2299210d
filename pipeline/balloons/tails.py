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


def samples(start: np.ndarray, end: np.ndarray, count: int = 11) -> np.ndarray:
    """Points along each tail: N × count × 2."""
    import numpy as np

    steps = np.linspace(0.06, 1.0, count)
    return start[:, None, :] + (end - start)[:, None, :] * steps[None, :, None]


def through(points: np.ndarray, box: tuple[float, float, float, float]) -> np.ndarray:
    """Whether any point of each tail lies in a box: N."""
    inside = (
        (points[..., 0] > box[0]) & (points[..., 0] < box[2]) & (points[..., 1] > box[1]) & (points[..., 1] < box[3])
    )
    return inside.any(axis=-1)


def _entry(start: np.ndarray, end: np.ndarray, box: tuple[float, float, float, float]) -> np.ndarray:
    """The share of the way at which each line enters a box (1 when it never does): N."""
    import numpy as np

    way = end - start
    way = np.where(np.abs(way) < 1e-6, 1e-6, way)
    low, high = (np.array(box[:2]) - start) / way, (np.array(box[2:]) - start) / way
    enters = np.minimum(low, high).max(axis=1)
    leaves = np.maximum(low, high).min(axis=1)
    return np.where((enters < leaves) & (leaves > 0), np.clip(enters, 0.0, 1.0), 1.0)


def _grown(box: tuple[float, float, float, float], share: float) -> tuple[float, float, float, float]:
    x, y = (box[2] - box[0]) * share, (box[3] - box[1]) * share
    return box[0] - x, box[1] - y, box[2] + x, box[3] + y
