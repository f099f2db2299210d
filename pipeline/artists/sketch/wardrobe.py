"""What somebody wears and which colours they have: a Look with nothing left open.

What the look leaves open is decided by the look itself, never by the picture's seed: the same
character looks the same in every picture.
"""

from __future__ import annotations

import random
import zlib
from dataclasses import dataclass

from pipeline.artists.sketch.kinds import BUILDS, Build
from pipeline.artists.sketch.palette import HAIR_BLACK, HAIR_BROWN, NAMED, SKIN, Colour, darker, lighter, named
from pipeline.artists.sketch.scene import Look, Thing
from pipeline.lexicon.looks import PEOPLE

GARMENT_COLOURS: dict[str, tuple[str, ...]] = {
    "shirt": ("blue", "red", "yellow", "green", "mint"),
    "sweater": ("red", "mint", "beige", "purple", "green"),
    "hoodie": ("yellow", "blue", "red", "purple", "mint"),
    "dress": ("pink", "red", "yellow", "purple", "mint"),
    "suit": ("navy", "gray", "brown"),
    "overalls": ("blue", "red", "green"),
    "school uniform": ("navy",),
    "apron": ("white",),
    "raincoat": ("yellow",),
    "pajamas": ("mint", "pink", "blue"),
    "hanbok": ("pink", "red", "mint"),
    "coat": ("brown", "beige", "navy"),
    "lab coat": ("white",),
    "space suit": ("purple", "white"),
}
ACCESSORY_COLOURS: dict[str, str] = {
    "glasses": "black", "hat": "brown", "cap": "red", "scarf": "red", "bag": "brown", "backpack": "red",
    "ribbon": "red", "tie": "red", "crown": "yellow", "headphones": "black", "bow tie": "red",
    "flower pin": "pink", "chef hat": "white", "stethoscope": "gray",
}  # fmt: skip
ROBES = frozenset({"dress", "coat", "raincoat", "lab coat", "hanbok"})
"""Garments that reach over the hips."""


@dataclass(frozen=True)
class Outfit:
    """Somebody's colours and clothes, all decided."""

    build: Build
    person: bool
    skin: Colour
    """Skin, fur, metal or sheet."""
    belly: Colour
    hair: str
    hair_colour: Colour
    garment: str
    garment_colour: Colour
    trousers: Colour
    shoes: Colour
    accessories: tuple[tuple[str, Colour], ...]

    def wears(self, name: str) -> Colour | None:
        """The colour of an accessory, None when it is not worn."""
        return dict(self.accessories).get(name)


def dress(look: Look, salt: str = "") -> Outfit:
    """Close everything that a look leaves open; `salt` (a character's name) parts those who share a look."""
    build = BUILDS[look.kind]
    chance = random.Random(zlib.crc32(f"{look!r}{salt}".encode()))
    person = look.kind in PEOPLE
    skin = SKIN.get(look.skin, SKIN["light skin"]) if person else named(look.colour, build.colour)
    garment, garment_colour = _garment(look, build, person, chance)
    return Outfit(
        build=build,
        person=person,
        skin=skin,
        belly=_belly(look, build, skin),
        hair=look.hair or (chance.choice(build.hair) if build.hair else ""),
        hair_colour=_hair_colour(look, chance),
        garment=garment,
        garment_colour=garment_colour,
        trousers=chance.choice(((74, 92, 140), (86, 78, 100), (120, 96, 80))),
        shoes=chance.choice(((206, 74, 66), (92, 72, 66), (70, 76, 110))),
        accessories=tuple(_accessories(look, build)),
    )


def _belly(look: Look, build: Build, skin: Colour) -> Colour:
    if look.colour == "black":
        return lighter(skin, 0.62)
    return build.belly or lighter(skin, 0.55)


def _garment(look: Look, build: Build, person: bool, chance: random.Random) -> tuple[str, Colour]:
    if look.clothes:
        thing = look.clothes[-1]
    elif build.clothes:
        thing = Thing(chance.choice(build.clothes), look.colour if person else "")
    else:
        return "", (0, 0, 0)
    return thing.name, NAMED[thing.colour or chance.choice(GARMENT_COLOURS[thing.name])]


def _hair_colour(look: Look, chance: random.Random) -> Colour:
    if look.hair_colour:
        return NAMED[look.hair_colour]
    if look.kind in ("grandmother", "grandfather"):
        return (206, 204, 212)
    return chance.choice((HAIR_BLACK, HAIR_BLACK, HAIR_BROWN, (88, 60, 52)))


def _accessories(look: Look, build: Build):
    worn = {thing.name: thing for thing in look.accessories}
    for name in build.accessories:
        worn.setdefault(name, Thing(name))
    for thing in worn.values():
        yield thing.name, NAMED[thing.colour or ACCESSORY_COLOURS[thing.name]]


def in_shade(colour: Colour) -> Colour:
    """The colour of a fold or a far limb."""
    return darker(colour, 0.14)
