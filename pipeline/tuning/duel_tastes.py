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
        digits = self.space.table[points]
        liked = [part.liked(coordinates, digits, axis) for axis, part in enumerate(self._parts)]
        matters = np.exp(_MATTERS_DIFFERS * coordinates[:, self._matters])
        together = _TOGETHER * np.exp(_TOGETHER_DIFFERS * coordinates[:, self._together])
        worth = sum(matters[:, [axis]] * each for axis, each in enumerate(liked))
        for number, (one, other) in enumerate(self._pairs):
            worth += together[:, [number]] * (liked[one] * liked[other])
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

    def liked(self, coordinates: np.ndarray, digits: np.ndarray, axis: int) -> np.ndarray:
        """(tastes, points), 0–1."""
        standing = coordinates[:, self.standing]
        return np.exp(standing - standing.max(axis=1, keepdims=True))[:, digits[:, axis]]


@dataclass(frozen=True)
class _Numbers:
    """How much numbers are liked: 1 at the ideal, and falling off on both sides."""

    places: np.ndarray
    ideal: slice
    width: slice
    shifts: dict[int, slice]
    """Axis of names → how much each of them shifts the ideal."""

    def liked(self, coordinates: np.ndarray, digits: np.ndarray, axis: int) -> np.ndarray:
        """(tastes, points), 0–1."""
        ideal = ndtr(coordinates[:, self.ideal])
        for names, shift in self.shifts.items():
            ideal = ideal + _SHIFT * coordinates[:, shift][:, digits[:, names]]
        width = _WIDTH * np.exp(_WIDTH_DIFFERS * coordinates[:, self.width])
        return np.exp(-0.5 * ((self.places[digits[:, axis]] - np.clip(ideal, 0, 1)) / width) ** 2)


@lru_cache(maxsize=64)
def tastes_of(space: Space) -> Tastes:
    """The tastes over a space, made once."""
    return Tastes(space)
