"""Which shape tells an idea: those made for what happens in it first, and another one for each seed."""

from __future__ import annotations

from random import Random

from pipeline.comic import Idea
from pipeline.lexicon.entries import entry
from pipeline.writers.offline.screenplay import Shape, shapes
from pipeline.writers.offline.situation import Situation

_OWN_FILES = {"orders": "orders", "recipe": "recipe", "sad": "gentle", "hurting": "gentle", "nonsense": "nonsense"}
"""Ideas that only shapes of their own do justice to, whatever the genre."""
_OWN_FITS = ("hurting",)
"""Those of them that only some shapes of their file are for."""
_FEW, _ENOUGH, _MANY = 2, 4, 10
"""How many different shapes the seeds of one idea walk through at least: few where some are made for it, many where
nothing happens in it that a shape would have to tell."""
_LOOSE = 6
"""The distance from which on a shape is no longer made for an idea."""
_TELLING = frozenset(
    "fear invade exam failing sick birthday noise tech password haircut lottery money relatives army texted pet "
    "proverb monday history timetravel fan win gym grow draw buy give read_play drink diet exercise".split()
)
"""Doings that an idea must name: without them, their shapes would put words into its mouth."""
_ANYBODY = ("cat", "dog", "rabbit", "girl", "boy", "child", "woman", "man", "bear")
_GROWN_UP = ("woman", "man", "grandmother", "grandfather", "chef", "doctor", "teacher")
"""Who goes to no school, unless the idea says so."""
_HAPPENS_AT = {"work": "office", "exam": "classroom"}
"""Doings that say where somebody is, though the idea names no place."""
_FAR_PLACES = ("space", "underwater", "snowy field")
_ELSEWHERE = 5
"""How far a shape is from an idea that happens where its words would make no sense."""


def choose(idea: Idea, situation: Situation, seed: int) -> tuple[Shape, int]:
    """The shape for this seed, and how often the seeds before it have been round all that suit."""
    suiting = suitable(idea, situation)
    start = int(idea.fingerprint(), 16)
    return suiting[(start + seed) % len(suiting)], (start + seed) // len(suiting) % 60


def suitable(idea: Idea, situation: Situation) -> tuple[Shape, ...]:
    """The shapes that suit an idea, in an order of its own: all that fit it best, and at least `_ENOUGH`."""
    wanted = [shape for shape in shapes() if _in_question(shape, idea, situation)]
    if idea.form == "drama":
        wanted = [shape for shape in wanted if shape.heart] or wanted
    possible = [shape for shape in wanted if _possible(shape, situation)] or wanted
    shuffled = list(possible)
    Random(idea.fingerprint()).shuffle(shuffled)
    ranked = sorted(shuffled, key=lambda shape: _distance(shape, situation))
    best = [shape for shape in ranked if _distance(shape, situation) == _distance(ranked[0], situation)]
    least = _MANY if not situation.doings else _FEW if _distance(ranked[0], situation) < _LOOSE else _ENOUGH
    suiting = ranked[: max(least, len(best))]
    Random(idea.fingerprint()[::-1]).shuffle(suiting)
    return tuple(suiting)


def _in_question(shape: Shape, idea: Idea, situation: Situation) -> bool:
    for doing, folder in _OWN_FILES.items():
        if doing in situation.doings:
            return shape.genre == folder and (doing in shape.fits if doing in _OWN_FITS else not shape.fits)
    if idea.form == "advertisement" or "ad" in situation.doings:
        return shape.genre == "advertisement"
    if shape.genre in (*_OWN_FILES.values(), "advertisement"):
        return False
    if "only" in shape.head and not shape.fits & set(situation.doings):
        return False
    return idea.genre in ("any", shape.genre)


def _possible(shape: Shape, situation: Situation) -> bool:
    """Whether the idea's things can do what the shape needs of its thing."""
    ability = shape.head.get("thing", "any")
    return ability == "any" or not situation.things or any(ability in thing.can for thing in situation.things)


def _distance(shape: Shape, situation: Situation) -> int:
    """How far a shape is from an idea: 0 when it is made for all that happens in it and for all who are in it."""
    away = 0
    if situation.doings:
        shared = len(shape.fits & set(situation.doings))
        main = situation.doing in shape.fits
        loose = 6 if "any" in shape.head else 8 if not shape.fits else 12
        away += 0 if shared > 1 and main else 2 if main else 6 if shared else loose
    elif shape.fits or "any" in shape.head:  # to quote an idea is for those that say what happens, and nobody tells
        away += 4
    if shape.fits and shape.fits <= _TELLING and not shape.fits & set(situation.doings):
        away += 6
    if "thing" in shape.head and not situation.useful_things:
        away += 3
    speaks_of_it = "any" in shape.head or shape.fits & set(situation.doings)
    if "thing" not in shape.head and situation.useful_things and not speaks_of_it:
        away += 3
    wants_friend = "friend" in " ".join(shape.pictures)
    if len(situation.players) > 1:
        away += 3 * (not wants_friend) + 3 * ("friend name" in shape.head or not _can_play(shape, situation))
    return away + _place_distance(shape, situation)


def _can_play(shape: Shape, situation: Situation) -> bool:
    """Whether the second of an idea can be the friend of a shape: nobody's mother is the ghost."""
    friends = shape.items("friend")
    kinds = {entry("figure", name).visual[0].split()[-1] for name in friends}
    return not friends or bool(kinds & set(_ANYBODY)) or situation.players[1].kind in kinds


def _place_distance(shape: Shape, situation: Situation) -> int:
    place, named = shape.head.get("place", ""), {visual for _, visual in situation.places}
    if "bound" in shape.head:
        meant = named or {_HAPPENS_AT[doing] for doing in situation.doings if doing in _HAPPENS_AT}
        if meant.isdisjoint({place, *shape.items("bound")}) and (meant or "named" in shape.items("bound")):
            return _ELSEWHERE
        if not meant and situation.players and situation.players[0].kind in _GROWN_UP:
            return 1  # no pupil
    if named:
        return 0 if not place or place in named else _ELSEWHERE if place in _FAR_PLACES else 1
    return 5 * (place in _FAR_PLACES and bool(situation.weather or situation.times)) + (place in _FAR_PLACES)
