"""Brackets without their other half: no error to A1111, which takes a prompt as it is, but rarely what was meant."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.grammar.tags import strip_comments, take_tags
from pipeline.grammar.values import Notice

_BRACKETS = re.compile(r"\\. | [()\[\]{}] | <(?=\w+:) | >", re.VERBOSE | re.DOTALL)
_OPENERS = {")": "(", "]": "[", "}": "{", ">": "<"}
_REACHING = "(["
"""What reaches to the end when it is never closed; of the others, `{` and `<`, nothing is understood."""
_PHRASE = re.compile(r"[^,\n()\[\]{}<>]*")
_LONGEST = 28  # letters that show where a bracket stands


def loose_brackets(prompt: str) -> tuple[Notice, ...]:
    """Every bracket that is never closed or was never opened, in the order of the prompt, with the words beside it.

    Each sort of bracket is matched by itself, as the attention stage does; of a row such as `(((` one is told.
    Escaped brackets are letters, comments and whole tags are passed over, and a lone `>` is no bracket.
    """
    text, _ = take_tags(strip_comments(prompt), [])
    told, last = [], -2
    for at in sorted(_loose(text)):
        if at != last + 1 or text[at] != text[last]:
            told.append(_told(text, at))
        last = at
    return tuple(dict.fromkeys(told))


def _loose(text: str) -> Iterator[int]:
    """Where brackets stand that have no other half."""
    opened: dict[str, list[int]] = {opener: [] for opener in _OPENERS.values()}
    for found in _BRACKETS.finditer(text):
        sign = found[0]
        if sign in opened:
            opened[sign].append(found.start())
        elif sign in _OPENERS and opened[_OPENERS[sign]]:
            opened[_OPENERS[sign]].pop()
        elif sign in _OPENERS and sign != ">":
            yield found.start()
    for places in opened.values():
        yield from places


def _told(text: str, at: int) -> Notice:
    sign = text[at]
    if sign in _OPENERS:
        before = _PHRASE.match(text[:at][::-1])[0][::-1].lstrip()
        shown = f"…{before[-_LONGEST:]}" if len(before) > _LONGEST else before
        return Notice("grammar.unopened", f"{shown}{sign}")
    row = re.compile(f"{re.escape(sign)}+").match(text, at)[0]
    after = _PHRASE.match(text, at + len(row))[0].rstrip()
    shown = f"{after[:_LONGEST]}…" if len(after) > _LONGEST else after
    return Notice("grammar.unclosed" if sign in _REACHING else "grammar.unclosed_sent", f"{row}{shown}")
