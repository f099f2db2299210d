"""The kinds of figure: proportions, head, ears, muzzle, tail, and what they wear when nobody says.

A new kind is a row in `BUILDS` (and a word in the lexicon). Lengths are in head radii.
"""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.artists.sketch.palette import Colour


@dataclass(frozen=True)
class Build:
    """How a kind is put together."""

    body: str = "animal"
    """person, animal, robot, ghost or bird: which torso and limbs."""
    legs: float = 0.62
    torso: float = 1.1
    girth: float = 1.0
    head: str = "round"
    """round, wide, egg, square, drop or dome."""
    ears: str = ""
    muzzle: str = ""
    tail: str = ""
    colour: Colour = (200, 200, 200)
    belly: Colour | None = None
    hair: tuple[str, ...] = ()
    clothes: tuple[str, ...] = ()
    accessories: tuple[str, ...] = ()
    """Worn always: a chef's hat, a teacher's glasses."""
    crest: float = 0.0
    """How far ears, hat or antenna rise above the head, in head radii."""


GRAY_HAIR = "gray"
BUILDS: dict[str, Build] = {
    "child": Build("person", 0.55, 0.95, hair=("short hair", "bob hair"), clothes=("overalls", "hoodie")),
    "girl": Build("person", 0.7, 1.05, hair=("long hair", "pigtails", "bob hair", "ponytail"), clothes=("dress",)),
    "boy": Build("person", 0.7, 1.05, hair=("short hair", "spiky hair"), clothes=("shirt", "hoodie")),
    "woman": Build("person", 1.0, 1.2, hair=("long hair", "bob hair", "curly hair"), clothes=("sweater", "dress")),
    "man": Build("person", 1.05, 1.25, 1.08, hair=("short hair",), clothes=("shirt", "sweater", "coat")),
    "grandmother": Build("person", 0.62, 1.05, 1.1, hair=("bun hair",), clothes=("sweater",), accessories=("glasses",)),
    "grandfather": Build("person", 0.68, 1.1, 1.1, hair=("bald",), clothes=("sweater",), muzzle="moustache"),
    "teacher": Build("person", 1.0, 1.2, hair=("short hair", "bob hair"), clothes=("suit",), accessories=("glasses",)),
    "chef": Build(
        "person", 0.9, 1.2, 1.12, hair=("short hair",), clothes=("apron",), accessories=("chef hat",), crest=0.75
    ),
    "doctor": Build(
        "person", 1.0, 1.2, hair=("short hair", "ponytail"), clothes=("lab coat",), accessories=("stethoscope",)
    ),
    "cat": Build(head="wide", ears="cat", muzzle="cat", tail="cat", colour=(250, 176, 92), crest=0.42),
    "dog": Build(head="wide", ears="dog", muzzle="dog", tail="dog", colour=(214, 160, 104), belly=(252, 238, 214)),
    "rabbit": Build(ears="rabbit", muzzle="rabbit", tail="rabbit", colour=(250, 246, 244), crest=1.25),
    "bear": Build(head="wide", ears="bear", muzzle="bear", girth=1.18, colour=(164, 112, 76), crest=0.2),
    "fox": Build(
        head="wide", ears="fox", muzzle="fox", tail="fox", colour=(240, 126, 58), belly=(255, 246, 232), crest=0.55
    ),
    "pig": Build(head="wide", ears="pig", muzzle="pig", tail="pig", girth=1.12, colour=(250, 184, 190), crest=0.15),
    "penguin": Build("bird", 0.3, 1.3, 1.15, muzzle="beak", colour=(66, 74, 104), belly=(255, 252, 246)),
    "frog": Build(head="frog", ears="frog", muzzle="frog", colour=(132, 196, 98), belly=(232, 244, 196), crest=0.3),
    "robot": Build("robot", 0.7, 1.1, head="square", ears="antenna", colour=(186, 200, 216), crest=0.65),
    "ghost": Build("ghost", 0.2, 1.35, head="drop", colour=(250, 250, 255)),
    "alien": Build(
        "person", 0.65, 1.0, head="egg", ears="feelers", colour=(150, 214, 130), clothes=("space suit",), crest=0.6
    ),
    "dinosaur": Build(
        head="wide",
        ears="spikes",
        muzzle="dinosaur",
        tail="dinosaur",
        girth=1.15,
        colour=(124, 196, 128),
        belly=(250, 240, 190),
        crest=0.4,
    ),
}
