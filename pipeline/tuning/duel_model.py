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
NOISE = 0.05
"""The blur of one comparison, in units of which a taste spreads about 0.6."""
TIE = 0.025
"""Differences below this are felt as none."""
TASTES = 64
"""How many tastes are drawn from the posterior, each by a chain of its own."""
_ROUNDS = 20
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
    """What is believed of a taste: `mean`, (size,), and tastes that it may be, (draws, size)."""

    mean: np.ndarray
    tastes: np.ndarray


def chance_of_left(difference: np.ndarray) -> np.ndarray:
    """How likely the left one is called better when it is better by `difference` and ties are not offered."""
    return SLIP + (1 - 2 * SLIP) * ndtr(difference / _BLUR)


def believe(space: Space, judged: Sequence[Judged], chance: np.random.Generator, tastes: int = TASTES) -> Belief:
    """The posterior over tastes after these answers, in so many draws. Without any answers, the prior."""
    prior = space.draw(tastes, chance)
    if not judged:
        return Belief(np.zeros(space.size), prior)
    better, worse, is_tie = _as_differences(judged)
    across = space.covariance(better, better) - space.covariance(better, worse)
    across = across - space.covariance(worse, better) + space.covariance(worse, worse)
    root = cholesky(across + _JITTER * np.eye(len(judged)), lower=True)
    differences = _draw_differences(root, is_tie, chance, tastes)
    everywhere = space.covariance_everywhere(better) - space.covariance_everywhere(worse)
    missing = differences - (prior[:, better] - prior[:, worse])
    drawn = prior + cho_solve((root, True), missing.T).T @ everywhere.T
    return Belief(everywhere @ cho_solve((root, True), differences.mean(axis=0)), drawn)


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


def _draw_differences(root: np.ndarray, is_tie: np.ndarray, chance: np.random.Generator, chains: int) -> np.ndarray:
    """Differences drawn from the posterior, (TASTES, answers): elliptical slice sampling in many chains at once.

    A chain stands somewhere, draws an ellipse through another point of the prior, and a height below its own; the
    first point of the ellipse that it finds above that height is its next. No chain waits for the others.
    """
    shape = (chains, len(root))
    state = chance.standard_normal(shape) @ root.T
    height = _log_likelihood(state, is_tie)
    start, other = state, np.empty(shape)
    level, angle, low, high = np.empty((4, chains))
    steps, fresh = np.zeros(chains, int), np.ones(chains, bool)
    while (moving := steps < _ROUNDS).any():
        drawn = chance.standard_normal(shape) @ root.T
        other = np.where(fresh[:, None], drawn, other)
        start = np.where(fresh[:, None], state, start)
        level = np.where(fresh, height + np.log(chance.random(chains)), level)
        turned = chance.random(chains) * 2 * np.pi
        low, high = np.where(fresh, turned - 2 * np.pi, low), np.where(fresh, turned, high)
        angle = np.where(fresh, turned, low + (high - low) * chance.random(chains))
        tried = start * np.cos(angle)[:, None] + other * np.sin(angle)[:, None]
        found = _log_likelihood(tried, is_tie)
        fresh = (found > level) & moving
        state, height = np.where(fresh[:, None], tried, state), np.where(fresh, found, height)
        steps += fresh
        low, high = np.where(angle < 0, angle, low), np.where(angle < 0, high, angle)
    return state
