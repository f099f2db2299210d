"""What a person's choices say about their taste: a Gaussian process learnt from pairs.

The model of Thurstone (1927) with a Gaussian process for the taste, as Chu & Ghahramani, "Preference
Learning with Gaussian Processes" (ICML 2005) have it: of two presets the one with the higher value
wins, blurred by noise; so near to each other that neither wins is a tie (Glenn & David 1960). One
answer in ten is a slip that says nothing, so that a wrong click cannot lead the duel astray.

That makes the posterior lumpy: where an answer contradicts others, either may be the slip. Instead
of one Gaussian fitted to it (Laplace), tastes are drawn from the posterior itself by elliptical slice
sampling (Murray, Adams & MacKay 2010) on the judged differences, and carried to every point of the
space by Matheron's rule (Wilson et al. 2020). scipy does the arithmetic.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

import numpy as np
from scipy.linalg import cho_solve, cholesky
from scipy.special import ndtr

from pipeline.tuning.duel_space import Space

Verdict = Literal["left", "right", "tie"]

SLIP = 0.1
"""How often the answer has nothing to do with the taste, each of two ways alike."""
NOISE = 0.1
"""The blur of one comparison, in units of which a taste spreads about one."""
TIE = 0.05
"""Differences below this are felt as none."""
TASTES = 64
"""How many tastes are drawn from the posterior, each by a chain of its own."""
_ROUNDS = 40
"""Steps of each chain: the draws begin at the prior and are independent of one another from the start."""
_BLUR = NOISE * 2**0.5
_JITTER = 1e-6


class Judged(NamedTuple):
    """One answer: two points of the space, and which of them was better."""

    left: int
    right: int
    verdict: Verdict


@dataclass(frozen=True)
class Belief:
    """What is believed of a taste: `mean`, (size,), and tastes that it may be, (TASTES, size)."""

    mean: np.ndarray
    tastes: np.ndarray


def chance_of_left(difference: np.ndarray) -> np.ndarray:
    """How likely the left one is called better when it is better by `difference` and ties are not offered."""
    return SLIP + (1 - 2 * SLIP) * ndtr(difference / _BLUR)


def believe(space: Space, judged: Sequence[Judged], chance: np.random.Generator) -> Belief:
    """The posterior over tastes after these answers. Without any, the prior."""
    prior = space.draw(TASTES, chance)
    if not judged:
        return Belief(np.zeros(space.size), prior)
    better, worse, is_tie = _as_differences(judged)
    across = space.covariance(better, better) - space.covariance(better, worse)
    across = across - space.covariance(worse, better) + space.covariance(worse, worse)
    root = cholesky(across + _JITTER * np.eye(len(judged)), lower=True)
    differences = _draw_differences(root, is_tie, chance)
    everywhere = space.covariance_everywhere(better) - space.covariance_everywhere(worse)
    missing = differences - (prior[:, better] - prior[:, worse])
    tastes = prior + cho_solve((root, True), missing.T).T @ everywhere.T
    return Belief(everywhere @ cho_solve((root, True), differences.mean(axis=0)), tastes)


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


def _draw_differences(root: np.ndarray, is_tie: np.ndarray, chance: np.random.Generator) -> np.ndarray:
    """Differences drawn from the posterior, (TASTES, answers): elliptical slice sampling, all chains at once."""
    shape = (TASTES, len(root))
    state = chance.standard_normal(shape) @ root.T
    height = _log_likelihood(state, is_tie)
    for _ in range(_ROUNDS):
        other = chance.standard_normal(shape) @ root.T
        level = height + np.log(chance.random(TASTES))
        angle = chance.uniform(0, 2 * np.pi, TASTES)
        low, high = angle - 2 * np.pi, angle.copy()
        start, left = state.copy(), np.arange(TASTES)
        while len(left):
            turn = angle[left, None]
            tried = start[left] * np.cos(turn) + other[left] * np.sin(turn)
            found = _log_likelihood(tried, is_tie)
            above = found > level[left]
            state[left[above]], height[left[above]] = tried[above], found[above]
            left = left[~above]  # these shrink their bracket towards where they stand and try again
            low[left] = np.where(angle[left] < 0, angle[left], low[left])
            high[left] = np.where(angle[left] < 0, high[left], angle[left])
            angle[left] = chance.uniform(low[left], high[left])
    return state
