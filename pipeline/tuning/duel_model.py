"""What a person's choices say about their taste: a Gaussian process learnt from pairs.

The model of Thurstone (1927) with a Gaussian process for the taste, as Chu & Ghahramani, "Preference
Learning with Gaussian Processes" (ICML 2005) have it: of two presets the one with the higher value
wins, blurred by noise; so near to each other that neither wins is a tie (Glenn & David 1960). One
answer in ten is a slip that says nothing, so that a wrong click cannot lead the duel astray.

That makes the posterior lumpy: where an answer contradicts others, either may be the slip. Instead
of one Gaussian fitted to it (Laplace), tastes are drawn from the posterior itself (`duel_chains`), and
carried from the judged differences to every point of the space by Matheron's rule (Wilson et al. 2020).
How much each dimension matters is drawn with them (automatic relevance determination, MacKay 1994).
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

Verdict = Literal["left", "right", "tie"]

SLIP = 0.1
"""How often the answer has nothing to do with the taste, each of two ways alike."""
NOISE = 0.05
"""The blur of one comparison, in units of which a taste spreads about 0.6."""
TIE = 0.025
"""Differences below this are felt as none."""
TASTES = 64
"""How many tastes are drawn from the posterior, each by a chain of its own."""
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
    """The posterior over tastes after these answers, in TASTES draws. Without any answers, the prior.

    The same answers and seed give the same belief. What is known after some of the answers is kept, so that one more
    costs only its own steps.
    """
    chance = np.random.default_rng((seed, len(judged), 0))
    if not judged:
        return Belief(space.draw(duel_chains.weights(space, TASTES, chance), chance))
    answers = tuple(judged)
    return Belief(_carried(space, answers, chance, _drawn(space, answers, seed)))


def suppose(space: Space, judged: Sequence[Judged], seed: int, tastes: int = TASTES) -> Belief:
    """Tastes to ask and to choose by: broader than what is believed.

    Their chains start at the prior and stop before they have taken in all that was answered, as if each answer said
    somewhat less. What is believed itself holds to the first good preset too soon, as any model does that people are
    not quite like: in the bench (`duel_people`), over several hundred people, it ended at a preset that they like in
    86 of 100 duels, this in 87 to 91.
    """
    chance = np.random.default_rng((seed, len(judged), 2))
    weights = duel_chains.weights(space, tastes, chance)
    if not judged:
        return Belief(space.draw(weights, chance))
    return Belief(_carried(space, judged, chance, _moved_on(space, judged, chance, weights)))


@lru_cache(maxsize=256)
def _drawn(space: Space, judged: tuple[Judged, ...], seed: int) -> duel_chains.Drawn:
    """The chains after these answers, gone on from those after all but the last."""
    chance = np.random.default_rng((seed, len(judged), 1))
    before = _drawn(space, judged[:-1], seed) if len(judged) > 1 else duel_chains.weights(space, TASTES, chance)
    return _moved_on(space, judged, chance, before)


def _moved_on(
    space: Space,
    judged: Sequence[Judged],
    chance: np.random.Generator,
    before: np.ndarray | duel_chains.Drawn,
) -> duel_chains.Drawn:
    better, worse, is_tie = _as_differences(judged)
    answers = duel_chains.Answers(better, worse, lambda differences: _log_likelihood(differences, is_tie))
    return duel_chains.draw(space, answers, chance, before)


def _carried(
    space: Space, judged: Sequence[Judged], chance: np.random.Generator, drawn: duel_chains.Drawn
) -> np.ndarray:
    """Tastes with the drawn differences, (chains, size)."""
    better, worse, _ = _as_differences(judged)
    prior = space.draw(drawn.weights, chance)
    amounts = drawn.explained_by(drawn.differences - (prior[:, better] - prior[:, worse]))
    points = np.concatenate([better, worse])
    return prior + space.spread(points, np.concatenate([amounts, -amounts], axis=1), drawn.weights)


def _as_differences(judged: Sequence[Judged]) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """For each answer the winner, the loser (a tie has neither: left, right) and whether it was a tie."""
    turned = [each.verdict == "right" for each in judged]
    better = np.array([each.right if turn else each.left for each, turn in zip(judged, turned, strict=True)])
    worse = np.array([each.left if turn else each.right for each, turn in zip(judged, turned, strict=True)])
    return better, worse, np.array([each.verdict == "tie" for each in judged])


def _log_likelihood(differences: np.ndarray, is_tie: np.ndarray) -> np.ndarray:
    """How well differences, (tastes, answers), explain the answers, for each taste."""
    wins = ndtr((differences - TIE) / _BLUR)
    ties = ndtr((differences + TIE) / _BLUR) - wins
    return np.log(SLIP + (1 - 2 * SLIP) * np.where(is_tie, ties, wins)).sum(axis=1)
