"""Hints: what a friend says who looks on while a prompt is written. Each says why, and one click applies it.

Most are the advice that the makers of "AI 네컷만화" gave their users: keep a prompt short, reorder it when a
picture disappoints, never go without a negative prompt, and look after the other settings. Nothing is changed
unasked, and a prompt that is fine gets no hint.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from pipeline import cells, grammar, lexicon, presets, prompters, tokens, wildcards
from pipeline.comic import Comic, Piece
from pipeline.flow import edits, wording
from pipeline.xray import XRay, dialect, look

FORERUNNER = presets.DEFAULT
"""The preset that holds the forerunner's request, word for word."""
SHORTEST = 3
"""Phrases below which a prompt is vague."""
LONGEST = 4
"""Words in a phrase from which it is a sentence: checkpoints that read tags do better with its parts."""
DETAILS = 3
"""How many words are offered to a vague prompt."""
_SETTINGS = ("sampler", "schedule_type", "steps", "cfg_scale")

_HANGUL = re.compile(r"[\u1100-\u11ff\u3130-\u318f\uac00-\ud7a3]")
_SAYS_NOTHING = "a an the is are was were be being been it its his her their my your there that which who very".split()
_PARTS = "in on at of with and to from by under over near down up into through behind beside for as while".split()


@dataclass(frozen=True)
class Hint:
    """One piece of advice: a key of the catalogue (`hints.ID` says why, `hints.ID_do` what the click does) with its
    values, and the pure verb that follows it."""

    id: str
    apply: Callable[[Comic], Comic]
    values: dict[str, str | int] = field(default_factory=dict)


def hints(comic: Comic, panel: int) -> tuple[Hint, ...]:
    """What there is to say about a panel's prompt, the most useful first; often nothing."""
    xray = look(comic, panel)
    if xray is None:
        return ()
    told = [*_of_words(comic, panel), *_of_length(comic, panel, xray), *_of_dialect(comic, panel)]
    return (*told, *_of_order(comic, panel))


def preset_hints(comic: Comic) -> tuple[Hint, ...]:
    """What there is to say about the request around the prompts; the same for all four panels."""
    return tuple(_of_the_preset(comic))


def _of_words(comic: Comic, panel: int) -> Iterator[Hint]:
    pieces = _pieces(comic, panel)
    if _paints(comic) and (korean := [piece.text for piece in pieces if _HANGUL.search(piece.text)]):
        english = {text: _in_english(text) for text in korean}
        if any(english.values()):
            yield Hint(
                "korean",
                lambda newest: _replaced(newest, panel, english),
                {"korean": ", ".join(korean), "english": ", ".join(filter(None, english.values()))},
            )
    if (once := _once(pieces)) != pieces:
        twice = next(piece.text for piece in pieces if piece not in once or pieces.count(piece) > 1)
        yield Hint(
            "twice", lambda newest: wording.with_pieces(newest, panel, _once(_pieces(newest, panel))), {"text": twice}
        )


def _of_length(comic: Comic, panel: int, xray: XRay) -> Iterator[Hint]:
    pieces = _pieces(comic, panel)
    added = [word for word in xray.words if word.group == "gpt2"]
    if _paints(comic) and xray.behind and added:
        kept = _trimmed(pieces, xray)
        yield Hint(
            "behind",
            lambda newest: wording.with_pieces(newest, panel, kept),
            {"count": len(xray.behind), "less": len(pieces) - len(kept), "size": tokens.CHUNK},
        )
    if dialect.wanted(comic) == "tags" and dialect.spoken(comic.slots[panel].prompt.prompt) == "tags":
        for piece in pieces:
            if (short := shortened(piece.text)) != piece.text:
                yield Hint("short", _replacing(panel, piece.text, short), {"text": piece.text, "short": short})
                break
    if len(pieces) < SHORTEST and (details := _details(comic, panel)):
        yield Hint(
            "vague",
            lambda newest: wording.with_pieces(newest, panel, (*_pieces(newest, panel), *details)),
            {"words": ", ".join(piece.text for piece in details)},
        )


def _of_dialect(comic: Comic, panel: int) -> Iterator[Hint]:
    prompt = comic.slots[panel].prompt.prompt
    wanted = dialect.wanted(comic)
    if wanted == dialect.spoken(prompt) or not any(piece.origin in ("character", "scene") for piece in prompt.pieces):
        return
    if wanted == "prose":
        yield Hint("prose", lambda newest: _told_in_prose(newest, panel))
    elif comic.script is not None:
        yield Hint("tags", lambda newest: _told_in_tags(newest, panel))


def _of_the_preset(comic: Comic) -> Iterator[Hint]:
    if not _paints(comic):
        return
    good = presets.read(FORERUNNER).closed()
    if not str(comic.preset.get("negative_prompt") or "").strip():
        yield Hint(
            "negative", lambda newest: edits.with_preset_field(newest, "negative_prompt", good["negative_prompt"])
        )
    still_open = [name for name in _SETTINGS if comic.preset.get(name) is None]
    if {"sampler", "steps", "cfg_scale"} <= set(still_open):
        yield Hint(
            "settings",
            lambda newest: _with_settings(newest, good),
            {"steps": good["steps"], "cfg": f"{good['cfg_scale']:g}"},
        )


