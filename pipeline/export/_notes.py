"""What every exported picture says about itself: title, transcript, and that a machine helped to make it."""

from __future__ import annotations

from PIL import Image

from pipeline.errors import InputError
from pipeline.export import AI_MARK, GENERATOR, Publication

_DESCRIPTION, _SOFTWARE, _USER_COMMENT, _EXIF = 0x010E, 0x0131, 0x9286, 0x8769


def exif(publication: Publication) -> bytes:
    """Exif for JPEG and WebP: generator, AI mark, and the transcript as a Unicode user comment."""
    tags = Image.Exif()
    tags[_DESCRIPTION] = AI_MARK
    tags[_SOFTWARE] = GENERATOR
    comment = b"UNICODE\0" + publication.transcript().encode("utf-16-be")
    tags.get_ifd(_EXIF)[_USER_COMMENT] = comment
    return tags.tobytes()


def check_side(publication: Publication, longest: int, format_name: str) -> None:
    """Raise InputError when the page is longer than the format can hold."""
    page = publication.composed.page
    if max(page.width, page.height) > longest:
        raise InputError("export.too_long", format=format_name, longest=longest, side=max(page.width, page.height))
