"""What to ask next, when to stop, and how the presets seen so far rank.

The next pair is the one whose answer is expected to tell the most (Lindley 1956) about where the favourite
lies: entropy search (Hennig & Schuler, JMLR 2012), with the space divided by names and by thirds of the
numbers. It is looked for among the points that are best in some taste still possible (Thompson 1933), the
best known, and that one with a single value changed. The best known is the point that most likely belongs to
the best twentieth. Everything is drawn from the duel's seed and the number of answers: the same answers
always lead to the same question.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy.special import entr, ndtr

from pipeline.tuning.duel_model import Belief, Judged, believe, chance_of_left
from pipeline.tuning.duel_space import Space

TOP = 0.05
"""What counts as found: the best twentieth of all presets."""
SURE = 0.95
"""The chance of it at which a duel stops asking."""
FEWEST, MOST = 10, 25
"""A duel never stops before so many answers, and always at so many."""
_FAVOURITES, _NEIGHBOURS = 64, 24
"""Of how many tastes the favourite is worth asking about, and how many changes of the best known."""
_PARTS = 3
"""Into how many parts numbers are divided where the favourite is sought."""
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
    told = telling(belief.tastes[:, rivals], regions(space, belief.tastes.argmax(axis=1)))
    np.fill_diagonal(told, -np.inf)
    left, right = np.unravel_index(told.argmax(), told.shape)
    left, right = int(rivals[left]), int(rivals[right])
    return (left, right) if chance.random() < 0.5 else (right, left)


def _rivals(space: Space, belief: Belief, chances: np.ndarray, best: int) -> np.ndarray:
    """The points worth asking about: the best, the favourites of some tastes, and the best with one value changed,
    which tells about that value alone."""
    digits = space.digits(best)
    changed = [
        space.point((*digits[:axis], value, *digits[axis + 1 :]))
        for axis, count in enumerate(space.shape)
        for value in range(count)
        if value != digits[axis]
    ]
    changed = sorted(changed, key=lambda point: (-chances[point], point))[:_NEIGHBOURS]
    # chains that come from one lie side by side, so the first ones would be much alike
    favourites = belief.tastes[:: max(1, len(belief.tastes) // _FAVOURITES)].argmax(axis=1)
    return np.unique(np.concatenate([[best], favourites, changed])).astype(int)


def regions(space: Space, points: np.ndarray) -> np.ndarray:
    """In which region of the space each point lies, (points,), numbered from 0 without gaps: every name is one by
    itself, numbers are divided into thirds."""
    region = np.zeros(len(points), int)
    for digits, each in zip(space.table[points].T, space.dimensions, strict=True):
        parts = each.count if each.places is None else min(_PARTS, each.count)
        region = region * parts + digits * parts // each.count
    return np.unique(region, return_inverse=True)[1]


def telling(values: np.ndarray, region: np.ndarray) -> np.ndarray:
    """How much an answer tells about the region of the favourite, for every pair of points, (points, points), in nats.

    `values` are what the points are worth in each taste, (tastes, points); `region` is where that taste's favourite
    lies, (tastes,). It is the mutual information of answer and region: how uncertain the answer is, less how
    uncertain it would still be if the region were known.
    """
    tastes, points = values.shape
    one, other = np.triu_indices(points, 1)
    says_one = chance_of_left(values[:, one] - values[:, other])
    lies_in = np.zeros((region.max() + 1, tastes), values.dtype)
    lies_in[region, np.arange(tastes)] = 1
    known = lies_in.sum(axis=1)
    in_region = lies_in @ says_one / known[:, None]
    told = np.zeros((points, points))
    told[one, other] = told[other, one] = _doubt(says_one.mean(axis=0)) - known / tastes @ _doubt(in_region)
    return told


def _doubt(chance: np.ndarray) -> np.ndarray:
    """The entropy of a yes or no of this chance, in nats."""
    return entr(chance) + entr(1 - chance)


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
