# ruff: noqa: E501  (a row of a table is one line)
"""Casting: who plays, how they are called, and the look that stays the same in all four panels."""

from __future__ import annotations

import re
from dataclasses import dataclass
from random import Random

from pipeline.comic import Character
from pipeline.lexicon.looks import ACCESSORIES, CLOTHES, COLOURS, HAIR, PEOPLE
from pipeline.lexicon.phrases import without_colour
from pipeline.writers.offline.situation import Player
from pipeline.writers.offline.voices import BOYISH, GIRLISH, NAMES

_BY_NOUN = ("grandmother", "grandfather", "teacher", "chef", "doctor")
"""Those whom everybody calls by what they are: 할머니, 선생님."""
_TITLES = re.compile(r"님$|사장|부장|팀장|과장|대리|회장|엄마|아빠|어머니|아버지|이모|고모|삼촌|누나|언니|형$|오빠|아저씨|아줌마|아주머니|산타|할배|할매|boss|mom|dad|mother|father|aunt|uncle|santa|king|queen|manager|captain|president|professor|coach", re.I)  # fmt: skip
_CLOTHES = {
    "girl": ("dress", "hoodie", "sweater", "overalls"),
    "boy": ("hoodie", "overalls", "shirt", "sweater"),
    "child": ("overalls", "hoodie", "sweater"),
    "woman": ("sweater", "dress", "shirt", "coat"),
    "man": ("sweater", "shirt", "coat"),
    "grandmother": ("sweater", "hanbok", "coat"),
    "grandfather": ("sweater", "coat"),
    "teacher": ("suit", "shirt", "sweater"),
    "chef": ("apron",),
    "doctor": ("lab coat",),
}
_HAIR = {
    "girl": ("ponytail", "pigtails", "bob hair", "long hair"),
    "boy": ("short hair", "spiky hair", "curly hair"),
    "child": ("short hair", "curly hair", "bob hair"),
    "woman": ("long hair", "bob hair", "bun hair", "curly hair"),
    "man": ("short hair", "curly hair"),
    "grandmother": ("bun hair", "curly hair"),
    "grandfather": ("bald", "short hair"),
    "teacher": ("short hair", "bun hair", "bob hair"),
    "chef": ("short hair", "bun hair"),
    "doctor": ("short hair", "bob hair"),
}
_HAIR_COLOURS = ("black", "brown", "black", "brown", "orange")
_CLOTH_COLOURS = ("red", "yellow", "green", "mint", "blue", "purple", "pink", "navy")
_BODY = {
    "cat": ("orange", "gray", "black", "white", "beige"),
    "dog": ("brown", "white", "beige", "black"),
    "rabbit": ("white", "pink", "beige", "gray"),
    "bear": ("brown", "beige", "white"),
    "fox": ("orange", "red"),
    "pig": ("pink",),
    "penguin": ("navy", "black", "blue"),
    "frog": ("green", "mint"),
    "robot": ("mint", "gray", "blue", "yellow"),
    "ghost": ("white", "mint", "pink"),
    "alien": ("green", "mint", "purple"),
    "dinosaur": ("green", "orange", "blue"),
}
_WORN = ("scarf", "ribbon", "bow tie", "cap", "backpack", "flower pin", "hat")


@dataclass(frozen=True)
class Role:
    """A player with the name and look they have in this story."""

    player: Player
    character: Character

    @property
    def name(self) -> str:
        """The name shown and spoken."""
        return self.character.name

    @property
    def is_title(self) -> bool:
        """Whether the name is what they are, such as 할머니: nobody calls them with 아/야."""
        by_noun = (self.player.kind in _BY_NOUN or not self.player.cries) and not self.player.name
        return bool(by_noun or _TITLES.search(self.name))


def cast(players: tuple[Player, ...], language: str, random: Random, avoid: str, rainy: bool) -> tuple[Role, ...]:
    """A role for each player. `avoid` is what the story is about: nobody wears by chance what they have lost."""
    roles: list[Role] = []
    names: set[str] = {player.name for player in players}
    colours: set[str] = set()
    for player in players:
        name = player.name or _name(player, language, random, names)
        while name in {role.name for role in roles}:
            name += "2" if language == "en" else " 2"
        look = _look(player, random, avoid, colours, rainy)
        names.add(name)
        colours.add(look[0])
        roles.append(Role(player, Character(name=name[:40], look=look)))
    return tuple(roles)


def _name(player: Player, language: str, random: Random, taken: set[str]) -> str:
    noun = player.noun
    if player.kind in _BY_NOUN or _TITLES.search(noun) or player.cries == "":
        return noun if language == "ko" else noun[:1].upper() + noun[1:]
    names = [
        name for name in NAMES[language].get(player.cries, NAMES[language]["person"]).split(",") if name not in taken
    ]
    other = {"girl": BOYISH, "woman": BOYISH, "boy": GIRLISH, "man": GIRLISH}.get(player.kind, frozenset())
    return random.choice([name for name in names if name not in other] or names)


def _look(player: Player, random: Random, avoid: str, taken: set[str], rainy: bool) -> tuple[str, ...]:
    first, *rest = player.look
    kind = player.kind
    rest = [word for word in rest if without_colour(word) != avoid]
    if kind in PEOPLE:
        return (first, *_dressed(kind, rest, random, taken, rainy))
    if first == kind:
        free = [colour for colour in _BODY[kind] if f"{colour} {kind}" not in taken] or list(_BODY[kind])
        first = f"{random.choice(free)} {kind}"
    worn = [each for each in _WORN if each != avoid]
    if not rest:
        body = first.split()[0]
        rest = [f"{random.choice([colour for colour in _CLOTH_COLOURS if colour != body])} {random.choice(worn)}"]
    return (first, *rest)


def _dressed(kind: str, rest: list[str], random: Random, taken: set[str], rainy: bool) -> list[str]:
    plain = [without_colour(word) for word in rest]
    if not any(word in HAIR for word in plain) and not any(word in ("hat", "cap") for word in plain):
        colour = "gray" if kind in ("grandmother", "grandfather") else random.choice(_HAIR_COLOURS)
        hair = random.choice(_HAIR[kind])
        rest = [hair if hair == "bald" else f"{colour} {hair}", *rest]
    if not any(word in CLOTHES for word in plain):
        clothes = "raincoat" if rainy and kind in ("girl", "boy", "child") else random.choice(_CLOTHES[kind])
        used = {word.split()[0] for word in taken}
        colours = [colour for colour in _CLOTH_COLOURS if colour not in used]
        rest = [*rest, clothes if clothes in ("apron", "lab coat") else f"{random.choice(colours)} {clothes}"]
    if kind in ("grandmother", "grandfather", "teacher") and not any(word in ACCESSORIES for word in plain):
        rest.append("glasses")
    return rest


assert set(_CLOTH_COLOURS) <= set(COLOURS)
