"""Reading a text in either language: the other language's words and emoji in it count too."""

from __future__ import annotations

import re

from pipeline.lexicon.english import read_english
from pipeline.lexicon.found import Found
from pipeline.lexicon.korean import read_emoji, read_korean


def read(text: str, language: str) -> Found:
    """What the lexicon knows in `text`. Words of the language itself come first, then those of the other."""
    korean = read_korean(text) if re.search(r"[가-힣]", text) else Found(text, "ko")
    english = read_english(text) if re.search(r"[A-Za-z]", text) else Found(text, "en")
    emoji = read_emoji(text) if not text.isascii() else ()
    matches = sorted((*korean.matches, *english.matches, *emoji), key=lambda match: match.start)
    if language == "ko":
        names, unknown = (*korean.names, *english.names), korean.unknown or english.unknown
        unknown = tuple(noun for noun in unknown if noun.word not in {match.word for match in english.matches})
    else:
        names, unknown = (*english.names, *korean.names), (*english.unknown, *korean.unknown)
    known = {name.word for name in names} | {match.word for match in english.matches}
    unknown = tuple(noun for noun in unknown if noun.word not in known and noun.word.lower() not in known)
    return Found(text, language, tuple(matches), tuple(names), unknown)
