"""What every artist whose pictures come from elsewhere must see to: nothing broken, huge or empty gets in."""

from __future__ import annotations

import base64
import binascii
import io
from typing import TYPE_CHECKING

from pipeline.errors import RemoteError, RenderError

if TYPE_CHECKING:
    from PIL.Image import Image

MAX_PIXELS = 16_000_000
PREVIEW_SIDE = 256
"""Previews are no larger: they are shown while somebody waits, and never kept."""
_FORMATS = ("PNG", "JPEG", "WEBP")
_FLAT = 1.0
"""A picture whose channels all vary less (of 255) is no picture: what comes of broken numbers."""


def decode(text: str, address: str) -> Image:
    """A picture from base64, with or without a data-URL head. Raises RemoteError when it is broken or too large."""
    from PIL import Image as Images
    from PIL import UnidentifiedImageError

    try:
        data = base64.b64decode(text.rpartition(",")[2], validate=True)
        picture = Images.open(io.BytesIO(data), formats=_FORMATS)
        if picture.width * picture.height > MAX_PIXELS:
            raise RemoteError("remote.too_long", address=address)
        return picture.convert("RGB")
    except (binascii.Error, UnidentifiedImageError, OSError, ValueError, SyntaxError) as exc:
        raise RemoteError("remote.broken_picture", address=address) from exc


def preview(picture: Image) -> Image:
    """A small copy for those who wait."""
    small = picture.copy()
    small.thumbnail((PREVIEW_SIDE, PREVIEW_SIDE))
    return small


def refuse_flat(picture: Image) -> None:
    """RenderError for a picture of one single shade: it is never shown or saved as if it had been painted."""
    from PIL import ImageStat

    if max(ImageStat.Stat(picture).stddev) < _FLAT:
        raise RenderError("remote.flat_picture")
