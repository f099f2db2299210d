"""The presets that a duel chooses among, as a grid of points.

A point is one value from each dimension; points are numbered row by row, the last dimension fastest.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np


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

    @cached_property
    def table(self) -> np.ndarray:
        """The digits of every point, (size, dimensions)."""
        return np.stack(np.unravel_index(np.arange(self.size), self.shape), axis=1)
