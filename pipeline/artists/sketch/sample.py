"""Random scenes in the lexicon's words: what a model is trained on, and what tests and galleries draw.

Every visual word can occur. `describe` says a scene in words that `read` understands again.
"""

from __future__ import annotations

import random

from pipeline.artists.sketch.scene import Actor, Look, Scene, Thing
from pipeline.artists.sketch.vocabulary import HOLDS, PLACED
from pipeline.lexicon import looks

HANDY = tuple(prop for prop in looks.PROPS if prop not in PLACED)


def sample_scene(chance: random.Random, actors: int | None = None) -> Scene:
    """A scene of one to three actors (or `actors`, 0–4), as probable as comics make them."""
    count = chance.choice((1, 1, 1, 2, 2, 3)) if actors is None else actors
    cast = tuple(_actor(kind, chance) for kind in chance.sample(looks.KINDS, count))
    held = {thing.name for actor in cast for thing in actor.held}
    about = chance.sample(looks.PROPS, chance.choice((0, 0, 0, 1, 1, 2)))
    return Scene(
        actors=cast,
        things=tuple(_thing(prop, chance) for prop in about if prop not in held),
        place=chance.choice(looks.PLACES),
        time=chance.choice(looks.TIMES),
        weather=(chance.choice(looks.WEATHER),) if chance.random() < 0.3 else (),
        shot=chance.choice(("", "", *looks.SHOTS)),
        mood=chance.choice(("", "", *looks.MOODS)),
        marks=(chance.choice(looks.MARKS),) if count and chance.random() < 0.3 else (),
        style=chance.choice(looks.STYLES) if chance.random() < 0.2 else "",
    )


def sample_look(kind: str, chance: random.Random) -> Look:
    """A look for a kind: people get hair, skin and clothes, animals a colour."""
    person = kind in looks.PEOPLE
    dressed = chance.random() < (0.9 if person else 0.25)
    clothes = (Thing(chance.choice(looks.CLOTHES), chance.choice(looks.COLOURS)),) if dressed else ()
    wears = chance.choice((0, 0, 1, 1, 2) if person else (0, 0, 1))
    accessories = tuple(_thing(name, chance) for name in chance.sample(looks.ACCESSORIES, wears))
    if not person:
        return Look(kind, chance.choice(("", *looks.COLOURS)), clothes=clothes, accessories=accessories)
    hair, colour = chance.choice(looks.HAIR), chance.choice(looks.COLOURS)
    return Look(kind, "", hair, colour, chance.choice(looks.SKIN), clothes, accessories)


def _actor(kind: str, chance: random.Random) -> Actor:
    pose = chance.choice(("", "", *looks.POSES))
    holds = pose in HOLDS or (pose in ("", "standing", "walking", "sitting") and chance.random() < 0.35)
    held = (_thing(chance.choice(HANDY), chance),) if holds else ()
    expression = "crying" if pose == "crying" else chance.choice(looks.EXPRESSIONS)
    pose = pose or ("crying" if expression == "crying" else "")
    facing = chance.choice(looks.FACINGS) if chance.random() < 0.15 else ""
    return Actor(sample_look(kind, chance), None, pose, expression, facing, held)


def _thing(name: str, chance: random.Random) -> Thing:
    return Thing(name, chance.choice(("", chance.choice(looks.COLOURS))))


def describe(scene: Scene) -> str:
    """The scene as a prompt: who (with their look), what they do, what is about, where, when, how."""
    phrases: list[str] = []
    for actor in scene.actors:
        phrases += [
            _named(f"{actor.look.kind}", actor.look.colour),
            *(f"{actor.look.kind} {said}" for said in _look(actor)),
        ]
        phrases += [f"{actor.look.kind} {said}" for said in _doing(actor)]
    phrases += [_named(thing.name, thing.colour) for thing in scene.things]
    phrases += [scene.place, scene.time, *scene.weather, *scene.marks, scene.shot, scene.mood, scene.style]
    return ", ".join(phrase for phrase in phrases if phrase)


def _named(name: str, colour: str) -> str:
    return f"{colour} {name}".strip()


def _look(actor: Actor) -> list[str]:
    look = actor.look
    hair = [_named(look.hair, look.hair_colour)] if look.hair else []
    skin = [look.skin] if look.skin else []
    return hair + skin + [_named(thing.name, thing.colour) for thing in (*look.clothes, *look.accessories)]


def _doing(actor: Actor) -> list[str]:
    held = " ".join(_named(thing.name, thing.colour) for thing in actor.held)
    said = [f"{actor.pose} {held}".strip()] if actor.pose or held else []
    return said + [word for word in (actor.expression, actor.facing) if word]
