"""What to ask next, when to stop, and how the presets seen so far rank.

The next pair is the one whose answer promises to raise the value of the best preset known the most: the
knowledge gradient (Frazier, Powell & Dayanik 2009) over pairs. It is looked for among the points that
are best in some taste still possible (Thompson 1933), the best known, and that one with a single value
changed. The best known is the point that most likely belongs to the best twentieth. Everything is drawn from
the duel's seed and the number of answers: the same answers always lead to the same question.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy.special import ndtr

from pipeline.tuning.duel_model import Belief, Judged, believe, chance_of_left
from pipeline.tuning.duel_space import Space

TOP = 0.05
"""What counts as found: the best twentieth of all presets."""
SURE = 0.95
"""The chance of it at which a duel stops asking."""
FEWEST, MOST = 10, 25
"""A duel never stops before so many answers, and always at so many."""
_NEIGHBOURS = 32
_NEXT_TO_NOTHING = 1e-9


@dataclass(frozen=True)
class Standing:
    """Where a duel is: the best point, how likely it is in the best twentieth, the next pair (None when it is over)."""

    best: int
    sureness: float
    pair: tuple[int, int] | None


@dataclass(frozen=True)
class Rank:
    """A point that was seen: what it is worth (0 is the space's average, 1 a taste's usual spread), give or take, and
    how likely it is the best of those seen."""

    point: int
    worth: float
    give_or_take: float
    best_chance: float


def stand(space: Space, judged: Sequence[Judged], seed: int, first: int | None = None) -> Standing:
    """Where a duel with these answers is. `first` is a point to begin with: the preset as it is now."""
    chance = np.random.default_rng((seed, len(judged)))
    belief = believe(space, judged, seed)
    chances = chance_in_top(space, belief.tastes)
    if judged:
        best = int(chances.argmax())
    else:
        best = int(chance.integers(space.size)) if first is None else first
    sureness = float(chances[best])
    sure = len(judged) >= FEWEST and sureness >= SURE
    over = space.size < 2 or len(judged) >= MOST or sure
    pair = None if over else _pair(space, belief, chances, best, chance)
    return Standing(best, sureness, pair)


def chance_in_top(space: Space, tastes: np.ndarray) -> np.ndarray:
    """How likely each point belongs to the best twentieth, (size,): by how far it stands above the least of those, in
    the mean over the tastes, against how much that varies."""
    count = max(1, int(TOP * space.size))
    least = np.partition(tastes, space.size - count, axis=1)[:, [space.size - count]]
    above = tastes - least
    return ndtr((above.mean(axis=0) + _NEXT_TO_NOTHING) / (above.std(axis=0) + _NEXT_TO_NOTHING))


def _pair(space: Space, belief: Belief, chances: np.ndarray, best: int, chance: np.random.Generator) -> tuple[int, int]:
    """The most telling pair, on sides drawn by lot."""
    rivals = _rivals(space, belief, chances, best)
    if len(rivals) == 1:
        rivals = np.append(rivals, (best + 1 + chance.integers(space.size - 1)) % space.size)
    gains = promise(belief.tastes[:, rivals])
    np.fill_diagonal(gains, -np.inf)
    left, right = np.unravel_index(gains.argmax(), gains.shape)
    left, right = int(rivals[left]), int(rivals[right])
    return (left, right) if chance.random() < 0.5 else (right, left)


def _rivals(space: Space, belief: Belief, chances: np.ndarray, best: int) -> np.ndarray:
    """The points worth asking about: the best, each taste's favourite, and the best with one value changed, which
    tells about that value alone."""
    digits = space.digits(best)
    changed = [
        space.point((*digits[:axis], value, *digits[axis + 1 :]))
        for axis, count in enumerate(space.shape)
        for value in range(count)
        if value != digits[axis]
    ]
    changed = sorted(changed, key=lambda point: (-chances[point], point))[:_NEIGHBOURS]
    favourites = belief.tastes.argmax(axis=1)
    return np.unique(np.concatenate([[best], favourites, changed])).astype(int)


def promise(values: np.ndarray) -> np.ndarray:
    """What the best point is expected to be worth after an answer, for every pair, (points, points).

    `values` are what the points are worth in each taste, (tastes, points). An answer makes the tastes that
    agree with it likelier than the others.
    """
    tastes, points = values.shape
    one, other = np.triu_indices(points, 1)
    says_one = chance_of_left(values[:, one] - values[:, other])
    after_one = says_one.T @ values / tastes
    after_other = values.mean(axis=0) - after_one
    promised = np.full((points, points), values.mean(axis=0).max())
    promised[one, other] = promised[other, one] = after_one.max(axis=1) + after_other.max(axis=1)
    return promised


def ranking(space: Space, judged: Sequence[Judged], seed: int, best: int) -> list[Rank]:
    """The best point, whether it was seen or not, and those that were seen, the most liked first."""
    if not judged:
        return []
    seen = np.array(sorted({best, *(point for each in judged for point in each[:2])}))
    belief = believe(space, judged, seed)
    tastes = belief.tastes[:, seen]
    spread = float(belief.tastes.std(axis=1).mean()) or 1.0
    level = belief.tastes.mean(axis=1, keepdims=True)
    winners = np.bincount(tastes.argmax(axis=1), minlength=len(seen)) / len(tastes)
    worth = (tastes - level) / spread
    ranks = [
        Rank(int(point), float(mean), float(deviation), float(share))
        for point, mean, deviation, share in zip(seen, worth.mean(0), worth.std(0), winners, strict=True)
    ]
    return sorted(ranks, key=lambda rank: (rank.point != best, -rank.worth))
