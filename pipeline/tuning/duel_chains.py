"""Drawing from a posterior, answer by answer: many chains that are sorted out and then walk on.

A sequential Monte Carlo sampler (Del Moral, Doucet & Jasra, JRSS B 2006): chains that explain the newest answer
well are doubled and those that do not are dropped; then every chain walks by elliptical slice sampling
(Murray, Adams & MacKay, AISTATS 2010): it draws an ellipse through another point of the prior and a height
below its own, and its next point is the first on the ellipse that it finds above that height. The prior is
standard normal in every coordinate. No step size needs tuning.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

_MOST_TRIES = 40
"""Tries on one ellipse; a chain that finds nothing stays where it is."""

Height = Callable[[np.ndarray], np.ndarray]
"""Where chains stand, (chains, coordinates) → the logarithm of the likelihood there, (chains,)."""


def sorted_out(fitness: np.ndarray, chance: np.random.Generator) -> np.ndarray:
    """Which chains go on, each as often as its fitness (a logarithm) says, (chains,): systematic resampling
    (Kitagawa 1996), which keeps a chain of average fitness for certain."""
    share = np.exp(fitness - fitness.max())
    share = np.cumsum(share / share.sum())
    wanted = (chance.random() + np.arange(len(fitness))) / len(fitness)
    return np.minimum(np.searchsorted(share, wanted), len(fitness) - 1)


def walked(state: np.ndarray, height: Height, rounds: int, chance: np.random.Generator) -> np.ndarray:
    """Where chains, (chains, coordinates), come to in so many steps each."""
    here = height(state)
    for _ in range(rounds):
        state, here = _step(state, here, height, chance)
    return state


def _step(
    state: np.ndarray, here: np.ndarray, height: Height, chance: np.random.Generator
) -> tuple[np.ndarray, np.ndarray]:
    """One step of every chain, and the heights they come to."""
    state, here = state.copy(), here.copy()
    other = chance.standard_normal(state.shape)
    level = here + np.log(chance.random(len(state)))
    angle = 2 * np.pi * chance.random(len(state))
    low, high = angle - 2 * np.pi, angle.copy()
    seeking, start = np.arange(len(state)), state.copy()
    for _ in range(_MOST_TRIES):
        turned = angle[seeking, None]
        tried = start[seeking] * np.cos(turned) + other[seeking] * np.sin(turned)
        reached = height(tried)
        arrived = reached > level[seeking]
        state[seeking[arrived]], here[seeking[arrived]] = tried[arrived], reached[arrived]
        seeking = seeking[~arrived]
        if not len(seeking):
            break
        behind = angle[seeking] < 0
        low[seeking] = np.where(behind, angle[seeking], low[seeking])
        high[seeking] = np.where(behind, high[seeking], angle[seeking])
        angle[seeking] = low[seeking] + (high[seeking] - low[seeking]) * chance.random(len(seeking))
    return state, here
