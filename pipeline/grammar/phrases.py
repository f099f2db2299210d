"""Phrases: what commas part, and the weight that brackets around a whole phrase give it.

A comma inside of brackets that close parts nothing: `(cat, dog:1.2)` and `{red, dotted|blue}` are one
phrase each. A bracket that never closes is a letter here, so that one typed too much does not swallow a prompt.
"""

from __future__ import annotations

import re

from pipeline.grammar.attention import fragments
from pipeline.grammar.tags import strip_comments

LIGHTEST, HEAVIEST = 0.1, 2.0
"""Between these a weight still says something; beyond, pictures break."""
STEP = 0.1

_PAIRS = {")": "(", "]": "[", "}": "{", ">": "<"}
_TAG = re.compile(r"<(\w+):([^:<>]+)(?::(-?[\d.]+))?(:[^<>]*)?>")
_LORA_MOST = 4.0


def phrases(text: str) -> list[str]:
    """A prompt's phrases, trimmed, none of them empty, comments left out."""
    text = strip_comments(text)
    inside = _inside_brackets(text)
    parted = "".join("," if letter == "\n" and not kept else letter for letter, kept in zip(text, inside, strict=True))
    cuts = [place for place, letter in enumerate(parted) if letter == "," and not inside[place]]
    ends = zip([-1, *cuts], [*cuts, len(parted)], strict=True)
    return [phrase for start, end in ends if (phrase := " ".join(parted[start + 1 : end].split()))]


def _inside_brackets(text: str) -> list[bool]:
    """For each letter, whether it stands between brackets that close."""
    inside, opened = [False] * len(text), []
    for place, letter in enumerate(text):
        if place and text[place - 1] == "\\":
            continue
        if letter in _PAIRS.values():
            opened.append(place)
        elif letter in _PAIRS and (start := _opener(text, opened, _PAIRS[letter])) is not None:
            if not opened or not inside[start]:
                inside[start:place] = [True] * (place - start)
    return inside


def _opener(text: str, opened: list[int], bracket: str) -> int | None:
    """The place of the last open bracket of this shape; those opened within it turn out to be letters."""
    for number in reversed(range(len(opened))):
        if text[opened[number]] == bracket:
            start = opened[number]
            del opened[number:]
            return start
    return None


def weight(phrase: str) -> float:
    """The attention that a phrase gets as a whole: 1 where it has none of its own, or several. Of a LoRA tag, its
    strength."""
    if tag := _TAG.fullmatch(phrase.strip()):
        return _number(tag[3])
    found = _weighed(phrase)
    return found[1] if found else 1.0


def bare(phrase: str) -> str:
    """The phrase without the brackets that weigh all of it."""
    found = _weighed(phrase)
    return found[0] if found else phrase.strip()


def weigh(phrase: str, to: float) -> str:
    """The phrase with this weight, rounded to two places and kept between `LIGHTEST` and `HEAVIEST`; 1 needs no
    brackets. Of a LoRA tag the strength is changed, which may be 0 and less."""
    if tag := _TAG.fullmatch(phrase.strip()):
        strength = round(min(_LORA_MOST, max(-_LORA_MOST, to)), 2)
        return f"<{tag[1]}:{tag[2]}:{strength:g}{tag[4] or ''}>"
    to = round(min(HEAVIEST, max(LIGHTEST, to)), 2)
    words = bare(phrase)
    return words if to == 1 else f"({_balanced(words)}:{to:g})"


def _balanced(words: str) -> str:
    """The words with a backslash before each round or square bracket that has no partner: it would take the weight."""
    inside = _inside_brackets(f"{words} ")
    alone = [
        place
        for place, letter in enumerate(words)
        if letter in "()[]"
        and not (place and words[place - 1] == "\\")
        and not inside[place]
        and not (letter in ")]" and place and inside[place - 1])
    ]
    return "".join(f"\\{letter}" if place in alone else letter for place, letter in enumerate(words))


def _number(text: str | None) -> float:
    try:
        return float(text) if text else 1.0
    except ValueError:
        return 1.0


def _weighed(phrase: str) -> tuple[str, float] | None:
    """The words and the weight of a phrase that one pair of brackets (or several) weighs as a whole."""
    phrase = phrase.strip()
    if not re.fullmatch(r"\(.*\)|\[.*\]", phrase, re.DOTALL) or re.search(r"\[[^\]]*[:|]", phrase):
        return None
    inner = phrase
    while (within := _unwrapped(inner)) is not None:
        inner = within
    if inner == phrase:
        return None
    found = fragments(phrase)
    if len(found) == 1 and not found[0].is_break:
        return inner, round(found[0].weight, 4)
    return None


def _unwrapped(text: str) -> str | None:
    """What stands in the brackets that enclose all of a text; None where its first bracket closes before its end."""
    if len(text) < 2 or (text[0], text[-1]) not in (("(", ")"), ("[", "]")):
        return None
    depth = 0
    for place, letter in enumerate(text):
        escaped = place and text[place - 1] == "\\"
        depth += 0 if escaped else (letter in "([") - (letter in ")]")
        if depth == 0 and place < len(text) - 1:
            return None
    return re.sub(r":\s*[+-]?[.\d]+\s*$", "", text[1:-1]).strip() if depth == 0 else None
