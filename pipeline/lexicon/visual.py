"""A description in somebody's own language → the English visual words that artists are given."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from pipeline.lexicon.conjugation import pattern
from pipeline.lexicon.found import Found, Match
from pipeline.lexicon.korean import is_noun
from pipeline.lexicon.looks import KINDS, PLACES, POSES, PROPS
from pipeline.lexicon.phrases import without_colour
from pipeline.lexicon.reading import read
from pipeline.lexicon.rows import postures

_TAKES_PROP = ("holding", "eating", "drinking", "reading", "giving")
_SENTENCE = re.compile(r"(?<=[.!?。])\s+|\n+|(?:하고|고|며|는데|지만)\s*,?\s+그 옆에서|\s+while\s+|\s+and then\s+|;")


_TWO = re.compile(r"(?:(?<![가-힣])두(?: 명의| 마리의| 마리| 명)?|\b(?:two|both))\s+$", re.IGNORECASE)
_VERB = re.compile(r"(?<![가-힣])[가-힣]+(?:[다]|하고|하며|하면서|면서|는데)(?=[\s.,!?]|$)")
"""A Korean word that ends as verbs do."""


@dataclass(frozen=True)
class Described:
    """A description understood: the scene in visual words, and the words that nobody knows."""

    scene: str
    unknown: tuple[str, ...] = ()


@dataclass(frozen=True)
class _Who:
    kind: str
    start: int
    end: int
    part: str


@dataclass(frozen=True)
class _Doing:
    """What a verb looks like: a pose, what is in hand ("?" for what the sentence names), and what else is seen."""

    pose: str
    prop: str = ""
    more: tuple[str, ...] = ()


@dataclass(frozen=True)
class _Acting:
    phrases: list[str]
    used: set[str]
    more: list[str]


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
        if (
            not people and not last and len(cast or {}) == 1 and _says_something(sentence, language)
        ):  # 지친 얼굴로 눕는다: there is only one who can
            people = [*(cast or {}).values()]
            named.update(dict(cast or {}))
        acting = _actions(sentence, language, found, people or last, bool(people))
        actions += [phrase for phrase in acting.phrases if phrase not in actions]
        last = people or last
        background = [word for word in _background(found) if word not in acting.used]
        rest.update(dict.fromkeys(background))
        has_place = any(word in PLACES for word in background)
        rest.update(dict.fromkeys(word for word in acting.more if word not in PLACES or not has_place))
        rest.update(dict.fromkeys(_signs(sentence, language)))
        known = set(cast or {})
        unknown.update(dict.fromkeys(_missed(sentence, language, found, known)))
    shown = " ".join(actions)
    props = [word for word in rest if without_colour(word) not in shown or word not in PROPS]
    return Described(", ".join([*actions, *props]), tuple(unknown))


def _says_something(sentence: str, language: str) -> bool:
    """Whether a sentence tells what somebody does or how they look."""
    return bool(_doings(sentence, language) or _hits(sentence, language, postures.FACES))


def _people(sentence: str, found: Found, cast: Mapping[str, str], named: dict[str, str]) -> list[str]:
    """Those in a sentence as visual words, "second cat" for another of the same kind; whoever acts comes first."""
    people: dict[str, _Who] = {}
    for name, kind in cast.items():
        if (at := sentence.find(name)) >= 0:
            people[name] = _Who(kind, at, at + len(name), _part_after(sentence, at + len(name)))
    for match in found.of("figure"):
        kind = next((word for word in match.entry.visual[0].split() if word in KINDS), "")
        inside = any(who.start <= match.start < who.end for who in people.values())
        if (
            kind
            and not inside
            and not any(who.kind == kind and who.part != "with" and name in cast for name, who in people.items())
        ):
            people[match.entry.id] = _Who(kind, match.start, match.start + len(match.word), match.part)
            if _TWO.search(sentence[: match.start]):
                people[f"{match.entry.id} 2"] = people[match.entry.id]
    ordered = sorted(people.items(), key=lambda row: (row[1].part == "object", row[1].start))
    for name, who in ordered:
        if name not in named:
            same = sum(each.split()[-1] == who.kind for each in named.values())
            named[name] = f"{('', 'second ', 'third ')[min(same, 2)]}{who.kind}"
    return [named[name] for name, _ in ordered]


def _part_after(sentence: str, at: int) -> str:
    return "object" if re.match(r"(?:을|를|에게|한테)(?:\s|$)", sentence[at : at + 3]) else "subject"


def _actions(sentence: str, language: str, found: Found, people: list[str], fresh: bool) -> _Acting:
    """What those in a sentence do and how they look, the props they have in hand, and what else a doing shows.

    Those of the sentence before (not `fresh`) only do what is said: "화난 얼굴이다" makes nobody stand.
    """
    doings = _doings(sentence, language)
    faces = _hits(sentence, language, postures.FACES)
    if any(doing.pose == "laughing" for doing in doings):  # a face, and no pose
        doings = [doing for doing in doings if doing.pose != "laughing"]
        faces = ["laughing", *(face for face in faces if face not in ("laughing", "happy"))]
    if len(doings) > 1 and doings[0].pose == "crying":  # 껴안고 운다: they hug, in tears
        doings, faces = doings[1:], ["crying", *(face for face in faces if face != "crying")]
    more = [word for doing in doings[:1] for word in doing.more]
    if not people:
        return _Acting([], set(), more)
    props = [match for match in found.of("thing") if match.entry.visual[0] in PROPS]
    phrases, used = [], set()
    who, *others = people
    pose = ""
    if doings:
        pose = doings[0].pose
        prop = _in_hand(doings[0], props)
        used.add(prop)
        if fresh or pose != "standing":
            phrases.append(f"{who} {pose} {prop}".strip())
    elif fresh:
        phrases.append(f"{who} standing")
    phrases += [f"{who} {face}" for face in faces[:1]]
    together = pose and (_together(found) or any(other.removeprefix("second ") == who for other in others))
    phrases += [f"{other} {pose if together else 'standing'}" for other in others if fresh]
    return _Acting(phrases, used - {""}, [word for word in more if word not in used])


def _together(found: Found) -> bool:
    return any(match.entry.sort == "figure" and match.part == "with" for match in found.matches)


def _in_hand(doing: _Doing, props: list[Match]) -> str:
    """What somebody has in hand: what the sentence names where the doing asks for it, else what always goes with it."""
    asks, _, otherwise = doing.prop.partition(" ") if doing.prop.startswith("?") else ("", "", doing.prop)
    if doing.pose not in _TAKES_PROP:
        return ""
    if asks and props:
        held = next((match for match in props if match.part == "object"), props[0])
        return held.visual[0]
    return otherwise


@cache
def _verbs() -> tuple[tuple[_Doing, tuple[str, ...], tuple[str, ...]], ...]:
    """Each row of the verbs: what it looks like, its Korean stems, its English words."""
    rows = [[cell.strip() for cell in line.split("|")] for line in postures.VERBS.strip().splitlines()]
    return tuple(
        (_Doing(pose, prop, _items(more)), _items(korean), _items(english))
        for pose, prop, more, korean, english in rows
    )


def _items(cell: str) -> tuple[str, ...]:
    return tuple(item.strip() for item in cell.split(",") if item.strip())


def _verb_hits(sentence: str, language: str) -> dict[int, tuple[int, _Doing]]:
    """The verbs of a sentence by where they stand, with their length; of two at one place the longer."""
    hits: dict[int, tuple[int, _Doing]] = {}
    for doing, korean, english in _verbs():
        forms = [pattern(stem) for stem in korean] if language == "ko" else [_whole(word) for word in english]
        for form in forms:
            for found in form.finditer(sentence):
                length = len(found[0])
                if length > hits.get(found.start(), (0,))[0] and not is_noun(found[0]):
                    hits[found.start()] = length, doing
    return {  # 물을 준다 is more than 준다
        at: (length, doing)
        for at, (length, doing) in hits.items()
        if not any(start < at < start + other for start, (other, _) in hits.items())
    }


@cache
def _whole(word: str) -> re.Pattern[str]:
    return re.compile(rf"\b{re.escape(word)}\b", re.IGNORECASE)


def _doings(sentence: str, language: str) -> list[_Doing]:
    """What is done in a sentence, the main verb first: the last of a Korean sentence, the first of an English one.

    A pose that the sentence names outright (앉아 있다, lies down) says more than a verb at the same place; 서 있다 and
    auxiliaries (울고 있다, 가 버렸다) come after everything else.
    """
    verbs = _verb_hits(sentence, language)
    hits = {at: doing for at, (_, doing) in verbs.items()}
    more = {doing.pose: doing.more for doing in hits.values()}
    for at, pose in _placed(sentence, language, postures.POSES).items():
        if any(start < at < start + length for start, (length, _) in verbs.items()):
            continue
        same = hits.get(at)
        if same is None or same.pose != pose and pose in POSES and same.prop in ("", "?"):
            hits[at] = _Doing(pose, "?" if pose in _TAKES_PROP else "", more.get(pose, ()))
    order = sorted((at for at in hits if not _is_auxiliary(sentence, at)), reverse=language == "ko")
    order.sort(key=lambda at: hits[at].pose == "standing")
    order.sort(key=lambda at: hits[at].pose == "walking" and not _ends(sentence, at))
    return [hits[at] for at in order]


def _is_auxiliary(sentence: str, at: int) -> bool:
    """Whether the word here only helps the one before: 가 버렸다, 먹어 본다."""
    word = re.match(r"[가-힣]+", sentence[at:])
    before = re.search(r"([가-힣]+)\s+$", sentence[:at])
    helped = before is not None and re.search(r"[아어여려해져워와봐줘]$", before[1]) is not None
    return word is not None and helped and word[0] in postures.AUXILIARY


def _ends(sentence: str, at: int) -> bool:
    return re.fullmatch(r"\S+[\s.!?。]*", sentence[at:]) is not None


def _missed(sentence: str, language: str, found: Found, known: set[str]) -> list[str]:
    """What nobody understood: nouns, and in Korean also verbs (고양이가 뜨개질한다)."""
    spans = _understood(sentence, language, found)
    words = [(noun.start, noun.word) for noun in (*found.unknown, *found.names)]
    if language == "ko":
        words += [(word.start(), word[0]) for word in _VERB.finditer(sentence) if word[0] not in postures.AUXILIARY]
    missed = {
        at: word
        for at, word in sorted(words)
        if word not in postures.VAGUE
        and not any(word.startswith(name) for name in known)
        and not any(start < at + len(word) and at < end for start, end in spans)
    }
    return list(missed.values())


def _understood(sentence: str, language: str, found: Found) -> list[tuple[int, int]]:
    """The parts of a sentence that say something to somebody."""
    spans = [(at, at + length) for at, (length, _) in _verb_hits(sentence, language).items()]
    for table in (postures.POSES, postures.FACES, postures.SIGNS):
        for stem, _ in _stems(table, language):
            spans += [(hit.start(), hit.end()) for hit in re.finditer(rf"(?<![가-힣]){re.escape(stem)}", sentence)]
    return spans + [(match.start, match.start + len(match.word)) for match in found.matches]


@cache
def _stems(table: str, language: str) -> tuple[tuple[str, str], ...]:
    """Stems with their visual word, the longest first."""
    rows = [[cell.strip() for cell in line.split("|")] for line in table.strip().splitlines()]
    column = 1 if language == "ko" else 2
    pairs = [(stem.strip(), row[0]) for row in rows for stem in row[column].split(",")]
    return tuple(sorted(pairs, key=lambda pair: -len(pair[0])))


def _placed(sentence: str, language: str, table: str) -> dict[int, str]:
    """The visual words of a table whose stems start a word of the sentence, by where they stand."""
    hits: dict[int, str] = {}
    for stem, visual in _stems(table, language):
        before = r"(?<![가-힣])" if language == "ko" else r"\b"
        for found in re.finditer(
            before + re.escape(stem) + ("" if language == "ko" else r"\b"), sentence, re.IGNORECASE
        ):
            if not any(at <= found.start() < at + 2 for at in hits):
                hits[found.start()] = visual
    return hits


def _hits(sentence: str, language: str, table: str) -> list[str]:
    """Those visual words, the last in a Korean sentence first: its main verb."""
    hits = _placed(sentence, language, table)
    order = sorted(hits, reverse=language == "ko")
    return list(dict.fromkeys(hits[at] for at in order))


def _background(found: Found) -> list[str]:
    words: list[str] = []
    for sort in ("thing", "place", "time", "weather"):
        for match in found.of(sort):
            words += [word for word in match.visual if word not in words]
    return words


def _signs(sentence: str, language: str) -> list[str]:
    return _hits(sentence, language, postures.SIGNS)
