"""Which scenes are learnt from and which are kept to judge by.

A picture has a number, and the number alone decides scene and seed, so that nothing needs to be stored
to know what a picture shows. Numbers from `UNSEEN` on are never trained on; neither are a few
combinations of figure, expression and place, whatever their number (`is_held_out`).
"""

from __future__ import annotations

import random
import zlib
from dataclasses import dataclass

from pipeline.artists.sketch.sample import sample_scene
from pipeline.artists.sketch.scene import Scene

UNSEEN = 1_000_000_000
"""The first number of the pictures that nothing is trained on."""
HELD_OUT = 24
"""One combination in so many is kept out of training."""
_ACTORS = (0, 1, 1, 1, 1, 1, 1, 1, 2, 2)
"""How many figures a scene has: mostly one, whom every word is about."""


@dataclass(frozen=True)
class Numbered:
    """A scene with its number and the seed it is drawn with."""

    number: int
    scene: Scene
    seed: int


def numbered(number: int) -> Numbered:
    """The scene of that number: for training one that is not held out, from `UNSEEN` on any."""
    for attempt in range(1000):
        chance = random.Random(f"necut-tiny {number} {attempt}")
        scene = sample_scene(chance, chance.choice(_ACTORS))
        if number >= UNSEEN or not is_held_out(scene):
            return Numbered(number, scene, chance.randrange(2**31))
    raise RuntimeError("every scene is held out")  # one in 24 is: a thousand in a row never are


def held_out(count: int, actors: int = 1) -> list[Numbered]:
    """`count` scenes whose combinations no training picture shows, to judge with."""
    found: list[Numbered] = []
    number = UNSEEN
    while len(found) < count:
        number += 1
        each = numbered(number)
        if len(each.scene.actors) == actors and is_held_out(each.scene):
            found.append(each)
    return found


def is_held_out(scene: Scene) -> bool:
    """Whether somebody here has a combination of kind, expression and place that is kept to judge by."""
    return any(
        zlib.crc32(f"{actor.look.kind}|{actor.expression}|{scene.place}".encode()) % HELD_OUT == 0
        for actor in scene.actors
    )
