"""A description in somebody's own language → the English visual words that artists are given."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from pipeline.lexicon.found import Found, Match
from pipeline.lexicon.looks import KINDS, PROPS
from pipeline.lexicon.phrases import without_colour
from pipeline.lexicon.reading import read
from pipeline.lexicon.rows import postures

_TAKES_PROP = ("holding", "eating", "drinking", "reading", "giving")
_SENTENCE = re.compile(r"(?<=[.!?。])\s+|\n+|(?:하고|고|며|는데|지만)\s*,?\s+그 옆에서|\s+while\s+|\s+and then\s+|;")


@dataclass(frozen=True)
class Described:
    """A description understood: the scene in visual words, and the words that nobody knows."""

    scene: str
    unknown: tuple[str, ...] = ()


@dataclass(frozen=True)
class _Who:
    kind: str
    start: int
    part: str


def read_description(text: str, language: str, cast: Mapping[str, str] | None = None) -> Described:
    """The scene that a description tells. `cast` maps the names of characters to their kinds ("나비" → "cat")."""
    actions: list[str] = []
    rest: dict[str, None] = {}
    unknown: dict[str, None] = {}
    named: dict[str, str] = {}  # who was met, by name or noun: the second cat is another one
    last: list[str] = []
    for sentence in _SENTENCE.split(text):
        if not sentence or not sentence.strip():
            continue
        found = read(sentence, language)
        people = _people(sentence, found, cast or {}, named)
        acting, used = _actions(sentence, language, found, people or last)
        actions += [phrase for phrase in acting if phrase not in actions]
        last = people or last
        rest.update(dict.fromkeys(word for word in _background(found) if word not in used))
        rest.update(dict.fromkeys(_signs(sentence, language)))
        known = set(cast or {})
        unknown.update(dict.fromkeys(noun.word for noun in (*found.unknown, *found.names) if noun.word not in known))
    shown = " ".join(actions)
    props = [word for word in rest if without_colour(word) not in shown or word not in PROPS]
    return Described(", ".join([*actions, *props]), tuple(unknown))


def _people(sentence: str, found: Found, cast: Mapping[str, str], named: dict[str, str]) -> list[str]:
    """Those in a sentence as visual words, "second cat" for another of the same kind; whoever acts comes first."""
    people: dict[str, _Who] = {}
    for name, kind in cast.items():
        if (at := sentence.find(name)) >= 0:
            people[name] = _Who(kind, at, _part_after(sentence, at + len(name)))
    for match in found.of("figure"):
        kind = next((word for word in match.entry.visual[0].split() if word in KINDS), "")
        inside = any(who.start <= match.start < who.start + len(name) for name, who in people.items())
        if kind and not inside and not any(who.kind == kind and who.part != "with" for who in people.values()):
            people[match.entry.id] = _Who(kind, match.start, match.part)
    ordered = sorted(people.items(), key=lambda row: (row[1].part == "object", row[1].start))
    for name, who in ordered:
        if name not in named:
            same = sum(each.split()[-1] == who.kind for each in named.values())
            named[name] = f"{('', 'second ', 'third ')[min(same, 2)]}{who.kind}"
    return [named[name] for name, _ in ordered]


def _part_after(sentence: str, at: int) -> str:
    return "object" if re.match(r"(?:을|를|에게|한테)(?:\s|$)", sentence[at : at + 3]) else "subject"


def _actions(sentence: str, language: str, found: Found, people: list[str]) -> tuple[list[str], set[str]]:
    """What those in a sentence do and how they look, and the props they have in hand."""
    if not people:
        return [], set()
    poses, faces = _hits(sentence, language, postures.POSES), _hits(sentence, language, postures.FACES)
    props = [match for match in found.of("thing") if match.entry.visual[0] in PROPS]
    phrases, used = [], set()
    who = people[0]
    for pose in poses[:1]:
        prop = _in_hand(pose, props)
        used.add(prop)
        phrases.append(f"{who} {pose} {prop}".strip())
    if not poses:
        phrases.append(f"{who} standing")
    phrases += [f"{who} {face}" for face in faces[:1]]
    phrases += [f"{other} {poses[0] if _together(found) and poses else 'standing'}" for other in people[1:]]
    return phrases, used - {""}


def _together(found: Found) -> bool:
    return any(match.entry.sort == "figure" and match.part == "with" for match in found.matches)


def _in_hand(pose: str, props: list[Match]) -> str:
    if pose not in _TAKES_PROP or not props:
        return ""
    held = next((match for match in props if match.part == "object"), props[0])
    return held.visual[0]


@cache
def _stems(table: str, language: str) -> tuple[tuple[str, str], ...]:
    """Stems with their visual word, the longest first."""
    rows = [[cell.strip() for cell in line.split("|")] for line in table.strip().splitlines()]
    column = 1 if language == "ko" else 2
    pairs = [(stem.strip(), row[0]) for row in rows for stem in row[column].split(",")]
    return tuple(sorted(pairs, key=lambda pair: -len(pair[0])))


def _hits(sentence: str, language: str, table: str) -> list[str]:
    """The visual words whose stems start a word of the sentence, the last in a Korean sentence first: its main verb."""
    hits: dict[int, str] = {}
    for stem, visual in _stems(table, language):
        pattern = rf"(?<![가-힣]){re.escape(stem)}" if language == "ko" else rf"\b{re.escape(stem)}\b"
        for found in re.finditer(pattern, sentence, re.IGNORECASE):
            if not any(at <= found.start() < at + 2 for at in hits):
                hits[found.start()] = visual
    order = sorted(hits, reverse=language == "ko")
    order.sort(key=lambda at: hits[at] == "standing")
    return list(dict.fromkeys(hits[at] for at in order))


def _background(found: Found) -> list[str]:
    words: list[str] = []
    for sort in ("thing", "place", "time", "weather"):
        for match in found.of(sort):
            words += [word for word in match.visual if word not in words]
    return words


def _signs(sentence: str, language: str) -> list[str]:
    return _hits(sentence, language, postures.SIGNS)
