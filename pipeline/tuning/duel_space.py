"""The presets that a duel chooses among, as a grid of points, and how alike two of them are expected to please.

A point is one value from each dimension; points are numbered row by row, the last dimension fastest.
The prior over tastes is a Gaussian process with the product kernel K = Π(1 + wᵢ·kᵢ) over the
dimensions: multiplied out it is a sum of every dimension alone, every pair, every triple …, so that
tastes with interactions are expected, each order weaker than the one before (the ANOVA kernel of
Stitson et al. 1997; Durrande et al. 2012). Numbers lie on a line and change smoothly
(squared exponential); names are unordered and independent. Each kᵢ is centred (it says what a
value adds to the average) and has unit variance on average. The weights wᵢ say how much each dimension
matters to a person: one cares about the style alone, another about steps. As the kernel is a Kronecker
product, drawing a whole taste costs a few small matrix products.

Weights are given as multiples of WEIGHT, a row for each taste: (tastes, dimensions).
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

    def kernel(self) -> np.ndarray:
        """WEIGHT·k over its values, (count, count)."""
        if self.count == 1:
            return np.zeros((1, 1))
        raw = np.eye(self.count)
        if self.places is not None:
            place = np.array(self.places)
            place = (place - place.min()) / max(float(np.ptp(place)), _NEGLIGIBLE)
            raw = np.exp(-0.5 * ((place[:, None] - place[None, :]) / SMOOTHNESS) ** 2)
        centring = np.eye(self.count) - 1 / self.count
        centred = centring @ raw @ centring
        return WEIGHT * centred * (self.count / np.trace(centred))


class Space:
    """All points over some dimensions."""

    def __init__(self, dimensions: Sequence[Dimension]) -> None:
        self.dimensions = tuple(dimensions)
        self.shape = tuple(each.count for each in self.dimensions)
        self.size = int(np.prod(self.shape))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Space) and self.dimensions == other.dimensions

    def __hash__(self) -> int:
        return hash(self.dimensions)

    def digits(self, point: int) -> tuple[int, ...]:
        """Which value of each dimension a point has, from 0."""
        return tuple(int(digit) for digit in np.unravel_index(point, self.shape))

    def point(self, digits: Sequence[int]) -> int:
        """The number of the point with these values."""
        return int(np.ravel_multi_index(tuple(digits), self.shape))

    def covariance(self, some: np.ndarray, others: np.ndarray, weights: np.ndarray) -> np.ndarray:
        """K between points under each row of weights, (tastes, len(some), len(others))."""
        result = np.ones((len(weights), len(some), len(others)))
        for weight, kernel, mine, theirs in zip(
            weights.T, self._kernels, self._digits(some), self._digits(others), strict=True
        ):
            result *= 1 + weight[:, None, None] * kernel[np.ix_(mine, theirs)]
        return result

    def spread(self, points: np.ndarray, amounts: np.ndarray, weights: np.ndarray) -> np.ndarray:
        """The sum over some points of K between them and every point of the space, each times its amount: for
        amounts (tastes, points) the result is (tastes, size). The whole K is never made: a sum over the columns of a
        Khatri-Rao product is a matrix product of its two halves."""
        factors = [
            1 + weight[:, None, None] * kernel[:, digits]
            for weight, kernel, digits in zip(weights.T, self._kernels, self._digits(points), strict=True)
        ]
        half = (len(factors) + 1) // 2
        first = _columnwise(factors[:half]) * amounts[:, None]
        if not factors[half:]:
            return first.sum(axis=2)
        return (first @ _columnwise(factors[half:]).transpose(0, 2, 1)).reshape(len(weights), self.size)

    def draw(self, weights: np.ndarray, chance: np.random.Generator) -> np.ndarray:
        """A taste drawn from the prior for each row of weights, (tastes, size)."""
        taste = chance.standard_normal((len(weights), *(root.shape[1] for root in self._roots)))
        for axis, (weight, root) in enumerate(zip(weights.T, self._roots, strict=True), 1):
            scale = np.sqrt(np.where(np.arange(root.shape[1]) == 0, 1, weight[:, None]))  # the first is the average
            beside = (scale.shape[0], *(root.shape[1] if other == axis else 1 for other in range(1, taste.ndim)))
            taste = np.moveaxis(np.tensordot(taste * scale.reshape(beside), root, axes=(axis, 1)), -1, axis)
        return taste.reshape(len(weights), self.size)

    def _digits(self, points: np.ndarray) -> tuple[np.ndarray, ...]:
        return np.unravel_index(points, self.shape)

    @cached_property
    def _kernels(self) -> tuple[np.ndarray, ...]:
        return tuple(each.kernel() for each in self.dimensions)

    @cached_property
    def _roots(self) -> tuple[np.ndarray, ...]:
        """For each dimension a column of ones and then columns R with R Rᵀ its kernel, without directions of no
        account."""
        roots = []
        for kernel in self._kernels:
            strengths, directions = np.linalg.eigh(kernel)
            kept = strengths > _NEGLIGIBLE * max(strengths.max(), _NEGLIGIBLE)
            roots.append(np.column_stack([np.ones(len(kernel)), directions[:, kept] * np.sqrt(strengths[kept])]))
        return tuple(roots)


def _columnwise(factors: Sequence[np.ndarray]) -> np.ndarray:
    """The Khatri-Rao product: of (tastes, values, points) each, (tastes, all combinations of values, points)."""
    result = factors[0]
    for each in factors[1:]:
        result = (result[:, :, None] * each[:, None]).reshape(len(result), -1, result.shape[-1])
    return result
