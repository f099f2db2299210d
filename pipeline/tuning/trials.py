"""Trials: the pictures of grids and duels, hidden from the Library and never drawn twice.

A trial is a Take whose id is the fingerprint of its Recipe: `trials/KEY.png` is the picture,
`trials/KEY.json` the Take. Whoever wants the picture of a recipe looks here first; two grids that
share a cell share its pictures.
"""

from __future__ import annotations

from functools import cache, lru_cache
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from pydantic import ValidationError

from pipeline import artists, cells, flow, infotext, layout, settings
from pipeline.comic import Comic, Made, Recipe, Take, fingerprint
from pipeline.errors import DamagedFile, FileError
from pipeline.files import read_bytes, safe_path, write_atomic

if TYPE_CHECKING:
    from PIL.Image import Image

    from pipeline.artists import Drawn

_MAX_BYTES = 1_000_000


def folder() -> Path:
    """Where trials are kept."""
    return settings.home() / "trials"


@cache
def _artist(name: str) -> artists.Artist:
    """The artist called so; grids ask thousands of times. Raises InputError when there is none."""
    return artists.get(name)


def recipe_of(comic: Comic, panel: int) -> Recipe:
    """What an artist would be asked for this panel of a comic as it is tuned now, choices and wildcards drawn.
    Raises what `resolve` raises."""
    artist = _artist(cells.artist_name(comic))
    region = layout.lay_out(layout.get(comic.layout)).panels[panel]
    prompt = comic.slots[panel].prompt.prompt.with_changes(candidates=())
    return flow.resolved(artist, cells.panel_preset(comic, panel), prompt, region.size)[0]


def key_of(recipe: Recipe, owner: str = "") -> str:
    """The name of a recipe's trial.

    A recipe that leaves the checkpoint to a server may be painted otherwise tomorrow: its picture
    serves its `owner` (a grid, a duel) and nobody else.
    """
    left_open = "checkpoint" in _artist(recipe.artist).obeys and not recipe.checkpoint
    return fingerprint([recipe.fingerprint(), owner]) if left_open else recipe.fingerprint()


def picture_path(key: str) -> Path:
    """Where a trial's picture stands or would stand."""
    return safe_path(folder(), f"{key}.png")


def take_path(key: str) -> Path:
    """Where a trial's Take stands or would stand."""
    return safe_path(folder(), f"{key}.json")


def find(key: str) -> Take | None:
    """The trial called so; None when there is none, or none that can be read."""
    path = take_path(key)
    try:
        return _read(path, path.stat().st_mtime_ns)
    except (OSError, FileError):
        return None


@lru_cache(maxsize=4096)
def _read(path: Path, _changed: int) -> Take:
    try:
        return Take.model_validate_json(read_bytes(path, _MAX_BYTES))
    except ValidationError as exc:
        raise DamagedFile("store.damaged", path=str(path)) from exc


def keep(key: str, recipe: Recipe, drawn: Drawn, made: Made) -> Take:
    """Write a picture and then the Take that names it: after a crash in between it counts as not drawn."""
    done = drawn.recipe or recipe
    take = Take(id=key, recipe=done, figures=drawn.figures, notices=drawn.notices, made=made)
    buffer = BytesIO()
    drawn.picture.save(buffer, "PNG", pnginfo=infotext.png_info(done), compress_level=4)
    write_atomic(picture_path(key), buffer.getvalue())
    write_atomic(take_path(key), take.model_dump_json())
    return take


def open_picture(key: str) -> Image:
    """A trial's picture as RGB; shared, so not to be drawn on. Raises FileError or DamagedFile."""
    path = picture_path(key)
    try:
        return _opened(path, path.stat().st_mtime_ns)
    except OSError as exc:
        raise FileError("files.cannot_read", path=str(path), reason=exc.strerror or str(exc)) from exc


@lru_cache(maxsize=64)
def _opened(path: Path, _changed: int) -> Image:
    from PIL import Image

    try:
        with Image.open(path) as picture:
            return picture.convert("RGB")
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as exc:
        raise DamagedFile("store.damaged_picture", path=str(path)) from exc
