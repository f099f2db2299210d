"""The one path function and the atomic write that settings, presets, cast and store all use.

Names come from people, servers and other people's files: `safe_path` is the only place that turns
one into a path under the data folder. `write_atomic` leaves either the old file or the new one,
whatever happens in between (a crash, a full disk, kill -9).
"""

from __future__ import annotations

import contextlib
import os
import time
import unicodedata
import uuid
from pathlib import Path

from pipeline.errors import FileError, InputError

_TEMPORARY = ".necut-tmp-"
_RESERVED = {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))}
MAX_NAME = 80


def safe_path(root: Path, *names: str) -> Path:
    """The path `root/names…`, or InputError when a name tries to be more than a name.

    Each name is one component: no separators, no leading dot, no control characters, at most
    `MAX_NAME` letters, none of the names that Windows reserves; and the result, symbolic links
    followed, must lie under `root`.
    """
    path = Path(root)
    for name in names:
        path = path / _plain_name(name)
    if not path.resolve().is_relative_to(Path(root).resolve()):
        raise InputError("files.bad_name", name="/".join(names))
    return path


def _plain_name(name: str) -> str:
    plain = unicodedata.normalize("NFC", name).strip()
    forbidden = (
        not plain
        or len(plain) > MAX_NAME
        or plain.startswith(".")
        or plain.endswith(".")
        or any(letter in '/\\:*?"<>|' or unicodedata.category(letter) == "Cc" for letter in plain)
        or plain.split(".")[0].lower() in _RESERVED
    )
    if forbidden:
        raise InputError("files.bad_name", name=name[:MAX_NAME])
    return plain


def write_atomic(path: Path, content: bytes | str) -> None:
    """Write the whole file or none of it: a temporary file beside it, fsync, replace, fsync the folder.

    Makes missing folders. Raises FileError when the place cannot be written.
    """
    data = content.encode() if isinstance(content, str) else content
    path = Path(path)
    temporary = path.with_name(f"{_TEMPORARY}{uuid.uuid4().hex}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with open(temporary, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        _stamp(temporary)
        os.replace(temporary, path)
        _sync_folder(path.parent)
    except OSError as exc:
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)
        raise FileError("files.cannot_write", path=str(path), reason=exc.strerror or str(exc)) from exc


def _stamp(path: Path) -> None:
    """Date a file to the nanosecond. Many systems date by a clock that ticks every few milliseconds: two versions
    within one tick, equally long, would be taken for one by whoever remembers what it has read by its date."""
    now = time.time_ns()
    os.utime(path, ns=(now, now))


def _sync_folder(folder: Path) -> None:
    """Make the replace itself durable. Windows has no such call and needs none."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def read_bytes(path: Path, limit: int | None = None) -> bytes:
    """The file's bytes; FileError when it cannot be read or is longer than `limit` bytes."""
    try:
        if limit is not None and os.path.getsize(path) > limit:
            raise FileError("files.too_big", path=str(path), limit=limit // 1024)
        return Path(path).read_bytes()
    except OSError as exc:
        raise FileError("files.cannot_read", path=str(path), reason=exc.strerror or str(exc)) from exc


def sweep_temporary(folder: Path, older_than: float = 3600.0) -> int:
    """Remove temporary files that a crash left behind more than `older_than` seconds ago; how many."""
    swept = 0
    for orphan in Path(folder).rglob(f"{_TEMPORARY}*"):
        with contextlib.suppress(OSError):
            if time.time() - orphan.stat().st_mtime > older_than:
                orphan.unlink()
                swept += 1
    return swept
