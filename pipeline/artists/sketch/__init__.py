"""The sketch artist: pictures from words alone.

Read it in this order: `scene` (what a picture shows, as values), `vocabulary` and `read` (words → Scene),
`stage` (composition), `picture` (Scene → picture) and the parts it draws with: `figures`, `places`, `props`,
`styles`; `pen` is what all of them hold. `sample` makes random scenes to train with.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pipeline.artists import Artist


def create() -> Artist:
    """The artist of this folder."""
    from pipeline.artists.sketch.artist import SketchArtist

    return SketchArtist()
