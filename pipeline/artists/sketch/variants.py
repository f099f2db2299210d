"""Variants: what a picture's seed decides where the words leave something open.

Every decision has a name and depends on the seed, some words and that name alone. So a decision more or
less moves no other, and pictures that share the words (panels in one place) share what hangs on them.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from typing import TypeVar

from pipeline.artists.sketch.scene import Scene

Option = TypeVar("Option")


class Variants:
    """The decisions that belong to a seed and to `words`."""

    def __init__(self, seed: int, words: str = "") -> None:
        self._key = f"{seed}|{words}"

    def chance(self, name: str) -> random.Random:
        """A stream of random numbers of its own."""
        return random.Random(f"{self._key}|{name}")  # text seeds go through SHA-512: equal on every machine

    def choose(self, name: str, options: Sequence[Option]) -> Option:
        """One of the options."""
        return self.chance(name).choice(options)

    def between(self, name: str, low: float, high: float) -> float:
        """A number from `low` to `high`."""
        return self.chance(name).uniform(low, high)


def of_place(scene: Scene, seed: int) -> Variants:
    """What all panels in one place share: its walls, furniture, sky and which way round it is."""
    return Variants(seed, f"place {scene.place}")


def of_cast(scene: Scene, seed: int) -> Variants:
    """What each panel has for itself: camera and bearing. Where, when and the mood leave them alone, so that
    a word more about the air keeps the composition."""
    doing = [(actor.look.kind, actor.character, actor.pose, actor.expression, actor.facing) for actor in scene.actors]
    return Variants(seed, f"cast {doing} {scene.shot}")