def _of_order(comic: Comic, panel: int) -> Iterator[Hint]:
    """A picture was drawn from just these words, and drawn again: another order is another picture."""
    text = comic.slots[panel].prompt.prompt.text
    tried = [take for take in comic.slots[panel].takes if wording.sent(take) == text]
    if len(tried) > 1:
        yield Hint("order", lambda newest: wording.with_pieces(newest, panel, reordered(_pieces(newest, panel))))


def shortened(phrase: str) -> str:
    """A sentence as tags, what is there before what happens: "going down the mountain" → "mountain, going down".

    Short phrases, and those with brackets or tags in them, stay as they are.
    """
    words = phrase.split()
    plain = re.fullmatch(r"[A-Za-z' -]+", phrase) is not None
    if not plain or len(words) < LONGEST or not any(word.lower() in _SAYS_NOTHING + _PARTS for word in words):
        return phrase
    parts: list[list[str]] = [[]]
    for word in words:
        if word.lower() in _SAYS_NOTHING:
            parts.append([])
        elif word.lower() in _PARTS and not (word.lower() in ("down", "up") and parts[-1]):
            parts.append([])
        else:
            parts[-1].append(word)
    said = [" ".join(part) for part in parts if part]
    if len(said) < 2:
        return said[0] if said else phrase
    things = [part for part in said if not _happens(part)]
    doings = [part for part in said if _happens(part)]
    return ", ".join(dict.fromkeys((*things, *doings)))


def _happens(part: str) -> bool:
    first = part.split()[0].lower()
    return (first.endswith("ing") and len(first) > 4) or first in ("goes", "runs", "looks", "sits", "stands", "walks")


def reordered(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """The same words in another order: what stood at the end of the description leads; additions and tags stay."""
    body = [piece for piece in pieces if piece.origin in ("character", "scene", "shot", "mood")]
    tail = [piece for piece in pieces if piece not in body]
    about = [piece for piece in body if piece.origin == "scene" and piece.character is None]
    others = [piece for piece in body if piece not in about]
    leads = about if body and body[0] not in about else others
    return (*leads, *(piece for piece in body if piece not in leads), *tail)


def _paints(comic: Comic) -> bool:
    """Whether a checkpoint will read the prompt: the sketch artist reads every word, in Korean as well."""
    return cells.artist_name(comic) in dialect.PAINTERS


def _in_english(text: str) -> str:
    return lexicon.to_visual(text, "ko")


def _once(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    first: dict[tuple[str, str | None], Piece] = {}
    for piece in pieces:
        if wildcards.chooses(piece.text):
            first[(piece.text, str(len(first)))] = piece  # a repeated choice is drawn anew
        else:
            first.setdefault((grammar.bare(piece.text).lower(), piece.character), piece)
    return tuple(first.values())


def _trimmed(pieces: Sequence[Piece], xray: XRay) -> tuple[Piece, ...]:
    """The pieces with GPT-2's left off from the end, until all that is left fits the first chunk or none is left."""
    over = xray.tokens - tokens.CHUNK
    kept = list(pieces)
    for word in reversed([word for word in xray.words if word.group == "gpt2" and word.index is not None]):
        if over <= 0:
            break
        kept.remove(pieces[word.index])
        over -= word.tokens
    return tuple(kept) or tuple(pieces)


def _details(comic: Comic, panel: int) -> tuple[Piece, ...]:
    """Words that the candidates offer and the prompt has not."""
    prompt = comic.slots[panel].prompt.prompt
    there = {grammar.bare(piece.text).lower() for piece in prompt.pieces}
    offered = [piece for candidate in prompt.candidates for piece in candidate.pieces]
    new = {piece.text: piece for piece in offered if piece.text.lower() not in there}
    return tuple(new.values())[:DETAILS]


def _replacing(panel: int, text: str, by: str) -> Callable[[Comic], Comic]:
    return lambda newest: _replaced(newest, panel, {text: by})


def _replaced(comic: Comic, panel: int, texts: dict[str, str]) -> Comic:
    """Pieces of these texts said otherwise; what comes out empty stays as it is."""
    pieces = []
    for piece in _pieces(comic, panel):
        said = texts.get(piece.text) or piece.text
        pieces += [piece.with_changes(text=phrase) for phrase in grammar.phrases(said)]
    return wording.with_pieces(comic, panel, pieces)


def _told_in_prose(comic: Comic, panel: int) -> Comic:
    return wording.with_prompt(comic, panel, dialect.in_prose(comic.slots[panel].prompt.prompt))


def _told_in_tags(comic: Comic, panel: int) -> Comic:
    """The panel compiled anew word by word, with the words that somebody had added behind it."""
    prompt = comic.slots[panel].prompt.prompt
    compiled = prompters.get("cast").propose(comic.script, panel, comic.seed)
    added = [piece for piece in prompt.pieces if piece.origin in ("gpt2", "user", "style")]
    told = compiled.with_pieces((*compiled.pieces, *added))
    return wording.with_prompt(comic, panel, prompt.with_changes(text=told.text, pieces=told.pieces))


def _with_settings(comic: Comic, good: dict) -> Comic:
    for name in _SETTINGS:
        if comic.preset.get(name) is None and good.get(name) is not None:
            comic = edits.with_preset_field(comic, name, good[name])
    return comic


def _pieces(comic: Comic, panel: int) -> tuple[Piece, ...]:
    output = comic.slots[panel].prompt
    return output.prompt.pieces if output else ()
