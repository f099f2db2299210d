"""What to ask next, when to stop, and how the presets seen so far rank.

The next pair is the one whose answer promises to raise the value of the best preset known the most: the
knowledge gradient (Frazier, Powell & Dayanik 2009) over pairs, among the points that are best in some
taste still possible (Thompson 1933). The best known is the point that belongs to the best twentieth in
the largest share of those tastes, and the duel is sure of it by that share. Everything is drawn from the
duel's seed and the number of answers: the same answers always lead to the same question.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from pipeline.tuning.duel_model import Belief, Judged, believe, chance_of_left
from pipeline.tuning.duel_space import Space

TOP = 0.05
"""What counts as found: the best twentieth of all presets."""
SURE = 0.9
"""The chance of it at which a duel stops asking."""
FEWEST, MOST = 10, 25
"""A duel never stops before so many answers, and always at so many."""
_TIE_BREAK = 1e-3
"""Of points that are equally likely found, the one of the higher mean."""


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
    belief = believe(space, judged, chance)
    in_top = is_in_top(space, belief.tastes)
    shares = in_top.mean(axis=0)
    if judged:
        best = int((shares + _TIE_BREAK * belief.mean).argmax())
    else:
        best = int(chance.integers(space.size)) if first is None else first
    sureness = float(shares[best])
    over = space.size < 2 or len(judged) >= MOST or (len(judged) >= FEWEST and sureness >= SURE)
    return Standing(best, sureness, None if over else _pair(belief, best, chance))


def is_in_top(space: Space, tastes: np.ndarray) -> np.ndarray:
    """Whether a point belongs to the best twentieth, in each taste, (tastes, size)."""
    count = max(1, int(TOP * space.size))
    least = np.partition(tastes, space.size - count, axis=1)[:, [space.size - count]]
    return tastes >= least


def _pair(belief: Belief, best: int, chance: np.random.Generator) -> tuple[int, int]:
    """The most telling pair, on sides drawn by lot."""
    favourites = belief.tastes.argmax(axis=1)
    rivals = np.unique(np.append(favourites, best))
    if len(rivals) == 1:  # every taste agrees: ask about anything else
        rivals = np.append(rivals, (best + 1 + chance.integers(belief.mean.size - 1)) % belief.mean.size)
    gains = promise(belief.tastes[:, rivals])
    np.fill_diagonal(gains, -np.inf)
    left, right = np.unravel_index(gains.argmax(), gains.shape)
    left, right = int(rivals[left]), int(rivals[right])
    return (left, right) if chance.random() < 0.5 else (right, left)


def promise(values: np.ndarray) -> np.ndarray:
    """What the best point is expected to be worth after an answer, for every pair, (points, points).

    `values` are what the points are worth in each taste, (tastes, points). An answer makes the tastes that
    agree with it likelier than the others.
    """
    tastes, points = values.shape
    says_left = chance_of_left(values[:, :, None] - values[:, None, :]).reshape(tastes, -1)
    after_left = says_left.T @ values / tastes
    after_right = values.mean(axis=0) - after_left
    return (after_left.max(axis=1) + after_right.max(axis=1)).reshape(points, points)


def ranking(space: Space, judged: Sequence[Judged], seed: int, best: int) -> list[Rank]:
    """The points that were seen, and the best one whether it was seen or not, the best first."""
    if not judged:
        return []
    seen = np.array(sorted({best, *(point for each in judged for point in each[:2])}))
    belief = believe(space, judged, np.random.default_rng((seed, len(judged))))
    tastes = belief.tastes[:, seen]
    spread = float(belief.tastes.std(axis=1).mean()) or 1.0
    level = belief.tastes.mean(axis=1, keepdims=True)
    winners = np.bincount(tastes.argmax(axis=1), minlength=len(seen)) / len(tastes)
    worth = (tastes - level) / spread
    ranks = [
        Rank(int(point), float(mean), float(deviation), float(share))
        for point, mean, deviation, share in zip(seen, worth.mean(0), worth.std(0), winners, strict=True)
    ]
    return sorted(ranks, key=lambda rank: -rank.worth)
