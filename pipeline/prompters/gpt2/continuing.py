"""From raw continuations to candidates: fixed beginning, added words as pieces, none empty, none twice."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from pipeline import grammar, lexicon
from pipeline.comic import Piece, join_pieces, split_phrases
from pipeline.prompters.gpt2.blocking import is_blocked

if TYPE_CHECKING:
    from pipeline.prompters.gpt2.model import Continuer

TRIES = 4
"""How many times a model is asked for more when its continuations are empty or alike."""
MAX_PHRASES = 12
MAX_LETTERS = 60
"""A longer phrase is cut at a word: it is a model's babble, not a description."""
_ONE_OF = ("time", "shot", "mood", "place")
_MARKS = re.compile(r"[()\[\]{}<>|\\\"“”#*_~^`=]+|:\s*-?[\d.]+|\bBREAK\b|\bAND\b|https?://\S+")
# "artwork by Somebody": the style of a living person is not for a machine to propose.
_ARTISTS = re.compile(r"\b(?:\w+\s+)?by\s+(?!(?:a|an|the|his|her|their)\b).*|\b(?:style|art) of\s.*", re.IGNORECASE)


def continued(
    writer: Continuer, pieces: Sequence[Piece], seed: str, count: int, blocked: Sequence[str] = ()
) -> list[tuple[Piece, ...]]:
    """`count` different wordings that all begin with `pieces`, the added phrases as pieces of origin "gpt2".
    Phrases that hold a blocked word are left off.

    LoRA tags are set aside while the model reads and stand at the end again. A model that has
    nothing new to say even when asked again is helped by leaving phrases off its longer wordings.
    """
    words, tags = _set_aside(pieces)
    beginning = f"{join_pieces(tuple(words))}, "
    known = {phrase.lower() for piece in words for phrase in split_phrases(piece.text)}
    found: list[tuple[str, ...]] = []
    for attempt in range(TRIES):
        for text in writer.continuations(beginning.strip(), _number(f"{seed} {attempt}"), count):
            phrases = added_phrases(text, known, blocked)
            if phrases and phrases not in found:
                found.append(phrases)
        if len(found) >= count:
            break
    wordings = [*found, *_shorter(found)][:count] or [()]
    return [(*words, *(Piece(text=phrase, origin="gpt2") for phrase in each), *tags) for each in wordings]


def _number(text: str) -> int:
    """A seed for torch, the same for the same text in every process."""
    return int.from_bytes(hashlib.sha256(text.encode()).digest()[:4], "big")


def _set_aside(pieces: Sequence[Piece]) -> tuple[list[Piece], list[Piece]]:
    """The pieces without tags, and the tags as pieces: a tag makes a prompt model babble."""
    words, tags = [], []
    for piece in pieces:
        text, loras = grammar.take_tags(piece.text)
        if text.strip(" ,"):
            words.append(piece.with_changes(text=text.strip(" ,")))
        if loras:
            tag = " ".join(f"<lora:{lora.name}:{lora.text_encoder:g}:{lora.unet:g}>" for lora in loras)
            tags.append(piece.with_changes(text=tag))
    return words, tags


def added_phrases(text: str, known: set[str], blocked: Sequence[str] = ()) -> tuple[str, ...]:
    """The phrases of a continuation that are new and not blocked: marks and artists' names taken out, each phrase once.

    The last one is left off when others stand before it: the model was stopped in its middle.
    """
    phrases = [_plain(phrase) for phrase in split_phrases(grammar.take_tags(text)[0])]
    whole = phrases[:-1] or phrases
    readable = (phrase for phrase in dict.fromkeys(whole) if len(phrase) > 1 and phrase.isascii())
    new = (phrase for phrase in readable if phrase not in known and not is_blocked(phrase, blocked))
    return tuple(_without_seconds(new, known))[:MAX_PHRASES]


def _without_seconds(phrases: Iterable[str], known: set[str]) -> Iterator[str]:
    """The phrases without another hour, shot, mood or place than the beginning, or one of them, has named: a scene
    has one of each."""
    taken = {lexicon.category(phrase) for phrase in known}
    for phrase in phrases:
        sort = lexicon.category(phrase)
        if sort in _ONE_OF and sort in taken:
            continue
        taken.add(sort)
        yield phrase


def _plain(phrase: str) -> str:
    """A phrase in small letters without marks, numbers of weights, control characters, or more letters than allowed."""
    bare = _ARTISTS.sub(" ", _MARKS.sub(" ", phrase))
    visible = "".join(letter if unicodedata.category(letter)[0] != "C" else " " for letter in bare)
    words = " ".join(visible.split())
    short = words if len(words) <= MAX_LETTERS else words[: MAX_LETTERS + 1].rpartition(" ")[0] or words[:MAX_LETTERS]
    return short.strip(" .;:!?'-").lower()


def _shorter(found: Sequence[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """Beginnings of the wordings that are not wordings themselves, the longest first; at last nothing added."""
    shorter = [phrases[:end] for phrases in found for end in range(len(phrases) - 1, 0, -1)]
    return [each for each in dict.fromkeys(sorted(shorter, key=len, reverse=True)) if each not in found] + [()]
