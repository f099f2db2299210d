"""CLIP's vocabulary as a tokenizer, made from the list of byte pairs that CLIP was published with (MIT).

The vocabulary's order is that of Radford et al. 2021: the 256 bytes, the same as ends of words, one
entry per merge, and the two markers of start and end.
"""

from __future__ import annotations

import gzip
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from transformers import CLIPTokenizer

MERGES = Path(__file__).parent.parent.parent / "data" / "clip" / "bpe_simple_vocab_16e6.txt.gz"
SIZE = 49408
START, END = "<|startoftext|>", "<|endoftext|>"
LENGTH = 77
"""Tokens that the text encoder reads at once, start and end included."""


def tokenizer(part: str, family: str) -> CLIPTokenizer:
    """A new tokenizer for a part of a pipeline. OpenCLIP's encoders (SD 2, SDXL's second) are padded with "!"."""
    from transformers import CLIPTokenizer

    vocabulary, merges = _read()
    padding = "!" if family == "sd2" or part == "tokenizer_2" else END
    return CLIPTokenizer(vocab=dict(vocabulary), merges=list(merges), pad_token=padding, model_max_length=LENGTH)


@lru_cache(maxsize=1)
def _read() -> tuple[dict[str, int], tuple[tuple[str, str], ...]]:
    letters = list(_letters_of_bytes())
    with gzip.open(MERGES, "rt", encoding="utf-8") as file:
        lines = file.read().split("\n")[1 : SIZE - 512 - 2 + 1]
    merges = tuple((first, second) for first, second in (line.split() for line in lines))
    words = [*letters, *(f"{letter}</w>" for letter in letters), *map("".join, merges), START, END]
    return {word: index for index, word in enumerate(words)}, merges


def _letters_of_bytes() -> tuple[str, ...]:
    """The printable letter that stands for each byte, in the vocabulary's order: bytes that print stand for
    themselves, the others are moved to the letters from 256 on (Radford et al. 2019)."""
    printable = [*range(ord("!"), ord("~") + 1), *range(ord("¡"), ord("¬") + 1), *range(ord("®"), ord("ÿ") + 1)]
    moved = range(256, 256 + 256 - len(printable))
    return tuple(map(chr, (*printable, *moved)))
