"""Tastes drawn from what was answered: differences between the judged presets, and how much each dimension matters.

Elliptical slice sampling (Murray, Adams & MacKay, AISTATS 2010) in many chains at once: a chain stands
somewhere, draws an ellipse through another point of the prior and a height below its own; the first point
of the ellipse that it finds above that height is its next. No chain waits for the others. Now and then a
chain tries other weights of the dimensions and keeps them as Metropolis and Hastings say. It stands in
whitened coordinates meanwhile, so that weights and differences are not tied to each other (Murray & Adams,
NeurIPS 2010).

Chains that start at the prior need hundreds of steps to reach what two dozen answers say; stopped before,
they doubt too much. So they go on with every answer from where they stood before it, as in sequential
Monte Carlo (Chopin, "A sequential particle filter method for static models", Biometrika 2002): in whitened
coordinates one more answer is one more coordinate, of which nothing is known yet.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from pipeline.tuning.duel_space import Space

ROUNDS = 20
"""Steps of each chain with every answer."""
_WEIGH_EVERY = 4
"""Tries between two at other weights."""
_SPREAD = 0.7
"""How much people differ in what matters to them: the standard deviation of a weight's logarithm."""
_STRIDE = 0.5
"""How far a chain goes in one try at other weights, in the same measure."""
_JITTER = 1e-6

Explains = Callable[[np.ndarray], np.ndarray]
"""Differences, (chains, answers) → how well they explain the answers, the logarithm of a likelihood, (chains,)."""


@dataclass(frozen=True)
class Answers:
    """What was answered: the points that won and those that lost, and how well differences explain that."""

    better: np.ndarray
    worse: np.ndarray
    explains: Explains


@dataclass(frozen=True)
class Drawn:
    """Where the chains came to: weights, (chains, dimensions), whitened differences, (chains, answers), and for each
    chain the triangular root of the differences' covariance under its weights, (chains, answers, answers)."""

    weights: np.ndarray
    state: np.ndarray
    roots: np.ndarray

    @property
    def differences(self) -> np.ndarray:
        """How much better one was than the other, in each answer, (chains, answers)."""
        return _times(self.roots, self.state)

    def explained_by(self, differences: np.ndarray) -> np.ndarray:
        """The amounts whose product with the covariance is these differences, (chains, answers)."""
        covariance = self.roots @ self.roots.transpose(0, 2, 1)
        return np.linalg.solve(covariance, differences[:, :, None])[:, :, 0]


def weights(space: Space, chains: int, chance: np.random.Generator) -> np.ndarray:
    """Weights drawn from the prior, (chains, dimensions): around 1, never below 0."""
    return np.exp(_SPREAD * chance.standard_normal((chains, len(space.dimensions))))


def draw(space: Space, answers: Answers, chance: np.random.Generator, begin: np.ndarray | Drawn) -> Drawn:
    """Weights, and how much better one was than the other in each answer, from the posterior, one draw a chain.

    Chains begin with weights from the prior, or go on from where they came to with the first of these answers.
    """
    found = _Chains(space, answers, chance, begin)
    tries = 0
    while (moving := found.steps < ROUNDS).any():
        found.turn(moving)
        tries += 1
        if tries % _WEIGH_EVERY == 0:
            found.weigh(moving)
    return Drawn(found.weights, found.state, found.roots)


class _Chains:
    """Where all chains stand."""

    def __init__(self, space: Space, answers: Answers, chance: np.random.Generator, begin: np.ndarray | Drawn) -> None:
        self.space, self.answers, self.chance = space, answers, chance
        self.weights = begin.weights if isinstance(begin, Drawn) else begin
        self.roots = self._roots(self.weights)
        self.state = self._white()
        if isinstance(begin, Drawn):
            self.state[:, : begin.state.shape[1]] = begin.state
        chains = len(self.weights)
        self.height = answers.explains(_times(self.roots, self.state))
        self.steps = np.zeros(chains, int)
        self._arrived = np.ones(chains, bool)
        self._start, self._other = self.state, self.state
        self._level, self._angle, self._low, self._high = np.zeros((4, chains))

    def turn(self, moving: np.ndarray) -> None:
        """One try of every chain on its ellipse; those that arrived before begin a new one."""
        begins = self._arrived
        turned = 2 * np.pi * self._uniform()
        self._other = np.where(begins[:, None], self._white(), self._other)
        self._start = np.where(begins[:, None], self.state, self._start)
        self._level = np.where(begins, self.height + np.log(self._uniform()), self._level)
        self._low = np.where(begins, turned - 2 * np.pi, self._low)
        self._high = np.where(begins, turned, self._high)
        self._angle = np.where(begins, turned, self._low + (self._high - self._low) * self._uniform())
        tried = self._start * np.cos(self._angle)[:, None] + self._other * np.sin(self._angle)[:, None]
        height = self.answers.explains(_times(self.roots, tried))
        self._arrived = (height > self._level) & moving
        self.state = np.where(self._arrived[:, None], tried, self.state)
        self.height = np.where(self._arrived, height, self.height)
        self.steps += self._arrived
        self._low = np.where(self._angle < 0, self._angle, self._low)
        self._high = np.where(self._angle < 0, self._high, self._angle)

    def weigh(self, moving: np.ndarray) -> None:
        """One try at other weights, of the chains that are not in the middle of an ellipse."""
        tried = self.weights * np.exp(_STRIDE * self.chance.standard_normal(self.weights.shape))
        roots = self._roots(tried)
        height = self.answers.explains(_times(roots, self.state))
        gain = height - self.height + _prior_height(tried) - _prior_height(self.weights)
        taken = self._arrived & moving & (np.log(self._uniform()) < gain)
        self.weights = np.where(taken[:, None], tried, self.weights)
        self.roots = np.where(taken[:, None, None], roots, self.roots)
        self.height = np.where(taken, height, self.height)

    def _roots(self, weights: np.ndarray) -> np.ndarray:
        """The triangular roots of the covariance of the differences, (chains, answers, answers)."""
        b, w = self.answers.better, self.answers.worse
        crossed = self.space.covariance(b, w, weights)
        across = self.space.covariance(b, b, weights) + self.space.covariance(w, w, weights)
        across -= crossed + crossed.transpose(0, 2, 1)
        return np.linalg.cholesky(across + _JITTER * np.eye(len(b)))

    def _white(self) -> np.ndarray:
        return self.chance.standard_normal((len(self.weights), len(self.answers.better)))

    def _uniform(self) -> np.ndarray:
        return self.chance.random(len(self.weights))


def _times(roots: np.ndarray, states: np.ndarray) -> np.ndarray:
    return (roots @ states[:, :, None])[:, :, 0]


def _prior_height(weights: np.ndarray) -> np.ndarray:
    """The logarithm of how likely weights are before any answer, but for a constant, (chains,). In logarithms of
    weights, in which the chains stride, that is a normal distribution."""
    return -0.5 * ((np.log(weights) / _SPREAD) ** 2).sum(axis=1)
