"""The store alone owns comics. A comic is a folder: `comics/ID/comic.json` and `comics/ID/takes/*.png`.

Whoever wants a comic changed hands over a pure verb: `change(comic_id, verb)` reads the newest
version under the comic's lock, applies the verb and writes the result whole. Two tabs, a worker and
the command line may do so at once and lose nothing. One damaged comic never hides the others.
"""

from __future__ import annotations

import json
import os
import secrets
import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from filelock import FileLock
from pydantic import ValidationError

from pipeline import infotext, settings
from pipeline.comic import VERSION, Comic, Idea, Take
from pipeline.errors import DamagedFile, FileError, InputError, NewerFile
from pipeline.files import read_bytes, safe_path, sweep_temporary, write_atomic

if TYPE_CHECKING:
    from PIL.Image import Image

_DOCUMENT = "comic.json"
_TAKES = "takes"
_COVER = "cover.jpg"
_COVER_WIDTH = 480
_MOST_PIXELS = 16_000_000


@dataclass(frozen=True)
class Entry:
    """A comic as the Library lists it. `problem` is the error that keeps a damaged one closed."""

    id: str
    title: str
    changed: str
    cover: Path | None
    problem: FileError | None = None


def comics_folder() -> Path:
    """Where the comics are."""
    return settings.home() / "comics"


def trash_folder() -> Path:
    """Where deleted comics wait for "Undo"."""
    return settings.home() / "trash"


def now() -> str:
    """This moment as written into a comic: ISO 8601, UTC."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def new_id() -> str:
    """A name for a comic, a take or a job that nobody can guess or choose."""
    return secrets.token_hex(6)


def create(idea: Idea, **fields: object) -> Comic:
    """Make a comic from an idea and write it. `fields` are further fields of Comic."""
    moment = now()
    comic = Comic(id=new_id(), idea=idea, created=moment, changed=moment, **fields)
    _write(comic)
    return comic


def exists(comic_id: str) -> bool:
    """Whether there is a comic of this id (damaged ones count). Never raises: ids come from URLs."""
    try:
        return _document(comic_id).exists()
    except InputError:
        return False


def read(comic_id: str) -> Comic:
    """The newest version. Raises InputError (no such comic), DamagedFile or NewerFile."""
    path = _document(comic_id)
    try:
        stamp = path.stat()
    except OSError as exc:
        raise InputError("store.unknown_comic", id=comic_id[:40]) from exc
    return _parsed(path, stamp.st_mtime_ns, stamp.st_size, stamp.st_ino)


@lru_cache(maxsize=32)
def _parsed(path: Path, _modified: int, _size: int, _inode: int) -> Comic:
    """Parse comic.json once per version of the file: pages ask for the same one again and again."""
    return parse(read_bytes(path), str(path))


def parse(text: bytes, name: str) -> Comic:
    """A comic from the text of its document; `name` is what errors call it. Raises DamagedFile or NewerFile."""
    try:
        data = json.loads(text)
        if isinstance(data, dict) and int(data.get("version", 0)) > VERSION:
            raise NewerFile("store.newer", path=name)
        return Comic.model_validate(_migrated(data))
    except (ValueError, TypeError, ValidationError, RecursionError) as exc:
        raise DamagedFile("store.damaged", path=name) from exc


def _migrated(data: dict) -> dict:
    """An older document in today's shape. Version 1 is the first: there is nothing older."""
    return data


def change(comic_id: str, verb: Callable[[Comic], Comic]) -> Comic:
    """Apply a pure verb to the newest version under the comic's lock, write the result and return it.

    A verb that returns its argument writes nothing.
    """
    folder = _folder(comic_id)
    if not (folder / _DOCUMENT).exists():
        raise InputError("store.unknown_comic", id=comic_id[:40])
    with FileLock(folder / ".lock"):
        before = read(comic_id)
        after = verb(before)
        if after is before or after == before:
            return before
        after = after.with_changes(id=before.id, revision=before.revision + 1, changed=now())
        _write(after)
        return after


def save_picture(comic_id: str, take: Take, picture: Image) -> None:
    """Write a take's PNG with its recipe in the metadata. The take is not yet part of the comic."""
    buffer = BytesIO()
    picture.save(buffer, "PNG", pnginfo=infotext.png_info(take.recipe), compress_level=4)
    write_atomic(take_path(comic_id, take.id), buffer.getvalue())


def take_path(comic_id: str, take_id: str) -> Path:
    """Where a take's picture is."""
    return safe_path(comics_folder(), comic_id, _TAKES, f"{take_id}.png")


@lru_cache(maxsize=48)
def _opened(path: Path, _modified: int) -> Image:
    from PIL import Image

    try:
        with Image.open(path) as picture:
            return picture.convert("RGB")
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as exc:
        raise DamagedFile("store.damaged_picture", path=str(path)) from exc


