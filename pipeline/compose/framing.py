"""A picture cropped to cover its panel, with faces kept."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from pipeline.balloons.scene import THUMBNAIL
from pipeline.comic import Figure

if TYPE_CHECKING:
    from PIL.Image import Image


class Cover(NamedTuple):
    """How a picture covers a panel: the part of it shown (in its own pixels) and panel pixels per picture pixel."""

    x0: float
    y0: float
    x1: float
    y1: float
    scale: float


def cover(picture: tuple[int, int], panel: tuple[int, int], figures: Sequence[Figure] = ()) -> Cover:
    """The largest part of a picture with the panel's aspect: about the middle, moved so that faces stay whole."""
    scale = max(panel[0] / picture[0], panel[1] / picture[1])
    shown = min(panel[0] / scale, picture[0]), min(panel[1] / scale, picture[1])  # never a hair more by rounding
    faces = [figure.face or figure.box for figure in figures]
    starts = []
    for axis in (0, 1):
        spare = picture[axis] - shown[axis]
        start = spare / 2
        if faces:
            first, last = min(face[axis] for face in faces), max(face[axis + 2] for face in faces)
            air = 0.04 * shown[axis]
            if last - first + 2 * air <= shown[axis]:
                start = min(max(start, last + air - shown[axis]), first - air)
            else:
                start = (first + last - shown[axis]) / 2
        starts.append(min(max(start, 0.0), spare))
    return Cover(starts[0], starts[1], starts[0] + shown[0], starts[1] + shown[1], scale)


def moved_figure(figure: Figure, crop: Cover) -> Figure:
    """A figure in the panel's pixels."""

    def box(given):
        return tuple((edge - start) * crop.scale for edge, start in zip(given, (crop.x0, crop.y0) * 2, strict=True))

    mouth = figure.mouth and ((figure.mouth[0] - crop.x0) * crop.scale, (figure.mouth[1] - crop.y0) * crop.scale)
    return figure.model_copy(update={"box": box(figure.box), "face": figure.face and box(figure.face), "mouth": mouth})


def thumbnail(picture: Image, crop: Cover) -> Image:
    """What the panel shows, as THUMBNAIL × THUMBNAIL pixels."""
    from PIL import Image

    return picture.convert("RGB").resize((THUMBNAIL, THUMBNAIL), Image.Resampling.BOX, box=crop[:4], reducing_gap=2.0)


def cropped(picture: Image, crop: Cover, size: tuple[int, int]) -> Image:
    """The part of the picture that a panel of `size` pixels shows."""
    from PIL import Image

    rgb = picture.convert("RGB")
    if picture.size == size:
        return rgb
    return rgb.resize(size, Image.Resampling.LANCZOS, box=crop[:4], reducing_gap=3.0)
