"""JPEG: the page for places that take nothing else. Holds at most 65 500 pixels a side."""

from __future__ import annotations

from io import BytesIO

from pipeline.export import Publication
from pipeline.export._notes import check_side, exif

SUFFIXES = (".jpg", ".jpeg")
MIME = "image/jpeg"
_LONGEST = 65_500
_QUALITY = 92  # letters stay crisp: no chroma subsampling either


def publish(publication: Publication) -> bytes:
    """The page as a JPEG file."""
    check_side(publication, _LONGEST, "JPEG")
    buffer = BytesIO()
    publication.composed.picture.save(buffer, "JPEG", quality=_QUALITY, subsampling=0, exif=exif(publication))
    return buffer.getvalue()
