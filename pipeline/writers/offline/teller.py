"""Telling: an idea and a seed become a script."""

from __future__ import annotations

from random import Random

from pipeline.comic import BEATS, Idea, Line, Panel, Script
from pipeline.lexicon import understand
from pipeline.writers.offline.casting import Role, cast
from pipeline.writers.offline.choosing import choose
from pipeline.writers.offline.fill import fill
from pipeline.writers.offline.insist import insist
from pipeline.writers.offline.picture import Picture, draft
from pipeline.writers.offline.screenplay import Shape, Spoken
from pipeline.writers.offline.situation import Player, Situation, any_player, any_thing, thing_called, understand_idea
from pipeline.writers.offline.telling import describe
from pipeline.writers.offline.tones import LESSON, MOODS, OPENINGS
from pipeline.writers.offline.vocabulary import vocabulary

LONGEST = {"ko": 40, "en": 70}
"""Letters in a balloon."""
_HEROES = ("cat", "dog", "rabbit", "girl", "boy", "bear", "penguin", "robot", "fox")


def tell_story(idea: Idea, seed: int) -> Script:
    """The script for an idea. The same idea and seed give the same script."""
    situation = understand_idea(idea.text, understand(idea.text, idea.language))
    shape, lap = choose(idea, situation, seed)
    random = Random(f"{idea.fingerprint()} {shape.id} {seed}")
    return _Telling(idea, situation, shape, lap, random).script()


class _Telling:
    """One telling of one shape: its roles, things and words."""

    def __init__(self, idea: Idea, situation: Situation, shape: Shape, lap: int, random: Random):
        self.idea, self.situation, self.shape, self.lap, self.random = idea, situation, shape, lap, random
        self.language = idea.language
        self.text = shape.text(self.language)
        self.thing = self._thing()
        self.things = {"thing": self.thing}
        for name, ability, otherwise in (("food", "eat", "ramen"), ("feared", "fear", "")):
            able = [thing for thing in situation.things if ability in thing.can]
            if able or otherwise:
                self.things[name] = able[0] if able else thing_called(otherwise, self.language)
        self.roles = self._cast()
        self.values = vocabulary(self, random)

    def script(self) -> Script:
        """The four panels with their words."""
        pictures = [self._picture(index) for index in range(len(BEATS))]
        insist(pictures, self.situation, self.roles)
        nouns = self._nouns()
        panels = []
        for index, (beat, picture) in enumerate(zip(BEATS, pictures, strict=True)):
            panels.append(
                Panel(
                    beat=beat,
                    scene=picture.scene(),
                    description=describe(picture, self.language, nouns),
                    shot=picture.shot,
                    mood=MOODS.get(self.idea.tone, {}).get(picture.mood, picture.mood),
                    characters=tuple(dict.fromkeys(figure.role.name for figure in picture.figures)),
                    lines=tuple(self._lines(index)),
                )
            )
        return Script(
            title=self._say(self.text.titles, "title", 30 if self.language == "ko" else 50),
            logline=self._logline(),
            language=self.language,
            characters=tuple(role.character for role in dict.fromkeys(self.roles.values())),
            panels=tuple(panels),
        )

    def _thing(self):
        ability = self.shape.head.get("thing", "any")
        able = [thing for thing in self.situation.things if ability == "any" or ability in thing.can]
        rest = self.situation.things
        return (able or list(rest) or [any_thing(ability, self.language, self.random)])[0]

    def _cast(self) -> dict[str, Role]:
        players = list(self.situation.players)
        if not players:
            players.append(any_player(self.shape.items("hero") or _HEROES, self.language, self.random))
        needs_friend = any(line.who == "friend" for line in self.text.lines) or "friend" in " ".join(
            self.shape.pictures
        )
        if len(players) < 2 and needs_friend:
            players.append(self._invented_friend(players[0]))
        rainy = any(visual in ("rain", "storm") for _, visual in self.situation.weather)
        roles = cast(tuple(players), self.language, self.random, self.thing.visual[0], rainy)
        return {("hero", "friend", "third", "fourth")[number]: role for number, role in enumerate(roles)}

    def _invented_friend(self, hero: Player) -> Player:
        choices = tuple(name for name in self.shape.items("friend") if name != hero.kind) or self.shape.items("friend")
        friend = any_player(choices or ("dog", "cat", "rabbit"), self.language, self.random)
        named = self.shape.head.get("friend name", "").partition(" / ")
        name = named[0 if self.language == "ko" else 2].strip()
        return Player(name or friend.noun, name, friend.look, friend.cries, given=False)

    def _picture(self, index: int) -> Picture:
        places = self.situation.places or (
            (self.values["place"], self.shape.head.get("place") or self.values["_place"]),
        )
        second = index >= len(BEATS) // 2
        picture = Picture(place=_of(places, second), time=_of(self.situation.times, second) or self.values["_time"])
        picture.weather = _of(self.situation.weather, second)
        return draft(self.shape.pictures[index], self.roles, self.things, picture)

    def _lines(self, index: int) -> list[Line]:
        lines = [self._line(spoken) for spoken in self.text.lines if spoken.panel == index]
        has_caption = any(line.kind in ("caption", "sound") for line in lines)
        if index == 0 and not has_caption:
            openings = OPENINGS[self.language].get(self.idea.tone, OPENINGS[self.language]["warm"])
            lines.insert(0, Line(text=self._say(openings, "opening"), kind="caption"))
        if index == len(BEATS) - 1 and self.idea.form == "lesson" and self.text.morals:
            lines = [line for line in lines if line.kind != "caption"]
            lines.append(Line(text=LESSON[self.language].format(self._say(self.text.morals, "moral")), kind="caption"))
        return lines

    def _line(self, spoken: Spoken) -> Line:
        speaker = self.roles[spoken.who].name if spoken.who else None
        key = f"{spoken.panel}{spoken.who}{spoken.kind}{spoken.wordings[0]}"
        return Line(speaker=speaker, text=self._say(spoken.wordings, key), kind=spoken.kind)

    def _say(self, wordings: tuple[str, ...], key: str, longest: int = 0) -> str:
        """One of the wordings, filled; the seed's lap moves on to the next."""
        longest = longest or LONGEST[self.language]
        start = Random(f"{self.idea.fingerprint()} {key}").randrange(len(wordings)) + self.lap
        filled = [fill(wordings[(start + step) % len(wordings)], self.values) for step in range(len(wordings))]
        fitting = [text for text in filled if len(text) <= longest]
        return fitting[0] if fitting else min(filled, key=len)[: longest - 1].rstrip() + "…"

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
