"""Telling: an idea and a seed become a script."""

from __future__ import annotations

from random import Random

from pipeline.comic import BEATS, Idea, Panel, Script
from pipeline.lexicon import understand
from pipeline.lexicon.entries import entry
from pipeline.writers.offline.casting import Role, cast
from pipeline.writers.offline.choosing import choose
from pipeline.writers.offline.fill import as_title
from pipeline.writers.offline.insist import insist
from pipeline.writers.offline.lines import pick, say, story_lines
from pipeline.writers.offline.picture import Picture, draft
from pipeline.writers.offline.screenplay import Shape
from pipeline.writers.offline.situation import (
    Player,
    Situation,
    Thing,
    any_player,
    any_thing,
    thing_called,
    understand_idea,
)
from pipeline.writers.offline.stars import starring
from pipeline.writers.offline.telling import describe
from pipeline.writers.offline.tones import MOODS
from pipeline.writers.offline.vocabulary import vocabulary
from pipeline.writers.offline.voices import SURNAMES

LONGEST_TITLE = {"ko": 30, "en": 50}
_HEROES = ("cat", "dog", "rabbit", "girl", "boy", "bear", "penguin", "robot", "fox")
_PEOPLE = ("girl", "boy", "woman", "man")
_LEFT_BEHIND = ("girl", "boy", "child", "woman", "man")
_PARTS = ("hero", "friend", "third", "fourth")


def tell_story(idea: Idea, seed: int) -> Script:
    """The script for an idea. The same idea and seed give the same script."""
    situation = starring(understand_idea(idea.text, understand(idea.text, idea.language)), idea.stars)
    shape, lap = choose(idea, situation, seed)
    return Telling(idea, situation, shape, lap, Random(f"{idea.fingerprint()} {shape.id} {seed}")).script()


class Telling:
    """One telling of one shape: its roles, its things and its words."""

    def __init__(self, idea: Idea, situation: Situation, shape: Shape, lap: int, random: Random):
        self.idea, self.situation, self.shape, self.lap, self.random = idea, situation, shape, lap, random
        self.language = idea.language
        self.text = shape.text(self.language)
        self.thing = self._main_thing()
        self.things = self._things()
        self.roles = self._cast()
        self.values = vocabulary(self, random)

    def script(self) -> Script:
        """The four panels with their words."""
        pictures = [self._picture(index) for index in range(len(BEATS))]
        insist(pictures, self.situation, self.roles)
        panels = zip(BEATS, pictures, story_lines(self), strict=True)
        return Script(
            title=self._title(),
            logline=self._logline(),
            language=self.language,
            characters=tuple(role.character for role in self.roles.values()),
            panels=tuple(self._panel(beat, picture, lines) for beat, picture, lines in panels),
        )

    def _panel(self, beat: str, picture: Picture, lines: tuple) -> Panel:
        return Panel(
            beat=beat,
            scene=picture.scene(),
            description=describe(picture, self.language, self._nouns()),
            shot=picture.shot,
            mood=MOODS.get(self.idea.tone, {}).get(picture.mood, picture.mood),
            characters=tuple(dict.fromkeys(figure.role.name for figure in picture.figures)),
            lines=lines,
        )

    def _main_thing(self) -> Thing:
        ability = self.shape.head.get("thing", "any")
        useful = self.situation.useful_things
        able = [thing for thing in useful if ability == "any" or ability in thing.can]
        return able[0] if able else any_thing(ability, self.language, self.random)

    def _things(self) -> dict[str, Thing]:
        """What pictures may call for: the thing, something to eat, what is feared."""
        things = {"thing": self.thing}
        for name, ability, otherwise in (("food", "eat", "ramen"), ("feared", "fear", "")):
            able = [thing for thing in self.situation.things if ability in thing.can]
            if able or otherwise:
                things[name] = able[0] if able else thing_called(otherwise, self.language)
        return things

    def _cast(self) -> dict[str, Role]:
        players = list(self.situation.players)
        if not players:
            players.append(any_player(self._heroes(), self.language, self.random))
        needs_friend = any(line.who == "friend" for line in self.text.lines) or "friend" in " ".join(
            self.shape.pictures
        )
        missed = []
        if self.shape.genre == "gentle" and not self.shape.fits:  # somebody is gone
            players, missed = self._mourner(players)
        if "swap" in self.shape.head and len(players) == 1 and players[0].kind in self.shape.items("friend"):
            players.insert(0, any_player(self.shape.items("hero"), self.language, self.random))
        if len(players) < 2 and needs_friend:
            players.append(self._invented_friend(players[0]))
        rainy = any(visual in ("rain", "storm") for _, visual in self.situation.weather)
        roles = cast(tuple([*players, *missed][: len(_PARTS)]), self.language, self.random, self.thing.visual[0], rainy)
        return dict(zip(_PARTS, roles, strict=False))

    def _heroes(self) -> tuple[str, ...]:
        """Who may play the hero when the idea names nobody: people where it speaks of "I"."""
        heroes = self.shape.items("hero") or _HEROES
        if not self.situation.told_by_somebody:
            return heroes
        return tuple(name for name in heroes if entry("figure", name).cries in ("person", "elder")) or _PEOPLE

    def _mourner(self, players: list[Player]) -> tuple[list[Player], list[Player]]:
        """In a sad story the hero is whoever is left; the one who is gone is remembered, not made to speak."""
        living = [player for player in players if player.kind in _LEFT_BEHIND and player.given]
        hero = living[0] if living and len(players) > 1 else any_player(("girl", "boy"), self.language, self.random)
        return [hero], [player for player in players if player is not hero and player.given]

    def _invented_friend(self, hero: Player) -> Player:
        choices = tuple(name for name in self.shape.items("friend") if name != hero.kind) or self.shape.items("friend")
        friend = any_player(choices or ("dog", "cat", "rabbit"), self.language, self.random)
        named = self.shape.head.get("friend name", "").partition(" / ")
        surname = self.random.choice(SURNAMES[self.language].split(","))
        name = named[0 if self.language == "ko" else 2].strip().replace("{surname}", surname)
        return Player(name or friend.noun, name, friend.look, friend.cries, given=False)

    def _picture(self, index: int) -> Picture:
        place = self.shape.head.get("place") or self.values["_place"]
        places = self.situation.places or ((self.values["place"], place),)
        second = index >= len(BEATS) // 2
        picture = Picture(place=_of(places, second), time=_of(self.situation.times, second) or self.values["_time"])
        picture.weather = _of(self.situation.weather, second)
        return draft(self.shape.pictures[index], self.roles, self.things, picture)

    def _title(self) -> str:
        said = say(self, pick(self, self.text.titles, "title", LONGEST_TITLE[self.language]))
        return as_title(said) if self.language == "en" else said

    def _logline(self) -> str:
        told = self.values["idea"].rstrip(".!?")
        return f"{self.values['hero']}, 그리고 {told}." if self.language == "ko" else f"{self.values['hero']}: {told}."

    def _nouns(self) -> dict[str, str]:
        nouns = {thing.visual[0]: thing.noun for thing in self.things.values()}
        nouns.update({visual: noun for noun, visual in self.situation.places})
        return nouns


def _of(pairs: tuple[tuple[str, str], ...], second: bool) -> str:
    """The visual word of the first pair in the first half of the story, of the second in the second."""
    return pairs[min(int(second), len(pairs) - 1)][1] if pairs else ""
