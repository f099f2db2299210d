"""Whose tokens count: the chosen checkpoint's tokenizers, where it brings its own; else CLIP's.

Every Stable Diffusion 1, 2 and XL checkpoint reads CLIP's vocabulary, XL in two encoders of which both count the
same. A checkpoint folder that carries tokenizers of its own (`tokenizer/tokenizer.json`, `tokenizer_2/…`) is counted
by them; where two of them differ, by the one that counts more.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline import cells, tokens
from pipeline.errors import NecutError

if TYPE_CHECKING:
    from pipeline.artists._checkpoint import Checkpoint
    from pipeline.comic import Comic

_PARTS = ("tokenizer", "tokenizer_2")


@dataclass(frozen=True)
class Counter:
    """A way to count: the checkpoint's name ("" for CLIP's vocabulary), and text → token ids."""

    name: str
    encode: Callable[[str], Sequence[int]]


CLIP = Counter("", tokens.ids)


def counter_of(comic: Comic) -> Counter:
    """The counter of the checkpoint that would paint this comic; CLIP's where none is chosen or none is here."""
    checkpoint = checkpoint_of(comic)
    if checkpoint is None or checkpoint.kind != "folder":
        return CLIP if checkpoint is None else Counter(checkpoint.name, tokens.ids)
    files = [Path(checkpoint.path) / part / "tokenizer.json" for part in _PARTS]
    encoders = [encode for file in files if file.is_file() and (encode := _own(file, file.stat().st_mtime_ns))]
    if not encoders:
        return Counter(checkpoint.name, tokens.ids)
    return Counter(checkpoint.name, lambda text: max((encode(text) for encode in encoders), key=len))


def checkpoint_of(comic: Comic) -> Checkpoint | None:
    """The checkpoint on this machine that would paint the comic; None when none would."""
    if cells.artist_name(comic) != "diffusion":
        return None
    from pipeline.artists.diffusion.on_disk import find

    try:
        return find(str(comic.preset.get("checkpoint") or ""))
    except (NecutError, OSError):
        return None


@lru_cache(maxsize=8)
def _own(file: Path, _changed: int) -> Callable[[str], Sequence[int]] | None:
    """The encoder of a tokenizer file, without the signs of start and end; None for a file that is none."""
    from tokenizers import Tokenizer

    try:
        tokenizer = Tokenizer.from_file(str(file))
    except Exception:  # the library's errors have no common class
        return None
    return lambda text: tokenizer.encode(text.lower(), add_special_tokens=False).ids
