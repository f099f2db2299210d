"""A scene in words, in the many ways in which people and Necut's own prompters write one.

`caption` draws a wording: tags in the order of the sketch sampler, tags as the `cast` prompter compiles
them, or a sentence; some words left out, some said by their synonyms. Every wording means the same
scene to the sketch artist's reader, apart from what it leaves out.
"""

from __future__ import annotations

import random
from functools import cache

from pipeline.artists.sketch.read import words_of
from pipeline.artists.sketch.sample import describe
from pipeline.artists.sketch.scene import Actor, Scene, Thing
from pipeline.artists.sketch.vocabulary import HOLDS, SYNONYMS
from pipeline.lexicon import looks

LEAVES_OUT = 0.12
"""How often a tag that is not the figure itself is left out."""
SAYS_OTHERWISE = 0.18
"""How often a word is said by one of its synonyms."""
_NEVER_SAID_OTHERWISE = frozenset({"person", "people", "room", "house", "home", "school", "field", "moon", "sea"})
"""Synonyms that read as something else when they stand in a sentence."""
_PLURAL = frozenset({"glasses", "headphones", "overalls", "pajamas", "money", "medicine", "bread", "milk", "kimchi"})
_AT = {
    "street": "on the street", "beach": "on the beach", "mountain": "on a mountain", "subway": "on the subway",
    "bus stop": "at the bus stop", "rooftop": "on a rooftop", "river": "by the river", "stage": "on a stage",
    "snowy field": "in a snowy field", "space": "in space", "farm": "on a farm", "underwater": "underwater",
    "school yard": "in the school yard", "countryside": "in the countryside",
}  # fmt: skip
_WHEN = {
    "morning": ("in the morning", "one morning"),
    "day": ("during the day", "by day", "at noon", "in the afternoon"),
    "sunset": ("at sunset", "in the evening", "at dusk"),
    "night": ("at night", "one night", "at midnight"),
    "dawn": ("at dawn", "at sunrise"),
}
_AIR = {
    "sunny": ("sunny", "under a sunny sky"),
    "cloudy": ("under a cloudy sky", "cloudy sky"),
    "rain": ("in the rain", "while it is raining", "rainy"),
    "snow": ("in the snow", "while it is snowing", "snowy"),
    "storm": ("during a storm", "in a storm", "stormy", "with thunder and lightning"),
    "wind": ("in the wind", "windy"),
    "fog": ("in the fog", "foggy", "in the mist"),
    "rainbow": ("under a rainbow", "with a rainbow"),
    "starry sky": ("under a starry sky", "under the stars"),
}
WAYS_TO_SAY = {"time": _WHEN, "weather": _AIR}
"""Category → word → how a sentence says it."""
_OWN_VERB = {
    "lying down": "is lying down", "looking up": "is looking up", "looking away": "is looking away",
    "thinking": "is thinking", "": "is standing",
}  # fmt: skip


def caption(scene: Scene, chance: random.Random) -> str:
    """One wording of the scene, drawn with `chance`."""
    wording = chance.choices((tags, compiled, sentence), (5, 3, 3))[0]
    return wording(scene, chance)


def tags(scene: Scene, chance: random.Random) -> str:
    """The sampler's tags with the surroundings in any order, some left out."""
    phrases = describe(scene).split(", ")
    who = [phrase for phrase in phrases if _names_somebody(phrase, scene)]
    rest = [phrase for phrase in phrases if phrase not in who]
    chance.shuffle(rest)
    kept = _thinned(who, chance, keep={_named(actor) for actor in scene.actors}) + _thinned(rest, chance)
    return ", ".join(otherwise(phrase, chance) for phrase in kept)


def compiled(scene: Scene, chance: random.Random) -> str:
    """As the `cast` prompter says it: looks first, then deeds, things, where and when, the shot and the mood."""
    phrases: list[str] = []
    for actor in scene.actors:
        phrases += [_named(actor), *_look(actor)]
    for actor in scene.actors:
        deed = _deed(actor)
        phrases += [f"{actor.look.kind} {deed}"] if deed else []
        phrases += [f"{actor.look.kind} {actor.expression}"] if actor.expression else []
    about = [_coloured(thing) for thing in scene.things]
    around = [scene.place, scene.time, *scene.weather, *scene.marks]
    ends = [scene.shot, scene.mood, scene.style]
    kept = _thinned([*phrases, *about, *filter(None, around)], chance, keep={_named(actor) for actor in scene.actors})
    return ", ".join([*kept, *(end for end in ends if end)])


