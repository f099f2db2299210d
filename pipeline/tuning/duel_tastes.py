"""What a taste may be: an ideal point, from which presets please the less the further away they are.

So psychology has described choices since Coombs, "A Theory of Data" (1964): along every number there is one
place that somebody likes best, with a tolerance of its own, and of every list of names one favourite, the
others somewhere below. How much each dimension matters differs from person to person; the liked number may
shift a little from name to name ("this style wants a lower CFG"); and what is liked pleases more beside
something else that is liked.

A taste is told by coordinates, each of which has a standard normal distribution before anything is known.
That is all that the chains need (`duel_chains`); here the coordinates are turned into what points are worth.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations

import numpy as np
from scipy.special import ndtr

from pipeline.tuning.duel_space import Dimension, Space

_WIDTH, _WIDTH_DIFFERS = 0.3, 0.4
"""How far from the liked number is still good, as a share of the range: the middle, and by how much people differ."""
_SHIFT = 0.1
"""How far a name shifts the liked number, as a share of the range (one standard deviation)."""
_MATTERS_DIFFERS = 0.4
"""How much people differ in what matters to them."""
_TOGETHER, _TOGETHER_DIFFERS = 0.25, 0.5
"""How much two things that are both liked please beyond each by itself."""
_NEGLIGIBLE = 1e-9

Digits = tuple[np.ndarray, ...]
"""For each dimension which of its values is meant; the arrays are broadcast against each other."""


class Tastes:
    """All tastes over a space. `count` coordinates tell one."""

    def __init__(self, space: Space) -> None:
        self.space = space
        self._taken = 0
        names = {axis: each for axis, each in enumerate(space.dimensions) if each.places is None}
        self._parts = [
            _Names(self._take(each.count)) if each.places is None else self._numbers(each, names)
            for each in space.dimensions
        ]
        self._pairs = list(combinations(range(len(self._parts)), 2))
        self._matters = self._take(len(self._parts))
        self._together = self._take(len(self._pairs))

    @property
    def count(self) -> int:
        """How many coordinates a taste has."""
        return self._taken

    def worth(self, coordinates: np.ndarray, points: np.ndarray) -> np.ndarray:
        """What points are worth in each taste: (tastes, count) and (points,) → (tastes, points)."""
        return self._worth(coordinates, tuple(self.space.table[points].T))

    def everywhere(self, coordinates: np.ndarray) -> np.ndarray:
        """What every point of the space is worth in each taste, (tastes, size), in single precision.

        How much a value is liked is worked out once, and not anew for every point that has it.
        """
        grid = np.ix_(*(np.arange(count) for count in self.space.shape))
        return self._worth(coordinates.astype(np.float32), grid).reshape(len(coordinates), -1)

    def _worth(self, coordinates: np.ndarray, digits: Digits) -> np.ndarray:
        """(tastes, …), where … is the shape to which the digits are broadcast."""
        liked = [part.liked(coordinates, digits, axis) for axis, part in enumerate(self._parts)]
        matters = np.exp(_MATTERS_DIFFERS * coordinates[:, self._matters])
        together = _TOGETHER * np.exp(_TOGETHER_DIFFERS * coordinates[:, self._together])
        worth = 0.0
        for axis, each in enumerate(liked):
            beside = _spread(matters[:, axis], each)
            for number, (one, other) in enumerate(self._pairs):
                if one == axis:
                    beside = beside + _spread(together[:, number], each) * liked[other]
            worth = worth + beside * each
        return worth

    def _take(self, count: int) -> slice:
        self._taken += count
        return slice(self._taken - count, self._taken)

    def _numbers(self, dimension: Dimension, names: dict[int, Dimension]) -> _Numbers:
        places = np.array(dimension.places)
        places = (places - places.min()) / max(float(np.ptp(places)), _NEGLIGIBLE)
        shifts = {axis: self._take(each.count) for axis, each in names.items()}
        return _Numbers(places, self._take(1), self._take(1), shifts)


@dataclass(frozen=True)
class _Names:
    """How much names are liked: the favourite 1, the others by how far they stand below it."""

    standing: slice

    def liked(self, coordinates: np.ndarray, digits: Digits, axis: int) -> np.ndarray:
        """(tastes, …), 0–1."""
        standing = coordinates[:, self.standing]
        return np.exp(standing - standing.max(axis=1, keepdims=True))[:, digits[axis]]


@dataclass(frozen=True)
class _Numbers:
    """How much numbers are liked: 1 at the ideal, and falling off on both sides."""

    places: np.ndarray
    ideal: slice
    width: slice
    shifts: dict[int, slice]
    """Axis of names → how much each of them shifts the ideal."""

    def liked(self, coordinates: np.ndarray, digits: Digits, axis: int) -> np.ndarray:
        """(tastes, …), 0–1."""
        places = self.places.astype(coordinates.dtype)[digits[axis]][None]
        ideal = _spread(ndtr(coordinates[:, self.ideal]), places)
        for names, shift in self.shifts.items():
            ideal = ideal + _SHIFT * coordinates[:, shift][:, digits[names]]
        width = _spread(_WIDTH * np.exp(_WIDTH_DIFFERS * coordinates[:, self.width]), places)
        return np.exp(-0.5 * ((places - np.clip(ideal, 0, 1)) / width) ** 2)


def _spread(values: np.ndarray, like: np.ndarray) -> np.ndarray:
    """One value a taste, shaped to go with something of (tastes, …)."""
    return values.reshape(-1, *[1] * (like.ndim - 1))


@lru_cache(maxsize=64)
def tastes_of(space: Space) -> Tastes:
    """The tastes over a space, made once."""
    return Tastes(space)
