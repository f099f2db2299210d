"""The lines of a telling: which wording of each, and nothing in them that any other story could say as well.

Stories of two ideas should not sound alike. At most `_ANYBODYS` lines of a script may lack a word that
belongs to it (a name, what somebody is, a cry of their kind, the idea's own things and places); the others
call the other by name, or fall away where they are only a sound or a caption.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from random import Random
from typing import TYPE_CHECKING

from pipeline.comic import BEATS, Line
from pipeline.words.particles import final_consonant
from pipeline.writers.offline.fill import blanks, fill, names_thing
from pipeline.writers.offline.levels import polite
from pipeline.writers.offline.tones import LESSON, OPENINGS

if TYPE_CHECKING:
    from pipeline.writers.offline.teller import Telling

LONGEST = {"ko": 40, "en": 70}
"""Letters in a balloon."""
_ANYBODYS = 2
_CALLS = 2
_SHORT = 8
_NAMED = re.compile(r"\{(hero|friend):((?:은/는|이/가|을/를|과/와|으로/로|이었어/였어|도/도))\}")
_ADDRESSED = re.compile(
    r"\b(?:boss|sir|ma'am|doctor|detective|auntie|aunt|uncle|dear|sweetie|mom|grandma|your honor|your majesty|everyone)"
    r"[.!?…]*$|님[,!?… ]|여러분",
    re.IGNORECASE,
)
"""A line that speaks to somebody already."""
_NAMING = frozenset(("hero", "friend", "call hero", "call friend", "idea", "quote"))
"""Blanks that hardly two stories fill alike: a thing or a place may be in many."""
_CRIES = ("gasp", "sob", "cheer", "hm")


@dataclass(frozen=True)
class Draft:
    """A line before its blanks are filled."""

    panel: int
    who: str
    kind: str
    wordings: tuple[str, ...]
    wording: str

    @property
    def spoken(self) -> bool:
        """Whether somebody says or thinks it."""
        return bool(self.who)


def story_lines(telling: Telling) -> tuple[tuple[Line, ...], ...]:
    """The lines of the four panels."""
    drafts = [_draft(telling, spoken.panel, spoken.who, spoken.kind, spoken.wordings) for spoken in telling.text.lines]
    drafts = _with_moral(telling, drafts)
    drafts = _with_opening(telling, _distinguish(telling, drafts))
    return tuple(
        tuple(_line(telling, draft) for draft in drafts if draft.panel == panel) for panel in range(len(BEATS))
    )


def pick(telling: Telling, wordings: tuple[str, ...], key: str, longest: int, who: str = "", kind: str = "") -> str:
    """The wording for this telling: the seed's lap moves on to the next, and one that is too long is passed over."""
    if not telling.situation.useful_things and "thing" not in telling.shape.head:
        wordings = tuple(wording for wording in wordings if not names_thing(wording)) or wordings
    lengths = {wording: len(say(telling, wording, who, kind)) for wording in wordings}
    fitting = [wording for wording in wordings if lengths[wording] <= longest]
    if not fitting:
        return min(wordings, key=lambda wording: lengths[wording])
    return fitting[(Random(f"{telling.idea.fingerprint()} {key}").randrange(len(fitting)) + telling.lap) % len(fitting)]


def say(telling: Telling, wording: str, who: str = "", kind: str = "") -> str:
    """A wording filled, at the speech level of whoever says it."""
    values = telling.values
    if telling.language == "en":
        text = fill(wording, values).replace("?.", "?")
        return text[:1].upper() + text[1:] if wording[:1] == "{" else text
    if telling.language == "ko" and who and kind != "thought" and telling.shape.level(who) == "polite":
        values = values | {"says": polite(fill(values["says"], values))}
    if telling.language == "ko" and who and telling.shape.level(who) == "casual":
        wording = _familiar(telling, wording)
    return fill(wording, values).replace("?.", "?")


def _familiar(telling: Telling, wording: str) -> str:
    """Names as friends say them: 은별이는, not 은별은. Titles stay as they are."""

    def said(found: re.Match) -> str:
        role = telling.roles.get(found[1])
        if role is None or role.is_title or not final_consonant(role.name) or " " in role.name:
            return found[0]
        return f"{{{found[1]}}}이{found[2].partition('/')[2].removeprefix('이')}"

    return _NAMED.sub(said, wording)


def _draft(telling: Telling, panel: int, who: str, kind: str, wordings: tuple[str, ...]) -> Draft:
    key = f"{panel}{who}{kind}{wordings[0]}"
    wording = pick(telling, wordings, key, LONGEST[telling.language], who, kind)
    return Draft(panel, who, kind, wordings, wording)


def _line(telling: Telling, draft: Draft) -> Line:
    text, longest = say(telling, draft.wording, draft.who, draft.kind), LONGEST[telling.language]
    if len(text) > longest:
        text = text[: longest - 1].rstrip() + "…"
    return Line(speaker=telling.roles[draft.who].name if draft.who else None, text=text, kind=draft.kind)


def _with_opening(telling: Telling, drafts: list[Draft]) -> list[Draft]:
    """The narrator of the tone opens the story, unless the shape brings a caption or a sound of its own."""
    if any(draft.panel == 0 and not draft.spoken for draft in drafts):
        return drafts
    tone = OPENINGS[telling.language].get(telling.idea.tone, OPENINGS[telling.language]["warm"])
    return [_draft(telling, 0, "", "caption", tone), *drafts]


