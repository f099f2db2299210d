# ruff: noqa: E501  (a row of a table is one line)
"""Reading English: words behind their inflection, the longest phrase first."""

from __future__ import annotations

import re
from functools import cache

from pipeline.lexicon.entries import Entry, entries
from pipeline.lexicon.found import Found, Match, Name
from pipeline.lexicon.looks import COLOURS
from pipeline.lexicon.names import NOT_NAMES, gender

_WORD = re.compile(r"[A-Za-zé]+(?:[-'’][A-Za-z]+)*|\d+|[^\w\s]")
_ARTICLES = frozenset("a an the my our his her their your its".split())
_OBJECT_BEFORE = frozenset(
    "of for to with at lost loses lose eats ate buys bought finds found steals stole loves".split()
)
_STOP = frozenset(
    "that who which whose is are was were has have had and or but in on at to for with from by of into onto over under about "
    "against never always not very so too can could will would should may might must does do did be been being it he she they "
    "wants want wanted tries trying gets get goes go new old big small little tiny first last day time thing way".split()
)
_PLACED = frozenset("at in on into by from during after before inside near under over through around".split())
_LONGEST = 3


def read_english(text: str) -> Found:
    """Everything the lexicon knows in an English text."""
    words = list(_WORD.finditer(text))
    matches: list[Match] = []
    names: list[Name] = []
    unknown: list[Name] = []
    colour, place = "", 0
    while place < len(words):
        word = words[place].group()
        if word.lower().replace("grey", "gray") in COLOURS:
            colour = word.lower().replace("grey", "gray")
            place += 1
            continue
        found, used = _longest(words, place)
        if found and not (word[0].isupper() and place and gender(word)):
            surface = " ".join(each.group() for each in words[place : place + used]).lower()
            part = _part(words, place)
            for entry in _meant(found, words, place):
                painted = colour if entry.sort in ("figure", "thing") else ""
                matches.append(Match(entry, _plain(surface, entry), words[place].start(), part, painted))
            colour = ""
            place += used
            continue
        if _is_name(words, place):
            names.append(Name(re.sub(r"['’]s$", "", word), words[place].start(), _part(words, place)))
        elif noun := _unknown_noun(words, place):
            unknown.append(noun)
        place += 1
    return Found(text, "en", tuple(matches), tuple(names), tuple(unknown))


@cache
def _table() -> dict[str, tuple[Entry, ...]]:
    table: dict[str, list[Entry]] = {}
    for entry in entries():
        for surface in entry.english:
            table.setdefault(surface.lower(), []).append(entry)
    return {surface: tuple(found) for surface, found in table.items()}


def _meant(found: tuple[Entry, ...], words: list[re.Match], place: int) -> tuple[Entry, ...]:
    """What a word means here: after "to" a doing (to cook), after an article somebody or something (a cook)."""
    before = words[place - 1].group().lower() if place else ""
    doings = tuple(entry for entry in found if entry.sort == "doing")
    others = tuple(entry for entry in found if entry.sort not in ("doing", "feeling"))
    if before == "to" and doings:
        return doings
    return others if before in _ARTICLES and others else found


def _longest(words: list[re.Match], place: int) -> tuple[tuple[Entry, ...], int]:
    table = _table()
    for used in range(min(_LONGEST, len(words) - place), 0, -1):
        group = [each.group().lower() for each in words[place : place + used]]
        for form in _forms(group[-1]):
            if found := table.get(" ".join([*group[:-1], form])):
                return found, used
    return (), 1


def _forms(word: str) -> tuple[str, ...]:
    """A word and what it may be a form of, likeliest first."""
    word = re.sub(r"['’]s?$", "", word)
    forms = [word]
    if word.endswith("ies"):
        forms.append(word[:-3] + "y")
    if word.endswith("es"):
        forms.append(word[:-2])
    if word.endswith("s") and not word.endswith("ss"):
        forms.append(word[:-1])
    return tuple(forms)


def _plain(surface: str, entry: Entry) -> str:
    """The surface as the lexicon spells it: singular, with its capitals."""
    spelt = {word.lower(): word for word in entry.english}
    head, _, last = surface.rpartition(" ")
    for form in _forms(last):
        whole = f"{head} {form}".strip()
        if whole in spelt:
            return spelt[whole]
    return entry.english[0]


def _part(words: list[re.Match], place: int) -> str:
    """Subject or object, by the words before."""
    before = [each.group().lower() for each in words[max(0, place - 3) : place]]
    while before and before[-1] in _ARTICLES | set(COLOURS):
        before.pop()
    if not before:
        return "subject"
    if before[-1] in ("and", "&"):
        return "with"
    if before[-1] == "with":
        return "with"
    return "object" if before[-1] in _OBJECT_BEFORE or before[-1].endswith("ing") else ""


def _is_name(words: list[re.Match], place: int) -> bool:
    word = re.sub(r"['’]s$", "", words[place].group())
    if not word[0].isupper() or not word.isalpha() or len(word) < 2 or word.lower() in NOT_NAMES:
        return False
    if gender(word):
        return True
    called = place and words[place - 1].group().lower() in ("named", "called", "name")
    return bool(called) or (place > 0 and word[1:].islower() and words[place - 1].group() not in ".!?:")


def _unknown_noun(words: list[re.Match], place: int) -> Name | None:
    """A noun nobody knows: the last plain word of the run that follows an article."""
    if not place or words[place - 1].group().lower() not in _ARTICLES:
        return None
    if place > 1 and words[place - 2].group().lower() in _PLACED:
        return None  # at the DMV, in the army: where, not what
    last = None
    for each in words[place : place + 3]:
        word = each.group()
        if not word.isalpha() or word.lower() in _STOP or _longest([each], 0)[0]:
            break
        last = each
    if last is None or len(last.group()) < 3 or last.group().lower().endswith(("ly", "ing")):
        return None
    return Name(last.group().lower(), last.start(), _part(words, place))
