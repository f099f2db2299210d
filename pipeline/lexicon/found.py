"""What the lexicon finds in a text."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.lexicon.entries import Entry


@dataclass(frozen=True)
class Match:
    """An entry that a text names: the word used (without endings), where, and in which part.

    `part` is "subject", "object", "with", "at", "of" or "" where the text does not say. `colour` is the
    colour word before it, as a visual word.
    """

    entry: Entry
    word: str
    start: int
    part: str = ""
    colour: str = ""

    @property
    def visual(self) -> tuple[str, ...]:
        """The visual words, coloured where the text gives a colour."""
        words = self.entry.visual
        if not self.colour or not words:
            return words
        first = words[0].split()[-1] if self.entry.sort == "figure" else words[0]
        return (f"{self.colour} {first}", *words[1:])


@dataclass(frozen=True)
class Name:
    """Somebody's own name in a text."""

    word: str
    start: int
    part: str = ""


@dataclass(frozen=True)
class Found:
    """Everything found: entries in the order of the text, names, and nouns that nobody knows."""

    text: str
    language: str
    matches: tuple[Match, ...] = ()
    names: tuple[Name, ...] = ()
    unknown: tuple[Name, ...] = ()

    def of(self, sort: str) -> tuple[Match, ...]:
        """The matches of one sort, each entry once."""
        seen: dict[str, Match] = {}
        for match in self.matches:
            if match.entry.sort == sort:
                seen.setdefault(match.entry.id, match)
        return tuple(seen.values())

    def has(self, sort: str, *ids: str) -> bool:
        """Whether one of these entries is named."""
        return any(match.entry.sort == sort and match.entry.id in ids for match in self.matches)