def _with_moral(telling: Telling, drafts: list[Draft]) -> list[Draft]:
    """A lesson ends with what was learned."""
    if telling.idea.form != "lesson" or not telling.text.morals:
        return drafts
    last = len(BEATS) - 1
    kept = [draft for draft in drafts if draft.spoken or draft.panel != last]
    learned = tuple(LESSON[telling.language].format(moral) for moral in telling.text.morals)
    return [*kept, _draft(telling, last, "", "caption", learned)]


def _distinguish(telling: Telling, drafts: list[Draft]) -> list[Draft]:
    """Leave at most `_ANYBODYS` lines that anybody could say: the last ones, where the joke is."""
    if telling.shape.genre == "gentle":  # no play with words where somebody grieves
        return drafts
    kept: list[Draft] = []
    left, cried, called = _ANYBODYS, False, set()
    for draft in reversed(drafts):
        if _is_own(telling, draft.wording) or draft.kind == "caption" and draft.wordings == ():
            kept.append(draft)
        elif left:
            left -= 1
            kept.append(draft)
        elif own := _own_wording(telling, draft):
            kept.append(replace(draft, wording=own))
        elif draft.spoken:
            calling = _calling(telling, draft)
            if calling and len(called) < _CALLS and draft.who not in called:
                called.add(draft.who)
                kept.append(replace(draft, wording=calling))
            elif not cried and (crying := _crying(telling, draft)):
                cried = True
                kept.append(replace(draft, wording=crying))
            else:
                kept.append(draft)
        elif sum(other.panel == draft.panel for other in drafts) == 1:
            kept.append(draft)
    return kept[::-1]


def _own_wording(telling: Telling, draft: Draft) -> str:
    """Another wording of a line that calls somebody by name or quotes the idea, where the shape has one."""
    longest = LONGEST[telling.language]
    own = tuple(
        wording
        for wording in draft.wordings
        if blanks(wording) & _NAMING
        and _is_own(telling, wording)
        and len(say(telling, wording, draft.who, draft.kind)) <= longest
    )
    if not own:
        return ""
    return pick(telling, own, f"own {draft.panel}{draft.who}{draft.kind}", longest, draft.who, draft.kind)


def _is_own(telling: Telling, wording: str) -> bool:
    """Whether a wording has a word that belongs to this story's people."""
    names = {name.lower() for name in blanks(wording)}
    hero_cries = telling.roles["hero"].player.cries != "person" and names & set(_CRIES)
    people = {"hero", "friend", "call hero", "call friend", "kind", "a kind", "friend kind", "idea", "quote"}
    if telling.roles["hero"].is_title:  # every story has a 할머니: only her things are her own
        people -= {"hero", "call hero", "kind", "a kind"}
    situation = telling.situation
    if situation.things:
        people |= {"thing", "a thing", "the thing", "food", "feared", "the feared", "other"}
    if situation.places:
        people |= {"place", "at place", "the place"}
    if not _has_own_name(telling):
        people = people - {"friend", "call friend"}
    return bool(hero_cries or names & people)


def _has_own_name(telling: Telling) -> bool:
    """Whether the friend is called by a name that other stories' friends do not have: not "the Guardian"."""
    called = telling.shape.head.get("friend name", "")
    if "friend" not in telling.roles:
        return False
    friend = telling.roles["friend"]
    called = called.partition(" / ")[0 if telling.language == "ko" else 2]
    return friend.player.given or "{surname}" in called or not called and not friend.is_title


def _calling(telling: Telling, draft: Draft) -> str:
    """The line with the other one called by name: "보리야, …", "…, Barkley."."""
    other = "friend" if draft.who == "hero" else "hero"
    if other not in telling.roles or other == "friend" and not _has_own_name(telling):
        return ""
    if draft.kind == "thought" or draft.wording[0] in "…(“\"‘'{." or len(draft.wording) < _SHORT:
        return ""
    if any(word in draft.wording for word in telling.roles[other].name.split()):
        return ""
    if _ADDRESSED.search(draft.wording) or not telling.roles[other].player.cries:
        return ""
    if not any(other == line.who and line.panel == draft.panel for line in telling.text.lines):
        return ""
    if telling.language == "ko":
        formal = telling.shape.level(draft.who) == "polite" and not telling.roles[other].is_title
        calling = f"{{{other}}} 님, {draft.wording}" if formal else f"{{call {other}}}, {draft.wording}"
    elif (ending := re.search(r"(?<![.!?])[.!?]+$", draft.wording)) and ending[0] != "...":
        calling = f"{draft.wording[: ending.start()]}, {{{other}}}{ending[0]}"
    else:
        return ""
    return calling if len(say(telling, calling, draft.who, draft.kind)) <= LONGEST[telling.language] else ""


def _crying(telling: Telling, draft: Draft) -> str:
    """The line with a small sound before it that only their kind makes: "킁킁, …"."""
    if telling.roles[draft.who].player.cries in ("person", "elder") or draft.wording[0] in "…(“\"‘'{.":
        return ""
    mark = "," if telling.language == "ko" else "."
    crying = f"{{{'' if draft.who == 'hero' else 'friend '}hm}}{mark} {draft.wording}"
    return crying if len(say(telling, crying, draft.who, draft.kind)) <= LONGEST[telling.language] else ""
