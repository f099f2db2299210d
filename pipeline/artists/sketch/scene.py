"""What a sketch shows, as values: the joint between words → scene and scene → picture.

All names in here are words of `pipeline/lexicon/looks.py`; an empty string means "left open".
"""

from __future__ import annotations

from dataclasses import dataclass, field

VERSION = 2
"""The version of the scene's vocabulary and meaning; goes up when a same scene would draw differently."""

MAX_ACTORS = 4
MAX_THINGS = 8


@dataclass(frozen=True)
class Thing:
    """A prop, a garment or an accessory, with the colour that was named for it."""

    name: str
    colour: str = ""


@dataclass(frozen=True)
class Look:
    """How somebody looks in every picture."""

    kind: str
    colour: str = ""
    """Of fur, metal or sheet; of the main garment for people."""
    hair: str = ""
    hair_colour: str = ""
    skin: str = ""
    clothes: tuple[Thing, ...] = ()
    accessories: tuple[Thing, ...] = ()


@dataclass(frozen=True)
class Actor:
    """Somebody in the scene, and what they do."""

    look: Look
    character: str | None = None
    pose: str = ""
    expression: str = ""
    facing: str = ""
    held: tuple[Thing, ...] = ()


@dataclass(frozen=True)
class Scene:
    """Everything a picture shows. `without` holds the words that must not be added of one's own accord."""

    actors: tuple[Actor, ...] = ()
    things: tuple[Thing, ...] = ()
    place: str = ""
    time: str = ""
    weather: tuple[str, ...] = ()
    shot: str = ""
    mood: str = ""
    marks: tuple[str, ...] = ()
    style: str = ""
    without: frozenset[str] = field(default_factory=frozenset)
    unknown: tuple[str, ...] = ()
