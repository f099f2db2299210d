"""A picture for a preset that has none: what the sketch artist makes of one scene under it."""

from __future__ import annotations

from pipeline import artists, flow
from pipeline.comic import PanelPrompt
from pipeline.presets import thumbnails
from pipeline.presets.preset import Preset

SCENE = "medium shot, orange cat, red scarf, holding umbrella, happy, street, rain, evening"
"""The same under every preset, so that they can be told apart by their looks alone."""
_SEED = 7
_REGION = (384, 384)
_ARTIST = "sketch"


def drawn(preset: Preset) -> bytes:
    """The scene under a preset as a WebP file of thumbnails.SIDE pixels a side; the same for the same preset.

    The sketch artist draws it whoever the preset names, so that it takes neither a model nor long. Raises
    InputError for words that cannot be read, such as a wildcard that is not there.
    """
    artist = artists.get(_ARTIST)
    open_size = preset.with_changes(artist=_ARTIST, seed=_SEED, width=None, height=None)
    recipe, _ = flow.resolved(artist, open_size, PanelPrompt(text=SCENE), _REGION)
    picture = next(step.picture for step in artist.draw([recipe]) if isinstance(step, artists.Drawn))
    return thumbnails.small(picture)
