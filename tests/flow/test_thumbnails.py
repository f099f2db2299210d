"""Pictures for presets that have none."""

from __future__ import annotations

from io import BytesIO

from PIL import Image

from pipeline import presets
from pipeline.flow import thumbnails
from pipeline.presets import thumbnails as kept
from pipeline.presets.preset import Preset


def test_a_shipped_preset_looks_as_its_file_does():
    assert thumbnails.drawn(presets.read("noir")) == kept.find("noir")


def test_any_preset_is_drawn_small_by_its_style():
    huge = Preset(artist="diffusion", style="watercolour", width=4096, height=64, checkpoint="none.safetensors")
    drawn = thumbnails.drawn(huge)
    with Image.open(BytesIO(drawn)) as picture:
        assert picture.size == (kept.SIDE, kept.SIDE)
    assert drawn == thumbnails.drawn(Preset(style="watercolour")) != thumbnails.drawn(Preset(style="noir"))
