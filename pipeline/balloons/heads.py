"""Where faces most likely are in a picture that nobody described.

A face is found by its eyes: two dark spots of one size at one height, with lighter skin, fur or metal
between them. Dark spots are found as the difference of a box's mean and that of the ring around it (the
box approximation of the difference of Gaussians; Bay et al., "SURF", 2006), from a table of sums. That
holds for photographs, anime and cartoons alike, asks for no download, and takes some milliseconds.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from PIL.Image import Image

_EYES = ((1, 1), (1, 2), (2, 2), (2, 3))
"""How much smaller the thumbnail is made, and half the side of an eye in pixels of that."""
_APART = (4, 5, 6, 7)
"""How far the eyes stand apart, in halves of an eye."""
_NEAREST = 6
"""Eyes that are nearer to each other (in pixels of the thumbnail) are too small to tell from other spots."""
_FACE = 2.1
"""A face's width, in distances between its eyes."""


@dataclass(frozen=True)
class Head:
    """A likely face as shares (0–1) of the picture: the middle between the eyes, and the face's width."""

    x: float
    y: float
    width: float


def likely_heads(thumbnail: Image, count: int) -> list[Head]:
    """The `count` places of a square thumbnail that look most like faces, the likeliest first, none over another."""
    return list(_heads(thumbnail.width, thumbnail.convert("RGB").tobytes(), count))


@lru_cache(maxsize=256)
def _heads(side: int, pixels: bytes, count: int) -> tuple[Head, ...]:
    """Kept by content: the letters of a page are set again at every word typed, its pictures stay."""
    import numpy as np
    from PIL import Image

    thumbnail = Image.frombytes("RGB", (side, side), pixels)
    likely, apart = _eye_pairs(np.asarray(thumbnail.convert("L"), np.float32))
    likely = (np.maximum(0, likely) / 40 + 0.3 * _lively(thumbnail) + 0.3 * _skin(thumbnail)) * _prior(side)
    heads = []
    for _ in range(count):
        row, column = np.unravel_index(int(np.argmax(likely)), likely.shape)
        distance = float(apart[row, column])
        heads.append(Head(column / side, row / side, min(0.4, _FACE * distance / side)))
        near = int(max(0.11 * side, 1.4 * distance))
        likely[max(0, row - near) : row + near, max(0, column - near) : column + near] = -1.0
    return tuple(heads)


def _eye_pairs(light: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """How much each pixel looks like the middle between two eyes, and how far apart those stand, in pixels."""
    import numpy as np

    best, apart = np.full(light.shape, -np.inf, np.float32), np.full(light.shape, _NEAREST, np.float32)
    side = len(light)
    for smaller, eye in _EYES:
        shrunk = light.reshape(side // smaller, smaller, side // smaller, smaller).mean(axis=(1, 3))
        for score, distance in _pairs(shrunk, eye, _NEAREST / smaller):
            score = score.repeat(smaller, axis=0).repeat(smaller, axis=1)
            better = score > best
            best, apart = np.where(better, score, best), np.where(better, distance * smaller, apart)
    return best, apart


def _pairs(light: np.ndarray, eye: int, nearest: float) -> Iterator[tuple[np.ndarray, int]]:
    """For eyes of one size, at each distance of the two: how much each pixel looks like their middle."""
    import numpy as np

    sums = np.pad(light.cumsum(0, dtype=np.float64).cumsum(1), ((1, 0), (1, 0)))
    inner, outer = (2 * eye + 1) ** 2, (4 * eye + 3) ** 2
    spot = _mean(sums, eye)
    ring = (_mean(sums, 2 * eye + 1) * outer - spot * inner) / (outer - inner)
    dark = (ring - spot).astype(np.float32)
    spot, ring = spot.astype(np.float32), ring.astype(np.float32)
    bridge = np.maximum(0, dark)
    for half in sorted({round(apart * eye / 2) for apart in _APART}):
        if 2 * half < nearest:
            continue
        unlike = 0.5 * np.abs(_moved(spot, -half) - _moved(spot, half))
        unlike += 0.3 * np.abs(_moved(ring, -half) - _moved(ring, half))
        yield np.minimum(_moved(dark, -half), _moved(dark, half)) - unlike - bridge, 2 * half


def _mean(sums: np.ndarray, reach: int) -> np.ndarray:
    """The mean of the square that reaches so far from each pixel, cut off at the border."""
    import numpy as np

    side = sums.shape[0] - 1
    low = np.clip(np.arange(side) - reach, 0, side)
    high = np.clip(np.arange(side) + reach + 1, 0, side)
    total = sums[high][:, high] - sums[low][:, high] - sums[high][:, low] + sums[low][:, low]
    return total / np.outer(high - low, high - low)


def _moved(values: np.ndarray, across: int) -> np.ndarray:
    """What stands so many pixels to the right of each pixel; far too light beyond the border."""
    import numpy as np

    moved = np.full_like(values, -1000.0)
    if across < 0:
        moved[:, -across:] = values[:, :across]
    else:
        moved[:, : values.shape[1] - across] = values[:, across:]
    return moved


def _lively(thumbnail: Image) -> np.ndarray:
    """How much is drawn around each pixel, about 0–1.6."""
    import numpy as np
    from PIL import Image, ImageFilter

    edges = np.array(thumbnail.convert("L").filter(ImageFilter.FIND_EDGES))
    edges[:2] = edges[-2:] = edges[:, :2] = edges[:, -2:] = 0
    strong = Image.fromarray(np.minimum(255, edges.astype(np.uint16) * 3).astype(np.uint8))
    return np.asarray(strong.filter(ImageFilter.BoxBlur(5)), np.float32) / 160


def _skin(thumbnail: Image) -> np.ndarray:
    """1 where the colour is one that skin has."""
    import numpy as np
    from PIL import ImageFilter

    colours = np.asarray(thumbnail.convert("RGB").filter(ImageFilter.GaussianBlur(3)), np.float32)
    red, green, blue = colours[..., 0], colours[..., 1], colours[..., 2]
    return ((red > 95) & (red > green) & (green > blue * 0.9) & (red - blue > 15)).astype(np.float32)


def _prior(side: int) -> np.ndarray:
    """Faces stand towards the middle, more often than at the border."""
    import numpy as np

    rows, columns = np.mgrid[0:side, 0:side] / (side - 1)
    return np.exp(-(((columns - 0.5) / 0.6) ** 2) - ((rows - 0.6) / 0.6) ** 2)
