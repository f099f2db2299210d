"""The presets that a duel chooses among, as a grid of points, and how alike two of them are expected to please.

A point is one value from each dimension; points are numbered row by row, the last dimension fastest.
The prior over tastes is a Gaussian process with the product kernel K = Π(1 + w·kᵢ) over the
dimensions: multiplied out it is a sum of every dimension alone, every pair, every triple …, so that
tastes with interactions are expected, each order weaker than the one before (the ANOVA kernel of
Stitson et al. 1997; Durrande et al. 2012). Numbers lie on a line and change smoothly
(squared exponential); names are unordered and independent. Each kᵢ is centred (it says what a
value adds to the average) and has unit variance on average. As the kernel is a Kronecker product,
drawing a whole taste costs a few small matrix products.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

WEIGHT = 0.08
"""w: how much of the variance a dimension has against the average; pairs of dimensions get its square."""
SMOOTHNESS = 0.45
"""How far along a dimension of numbers, from 0 to 1, tastes hold on."""
_NEGLIGIBLE = 1e-6


@dataclass(frozen=True)
class Dimension:
    """One axis. `places` are its numbers; for names only `count` says how many there are."""

    count: int
    places: tuple[float, ...] | None = None

    @staticmethod
    def numbers(values: Sequence[float]) -> Dimension:
        """A dimension whose values lie on a line."""
        return Dimension(len(values), tuple(float(value) for value in values))

    @staticmethod
    def names(count: int) -> Dimension:
        """A dimension whose values have no order."""
        return Dimension(count)

    def covariance(self) -> np.ndarray:
        """1 + w·k over its values, (count, count)."""
        if self.count == 1:
            return np.ones((1, 1))
        raw = np.eye(self.count)
        if self.places is not None:
            place = np.array(self.places)
            place = (place - place.min()) / max(float(np.ptp(place)), _NEGLIGIBLE)
            raw = np.exp(-0.5 * ((place[:, None] - place[None, :]) / SMOOTHNESS) ** 2)
        centring = np.eye(self.count) - 1 / self.count
        centred = centring @ raw @ centring
        return 1 + WEIGHT * centred * (self.count / np.trace(centred))


class Space:
    """All points over some dimensions."""

    def __init__(self, dimensions: Sequence[Dimension]) -> None:
        self.dimensions = tuple(dimensions)
        self.shape = tuple(each.count for each in self.dimensions)
        self.size = int(np.prod(self.shape))

    def digits(self, point: int) -> tuple[int, ...]:
        """Which value of each dimension a point has, from 0."""
        return tuple(int(digit) for digit in np.unravel_index(point, self.shape))

    def point(self, digits: Sequence[int]) -> int:
        """The number of the point with these values."""
        return int(np.ravel_multi_index(tuple(digits), self.shape))

    def covariance(self, some: np.ndarray, others: np.ndarray) -> np.ndarray:
        """K between points, (len(some), len(others))."""
        result = np.ones((len(some), len(others)))
        for table, mine, theirs in zip(self._tables, self._digits(some), self._digits(others), strict=True):
            result *= table[np.ix_(mine, theirs)]
        return result

    def covariance_everywhere(self, points: np.ndarray) -> np.ndarray:
        """K between every point of the space and some, (size, len(points))."""
        result = np.ones((1, len(points)))
        for table, digits in zip(self._tables, self._digits(points), strict=True):
            result = (result[:, None, :] * table[:, digits][None]).reshape(-1, len(points))
        return result

    def draw(self, count: int, chance: np.random.Generator) -> np.ndarray:
        """Tastes drawn from the prior, (count, size)."""
        taste = chance.standard_normal((count, *(root.shape[1] for root in self._roots)))
        for axis, root in enumerate(self._roots, 1):
            taste = np.moveaxis(np.tensordot(taste, root, axes=(axis, 1)), -1, axis)
        return taste.reshape(count, self.size)

    def _digits(self, points: np.ndarray) -> tuple[np.ndarray, ...]:
        return np.unravel_index(points, self.shape)

    @cached_property
    def _tables(self) -> tuple[np.ndarray, ...]:
        return tuple(each.covariance() for each in self.dimensions)

    @cached_property
    def _roots(self) -> tuple[np.ndarray, ...]:
        """For each dimension a matrix R with R Rᵀ its covariance, without directions of no account."""
        roots = []
        for table in self._tables:
            strengths, directions = np.linalg.eigh(table)
            kept = strengths > _NEGLIGIBLE * strengths.max()
            roots.append(directions[:, kept] * np.sqrt(strengths[kept]))
        return tuple(roots)
