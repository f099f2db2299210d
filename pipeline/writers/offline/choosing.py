"""Which shape tells an idea: those made for its doing first, and another one for each seed."""

from __future__ import annotations

from random import Random

from pipeline.comic import Idea
from pipeline.writers.offline.screenplay import Shape, shapes
from pipeline.writers.offline.situation import Situation

_OWN_FILES = {"orders": "orders", "recipe": "recipe", "sad": "gentle", "nonsense": "nonsense"}
"""Ideas that only shapes of their own do justice to, whatever the genre."""
_ENOUGH = 6
"""How many different shapes the seeds of one idea walk through when the genre is open."""


def choose(idea: Idea, situation: Situation, seed: int) -> tuple[Shape, int]:
    """The shape for this seed, and how often the seeds before it have been round all that suit."""
    suiting = suitable(idea, situation)
    start = int(idea.fingerprint(), 16)
    return suiting[(start + seed) % len(suiting)], (start + seed) // len(suiting)


def suitable(idea: Idea, situation: Situation) -> tuple[Shape, ...]:
    """The shapes that suit an idea, in an order of its own."""
    for doing, folder in _OWN_FILES.items():
        own = [shape for shape in shapes() if shape.genre == folder and _possible(shape, situation)]
        if doing in situation.doings and own:
            return _shuffled(own, idea)
    wanted = [shape for shape in shapes() if _in_genre(shape, idea) and _possible(shape, situation)]
    if idea.form == "drama":
        wanted = [shape for shape in wanted if shape.heart] or wanted
    fitting = [shape for shape in wanted if shape.fits & set(situation.doings)]
    open_to_all = _shuffled([shape for shape in wanted if not shape.fits], idea)
    if idea.genre != "any" and idea.form != "advertisement":
        return _shuffled([*fitting, *open_to_all] or wanted, idea)
    return _shuffled([*fitting, *_closest(open_to_all, situation)[: max(0, _ENOUGH - 2 * len(fitting))]], idea)


def _in_genre(shape: Shape, idea: Idea) -> bool:
    if idea.form == "advertisement":
        return shape.genre == "advertisement"
    if shape.genre in (*_OWN_FILES.values(), "advertisement"):
        return False
    return idea.genre in ("any", shape.genre)


def _possible(shape: Shape, situation: Situation) -> bool:
    """Whether the idea's things can do what the shape needs of its thing."""
    ability = shape.head.get("thing", "")
    if not ability or ability == "any" or not situation.things:
        return True
    return any(ability in thing.can for thing in situation.things)


def _closest(shapes_: tuple[Shape, ...], situation: Situation) -> list[Shape]:
    """Open shapes, those first that need just what the idea has: a thing for a thing, two players for two."""

    def distance(shape: Shape) -> int:
        wants_thing, wants_friend = "thing" in shape.head, "friend" in " ".join(shape.pictures)
        away = 2 * (wants_thing != bool(situation.things)) + (len(situation.players) > 1 and not wants_friend)
        place = shape.head.get("place", "")
        return away + bool(place and situation.places and place not in {visual for _, visual in situation.places})

    return sorted(shapes_, key=distance)


def _shuffled(found: list[Shape], idea: Idea) -> tuple[Shape, ...]:
    order = list(found)
    Random(idea.fingerprint()).shuffle(order)
    return tuple(order)
