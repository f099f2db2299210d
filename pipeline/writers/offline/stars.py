"""The stars of an idea as players: characters of the cast library, in the places that the idea has for them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.cast import kind_of
from pipeline.comic import Character
from pipeline.lexicon.entries import entry
from pipeline.lexicon.looks import KINDS
from pipeline.writers.offline.situation import Player, Situation

MOST = 4
_STAND_IN = "fox"
"""Who plays a star of a kind that nobody knows, until the sheet itself is put into the script."""


def starring(situation: Situation, stars: Sequence[Character]) -> Situation:
    """The situation with every star among its players: whom the idea calls by the star's name, else somebody of
    their kind whom it does not name, else one more. A star is the hero where the idea names nobody."""
    players = list(situation.players)
    taken: set[int] = set()
    for star in stars:
        played = _player(star, situation.language)
        place = _place(players, played, taken)
        if place is None:
            place = len(players)
            players.append(played)
        else:
            players[place] = played
        taken.add(place)
    if len(players) > MOST:  # the stars stay
        kept = [player for number, player in enumerate(players) if number in taken]
        players = [*kept, *(player for player in players if player not in kept)][:MOST]
    return replace(situation, players=tuple(players))


def _place(players: list[Player], star: Player, taken: set[int]) -> int | None:
    free = [number for number in range(len(players)) if number not in taken]
    called = [number for number in free if star.name in (players[number].name, players[number].noun)]
    alike = [number for number in free if players[number].kind == star.kind and not players[number].name]
    return next(iter((*called, *alike)), None)


def _player(star: Character, language: str) -> Player:
    kind = kind_of(star)
    known = kind if kind in KINDS else _STAND_IN
    found = entry("figure", known)
    look = star.look if kind == known else (known,)
    return Player(found.words(language)[0], star.name, look, found.cries)
