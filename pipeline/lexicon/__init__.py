"""Bilingual words for things, places, looks and moods: what the offline members understand.

`understand` finds in a sentence what the lexicon knows, `to_visual` turns a Korean description into
the English visual words of looks.py, `category` says what sort of visual word a phrase is. The rows
are in `rows/`: a new word is a word in a row, a new thing is a row.
"""

from __future__ import annotations

from collections.abc import Mapping

from pipeline.lexicon.found import Found, Match, Name


def understand(text: str, language: str) -> Found:
    """Everything in `text` that the lexicon knows, in the order it stands there. Never raises."""
    from pipeline.lexicon.reading import read

    return read(text, language)


def to_visual(text: str, language: str, cast: Mapping[str, str] | None = None) -> str:
    """A description in `language` as English visual words: who does what first, then props, place, time, weather.

    `cast` maps the names of characters to their kinds, {"나비": "cat"}. What nobody knows is left out;
    `visual.read_description` also tells which words those were.
    """
    from pipeline.lexicon.visual import read_description

    return read_description(text, language, cast).scene


def category(phrase: str) -> str:
    """What sort of visual word an English phrase is, a key of `looks.CATEGORIES`; "" for none.

    Colours in front are passed over. A phrase that starts with somebody is what it says about them:
    "cat searching" is a pose, "second cat sad" an expression, "orange cat" a kind.
    """
    from pipeline.lexicon.phrases import sort_of

    return sort_of(phrase)


__all__ = ["Found", "Match", "Name", "category", "to_visual", "understand"]
