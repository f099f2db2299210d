"""What a person's choices say about their taste.

Of two presets the one that is worth more in the taste wins, blurred by noise (Thurstone 1927); so near to each
other that neither wins is a tie (Glenn & David 1960). One answer in ten is a slip that says nothing, so
that a wrong click cannot lead the duel astray. What tastes there are before any answer stands in
`duel_tastes`; which of them are left after some is drawn by `duel_chains`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, NamedTuple

import numpy as np
from scipy.special import ndtr

from pipeline.tuning import duel_chains
from pipeline.tuning.duel_space import Space
from pipeline.tuning.duel_tastes import tastes_of

Verdict = Literal["left", "right", "tie"]

SLIP = 0.1
"""How often the answer has nothing to do with the taste, each of two ways alike."""
NOISE = 0.05
"""The blur of one comparison, in units of which a taste spreads about 0.6."""
TIE = 0.025
"""Differences below this are felt as none."""
TASTES = 1024
"""How many tastes are drawn from the posterior, each by a chain of its own. With an eighth of them what a question
seems to tell is mostly an accident of the draw."""
MOST_WORTHS = 8_000_000
"""Tastes times points: over so many points that TASTES would take too long and too much memory they are fewer."""
ROUNDS = 6
"""Steps of each chain with every answer."""
_BLUR = NOISE * 2**0.5


class Judged(NamedTuple):
    """One answer: two points of the space, and which of them was better."""

    left: int
    right: int
    verdict: Verdict


@dataclass(frozen=True)
class Belief:
    """What is believed of a taste: tastes that it may be, (draws, size)."""

    tastes: np.ndarray

    @property
    def mean(self) -> np.ndarray:
        """What each point is expected to be worth, (size,)."""
        return self.tastes.mean(axis=0)


def chance_of_left(difference: np.ndarray) -> np.ndarray:
    """How likely the left one is called better when it is better by `difference` and ties are not offered."""
    return SLIP + (1 - 2 * SLIP) * ndtr(difference / _BLUR)


def believe(space: Space, judged: Sequence[Judged], seed: int) -> Belief:
    """The posterior over tastes after these answers, in TASTES draws or fewer. Without any answers, the prior.

    The same answers and seed give the same belief. What is known after some of the answers is kept, so that one more
    costs only its own steps.
    """
    return _believe(space, tuple(judged), seed)


@lru_cache(maxsize=2)  # up to 32 MB each
def _believe(space: Space, judged: tuple[Judged, ...], seed: int) -> Belief:
    return Belief(tastes_of(space).everywhere(_drawn(space, judged, seed)))


@lru_cache(maxsize=64)  # some 400 kB each
def _drawn(space: Space, judged: tuple[Judged, ...], seed: int) -> np.ndarray:
    """The coordinates of tastes after these answers, (draws, count), gone on from those after all but the last."""
    chance = np.random.default_rng((seed, len(judged), 1))
    if not judged:
        return chance.standard_normal((min(TASTES, MOST_WORTHS // space.size), tastes_of(space).count))
    before = _drawn(space, judged[:-1], seed)
    fitting = duel_chains.sorted_out(_explains(space, judged[-1:], before), chance)
    return duel_chains.walked(before[fitting], lambda state: _explains(space, judged, state), ROUNDS, chance)


def _explains(space: Space, judged: Sequence[Judged], coordinates: np.ndarray) -> np.ndarray:
    """How well tastes explain the answers: the logarithm of the likelihood, (tastes,)."""
    better, worse, is_tie = _as_differences(judged)
    worth = tastes_of(space).worth(coordinates, np.concatenate([better, worse]))
    difference = worth[:, : len(judged)] - worth[:, len(judged) :]
    wins = ndtr((difference - TIE) / _BLUR)
    ties = ndtr((difference + TIE) / _BLUR) - wins
    return np.log(SLIP + (1 - 2 * SLIP) * np.where(is_tie, ties, wins)).sum(axis=1)


def _as_differences(judged: Sequence[Judged]) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """For each answer the winner, the loser (a tie has neither: left, right) and whether it was a tie."""
    turned = [each.verdict == "right" for each in judged]
    better = np.array([each.right if turn else each.left for each, turn in zip(judged, turned, strict=True)])
    worse = np.array([each.left if turn else each.right for each, turn in zip(judged, turned, strict=True)])
    return better, worse, np.array([each.verdict == "tie" for each in judged])
