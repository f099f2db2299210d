"""The choices of a text, found and drawn by a seed.

Each is drawn by the seed and its own wording: the same choice in all four panels comes out the same under one seed, and
words typed elsewhere change nothing.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

from pipeline.comic import Notice
from pipeline.wildcards.library import TAG, TooMuch, drawn_by_library

_MARK = re.compile(r"<[^<>]*>|\{|\}|__(?!_)[\w/*-]+?__")
_CHOOSES = re.compile(r"\||\$\$|__(?!_)[\w/*-]+?__")
_NAME = re.compile(r"__((?!_)[\w/*-]+?)__")


@dataclass(frozen=True)
class Choice:
    """One choice of a prompt and what the seed made of it."""

    written: str
    drawn: str


def chooses(text: str) -> bool:
    """Whether a prompt holds a choice or a wildcard."""
    return any(is_choice for is_choice, _ in _parts(text))


class Drawing:
    """Draws the choices of one prompt, phrase by phrase; counts how often each was met, so that a repeated one is
    drawn anew. `choices` and `notices` grow as it goes."""

    def __init__(self, seed: int) -> None:
        self._seed = seed
        self._met: Counter[str] = Counter()
        self.choices: list[Choice] = []
        self.notices: list[Notice] = []

    def drawn(self, text: str) -> str:
        """The text with its choices made; without choices, the text itself."""
        parts = list(_parts(text))
        if not any(is_choice for is_choice, _ in parts):
            return text
        said = "".join(self._choice(part) if is_choice else part for is_choice, part in parts)
        return " ".join(said.split()).strip(" ,")

    def _choice(self, written: str) -> str:
        self._met[written] += 1
        chance = Random(f"{self._seed} {written} {self._met[written]}")
        try:
            drawn = drawn_by_library(written, chance)
        except (TooMuch, RecursionError):
            self._note("wildcards.endless", text=written[:80])
            return ""
        except Exception:  # the library's parser has a dozen ways to say that it cannot read a text
            self._note("wildcards.unreadable", text=written[:80])
            return written
        for missing in sorted(set(_NAME.findall(TAG.sub("", drawn)))):
            self._note("wildcards.missing", name=missing)
        if drawn != written:
            self.choices.append(Choice(written, drawn))
        return drawn

    def _note(self, key: str, **values: str) -> None:
        notice = Notice(key=key, values=values)
        if notice not in self.notices:
            self.notices.append(notice)


def _parts(text: str) -> Iterator[tuple[bool, str]]:
    """The text in parts, each with whether it is a choice: `__name__`, or `{…}` whose brackets all close."""
    depth = start = said = 0
    for mark in _MARK.finditer(text):
        sign = mark[0]
        if sign == "{":
            start = mark.start() if depth == 0 else start
            depth += 1
        elif sign == "}" and depth:
            depth -= 1
            whole = text[start : mark.end()]
            if depth == 0 and _CHOOSES.search(TAG.sub("", whole)):
                yield False, text[said:start]
                yield True, whole
                said = mark.end()
        elif depth == 0 and sign.startswith("__"):
            yield False, text[said : mark.start()]
            yield True, sign
            said = mark.end()
    yield False, text[said:]
