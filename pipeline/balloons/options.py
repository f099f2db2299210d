"""The candidates of a line: its bodies in many places, each with its tail, as arrays of one row each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipeline.balloons import tails
from pipeline.balloons.bodies import BOXED, SIZE, TAILED, Body, bodies
from pipeline.balloons.scene import Scene
from pipeline.comic import BalloonKind

if TYPE_CHECKING:
    import numpy as np

Point = tuple[float, float]
Spots = Callable[["np.ndarray", "np.ndarray", "np.ndarray"], "np.ndarray"]
"""From a body's half size and the least and greatest centre that keep it in the panel: the centres to try."""
COLUMNS, ROWS = 13, 15
KEPT = 44
_ARRAYS = ("centres", "halves", "cost", "root", "tip", "aim")


@dataclass(frozen=True)
class Words:
    """A line to place: its text as shown, kind and speaker; `at` is the hand's wish, a share of the panel."""

    text: str
    kind: BalloonKind
    speaker: str | None = None
    at: Point | None = None


@dataclass
class Options:
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
        """x0, y0, x1, y1 of each candidate."""
        import numpy as np

        return np.concatenate([self.centres - self.halves, self.centres + self.halves], axis=1)

    def chosen(self, rows: Sequence[int]) -> Options:
        """Some of the candidates."""
        arrays = (getattr(self, name)[list(rows)] for name in _ARRAYS)
        return Options(self.words, self.size, [self.bodies[row] for row in rows], *arrays, self.tailed)

    def joined_with(self, other: Options) -> Options:
        """These candidates and then those of `other`, for the same line."""
        import numpy as np

        arrays = (np.concatenate([getattr(self, name), getattr(other, name)]) for name in _ARRAYS)
        return Options(self.words, self.size, self.bodies + other.bodies, *arrays, self.tailed)

    def promising(self, scene: Scene, count: int = KEPT) -> Options:
        """The best candidate of every part of the panel: near ones would only crowd out different ones."""
        import numpy as np

        across = np.minimum((self.centres[:, 0] / scene.width * 6).astype(int), 5)
        down = np.minimum((self.centres[:, 1] / scene.height * 9).astype(int), 8)
        order = np.argsort(self.cost, kind="stable")
        _, first = np.unique((down * 6 + across)[order], return_index=True)
        return self.chosen(order[np.sort(first)][:count])


def candidates(
    words: Words,
    scene: Scene,
    language: str,
    letters: tuple[float, float],
    shapes: int,
    spots: Spots,
    crowd: bool = True,
) -> Options | None:
    """A line in at most `shapes` bodies, each at the centres that `spots` names for it; None when nothing of
    its text can be painted. `letters` are the ordinary letter size and the floor that no kind goes below,
    `crowd` says that there are other lines."""
    import numpy as np

    size, smallest = letters
    own = max(size * SIZE.get(words.kind, 1.0), smallest)
    margin = edge_margin(words.kind, size)
    widest = (scene.width - 2 * margin) * (0.96 if words.kind in BOXED else 0.66 if crowd else 0.74) / own
    suited = bodies(words.text, words.kind, language, widest)[:shapes]
    centres, halves, which = [], [], []
    for body in suited:
        half = np.array([body.half_width, body.half_height]) * own
        low = np.minimum(half + margin, [scene.width / 2, scene.height / 2])
        high = np.maximum([scene.width, scene.height] - half - margin, low)
        found = np.clip(spots(half, low, high), low, high)
        centres.append(found)
        halves.append(np.broadcast_to(half, found.shape))
        which += [body] * len(found)
    if not which:
        return None
    return _with_tails(words, scene, own, which, np.concatenate(centres), np.concatenate(halves))


def edge_margin(kind: str, size: float) -> float:
    """How far a balloon keeps from the panel's border."""
    return size * (0.3 if kind in BOXED else 0.35)


def grid(words: Words, scene: Scene) -> Spots:
    """The hand's wish, or a grid over the panel; captions stand against its left or right, or in the middle."""
    import numpy as np

    def spots(half: np.ndarray, low: np.ndarray, high: np.ndarray) -> np.ndarray:
        if words.at is not None:
            return np.array([[words.at[0] * scene.width, words.at[1] * scene.height]])
        columns, rows = np.linspace(low[0], high[0], COLUMNS), np.linspace(low[1], high[1], ROWS)
        if words.kind in BOXED:
            columns = columns[[0, COLUMNS // 2, -1]]
        return np.stack(np.meshgrid(columns, rows), axis=-1).reshape(-1, 2)

    return spots


def beside(boxes: np.ndarray, gap: float) -> Spots:
    """Right below, and right of, each of some boxes: where a second balloon can be bridged to the first."""
    import numpy as np

    def spots(half: np.ndarray, low: np.ndarray, high: np.ndarray) -> np.ndarray:
        x0, y0, x1, y1 = boxes.T
        below, right = y1 + gap + half[1], x1 + gap + half[0]
        middle = (x0 + x1) / 2
        found = [
            (x, below) for x in (middle, middle - 0.5 * half[0], middle + 0.5 * half[0], x0 + half[0], x1 - half[0])
        ]
        found += [(right, y) for y in ((y0 + y1) / 2, y0 + half[1], y1)]
        return np.concatenate([np.stack([x, y], axis=1) for x, y in found])

    return spots


def _with_tails(words: Words, scene: Scene, size: float, which: list[Body], centres, halves) -> Options:
    import numpy as np

    person = scene.person(words.speaker)
    tailed = words.kind in TAILED and words.speaker is not None
    rx = np.array([body.rx for body in which]) * size
    ry = np.array([body.ry for body in which]) * size
    cost = np.array([body.cost for body in which])
    if not tailed:
        return Options(words, size, which, centres, halves, cost, centres, centres, centres, False)
    if person and words.kind != "off_panel":
        aim = np.broadcast_to(np.array(person.aim), centres.shape)
        root = tails.roots(centres, rx, ry, aim)
        tip = tails.tips(root, aim, person, scene, size)
    else:
        aim = tails.off_panel_aims(centres, scene)
        root = tails.roots(centres, rx, ry, aim)
        tip = root + (aim - root) * 0.8
    return Options(words, size, which, centres, halves, cost, root, tip, aim, True)
