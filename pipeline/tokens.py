"""Tokens, counted without torch: CLIP's byte-pair encoding, and the chunks of 75 that a prompt is cut into.

CLIP reads 77 tokens at a time, the first and the last of them its own. A longer prompt is cut into
chunks, as A1111 does: near the end of a chunk the cut moves back to the last comma, so that a phrase
stays whole; `BREAK` cuts wherever it stands.

The vocabulary is shipped (`data/clip`), so that prompts can be counted before any model is there.
The `tokenizers` library, which transformers brings along, does the encoding.
"""

from __future__ import annotations

import gzip
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from pipeline import grammar, words

if TYPE_CHECKING:
    from tokenizers import Tokenizer

CHUNK = 75
"""Tokens in a chunk, without the two that CLIP adds."""
BACK_TRACK = 20
"""How far before a chunk's end its last comma may stand to be cut at, as A1111's setting has it."""

_MERGES = Path(__file__).parent / "data" / "clip" / "merges.txt.gz"
_WORD_END = "</w>"
_START, _END = "<|startoftext|>", "<|endoftext|>"
# Contractions, words, single digits, runs of other signs: how CLIP parts a text before it encodes.
_WORDS = r"'s|'t|'re|'ve|'m|'ll|'d|[\p{L}]+|[\p{N}]|[^\s\p{L}\p{N}]+"


class Chunk(NamedTuple):
    """Up to 75 tokens, and how much attention each gets. Both are of one length; padding is the encoder's."""

    ids: tuple[int, ...]
    weights: tuple[float, ...]


def ids(text: str) -> list[int]:
    """The text's token ids, without CLIP's first and last."""
    return _tokenizer().encode(text, add_special_tokens=False).ids


def count(text: str) -> int:
    """How many tokens plain text takes, without CLIP's first and last."""
    return len(ids(text))


def chunks(
    fragments: Sequence[grammar.Fragment], encode: Callable[[str], Sequence[int]] = ids, comma: int | None = None
) -> tuple[Chunk, ...]:
    """The fragments cut into chunks; at least one, if empty.

    A model with words of its own gives its `encode`, and the id of its `comma`.
    """
    comma = encode(",")[0] if comma is None else comma
    cut = _Cutter(comma)
    for fragment in fragments:
        if fragment.is_break:
            cut.end_chunk()
            continue
        for token in encode(fragment.text):
            cut.add(token, fragment.weight)
    return cut.finished()


def chunk_count(prompt: str, steps: int = grammar.STEPS, *, negative: bool = False) -> int:
    """How many chunks a prompt takes at the step and in the part where it takes most."""
    parsed = grammar.parse(prompt, steps, negative=negative)
    texts = {part.fragments for span in parsed.schedule for part in span.parts}
    return max(len(chunks(fragments)) for fragments in texts)


def explain(prompt: str, steps: int = grammar.STEPS, language: str = words.DEFAULT_LANGUAGE) -> dict[str, object]:
    """What `grammar.explain` tells, and the number of chunks."""
    told = grammar.explain(prompt, steps, language)
    return {"schedule": told["schedule"], "loras": told["loras"], "chunks": chunk_count(prompt, steps), **told}


class _Cutter:
    """Fills chunks token by token."""

    def __init__(self, comma: int) -> None:
        self._comma = comma
        self._full: list[Chunk] = []
        self._ids: list[int] = []
        self._weights: list[float] = []
        self._after_comma = 0  # where the phrase after the last comma starts; 0 is "no comma yet"

    def add(self, token: int, weight: float) -> None:
        """Take in the next token, ending a full chunk at its last comma if that is near."""
        if len(self._ids) == CHUNK:
            near = self._after_comma and CHUNK - self._after_comma < BACK_TRACK
            self.end_chunk(self._after_comma if near and token != self._comma else CHUNK)
        if token == self._comma:
            self._after_comma = len(self._ids) + 1
        self._ids.append(token)
        self._weights.append(weight)

    def end_chunk(self, at: int = CHUNK) -> None:
        """Finish the chunk with its first `at` tokens; the others open the next."""
        self._full.append(Chunk(tuple(self._ids[:at]), tuple(self._weights[:at])))
        self._ids, self._weights, self._after_comma = self._ids[at:], self._weights[at:], 0

    def finished(self) -> tuple[Chunk, ...]:
        """All the chunks, the last one with what is left."""
        if self._ids or not self._full:
            self.end_chunk()
        return tuple(self._full)


@cache
def vocabulary() -> tuple[dict[str, int], tuple[tuple[str, str], ...]]:
    """CLIP's pieces with their ids, and the merges that make them, in order; from the shipped file.

    Single bytes come first, bytes that end a word, then each merge, last the two signs of start and end.
    """
    lines = gzip.decompress(_MERGES.read_bytes()).decode().splitlines()
    merges = tuple((first, second) for first, second in map(str.split, lines))
    letters = _byte_letters()
    ends = [letter + _WORD_END for letter in letters]
    pieces = [*letters, *ends, *("".join(merge) for merge in merges), _START, _END]
    return {piece: number for number, piece in enumerate(pieces)}, merges


@cache
def _tokenizer() -> Tokenizer:
    """CLIP's tokenizer, built from the shipped merges."""
    from tokenizers import Regex, Tokenizer, models, normalizers, pre_tokenizers

    numbers, merges = vocabulary()
    tokenizer = Tokenizer(
        models.BPE(numbers, list(merges), unk_token=_END, end_of_word_suffix=_WORD_END, continuing_subword_prefix="")
    )
    tokenizer.normalizer = normalizers.Sequence(
        [normalizers.NFC(), normalizers.Replace(Regex(r"\s+"), " "), normalizers.Lowercase()]
    )
    parted = pre_tokenizers.Split(Regex(_WORDS), behavior="removed", invert=True)
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence([parted, pre_tokenizers.ByteLevel(add_prefix_space=False)])
    return tokenizer


def _byte_letters() -> list[str]:
    """A visible letter for each of the 256 bytes, in the vocabulary's order (GPT-2's table)."""
    visible = [*range(ord("!"), ord("~") + 1), *range(0xA1, 0xAD), *range(0xAE, 0x100)]
    hidden = 256 - len(visible)
    return [chr(code) for code in (*visible, *range(256, 256 + hidden))]
