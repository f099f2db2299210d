"""Instruments: numbers that sort and colour cells. They tell cells apart; which is better, eyes decide.

Sharpness and contrast are measured at one size for all, so that a larger picture is not a sharper one.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import TYPE_CHECKING

from pipeline.errors import FileError
from pipeline.tuning import trials
from pipeline.tuning.plan import Plan, Tried

if TYPE_CHECKING:
    from PIL.Image import Image

SIDE = 384
"""The longer side, in pixels, at which pictures are measured."""
_COMPARED = (96, 96)
_LAPLACE = (0, 1, 0, 1, -4, 1, 0, 1, 0)


def sharpness(picture: Image) -> float:
    """How much the picture changes from pixel to pixel: the deviation of its Laplacian, 0 (flat) to about 60.

    Pech-Pacheco et al. 2000, "Diatom autofocusing in brightfield microscopy": the variance of the
    Laplacian as a measure of focus; its root is in steps of grey.
    """
    from PIL import ImageFilter, ImageStat

    # Half the strength round a middle grey: 8 bits hold nearly all of it.
    edges = _grey(picture).filter(ImageFilter.Kernel((3, 3), _LAPLACE, scale=2, offset=128))
    inner = edges.crop((1, 1, edges.width - 1, edges.height - 1))
    return 2 * ImageStat.Stat(inner).stddev[0]


def contrast(picture: Image) -> float:
    """How far light and dark lie apart: the deviation of its greys from their mean (RMS contrast), 0 to 127."""
    from PIL import ImageStat

    return ImageStat.Stat(_grey(picture)).stddev[0]


def difference(one: Image, other: Image) -> float:
    """How unlike two pictures are: the mean distance of their colours at a small size, 0 (alike) to 255."""
    from PIL import ImageChops, ImageStat

    first, second = (each.convert("RGB").resize(_COMPARED) for each in (one, other))
    return sum(ImageStat.Stat(ImageChops.difference(first, second)).mean) / 3


def _grey(picture: Image) -> Image:
    grey = picture.convert("L")
    grey.thumbnail((SIDE, SIDE))
    return grey


@lru_cache(maxsize=4096)
def _measured(key: str, instrument: str) -> float:
    """What an instrument says of a trial's picture; a trial never changes."""
    return {"sharpness": sharpness, "contrast": contrast}[instrument](trials.open_picture(key))


@lru_cache(maxsize=4096)
def _apart(key: str, other: str) -> float:
    return difference(trials.open_picture(key), trials.open_picture(other))


def _mean(plan: Plan, tried: Tried, instrument: str) -> float:
    values = [_measured(take.id, instrument) for take in tried.takes.values()]
    return sum(values) / len(values)


def neighbour(plan: Plan, tried: Tried) -> Tried | None:
    """The cell it is compared with: the one before it in its row, else above it, else on the sheet before."""
    column, row, sheet = tried.cell.at
    before = next(
        (at for at in ((column - 1, row, sheet), (column, row - 1, sheet), (column, row, sheet - 1)) if min(at) >= 0),
        None,
    )
    return plan.at(before) if before else None


def _from_neighbour(plan: Plan, tried: Tried) -> float | None:
    other = neighbour(plan, tried)
    if other is None or not other.done:
        return None
    values = [_apart(take.id, other.takes[panel].id) for panel, take in tried.takes.items()]
    return sum(values) / len(values)


INSTRUMENTS: dict[str, Callable[[Plan, Tried], float | None]] = {
    "sharpness": lambda plan, tried: _mean(plan, tried, "sharpness"),
    "contrast": lambda plan, tried: _mean(plan, tried, "contrast"),
    "difference": _from_neighbour,
    "seconds": lambda _plan, tried: tried.seconds,
}
"""Instrument → what it says of a finished cell; None where it has nothing to say."""


def readings(plan: Plan, instrument: str) -> dict[tuple[int, int, int], float]:
    """What an instrument says of every finished cell, by its place."""
    found = {}
    for tried in plan.tried:
        if not tried.done:
            continue
        try:
            value = INSTRUMENTS[instrument](plan, tried)
        except FileError:  # a picture that was removed has nothing to say
            continue
        if value is not None:
            found[tried.cell.at] = value
    return found
