"""A small picture for every preset."""

from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image

from pipeline import presets
from pipeline.presets import thumbnails
from tests.presets.test_saving import write_mine

SHIPPED = sorted(path.stem for path in presets.SHIPPED.glob("*.yaml"))


@pytest.mark.parametrize("name", SHIPPED)
def test_every_shipped_preset_has_one(name):
    with Image.open(BytesIO(thumbnails.find(name))) as picture:
        assert picture.size == (thumbnails.SIDE, thumbnails.SIDE)


def test_the_users_own_goes_with_its_preset():
    write_mine()
    assert thumbnails.find("mine") is None
    thumbnails.keep("mine", Image.new("RGB", (300, 500), "red"))
    presets.rename("mine", "yours")
    assert thumbnails.find("mine") is None and thumbnails.find("yours")
    presets.delete("yours")
    assert thumbnails.find("yours") is None


def test_a_preset_that_stands_in_for_a_shipped_one_shows_its_own():
    presets.save("noir", {"steps": 12})
    assert thumbnails.find("noir") == (thumbnails.shipped_folder() / "noir.webp").read_bytes()
    thumbnails.keep("noir", Image.new("RGB", (64, 64), "red"))
    with Image.open(BytesIO(thumbnails.find("noir"))) as picture:
        assert picture.convert("RGB").getpixel((9, 9))[0] > 240
