"""The lexicon's entries, read from the tables of `rows/` when somebody first asks.

A table row is text because that is how people extend it; splitting all of them takes about two
milliseconds, less than importing a YAML reader.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

from pipeline.lexicon.rows import doings, figures, settings, things

SORTS = ("figure", "thing", "place", "time", "weather", "doing", "feeling")


@dataclass(frozen=True)
class Entry:
    """One thing that the lexicon knows.

    `korean` and `english` are surface forms, the first of each the plainest. `visual` holds English
    visual words of looks.py: a figure's look (kind first), a thing's pictures, a doing's pose.
    `can` are a thing's abilities; `cries` names a figure's voices. `bare` and `plural` hold English
    words that take no article and those that are plural.
    """

    id: str
    sort: str
    korean: tuple[str, ...]
    english: tuple[str, ...]
    visual: tuple[str, ...] = ()
    can: frozenset[str] = frozenset()
    cries: str = ""
    emoji: str = ""
    bare: frozenset[str] = field(default=frozenset())
    plural: frozenset[str] = field(default=frozenset())

    def words(self, language: str) -> tuple[str, ...]:
        """The surface forms in one language."""
        return self.korean if language == "ko" else self.english


@cache
def entries() -> tuple[Entry, ...]:
    """Every entry of every table."""
    return (
        *_figures(),
        *_things(),
        *_plain("place", settings.PLACES),
        *_plain("time", settings.TIMES),
        *_plain("weather", settings.WEATHER),
        *_plain("doing", doings.DOINGS),
        *_plain("feeling", doings.FEELINGS),
    )


@cache
def by_id() -> dict[tuple[str, str], Entry]:
    """Entries by sort and id."""
    return {(entry.sort, entry.id): entry for entry in entries()}


def entry(sort: str, name: str) -> Entry:
    """The entry called `name`. Raises KeyError when there is none."""
    return by_id()[sort, name]


@cache
def colours() -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Each colour with its Korean stems."""
    return tuple((row[0], _words(row[1])) for row in _rows(doings.COLOURS, 2))


def _rows(table: str, columns: int) -> Iterator[list[str]]:
    for line in table.strip().splitlines():
        cells = [cell.strip() for cell in line.split("|")]
        yield (cells + [""] * columns)[:columns]


def _words(cell: str) -> tuple[str, ...]:
    return tuple(word.strip() for word in cell.split(",") if word.strip())


def _figures() -> Iterator[Entry]:
    for name, korean, english, look, cries, emoji in _rows(figures.TABLE, 6):
        words = _words(korean), _words(english)
        yield Entry(name, "figure", *words, _words(look), cries=cries, emoji=emoji)


def _things() -> Iterator[Entry]:
    for name, korean, english, visual, can, emoji in _rows(things.TABLE, 6):
        marked = _words(english)
        yield Entry(
            name, "thing", _words(korean), tuple(word.lstrip("~+") for word in marked), _words(visual),
            can=frozenset(can.split()), emoji=emoji,
            bare=frozenset(word[1:] for word in marked if word[0] == "~"),
            plural=frozenset(word[1:] for word in marked if word[0] == "+"),
        )  # fmt: skip


def _plain(sort: str, table: str) -> Iterator[Entry]:
    for name, korean, english, visual, emoji in _rows(table, 5):
        yield Entry(name, sort, _words(korean), _words(english), _words(visual), emoji=emoji)
