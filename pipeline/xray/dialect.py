"""Tags or sentences: what a checkpoint was taught with, and a prompt put into either.

Anime checkpoints were taught with tags of picture boards, and everything of Stable Diffusion 1 and 2 does well with
short phrases parted by commas. SDXL and checkpoints for photographs were taught with captions. A file rarely says
which, so the family decides, and a word in the name overrules it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Literal

from pipeline import cells, grammar
from pipeline.comic import Candidate, Comic, PanelPrompt, Piece
from pipeline.lexicon import category
from pipeline.lexicon.looks import KINDS
from pipeline.lexicon.phrases import without_colour
from pipeline.xray.counting import checkpoint_of

Dialect = Literal["tags", "prose"]

PAINTERS = ("diffusion", "webui")
"""The artists that hand a prompt to a checkpoint."""

_TAGGED = re.compile(r"anim|pony|illustrious|noob|booru|manga|waifu|hentai|counterfeit|anything|abyss|meina|toon", re.I)
_CAPTIONED = re.compile(r"photo|realis|realvis|juggernaut|dreamshaper|xl.?base|sdxl|epic.?real|cyberreal", re.I)
_WORDS_OF_A_SENTENCE = 3.2
"""Words a phrase, on average, from which a prompt counts as sentences: "orange cat" is a tag."""
_BARE = ("glasses", "headphones", "pajamas", "overalls", "pigtails", "money", "milk", "bread", "ramen", "kimchi")
_ON = ("street", "beach", "mountain", "rooftop", "stage", "subway")
_WHERE = {"underwater": "underwater", "space": "in space", "countryside": "in the countryside"}
_WHEN = {"morning": "in the morning", "day": "by day", "sunset": "at sunset", "night": "at night", "dawn": "at dawn"}
_SKY = {"sunny": "in bright sunlight", "starry sky": "under a starry sky", "rainbow": "under a rainbow"}


def wanted(comic: Comic) -> Dialect:
    """What the comic's artist reads best. An unknown checkpoint reads tags, and so do artists that are no painters:
    they take a prompt apart by themselves."""
    if cells.artist_name(comic) not in PAINTERS:
        return "tags"
    checkpoint = checkpoint_of(comic)
    name = checkpoint.name if checkpoint else str(comic.preset.get("checkpoint") or "")
    if _TAGGED.search(name):
        return "tags"
    if _CAPTIONED.search(name):
        return "prose"
    return "prose" if checkpoint is not None and _is_xl(checkpoint.path) else "tags"


def _is_xl(path: str) -> bool:
    from pathlib import Path

    from pipeline.artists.diffusion.on_disk import family

    folder = Path(path)
    return (folder / "text_encoder_2").is_dir() if folder.is_dir() else family(folder) == "sdxl"


def spoken(prompt: PanelPrompt) -> Dialect:
    """Which of the two a prompt is written in."""
    told = [phrase for piece in prompt.pieces for phrase in grammar.phrases(piece.text)]
    average = sum(len(phrase.split()) for phrase in told) / max(1, len(told))
    return "prose" if average >= _WORDS_OF_A_SENTENCE else "tags"


def fitting(comic: Comic, prompt: PanelPrompt) -> PanelPrompt:
    """A prompt as the comic's artist reads it best, its candidates as well."""
    return in_prose(prompt) if wanted(comic) == "prose" else prompt


def in_prose(prompt: PanelPrompt) -> PanelPrompt:
    """The prompt and its candidates as the parts of a sentence; every piece keeps where it came from."""
    candidates = tuple(Candidate(pieces=_prose(candidate.pieces)) for candidate in prompt.candidates)
    return prompt.with_pieces(_prose(prompt.pieces)).with_changes(candidates=candidates)


def _prose(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """Everybody with their look and what they do, then where and when, then whatever fits no sentence."""
    people = list(dict.fromkeys(piece.character for piece in pieces if piece.character))
    rest = [piece for piece in pieces if not piece.character]
    return (*(each for name in people for each in _person(pieces, name)), *_around(rest))


def _person(pieces: Sequence[Piece], name: str) -> Iterator[Piece]:
    mine = [piece for piece in pieces if piece.character == name]
    look = [piece for piece in mine if piece.origin == "character"]
    if look:
        first, *others = (piece.text for piece in look)
        worn = f" with {_listed([_article(word) for word in others])}" if others else ""
        yield look[0].with_changes(text=f"{_article(first)}{worn}")
    does = [_without_kind(piece.text) for piece in mine if piece.origin != "character"]
    if does:
        yield Piece(text=_listed(does), origin="scene", character=name)


def _without_kind(phrase: str) -> str:
    first, _, rest = phrase.partition(" ")
    return rest if rest and first.lower() in KINDS else phrase


def _around(rest: Sequence[Piece]) -> Iterator[Piece]:
    surroundings = [told for piece in rest if (told := _surrounding(piece))]
    if surroundings:
        yield Piece(text=" ".join(surroundings), origin="scene")
    for piece in rest:
        if not _surrounding(piece):
            yield piece.with_changes(text=_framed(piece))


def _surrounding(piece: Piece) -> str:
    """Place, time and weather as parts of one phrase: "on a street at night in the rain"."""
    word = piece.text.lower()
    sort = category(word) if piece.origin == "scene" else ""
    if sort == "place":
        return _WHERE.get(word) or f"{'on' if word in _ON else 'in'} {_article(word)}"
    if sort == "time":
        return _WHEN.get(word, f"at {word}")
    if sort == "weather":
        return _SKY.get(word) or f"in the {word}"
    return ""


def _framed(piece: Piece) -> str:
    if piece.origin == "shot":
        return f"seen in {_article(piece.text)}" if piece.text.endswith(("shot", "close-up")) else f"seen {piece.text}"
    if piece.origin == "mood":
        return f"in {_article(piece.text)} mood"
    return _article(piece.text) if piece.origin == "scene" and category(piece.text) == "prop" else piece.text


def _article(words: str) -> str:
    bare = grammar.bare(words)
    plain = without_colour(bare)
    if plain in _BARE or plain.endswith(("hair", "skin")) or bare != words or not bare.isascii():
        return words
    return f"an {words}" if words[:1].lower() in "aeiou" else f"a {words}"


def _listed(words: Sequence[str]) -> str:
    *before, last = words
    return f"{', '.join(before)} and {last}" if before else last
