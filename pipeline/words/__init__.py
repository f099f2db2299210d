"""Every sentence that Necut says to people, in Korean and in English.

A key is `room.name`; the room is a module in `ko/` and in `en/` whose `WORDS` maps names to
sentences. Blanks are `{name}`; after a Korean noun the particle may follow it as a format:
`{name:을/를}` becomes "프리셋을" or "고양이를" by the noun's last sound.

Adding a sentence is a row in each language's file; a test holds both to the same keys and blanks.
"""

from __future__ import annotations

import importlib
import string
from functools import cache

from pipeline.errors import NecutError
from pipeline.words.particles import PARTICLES, attach

LANGUAGES = ("ko", "en")
DEFAULT_LANGUAGE = "en"


class _KoreanFormatter(string.Formatter):
    """`str.format`, plus particles: `{name:은/는}`."""

    def format_field(self, value: object, format_spec: str) -> str:
        if format_spec in PARTICLES:
            return attach(str(value), format_spec)
        return super().format_field(value, format_spec)


_FORMATTER = _KoreanFormatter()


@cache
def room_words(room: str, language: str) -> dict[str, str]:
    """The sentences of one room in one language. Raises KeyError for an unknown room or language."""
    if language not in LANGUAGES:
        raise KeyError(language)
    try:
        return importlib.import_module(f"pipeline.words.{language}.{room}").WORDS
    except ModuleNotFoundError as exc:
        raise KeyError(room) from exc


def say(key: str, language: str, **values: object) -> str:
    """The sentence for `key` in `language`, its blanks filled.

    Raises KeyError when the catalogue has no such sentence: that is a fault of the program.
    """
    room, _, name = key.partition(".")
    return _FORMATTER.format(room_words(room, language)[name], **values)


def has(key: str, language: str) -> bool:
    """Whether the catalogue holds a sentence for `key`."""
    room, _, name = key.partition(".")
    try:
        return name in room_words(room, language)
    except KeyError:
        return False


def label(family: str, member: str, language: str) -> str:
    """What a member of a family is called for people: `label("genre", "school", "ko")` → "학교".

    A member without a translation (a user's own preset, say) is called by its id.
    """
    key = f"{family}.{member}"
    return say(key, language) if has(key, language) else member


def tell(error: NecutError, language: str) -> str:
    """An error as one sentence: what is wrong, where, and what to do.

    A value that is an error itself, or a key written as `@room.name`, is told in the same language.
    """
    values = {name: _told(value, language) for name, value in error.values.items()}
    return say(error.key, language, **values)


def _told(value: object, language: str) -> object:
    if isinstance(value, NecutError):
        return tell(value, language)
    if isinstance(value, str) and value.startswith("@") and has(value[1:], language):
        return say(value[1:], language)
    return value


def guess_language(locale: str | None) -> str:
    """The language for a locale such as `ko-KR` or `en_US.UTF-8`; English where Necut has no other."""
    first = (locale or "").replace("_", "-").split("-")[0].lower()
    return first if first in LANGUAGES else DEFAULT_LANGUAGE
