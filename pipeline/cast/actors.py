"""Which phrase of a scene is about whom: what somebody does starts with what they are ("second cat sad")."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.comic import Character, Panel, Script, split_phrases
from pipeline.lexicon import category
from pipeline.lexicon.looks import KINDS

ORDINALS = ("first", "second", "third", "fourth")


def kind_of(character: Character) -> str:
    """What a character is, by its first look word: "orange cat" → "cat"."""
    words = character.look[0].lower() if character.look else "somebody"
    return next((kind for kind in KINDS if words == kind or words.endswith(f" {kind}")), words)


def seen_in(script: Script, panel: Panel) -> list[Character]:
    """The characters of a panel, in its own order."""
    return [character for name in panel.characters if (character := script.character(name))]


def staged(script: Script, panel: Panel) -> list[Character]:
    """The characters of a panel from left to right: whoever speaks first stands left, where the eye begins, and their
    balloon comes before the answer without crossing tails."""
    speaking = list(dict.fromkeys(line.speaker for line in panel.lines if line.speaker))
    last = len(speaking)
    return sorted(seen_in(script, panel), key=lambda each: speaking.index(each.name) if each.name in speaking else last)


def called(character: Character, seen: Sequence[Character]) -> str:
    """What a scene calls one of those who are seen: "cat", "second cat"."""
    kind = kind_of(character)
    place = [each.name for each in seen if kind_of(each) == kind].index(character.name)
    return f"{ORDINALS[place]} {kind}" if place else kind


def attributed(phrases: Sequence[str], seen: Sequence[Character]) -> list[tuple[str, Character | None]]:
    """Every phrase of a scene with whom it is about; None for what is about nobody."""
    told: set[tuple[str, str]] = set()
    pairs = []
    for phrase in phrases:
        actor = _actor(phrase, seen, told)
        if actor:
            told.add((actor.name, category(phrase)))
        pairs.append((phrase, actor))
    return pairs


def _actor(phrase: str, seen: Sequence[Character], told: set[tuple[str, str]]) -> Character | None:
    """Whom a phrase is about: "white cat …" the white one, "second cat …" the second; of two cats, a second "cat …" of
    the same sort is the other one's."""
    place, words = _ordinal(phrase)
    for character in seen:
        if place is None and character.look and words.startswith(f"{character.look[0].lower()} "):
            return character
    alike = [character for character in seen if words.startswith(f"{kind_of(character)} ")]
    if not alike:
        return None
    if place is not None:
        return alike[min(place, len(alike) - 1)]
    sort = category(phrase)
    return next((character for character in alike if (character.name, sort) not in told), alike[0])


def _ordinal(phrase: str) -> tuple[int | None, str]:
    """The number that a phrase starts with, from 0, and the rest with a blank behind it."""
    first, _, rest = f"{phrase.lower()} ".partition(" ")
    return (ORDINALS.index(first), rest) if first in ORDINALS else (None, f"{phrase.lower()} ")


def said_of(phrase: str, character: Character) -> str:
    """What a phrase says of its character: "second cat running" → "running"."""
    _, words = _ordinal(phrase)
    for start in (character.look[0].lower() if character.look else "", kind_of(character)):
        if start and words.startswith(f"{start} "):
            return words.removeprefix(f"{start} ").strip()
    return words.strip()


def phrases_of(panel: Panel, seen: Sequence[Character]) -> list[tuple[str, Character | None]]:
    """The phrases of a panel's scene, with whom each is about."""
    return attributed(split_phrases(panel.scene), seen)
