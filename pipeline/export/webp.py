"""WebP: the page, small. Holds at most 16 383 pixels a side."""

from __future__ import annotations

from io import BytesIO

from pipeline.export import Publication
from pipeline.export._notes import check_side, exif

SUFFIXES = (".webp",)
MIME = "image/webp"
_LONGEST = 16_383
_QUALITY = 92


def publish(publication: Publication) -> bytes:
    """The page as a WebP file."""
    check_side(publication, _LONGEST, "WebP")
    buffer = BytesIO()
    publication.composed.picture.save(buffer, "WEBP", quality=_QUALITY, exif=exif(publication))
    return buffer.getvalue()
