"""What is seen of a figure: colours at places of the head and below it, and the strokes around the head.

All places are told from the face: its box gives the scale, the way from its middle to the mouth says where
"down" is. Lengths are in head radii, x to the figure's side, y downwards, from the middle of the face.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from pipeline.comic import Figure

if TYPE_CHECKING:
    from PIL.Image import Image

FACE_WIDE, FACE_HIGH = 1.44, 0.98
"""A face box without tilt, in head radii."""
REGIONS: dict[str, tuple[tuple[float, float], ...]] = {
    "top": tuple((x, y) for y in (-1.05, -0.8) for x in (-0.45, -0.15, 0.15, 0.45)),
    "side": tuple((x, y) for x in (-0.98, 0.98) for y in (-0.35, -0.05, 0.25)),
    "brow": tuple((x, -0.5) for x in (-0.5, -0.2, 0.2, 0.5)),
    "face": tuple((x, y) for y in (-0.1, 0.3) for x in (-0.55, -0.2, 0.2, 0.55)),
    "neck": tuple((x, 0.98) for x in (-0.35, -0.12, 0.12, 0.35)),
    "torso": tuple((x, y) for y in (1.3, 1.55, 1.8, 2.05) for x in (-0.3, 0.0, 0.3)),
}
"""Where colours are taken: hair or fur, what frames the face, forehead, skin, collar or scarf, clothes."""
BELOW = ("neck", "torso")
_CELL = 0.13  # half a place's side
_SAMPLES = 6  # samples across a place
_COLOUR_PIXELS, _STROKE_PIXELS = 9, 20  # pixels a head radius has when looked at: screens and hatching melt into tones
_GRID = 0.1
_GRID_X, _GRID_Y = (-1.6, 1.6), (-2.1, 1.0)
_INSIDE = 0.7  # share of a place's samples that must lie in the picture
_MOST_TILT = 40.0  # degrees; whoever lies may have a blanket where clothes are looked for
_UPRIGHT = 25.0
_SMALLEST = 4.0  # pixels of a head radius: what is smaller shows no colours

_PLACES = np.array([place for places in REGIONS.values() for place in places])
REGION_OF = np.array([number for number, places in enumerate(REGIONS.values()) for _ in places])
_SIDE = np.linspace(-_CELL, _CELL, _SAMPLES)
_OFFSETS = np.stack(np.meshgrid(_SIDE, _SIDE), -1).reshape(-1, 2)
GRID = np.stack(
    np.meshgrid(
        np.arange(_GRID_X[0], _GRID_X[1] + _GRID / 2, _GRID), np.arange(_GRID_Y[0], _GRID_Y[1] + _GRID / 2, _GRID)
    ),
    -1,
)
"""Where strokes are looked for: rows of (x, y)."""


@dataclass(frozen=True)
class Sight:
    """A figure as it was seen.

    `colours`: one RGB (0–255) a place, NaN where the place cannot be seen. `strokes`: the slopes of the
    tones on `GRID` across and down, NaN outside the picture. `crest`: from the face up to the top of
    the figure in head radii, NaN where that says nothing (cut off, leaning).
    """

    colours: np.ndarray
    strokes: tuple[np.ndarray, np.ndarray]
    crest: float


@dataclass(frozen=True)
class _Frame:
    """A head's own axes in the picture, in pixels."""

    middle: np.ndarray
    right: np.ndarray
    down: np.ndarray
    radius: float

    def place(self, points: np.ndarray) -> np.ndarray:
        return self.middle + self.radius * (points[..., :1] * self.right + points[..., 1:] * self.down)

    @property
    def tilt(self) -> float:
        return math.degrees(math.atan2(abs(self.right[1]), self.down[1]))


def look_at(picture: Image, figure: Figure, others: Sequence[Figure] = ()) -> Sight | None:
    """What can be seen of a figure among others; None of one that shows no face or is too small."""
    frame = _frame(figure)
    if frame is None or frame.radius < _SMALLEST:
        return None
    colours = _colours(picture, frame)
    colours[_hidden(frame, figure, others)] = np.nan
    top = figure.box[1]
    crest = (frame.middle[1] - top) / frame.radius if top > 1 and frame.tilt < _UPRIGHT else math.nan
    return Sight(colours, _strokes(picture, frame), float(crest))


def _frame(figure: Figure) -> _Frame | None:
    if figure.face is None or figure.mouth is None:
        return None
    x0, y0, x1, y1 = figure.face
    middle = np.array([(x0 + x1) / 2, (y0 + y1) / 2])
    towards = np.array(figure.mouth) - middle
    length = float(np.hypot(*towards))
    down = towards / length if length > 1e-6 else np.array([0.0, 1.0])
    right = np.array([down[1], -down[0]])
    radius = (x1 - x0) / (FACE_WIDE * abs(down[1]) + FACE_HIGH * abs(down[0]))
    return _Frame(middle, right, down, radius)


def _colours(picture: Image, frame: _Frame) -> np.ndarray:
    shrunk, pixels = _reduced(picture.convert("RGB"), frame.radius, _COLOUR_PIXELS)
    samples, inside = _sampled(pixels, frame.place(_PLACES[:, None, :] + _OFFSETS[None]) / shrunk)
    colours = np.median(samples, axis=1)
    colours[inside.mean(1) <= _INSIDE] = np.nan
    return colours


def _strokes(picture: Image, frame: _Frame) -> tuple[np.ndarray, np.ndarray]:
    shrunk, pixels = _reduced(picture.convert("L"), frame.radius, _STROKE_PIXELS)
    tones, inside = _sampled(pixels[..., None], frame.place(GRID) / shrunk)
    down, across = np.gradient(np.log(tones[..., 0] + 20))  # logarithms: a light makes every tone so many times darker
    return tuple(np.where(inside, _blurred(slope), np.nan) for slope in (across, down))


def _reduced(picture: Image, radius: float, wanted: int) -> tuple[int, np.ndarray]:
    shrunk = max(1, round(radius / wanted))
    return shrunk, np.asarray(picture.reduce(shrunk), dtype=float)


def _sampled(pixels: np.ndarray, points: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The pixels at (x, y) points, and which of the points lie in the picture."""
    high, wide = pixels.shape[:2]
    x, y = np.floor(points[..., 0]).astype(int), np.floor(points[..., 1]).astype(int)
    inside = (x >= 0) & (x < wide) & (y >= 0) & (y < high)
    return pixels[np.clip(y, 0, high - 1), np.clip(x, 0, wide - 1)], inside


def _blurred(values: np.ndarray) -> np.ndarray:
    for axis in (0, 1):
        values = (np.roll(values, 1, axis) + 2 * values + np.roll(values, -1, axis)) / 4
    return values


def _hidden(frame: _Frame, figure: Figure, others: Sequence[Figure]) -> np.ndarray:
    """Places that lie outside of the figure or behind somebody who stands nearer, and what a blanket may cover."""
    places = frame.place(_PLACES)
    hidden = ~_within(places, figure.box, 0.05 * frame.radius)
    for other in others:
        if other.box[3] >= figure.box[3] - 1:
            hidden |= _within(places, other.box, 0.0)
    if frame.tilt > _MOST_TILT:
        below = [number for number, name in enumerate(REGIONS) if name == "torso"]
        hidden |= np.isin(REGION_OF, below)
    return hidden


def _within(points: np.ndarray, box: Sequence[float], margin: float) -> np.ndarray:
    x0, y0, x1, y1 = box
    x, y = points[:, 0], points[:, 1]
    return (x > x0 - margin) & (x < x1 + margin) & (y > y0 - margin) & (y < y1 + margin)
