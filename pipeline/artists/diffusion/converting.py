"""Old weight files made safe: read once in a child process, written as safetensors, never opened here.

A .ckpt, .pt or .bin is a pickle and can run code when it is opened. Somebody who is asked and says yes
has it converted: a process of its own, without keys in its surroundings, reads it with
`torch.load(weights_only=True)`, which refuses all but tensors, and writes the tensors to
NECUT_HOME/converted, where models are looked for as well. The old file stays as it is.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from pipeline import settings
from pipeline.artists.diffusion import on_disk
from pipeline.errors import DamagedFile, FileError, InputError
from pipeline.files import safe_path

FOLDERS = {"checkpoint": "Stable-diffusion", "lora": "Lora", "embedding": "embeddings", "vae": "VAE"}
"""Kind of model → the folder that it is kept in, as WebUIs name them."""
PATIENCE = 900.0
"""Seconds that one file may take."""
_LOOK = 0.25  # seconds between two looks at the child
_MOST_BYTES = 16 * 2**30
_KEPT = ("PATH", "HOME", "SYSTEMROOT", "TEMP", "TMP", "TMPDIR", "LD_LIBRARY_PATH", "PYTHONPATH", "VIRTUAL_ENV", "LANG")
_CODE = Path(__file__).with_name("_unpickle.py")


def folder(kind: str = "") -> Path:
    """Where converted files are kept; of one kind, or of all."""
    root = settings.home() / on_disk.CONVERTED
    return root / FOLDERS[kind] if kind else root


def convert(path: Path, kind: str) -> Iterator[float]:
    """Convert one file, reporting the seconds gone by; closing the generator ends the child.

    Raises FileError when it cannot be read, InputError when it is too large, DamagedFile when it holds more than
    tensors or takes too long.
    """
    target = safe_path(folder(kind), f"{path.stem}.safetensors")
    try:
        if path.stat().st_size > _MOST_BYTES:
            raise InputError("diffusion.too_large", name=path.name)
        target.parent.mkdir(parents=True, exist_ok=True)
    except OSError as exc:
        raise FileError("files.cannot_read", path=str(path), reason=exc.strerror or str(exc)) from exc
    unfinished = target.with_suffix(".part")
    child = subprocess.Popen(
        [sys.executable, "-P", str(_CODE), str(path.resolve()), str(unfinished)],
        env={name: os.environ[name] for name in _KEPT if name in os.environ},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        yield from _waited(child)
        if child.returncode != 0:
            raise DamagedFile("diffusion.not_converted", name=path.name)
        os.replace(unfinished, target)
    finally:
        child.kill()
        child.wait()
        unfinished.unlink(missing_ok=True)


def _waited(child: subprocess.Popen) -> Iterator[float]:
    started = time.monotonic()
    while (gone := time.monotonic() - started) < PATIENCE:
        try:
            child.wait(_LOOK)
            return
        except subprocess.TimeoutExpired:
            yield gone
