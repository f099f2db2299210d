# ruff: noqa: E501  (a row of a table is one line)
"""The values of a telling's blanks: names, nouns, places, cries and the idea's doing in words."""

from __future__ import annotations

import re
from random import Random
from typing import TYPE_CHECKING

from pipeline.lexicon.entries import entry
from pipeline.words.particles import attach
from pipeline.writers.offline.casting import Role
from pipeline.writers.offline.doings import phrases
from pipeline.writers.offline.fill import at_place, named, the_place, with_article
from pipeline.writers.offline.telling import day_words, noun_of
from pipeline.writers.offline.voices import CRIES, cry

if TYPE_CHECKING:
    from pipeline.writers.offline.teller import Telling

_SKILLS = {
    "ko": {"cook": "{food} 요리", "dance": "춤", "sing": "노래", "swim": "수영", "fly": "나는 법", "draw": "그림", "run": "달리기",
           "exercise": "운동", "magic": "마법", "read": "책 읽는 법", "sleep": "자는 법", "clean": "청소", "jump": "점프", "love": "사랑", "hug": "포옹"},
    "en": {"cook": "to cook {food}", "dance": "to dance", "sing": "to sing", "swim": "to swim", "fly": "to fly", "draw": "to draw",
           "run": "to run", "exercise": "to lift things", "magic": "magic", "read": "to read", "sleep": "to nap", "clean": "to clean",
           "jump": "to jump", "love": "to love", "hug": "to hug"},
}  # fmt: skip
_LEARNED = re.compile(
    r"\blearn(?:s|ed|ing)? (to [a-z]+(?: (?:a |the )?[a-z]+)?)(?=\W*$| (?:in|at|on|from|with|for)\b)", re.IGNORECASE
)
_OPEN_PLACES = ("street", "park", "city", "countryside", "playground", "living room", "cafe", "garden")
_TIMES = ("morning", "day", "sunset")
_QUOTE_LENGTH = 10
_IDEA_LENGTH = {"ko": 24, "en": 44}


def vocabulary(telling: Telling, random: Random) -> dict[str, str]:
    """The blanks' values. Those that start with `_` are for pictures."""
    language, situation = telling.language, telling.situation
    place = telling.shape.head.get("place") or random.choice(_OPEN_PLACES)
    noun, visual = situation.places[0] if situation.places else (noun_of(place, language), place)
    time = situation.times[0][1] if situation.times else telling.shape.head.get("time") or random.choice(_TIMES)
    weather = situation.weather[0][1] if situation.weather else ""
    values = {"place": noun, "_place": visual, "_time": time, "day": day_words(weather, time, language)}
    if language == "en":
        values |= {"at place": at_place(noun, visual), "the place": the_place(noun), "a day": values["day"]}
        values["day"] = values["day"].split(" ", 1)[1]
    values |= _things(telling, random)
    values |= _people(telling, random)
    says, topic, tells = phrases(situation.doing, language)
    values |= {"says": says, "topic": topic, "tells": tells, "idea": _idea(situation.text, language)}
    values["quote"] = _quote(situation.text)
    return values


def _things(telling: Telling, random: Random) -> dict[str, str]:
    language, things = telling.language, telling.situation.things
    values: dict[str, str] = {}
    _noun(values, "thing", telling.thing.noun, telling.thing.bare, telling.thing.plural, language)
    other = things[1] if len(things) > 1 else telling.thing
    _noun(values, "other", other.noun, other.bare, other.plural, language)
    for name, ability, default in (
        ("food", "eat", "ramen"),
        ("drink", "drink", "coffee"),
        ("feared", "fear", "shadow"),
    ):
        able = next((thing for thing in things if ability in thing.can), None)
        found = entry("thing", default)
        noun = able.noun if able else found.words(language)[0]
        _noun(values, name, noun, able.bare if able else noun in found.bare, bool(able and able.plural), language)
    values["feared"] = values["the feared"] = _feared(telling, values["feared"])
    if language == "en" and "shadow" in values["feared"]:
        values["feared"] = values["the feared"] = "the dark"
    values["skill"] = _skill(telling)
    return values


