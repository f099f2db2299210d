"""Ten of the sixty stories of docs/stories.md, drawn and lettered."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from unittest import mock

from PIL import Image

from pipeline import flow
from tests.gallery.sheet_comics import made, sheet
from tests.gallery.stories import ENGLISH, KOREAN

_WIDTH = 560
_EVERY = 6  # of thirty ideas: five in each language


def draw(folder: Path) -> list[Path]:
    """One sheet of ten comics, five in each language."""
    with tempfile.TemporaryDirectory() as home, mock.patch.dict(os.environ, {"NECUT_HOME": home}):
        pages = [
            flow.letter(made(idea, language, "grid", seed=1), _WIDTH).picture
            for language, ideas in (("ko", KOREAN), ("en", ENGLISH))
            for idea in ideas[2::_EVERY]
        ]
    path = folder / "stories_drawn.png"
    sheet(pages, across=5).quantize(200, dither=Image.Dither.NONE).save(path, optimize=True)
    return [path]
