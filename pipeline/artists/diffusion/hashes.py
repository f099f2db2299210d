"""What a model file is known by: SHA-256 as A1111 shows it, reckoned once and remembered by path, size and time.

A checkpoint and a VAE show ten digits, a LoRA and an embedding twelve; a LoRA's is that of its tensors
alone, so that notes written into the file's header do not change it.
"""

from __future__ import annotations

import hashlib
import json
import threading
from collections.abc import Generator
from pathlib import Path

from pipeline import settings
from pipeline.artists._checkpoint import Checkpoint
from pipeline.errors import DamagedFile, FileError
from pipeline.files import write_atomic

SHORT = 10
"""How many digits of a checkpoint's hash A1111 shows."""
SHORT_EXTRA = 12
"""And of a LoRA's or an embedding's."""
_FILE = "hashes.json"
_AT_ONCE = 64 * 1024 * 1024
"""Bytes between two reports."""
_TENSORS = "|tensors"
_lock = threading.Lock()


def known(checkpoint: Checkpoint) -> str:
    """The checkpoint's hash when it was reckoned before and nothing has changed since, else ""."""
    remembered = _read()
    found = [remembered.get(_state(path), "") for path in weights(checkpoint)]
    return _joined(found) if found and all(found) else ""


def reckon(checkpoint: Checkpoint) -> str:
    """The checkpoint's hash. DamagedFile when a file differs from the `.sha256` beside it."""
    return _drained(reckoning(checkpoint))


def reckoning(checkpoint: Checkpoint) -> Generator[float, None, str]:
    """The same, reporting the share of the bytes that were read, 0–1. A folder's hash is that of its files' hashes."""
    files = weights(checkpoint)
    remembered = _read()
    fresh = [path for path in files if _state(path) not in remembered]
    size, done = sum(path.stat().st_size for path in fresh) or 1, 0
    found = {}
    for path in fresh:
        for read in (digesting := _Digesting(path)):
            yield (done + read) / size
        done += path.stat().st_size
        found[_state(path)] = digesting.digest
    _remember(found)
    digests = [found.get(_state(path)) or remembered[_state(path)] for path in files]
    for path, digest in zip(files, digests, strict=True):
        _compare(path, digest)
    return _joined(digests)


def of_file(path: Path, *, tensors_only: bool = False) -> str:
    """All 64 digits of a file's hash; with `tensors_only` a safetensors file's without its header, as for LoRAs."""
    state = _state(path) + (_TENSORS if tensors_only else "")
    remembered = _read().get(state)
    if remembered is None:
        digesting = _Digesting(path, after_header=tensors_only)
        list(digesting)
        remembered = digesting.digest
        _remember({state: remembered})
    return remembered


def weights(checkpoint: Checkpoint) -> list[Path]:
    """The files that hold a checkpoint's tensors; none for a hub id."""
    path = Path(checkpoint.path)
    return [path] if checkpoint.kind == "file" else sorted(path.rglob("*.safetensors")) if path.is_dir() else []


class _Digesting:
    """Reads a file piece by piece: iterate for the bytes read so far, then ask for `digest`."""

    def __init__(self, path: Path, after_header: bool = False) -> None:
        self._path, self._after_header = path, after_header
        self.digest = ""

    def __iter__(self):
        sha = hashlib.sha256()
        read = 0
        try:
            with open(self._path, "rb") as file:
                if self._after_header:
                    file.seek(8 + int.from_bytes(file.read(8), "little"))
                while piece := file.read(_AT_ONCE):
                    sha.update(piece)
                    read += len(piece)
                    yield read
        except OSError as exc:
            raise FileError("files.cannot_read", path=str(self._path), reason=exc.strerror or str(exc)) from exc
        self.digest = sha.hexdigest()


def _drained(work: Generator[object, None, str]) -> str:
    while True:
        try:
            next(work)
        except StopIteration as finished:
            return finished.value


def _joined(digests: list[str]) -> str:
    if len(digests) == 1:
        return digests[0][:SHORT]
    return hashlib.sha256("".join(digests).encode()).hexdigest()[:SHORT] if digests else ""


def _state(path: Path) -> str:
    status = path.stat()
    return f"{path.resolve()}|{status.st_size}|{status.st_mtime_ns}"


def _compare(path: Path, digest: str) -> None:
    """safetensors carries no checksum: where somebody has put one beside the file, it must match."""
    beside = path.with_name(f"{path.name}.sha256")
    if beside.is_file() and digest not in beside.read_text(encoding="utf-8", errors="replace")[:1000].lower():
        raise DamagedFile("diffusion.damaged", name=path.name)


def _remember(found: dict[str, str]) -> None:
    """Add to what is known; files that are gone are forgotten."""
    if not found:
        return
    with _lock:
        kept = {state: digest for state, digest in _read().items() if Path(state.partition("|")[0]).exists()}
        write_atomic(settings.home() / _FILE, json.dumps({**kept, **found}, indent=1))


def _read() -> dict[str, str]:
    try:
        found = json.loads((settings.home() / _FILE).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}
