"""The settings inside a picture: A1111's `parameters` text, written and read, and our own recipe beside it.

The text is the prompt, then a line that starts `Negative prompt:`, then one line of `Key: value`
pairs parted by commas; a value that holds a comma, a colon or a line end is quoted as JSON. A PNG
carries it under the key `parameters`, JPEG and WebP in Exif's UserComment. A PNG also carries the
whole recipe as JSON under `necut`, so that a recipe read back is exact. What is written is a list of
known settings: never a key, an address, or where on the user's disk something stands.
"""

from __future__ import annotations

from pipeline.infotext.pictures import (
    PARAMETERS,
    RECIPE,
    as_json,
    embed,
    exif,
    png_info,
    read_picture,
    read_recipe,
    recipe_json,
)
from pipeline.infotext.text import as_preset, read, write

__all__ = [
    "PARAMETERS",
    "RECIPE",
    "as_json",
    "as_preset",
    "embed",
    "exif",
    "png_info",
    "read",
    "read_picture",
    "read_recipe",
    "recipe_json",
    "write",
]
