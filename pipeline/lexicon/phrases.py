"""English visual phrases: what sort each is."""

from __future__ import annotations

from functools import cache

from pipeline.lexicon.looks import CATEGORIES, COLOURS, EXPRESSIONS, FACINGS, KINDS, POSES


@cache
def _sorts() -> dict[str, str]:
    sorts: dict[str, str] = {}
    for name, words in CATEGORIES.items():
        for word in words:
            sorts.setdefault(word, name)
    return sorts


def without_colour(phrase: str) -> str:
    """A phrase without the colour in front of it."""
    first, _, rest = phrase.partition(" ")
    return rest if first in COLOURS and rest else phrase


def figure_of(phrase: str) -> tuple[str, str]:
    """The kind that a phrase starts with, and what it says about them: ("cat", "holding umbrella"); ("", phrase) for
    nobody."""
    bare = without_colour(phrase.strip().lower().removeprefix("second ").removeprefix("third "))
    first, _, rest = bare.partition(" ")
    return (first, rest) if first in KINDS else ("", bare)


def sort_of(phrase: str) -> str:
    """The category of a phrase, "" when none fits."""
    whole = _sorts().get(phrase.strip().lower())
    if whole:
        return whole
    kind, rest = figure_of(phrase)
    if not kind:
        return _sorts().get(rest, "") or _synonym(rest)
    if not rest:
        return "kind"
    if rest in EXPRESSIONS and rest != "crying":
        return "expression"
    if rest in FACINGS:
        return "facing"
    return "pose" if any(rest == pose or rest.startswith(pose + " ") for pose in POSES) else ""


_SORTS = {"figure": "kind", "thing": "prop", "doing": "pose", "feeling": "expression"}


def _synonym(word: str) -> str:
    """What the lexicon's English words are, where looks.py has another word for them: kitty → kind."""
    from pipeline.lexicon.english import read_english

    found = read_english(word)
    if len(found.matches) != 1:
        return ""
    sort = found.matches[0].entry.sort
    return _SORTS.get(sort, sort)
