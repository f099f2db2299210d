"""A small picture for every preset: the shipped ones' beside them, the user's own in NECUT_HOME/presets.

A preset of the user's without one shows that of the shipped preset whose name it bears, if any. The
picture is what the preset made when it was saved.
"""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.files import read_bytes, safe_path, write_atomic
from pipeline.presets import places

if TYPE_CHECKING:
    from PIL.Image import Image

SIDE = 192
_SUFFIX = ".webp"
_MOST_BYTES = 256 * 1024


def shipped_folder() -> Path:
    """Where the pictures of the shipped presets stand."""
    return places.SHIPPED / "thumbnails"


def own_path(name: str) -> Path:
    """Where the picture of the user's own preset of that name stands or would stand."""
    return safe_path(places.own_folder(), f"{name}{_SUFFIX}")


def find(name: str) -> bytes | None:
    """The picture of a preset as a WebP file; None where it has none. Raises InputError for an unusable name."""
    for path in (own_path(name), safe_path(shipped_folder(), f"{name}{_SUFFIX}")):
        if path.is_file():
            return read_bytes(path, _MOST_BYTES)
    return None


def keep(name: str, picture: Image) -> None:
    """Make a picture, its middle cut square, that of the user's own preset. Raises FileError."""
    write_atomic(own_path(name), small(picture))


def small(picture: Image) -> bytes:
    """A picture's middle as a square WebP file of SIDE pixels a side."""
    from PIL import Image, ImageOps

    square = ImageOps.fit(picture.convert("RGB"), (SIDE, SIDE), Image.Resampling.LANCZOS, centering=(0.5, 0.7))
    file = BytesIO()
    square.save(file, "WEBP", quality=82, method=6)
    return file.getvalue()


def move(name: str, new: str) -> None:
    """Let the picture of a preset go with its new name, where there is one."""
    if own_path(name).is_file():
        write_atomic(own_path(new), read_bytes(own_path(name), _MOST_BYTES))
        drop(name)


def drop(name: str) -> None:
    """Remove the picture of the user's own preset, where there is one."""
    own_path(name).unlink(missing_ok=True)
