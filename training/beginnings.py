"""Beginnings for the prompt writer to continue: what people type and what Necut's own prompter compiles.

A quarter come from stories of the offline writer, compiled by `cast`, just as the `gpt2` prompter will
hand them over. Half are made as people type. The others are sampled scenes, told in any wording and broken
off early. Words that the lexicon does not know stand in between: a prompt writer must go on after those too.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from functools import cache

from pipeline.comic import Idea, Script
from pipeline.lexicon import ideas, looks
from training import captions
from training.scenes import numbered

STORIES, TYPED = 0.25, 0.5
"""The shares of beginnings that come out of stories, and that are made as people type."""
_SUBJECTS = (
    "a {} who wants to be a star", "the {} that lost a {}", "a {} and a {} in the {}", "{} waits for the {}",
    "a {} is afraid of the {}", "the first day of a {} at the {}", "a {} finds a {} in the {}", "a {} learns to cook",
    "a {} gives a {} to a {}", "a lonely {} in the {}", "a {} can't sleep", "two friends and a {}",
)  # fmt: skip
_DEEDS = (
    "wins a race", "meets", "finds", "loses", "builds", "wants", "dreams of", "is late", "waits for", "looks at",
    "and", "flies over", "steals", "repairs", "is afraid of", "sells", "paints", "is stuck", "drops", "hunts for",
)  # fmt: skip
"""What people let somebody do and no lexicon lists."""
STRANGERS = (
    "wizard", "pirate", "castle", "dragon egg", "spaceship", "treasure", "volcano", "island", "waterfall", "bridge",
    "lighthouse", "tower", "cave", "temple", "palace", "circus", "carnival", "museum", "airport", "harbor", "ship",
    "balcony", "stairs", "window", "curtain", "carpet", "shelf", "fireplace", "chimney", "fence", "gate", "path",
    "snail", "mouse", "elephant", "lion", "tiger", "monkey", "owl", "bird", "butterfly", "bee", "horse", "cow",
    "sheep", "duck", "turtle", "whale", "shark", "octopus", "squirrel", "hedgehog", "wolf", "knight", "witch",
    "vampire", "ninja", "samurai", "detective", "astronaut", "farmer", "painter", "dancer", "singer", "soldier",
    "sailor", "clown", "tailor", "baker", "mayor", "neighbor", "stranger", "lost", "broken", "hungry", "brave",
    "clever", "ancient", "magical", "secret", "enormous", "invisible", "golden gate", "wooden", "shiny", "dusty",
    "potion", "spell", "crystal", "compass", "telescope", "helmet", "armor", "cape", "boots", "gloves", "belt",
    "necklace", "violin", "drum", "piano", "trumpet", "sandwich", "cheese", "soup spoon", "teapot", "pancake",
    "strawberry", "grapes", "mushroom", "pumpkin", "cactus", "leaf", "stone", "sand", "fire", "smoke", "shadow",
)  # fmt: skip
"""Words that the lexicon does not know, or only in part."""


def beginning(chance: random.Random) -> str:
    """One beginning, without the comma at its end."""
    sort = chance.random()
    if sort < STORIES:
        return _from_story(chance)
    if sort < STORIES + TYPED:
        return _typed(chance)
    text = captions.caption(numbered(chance.randrange(10**8)).scene, chance)
    phrases = [_otherwise(phrase, chance) for phrase in text.split(", ")[: chance.randint(1, 9)]]
    while chance.random() < 0.3:
        phrases.insert(chance.randint(0, len(phrases)), chance.choice(STRANGERS))
    return ", ".join(phrases)


def _otherwise(phrase: str, chance: random.Random) -> str:
    """The phrase, half of the time said by a synonym: people say midnight, and mean night."""
    return captions.otherwise(phrase, chance, share=0.5)


def _typed(chance: random.Random) -> str:
    """A scene as somebody types it: who does what, and some of where, when and in which weather, in any order."""
    known = chance.random() < 0.6
    who = captions.article(_otherwise(chance.choice(looks.KINDS), chance) if known else chance.choice(STRANGERS))
    deed = chance.choice((*looks.POSES, *_DEEDS)) if chance.random() < 0.8 else ""
    thing = captions.article(chance.choice((*looks.PROPS, *STRANGERS))) if chance.random() < 0.4 else ""
    place = _otherwise(chance.choice(looks.PLACES), chance) if chance.random() < 0.6 else chance.choice(STRANGERS)
    around = [f"{chance.choice(('in', 'at'))} the {place}"] if chance.random() < 0.75 else []
    around += [_said("time", looks.TIMES, chance)] if chance.random() < 0.6 else []
    around += [_said("weather", looks.WEATHER, chance)] if chance.random() < 0.35 else []
    around += [_otherwise(chance.choice(looks.EXPRESSIONS), chance)] if chance.random() < 0.25 else []
    around += [_otherwise(chance.choice(looks.MOODS), chance)] if chance.random() < 0.15 else []
    around += [chance.choice(looks.SHOTS)] if chance.random() < 0.15 else []
    chance.shuffle(around)
    parts = [part for part in (who, deed, thing) if part]
    if chance.random() < 0.5:
        return " ".join([*parts, *around])
    return ", ".join([" ".join(parts), *around])


def _said(sort: str, options: Sequence[str], chance: random.Random) -> str:
    """An hour or a weather as a tag or as part of a sentence."""
    word = chance.choice(options)
    ways = captions.WAYS_TO_SAY[sort][word]
    return _otherwise(word, chance) if chance.random() < 0.5 else chance.choice(ways)


def _from_story(chance: random.Random) -> str:
    from pipeline import prompters

    number = chance.randrange(_STORIES)
    script = _story(number)
    panel = chance.randrange(len(script.panels))
    prompt = prompters.get("cast").propose(script, panel, number)
    text = chance.choice(prompt.candidates).text if chance.random() < 0.3 else prompt.text
    phrases = text.split(", ")
    broken_off = chance.random() < 0.3 and len(phrases) > 2
    return ", ".join(phrases[: chance.randint(2, len(phrases))] if broken_off else phrases)


_STORIES = 600
"""How many stories the offline writer writes for this."""


@cache
def _story(number: int) -> Script:
    from pipeline import writers

    chance = random.Random(f"story {number}")
    words = [*looks.KINDS, *looks.PROPS, *looks.PLACES]
    subject = chance.choice(_SUBJECTS)
    text = subject.format(
        *(chance.choice(looks.KINDS if place == 0 else words) for place in range(subject.count("{}")))
    )
    idea = Idea(
        text=text,
        form=chance.choice(ideas.FORMS),
        genre=chance.choice(ideas.GENRES),
        tone=chance.choice(ideas.TONES),
        language="en",
    )
    return list(writers.get("offline").write(idea, number))[-1].script
