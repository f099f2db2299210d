"""PNG: the page, lossless, with transcript and AI mark in its metadata."""

from __future__ import annotations

from io import BytesIO

from PIL.PngImagePlugin import PngInfo

from pipeline.export import AI_MARK, GENERATOR, Publication

SUFFIXES = (".png",)
MIME = "image/png"


def publish(publication: Publication) -> bytes:
    """The page as a PNG file."""
    notes = PngInfo()
    notes.add_itxt("Title", publication.comic.title)
    notes.add_itxt("Description", publication.transcript())
    notes.add_text("Software", GENERATOR)
    notes.add_text("Source", AI_MARK)
    buffer = BytesIO()
    publication.composed.picture.save(buffer, "PNG", pnginfo=notes, compress_level=6)
    return buffer.getvalue()