def open_take(comic_id: str, take: Take) -> Image:
    """A take's picture as RGB; shared, so not to be drawn on. Raises FileError or DamagedFile."""
    path = take_path(comic_id, take.id)
    try:
        return _opened(path, path.stat().st_mtime_ns)
    except OSError as exc:
        raise FileError("files.cannot_read", path=str(path), reason=exc.strerror or str(exc)) from exc


def save_cover(comic_id: str, page: Image) -> None:
    """Keep a small picture of the page for the Library."""
    height = max(1, round(page.height * _COVER_WIDTH / page.width))
    buffer = BytesIO()
    page.convert("RGB").resize((_COVER_WIDTH, height)).save(buffer, "JPEG", quality=85)
    write_atomic(_folder(comic_id) / _COVER, buffer.getvalue())


def ids() -> list[str]:
    """Every comic's id, the one changed last first. Opens no comic, so a thousand cost milliseconds."""
    stamped = []
    try:
        with os.scandir(comics_folder()) as folders:
            for folder in folders:
                document = os.path.join(folder.path, _DOCUMENT)
                if not folder.name.startswith(".") and os.path.exists(document):
                    stamped.append((os.stat(document).st_mtime_ns, folder.name))
    except FileNotFoundError:
        return []
    except OSError as exc:
        raise FileError("files.cannot_read", path=str(comics_folder()), reason=exc.strerror or str(exc)) from exc
    return [name for _, name in sorted(stamped, reverse=True)]


def entry(comic_id: str) -> Entry:
    """A comic as the Library shows it; a damaged one comes with its problem instead of its title."""
    cover = _folder(comic_id) / _COVER
    cover = cover if cover.exists() else None
    try:
        comic = read(comic_id)
    except FileError as problem:
        return Entry(id=comic_id, title=comic_id, changed="", cover=cover, problem=problem)
    return Entry(id=comic_id, title=comic.title, changed=comic.changed, cover=cover)


def duplicate(comic_id: str) -> Comic:
    """A copy with every take, under a new id."""
    original = read(comic_id)
    copy = original.with_changes(id=new_id(), revision=0, created=now(), changed=now())
    folder = _folder(copy.id)
    try:
        folder.mkdir(parents=True)
        for name in (_TAKES, _COVER):
            source = _folder(comic_id) / name
            if source.is_dir():
                shutil.copytree(source, folder / name)
            elif source.exists():
                shutil.copy2(source, folder / name)
    except OSError as exc:
        raise FileError("files.cannot_write", path=str(folder), reason=exc.strerror or str(exc)) from exc
    _write(copy)
    return copy


def adopt(comic: Comic, pictures: Mapping[str, bytes]) -> Comic:
    """Take in a comic from elsewhere under a new id; `pictures` are PNG files by take. Takes without one are
    dropped, and so is what is no picture."""
    comic = comic.with_changes(id=new_id(), revision=0, changed=now(), job="")
    slots = []
    for slot in comic.slots:
        takes = tuple(take for take in slot.takes if _is_png(pictures.get(take.id, b"")))
        chosen = slot.chosen if any(take.id == slot.chosen for take in takes) else None
        slots.append(slot.with_changes(takes=takes, chosen=chosen or (takes[-1].id if takes else None)))
        for take in takes:
            write_atomic(take_path(comic.id, take.id), pictures[take.id])
    comic = comic.with_changes(slots=tuple(slots))
    _write(comic)
    return comic


def _is_png(data: bytes) -> bool:
    from PIL import Image

    try:
        with Image.open(BytesIO(data), formats=("PNG",)) as picture:
            return picture.width * picture.height <= _MOST_PIXELS
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return False


def delete(comic_id: str) -> None:
    """Move a comic to the trash; `restore` brings it back."""
    _move(_folder(comic_id), safe_path(trash_folder(), comic_id))


def restore(comic_id: str) -> None:
    """Bring a deleted comic back."""
    _move(safe_path(trash_folder(), comic_id), _folder(comic_id))


def sweep() -> int:
    """Remove temporary files that a crash left behind; how many."""
    return sweep_temporary(comics_folder()) if comics_folder().exists() else 0


def _move(source: Path, target: Path) -> None:
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        os.replace(source, target)
    except OSError as exc:
        raise FileError("files.cannot_write", path=str(target), reason=exc.strerror or str(exc)) from exc


def _folder(comic_id: str) -> Path:
    return safe_path(comics_folder(), comic_id)


def _document(comic_id: str) -> Path:
    return _folder(comic_id) / _DOCUMENT


def _write(comic: Comic) -> None:
    write_atomic(_document(comic.id), comic.model_dump_json(exclude_defaults=False))