def sentence(scene: Scene, chance: random.Random) -> str:
    """A sentence such as somebody types: "a black cat with a red scarf is running on the beach at night, happy"."""
    told = " and ".join(_told(actor, chance) for actor in scene.actors) or chance.choice(("an empty place", "nobody"))
    where = _AT.get(scene.place, f"in the {scene.place}") if scene.place else ""
    when = chance.choice(_WHEN[scene.time]) if scene.time else ""
    air = [chance.choice(_AIR[weather]) for weather in scene.weather]
    sentence = " ".join(part for part in (told, where, when, *air) if part)
    things = [f"near {article(_coloured(thing))}" for thing in scene.things]
    ends = [scene.shot, f"{scene.mood} scene" if scene.mood else "", *scene.marks, scene.style]
    return ", ".join([sentence, *_thinned([*things, *filter(None, ends)], chance)])


def article(words: str) -> str:
    """The words with "a" or "an" in front, where they take one."""
    if words.split()[-1] in _PLURAL:
        return words
    return f"{'an' if words[0] in 'aeiou' and not words.startswith('uni') else 'a'} {words}"


def otherwise(phrase: str, chance: random.Random, share: float = SAYS_OTHERWISE) -> str:
    """The phrase, at times with its last word, or all of it, said by a synonym."""
    if chance.random() >= share:
        return phrase
    head, _, last = phrase.rpartition(" ")
    for said, before in ((phrase, ""), (last, f"{head} " if head else "")):
        if options := _synonyms().get(said):
            other = before + chance.choice(options)
            if words_of(other) == words_of(phrase):  # "lab coat" is no "lab jacket"
                return other
    return phrase


@cache
def _synonyms() -> dict[str, tuple[str, ...]]:
    """Each lexicon word with the other ways to say just that."""
    words = {word for words in looks.CATEGORIES.values() for word in words}
    found: dict[str, list[str]] = {}
    for said, meant in SYNONYMS.items():
        if meant in words and said not in _NEVER_SAID_OTHERWISE:
            found.setdefault(meant, []).append(said)
    return {meant: tuple(said) for meant, said in found.items()}


def _told(actor: Actor, chance: random.Random) -> str:
    """Somebody with their look and what they do."""
    look = actor.look
    hair = [_joined(look.hair_colour, look.hair)] if look.hair else []
    worn = [article(_coloured(thing)) for thing in (*look.clothes, *look.accessories)]
    who = article(_named(actor))
    if chance.random() < 0.3:
        hair = worn = []
    having = f" with {' and '.join(hair)}" if hair and hair[0] != "bald" else ""
    wearing = f" wearing {' and '.join(worn)}" if worn else ""
    return f"{who}{having}{wearing} {_verb(actor)}" + (f", {actor.expression}," if actor.expression else "")


def _verb(actor: Actor) -> str:
    held = " and ".join(article(_coloured(thing)) for thing in actor.held)
    verb = _OWN_VERB.get(actor.pose, f"is {actor.pose}")
    if not held:
        return verb
    if actor.pose in HOLDS:
        return f"is {actor.pose} {held}"
    return f"{verb} with {held}" if actor.pose else f"is holding {held}"


def _named(actor: Actor) -> str:
    return _joined(actor.look.colour, actor.look.kind)


def _look(actor: Actor) -> list[str]:
    look = actor.look
    hair = [_joined(look.hair_colour, look.hair)] if look.hair else []
    return [*hair, *filter(None, [look.skin]), *(_coloured(thing) for thing in (*look.clothes, *look.accessories))]


def _deed(actor: Actor) -> str:
    held = " ".join(_coloured(thing) for thing in actor.held)
    return f"{actor.pose} {held}".strip() if actor.pose else f"holding {held}" if held else ""


def _coloured(thing: Thing) -> str:
    return _joined(thing.colour, thing.name)


def _joined(*words: str) -> str:
    return " ".join(word for word in words if word)


def _names_somebody(phrase: str, scene: Scene) -> bool:
    return any(phrase == _named(actor) or phrase.startswith(f"{actor.look.kind} ") for actor in scene.actors)


def _thinned(phrases: list[str], chance: random.Random, keep: frozenset[str] | set[str] = frozenset()) -> list[str]:
    """The phrases, some of them left out, never those to `keep`."""
    return [phrase for phrase in phrases if phrase in keep or chance.random() >= LEAVES_OUT]