def _feared(telling: Telling, otherwise: str) -> str:
    """What the hero is afraid of: somebody, something, the dark, the weather, or a place that the idea names."""
    situation, language = telling.situation, telling.language
    if len(situation.players) > 1:
        noun = situation.players[1].noun
        return (
            noun
            if language == "ko"
            else with_article(noun, False, False)
            if situation.players[1].name != noun
            else noun
        )
    if situation.things:
        thing = situation.things[0]
        if language == "en":
            return (
                "the dark" if thing.noun in ("dark", "darkness") else thing.noun if thing.bare else f"the {thing.noun}"
            )
        return thing.noun
    if situation.weather:
        visual = situation.weather[0][1]
        return (
            noun_of(visual, language)
            if language == "en"
            else {"rain": "비", "snow": "눈", "storm": "천둥"}.get(visual, situation.weather[0][0])
        )
    if situation.places:
        return situation.places[0][0] if language == "ko" else the_place(situation.places[0][0])
    return otherwise if language == "ko" else "the dark"


def _skill(telling: Telling) -> str:
    situation, table = telling.situation, _SKILLS[telling.language]
    if telling.language == "en" and (learned := _LEARNED.search(situation.text)):
        return learned[1].lower()
    for doing in situation.doings:
        if doing in table:
            return table[doing]
    if situation.things:
        return situation.things[0].noun if telling.language == "ko" else "to use {a thing}"
    return "새로운 것" if telling.language == "ko" else "something new"


def _noun(values: dict[str, str], name: str, noun: str, bare: bool, plural: bool, language: str) -> None:
    values[name] = noun
    if language == "en":
        values[f"a {name}"] = with_article(noun, bare, plural)
        values[f"the {name}"] = f"the {noun}"


def _people(telling: Telling, random: Random) -> dict[str, str]:
    values: dict[str, str] = {}
    hero = telling.roles["hero"]
    friend = telling.roles.get("friend", hero)
    for name, role in (("hero", hero), ("friend", friend)):
        values[name] = role.name
        values[f"{name} kind" if name == "friend" else "kind"] = role.player.noun
        values[f"call {name}"] = _call(role, telling.language)
    if telling.language == "en":
        values["a kind"] = with_article(values["kind"], False, False)
        values["a friend kind"] = with_article(values["friend kind"], False, False)
        values["hero the kind"] = named(hero.name, hero.player.noun)
    for which in CRIES:
        values[which] = cry(telling.language, hero.player.cries, which, random.randrange(1000))
        values[f"friend {which}"] = cry(telling.language, friend.player.cries, which, random.randrange(1000))
    return values


def _call(role: Role, language: str) -> str:
    """How somebody is called to: 나비야, 할머니, Tom."""
    hangul = "가" <= role.name[-1] <= "힣"
    return attach(role.name, "아/야") if language == "ko" and hangul and not role.is_title else role.name


def _idea(text: str, language: str) -> str:
    """The idea in its own words, short enough for a caption, with nothing in it that could be a blank."""
    plain = " ".join(text.replace("{", "(").replace("}", ")").split())
    length = _IDEA_LENGTH[language]
    if len(plain) > length:
        plain = plain[:length].rsplit(" ", 1)[0].rstrip(" ,.") + "…"
    plain = plain.rstrip(".")
    return plain[:1].upper() + plain[1:] if language == "en" else plain


def _quote(text: str) -> str:
    """The first few letters of a text that means nothing, to be read out."""
    plain = " ".join(text.replace("{", "(").replace("}", ")").split()) or "…"
    return plain if len(plain) <= _QUOTE_LENGTH else plain[:_QUOTE_LENGTH].rstrip() + "…"
