"""Webtoon slices: a ZIP of pictures at most 800×1280 pixels and 2 MB each, cut in gutters and never through
a balloon where a gutter can be had. (The limits are WEBTOON CANVAS's.)"""

from __future__ import annotations

import zipfile
from io import BytesIO

from PIL import Image

from pipeline.export import Publication
from pipeline.export._notes import exif
from pipeline.layout import Region

SUFFIXES = (".zip",)
MIME = "application/zip"
WIDTH, TALLEST, HEAVIEST = 800, 1280, 2_000_000
_QUALITIES = (92, 85, 75, 60)


def publish(publication: Publication) -> bytes:
    """The page cut into slices, zipped, numbered in reading order, with the transcript beside them."""
    narrow = Publication(publication.comic, publication.arts, WIDTH)
    page = narrow.composed
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
        cuts = cut_lines(page.page.height, page.page.panels, tuple(balloon.box for balloon in page.balloons))
        for number, (top, bottom) in enumerate(zip(cuts, cuts[1:], strict=False), 1):
            picture = page.picture.crop((0, top, page.page.width, bottom))
            archive.writestr(f"{number:03}.jpg", _light(picture, exif(narrow)))
        archive.writestr("transcript.txt", narrow.transcript())
    return buffer.getvalue()


def cut_lines(height: int, panels: tuple[Region, ...], balloons: tuple = (), tallest: int = TALLEST) -> list[int]:
    """Where to cut a page of this height: 0, the cuts, `height`; no slice taller than `tallest`.

    A cut falls in the middle of the lowest gutter in reach; where a panel is taller than a slice, beside
    its balloons if there is a free row; at the limit otherwise.
    """
    cuts = [0]
    while height - cuts[-1] > tallest:
        cuts.append(_next_cut(cuts[-1], cuts[-1] + tallest, panels, balloons))
    return [*cuts, height]


def _next_cut(start: int, limit: int, panels: tuple[Region, ...], balloons: tuple) -> int:
    gutters = _free_spans(start + 1, limit, [(panel[1], panel[3]) for panel in panels])
    if gutters:
        return (gutters[-1][0] + gutters[-1][1]) // 2
    beside = _free_spans(start + 1, limit, [(box[1], box[3]) for box in balloons])
    return int(beside[-1][1]) if beside else limit


def _free_spans(top: int, bottom: int, taken: list[tuple[float, float]]) -> list[tuple[int, int]]:
    """The spans between `top` and `bottom` that nothing takes, from above to below; slivers left out."""
    spans, cursor = [], top
    for start, end in sorted(taken):
        if start > cursor:
            spans.append((cursor, int(min(start, bottom))))
        cursor = max(cursor, int(end) + 1)
    if cursor < bottom:
        spans.append((cursor, bottom))
    return [(start, end) for start, end in spans if end - start >= 4 and start < bottom]


def _light(picture: Image.Image, notes: bytes) -> bytes:
    """The slice as a JPEG under the limit."""
    for quality in _QUALITIES:
        buffer = BytesIO()
        picture.save(buffer, "JPEG", quality=quality, subsampling=0, exif=notes)
        if buffer.tell() <= HEAVIEST:
            break
    return buffer.getvalue()
