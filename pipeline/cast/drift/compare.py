"""How unlike two sights of one character are, whatever the light.

Colours are compared after one of them is put into the other's light: a gain that all places share,
no stronger than a night or a sunset makes it. Strokes are compared by their direction (normalised
correlation of slopes), at the best of small shifts, as they are and mirrored. The measures are weighed
by a logistic regression on four hundred comics of the sketch artist, with and without a character swapped. (Clothes
weigh nothing by themselves: what hands carry lies over them as often as not; they count among `all`.)
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np

from pipeline.cast.drift.sight import GRID, REGION_OF, REGIONS, Sight

FEWEST_PLACES = 8
"""Places that both sights must show."""
_BRIGHTER, _WARMER = 0.5, 0.15  # how far lights may lie apart: natural logarithms of their gains
_NO_DARKER = 12.0  # added to colours before logarithms are taken: ink says little about light
_TONE = 0.7  # how much a difference of tone counts beside one of colour
_SHIFTS = tuple((x, y) for y in (-2, 0, 2) for x in (-4, -2, 0, 2, 4))  # in steps of the grid
_FEWEST_STROKES = 60
_MEASURES = (*REGIONS, "crest", "all", "beyond", "outline", "crown")
_SHAPE = ("crest", "outline", "crown")

# Of each measure: its scale, what is taken where it is missing, and mean, spread and weight in the regression.
_SCALE = np.array([1.0] * len(REGIONS) + [20.0, 1.0, 20.0, 10.0, 10.0])
_MISSING = np.array([1.73, 3.48, 2.64, 3.72, 6.01, 6.24, 0.04, 5.94, 0.0, 0.59, 0.34])
_MEAN = np.array([1.47, 1.80, 1.59, 1.77, 2.15, 2.09, 0.96, 2.16, 0.16, 1.94, 1.57])
_SPREAD = np.array([1.13, 0.99, 0.93, 0.74, 0.87, 0.79, 0.75, 0.69, 0.49, 0.31, 0.47])
_WEIGHT = np.array([0.86, 0.18, 0.45, 0.15, 0.42, 0.0, 0.91, 0.43, 0.45, 0.44, 0.98])
_BIAS = -2.85


@dataclass(frozen=True)
class Unlikeness:
    """How unlike two sights are, as log-odds that they show two characters; and how far each region is off."""

    odds: float
    regions: dict[str, float]


def compare(one: Sight, other: Sight) -> Unlikeness | None:
    """Two sights compared; None where too few places can be seen in both."""
    found = measures(one, other)
    if found is None:
        return None
    parts = (np.log1p(np.where(np.isnan(found), _MISSING, found) * _SCALE) - _MEAN) / _SPREAD * _WEIGHT
    regions = dict(zip(_MEASURES, np.nan_to_num(parts).tolist(), strict=True))
    shape = sum(regions.pop(name) for name in _SHAPE)
    told = {name: value for name, value in regions.items() if name in REGIONS}
    return Unlikeness(float(parts.sum() + _BIAS), told | {"shape": shape})


def measures(one: Sight, other: Sight) -> np.ndarray | None:
    """The measures in the order of `_MEASURES`, NaN for what cannot be seen; None where too little can."""
    seen = ~(np.isnan(one.colours[:, 0]) | np.isnan(other.colours[:, 0]))
    if seen.sum() < FEWEST_PLACES:
        return None
    apart, beyond = _colours_apart(one.colours, other.colours, seen)
    regions = [_least(apart[seen & (REGION_OF == number)]) for number in range(len(REGIONS))]
    outline, crown = (_strokes_apart(one, other, zone) for zone in _zones())
    return np.array([*regions, abs(one.crest - other.crest), np.median(apart[seen]), beyond, outline, crown])


def _least(distances: np.ndarray) -> float:
    """The lower quartile: an arm, a box or a speed line may lie over some of the places."""
    return float(np.quantile(distances, 0.25)) if len(distances) >= 2 else float("nan")


def _colours_apart(one: np.ndarray, other: np.ndarray, seen: np.ndarray) -> tuple[np.ndarray, float]:
    """The distance at every place (CIE Lab, tones weighed less) in a common light, and how far a light that
    explained it would go beyond what light does."""
    gains = np.median((np.log(one + _NO_DARKER) - np.log(other + _NO_DARKER))[seen], axis=0)
    brighter = np.clip(gains.mean(), -_BRIGHTER, _BRIGHTER)
    light = brighter + np.clip(gains - gains.mean(), -_WARMER, _WARMER)
    lit = [_lab(_in_light(colours, sign * light / 2)) for colours, sign in ((one, -1), (other, 1))]
    apart = np.sqrt((((lit[0] - lit[1]) * (_TONE, 1, 1)) ** 2).sum(-1))
    return apart, float(np.abs(gains - light).max())


def _in_light(colours: np.ndarray, logarithms: np.ndarray) -> np.ndarray:
    return np.clip((colours + _NO_DARKER) * np.exp(logarithms) - _NO_DARKER, 0, 255)


def _lab(colours: np.ndarray) -> np.ndarray:
    """sRGB (0–255) → CIE Lab under D65."""
    values = colours / 255
    linear = np.where(values <= 0.04045, values / 12.92, ((values + 0.055) / 1.055) ** 2.4)
    to_xyz = np.array([[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]])
    xyz = linear @ to_xyz.T / (0.9505, 1, 1.089)
    roots = np.where(xyz > 0.008856, np.cbrt(np.maximum(xyz, 1e-9)), 7.787 * xyz + 16 / 116)
    x, y, z = roots[..., 0], roots[..., 1], roots[..., 2]
    return np.stack([116 * y - 16, 500 * (x - y), 200 * (y - z)], -1)


@cache
def _zones() -> tuple[np.ndarray, np.ndarray]:
    """Where strokes tell who it is: around the head but not in the face, and on its upper half."""
    x, y = GRID[..., 0], GRID[..., 1]
    from_head = np.hypot(x, y + 0.23)
    return (y < 0.35) & (from_head > 0.6), (y < -0.3) & (from_head < 1.2)


def _strokes_apart(one: Sight, other: Sight, zone: np.ndarray) -> float:
    """1 minus the best correlation of the strokes in a zone: 0 for the same strokes, 1 for unrelated ones."""
    across, down = other.strokes
    mirrored = -across[:, ::-1], down[:, ::-1]
    return 1 - max(_correlation(one.strokes, strokes, zone) for strokes in (other.strokes, mirrored))


def _correlation(one: tuple, other: tuple, zone: np.ndarray) -> float:
    best = -1.0
    high, wide = zone.shape
    for x, y in _SHIFTS:
        here = np.s_[max(0, y) : high + min(0, y), max(0, x) : wide + min(0, x)]
        there = np.s_[max(0, -y) : high + min(0, -y), max(0, -x) : wide + min(0, -x)]
        (a, b), (c, d) = ([part[place] for part in strokes] for strokes, place in ((one, here), (other, there)))
        seen = zone[here] & ~(np.isnan(a) | np.isnan(c))
        if seen.sum() < _FEWEST_STROKES:
            continue
        a, b, c, d = a[seen], b[seen], c[seen], d[seen]
        norm = np.sqrt((a @ a + b @ b) * (c @ c + d @ d)) + 1e-9
        best = max(best, float((a @ c + b @ d) / norm))
    return best
