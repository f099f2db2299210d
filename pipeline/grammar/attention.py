"""The last stage: brackets around text, and how much attention they give it."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator

from pipeline.grammar.values import BREAK, Fragment

ROUND, SQUARE = 1.1, 1 / 1.1

_ATTENTION = re.compile(
    r"""
    \\ (?P<letter> [()\[\]\\]?)                       # an escaped letter, or a backslash that says nothing
    | : \s* (?P<weight> [+-]? [.\d]+ ) \s* \)         # the weight that closes a round bracket
    | [()\[\]:]
    | [^\\()\[\]:]+
    """,
    re.VERBOSE,
)
_BREAK = re.compile(r"\s*\bBREAK\b\s*")


def fragments(text: str) -> tuple[Fragment, ...]:
    """The text by attention: neighbours of one weight are one fragment, `BREAK` is a fragment of its own.

    Nested weights multiply. A bracket that is never closed reaches to the end.
    """
    found: list[list] = []
    opened: dict[str, list[int]] = {"(": [], "[": []}
    for token in _ATTENTION.finditer(text):
        said, weight = token[0], _number(token["weight"])
        if said.startswith("\\"):
            found.append([token["letter"], 1.0])
        elif said in opened:
            opened[said].append(len(found))
        elif weight is not None and opened["("]:
            _weigh(found, opened["("].pop(), weight)
        elif said == ")" and opened["("]:
            _weigh(found, opened["("].pop(), ROUND)
        elif said == "]" and opened["["]:
            _weigh(found, opened["["].pop(), SQUARE)
        elif token["weight"] is not None and weight is None and opened["("]:  # (a:1.2.3): no weight, but a bracket
            found.append([said[:-1], 1.0])
            _weigh(found, opened["("].pop(), ROUND)
        else:
            found += _parted(said)
    for kind, factor in (("(", ROUND), ("[", SQUARE)):
        for start in opened[kind]:
            _weigh(found, start, factor)
    return _merged(found)


def _number(text: str | None) -> float | None:
    try:
        number = float(text or "")
    except ValueError:
        return None
    return number if math.isfinite(number) else None


def _weigh(found: list[list], start: int, factor: float) -> None:
    for piece in found[start:]:
        if piece[0] is not BREAK.text:
            piece[1] *= factor


def _parted(text: str) -> Iterator[list]:
    """Plain text, with `BREAK`s between what they part."""
    for index, part in enumerate(_BREAK.split(text)):
        if index:
            yield [*BREAK]
        yield [part, 1.0]


def _merged(found: list[list]) -> tuple[Fragment, ...]:
    merged: list[Fragment] = []
    for text, weight in found:
        last = merged[-1] if merged else None
        if text is BREAK.text or last is None or last.is_break or last.weight != weight:
            merged.append(Fragment(text, weight))
        else:
            merged[-1] = Fragment(last.text + text, weight)
    return tuple(merged) or (Fragment("", 1.0),)
