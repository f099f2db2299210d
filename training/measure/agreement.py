"""Agreement: whether a character looks the same in all four panels of a comic.

The look is the same four times, deed, face and place differ. Of kind, colour, hair and its colour, those
count that the recogniser can be asked about in every panel.
"""

from __future__ import annotations

import random
from dataclasses import replace
from itertools import combinations
from typing import Any

from pipeline.artists.sketch.sample import sample_look
from pipeline.artists.sketch.scene import Actor, Scene
from pipeline.comic import PANELS
from pipeline.lexicon import looks
from training.measure.asked import Question, question
from training.measure.painting import SEED, Painter
from training.recogniser import Recogniser

LOOK = ("kind", "colour", "hair", "hair colour")
_SHOTS = ("full shot", "", "wide shot", "full shot")


def measure(painter: Painter, recogniser: Recogniser, count: int) -> dict[str, Any]:
    """Over `count` pictures, four to a character: how often two panels agree, and how often they are right."""
    comics = [panels(number) for number in range(max(1, count // PANELS))]
    asked = [each for comic in comics for each in comic]
    seeds = [SEED + place // PANELS for place in range(len(asked))]
    told = recogniser.told(list(painter.paint([each.prompt for each in asked], seeds=seeds)))
    pairs: list[bool] = []
    for first in range(0, len(asked), PANELS):
        four = list(zip(asked[first : first + PANELS], told[first : first + PANELS], strict=True))
        for name in LOOK:
            if all(name in each.wanted for each, _ in four):
                pairs += [one[name] == other[name] for (_, one), (_, other) in combinations(four, 2)]
    return {"characters": len(comics), "pairs": len(pairs), "agreement": sum(pairs) / max(1, len(pairs))}


def panels(number: int) -> list[Question]:
    """Four scenes about one character who wears nothing on the head."""
    chance = random.Random(f"agreement {number}")
    look = replace(sample_look(chance.choice(looks.KINDS), chance), accessories=())
    found = []
    for shot in _SHOTS:
        actor = Actor(look, None, chance.choice(("standing", "waving", "walking", "running")), chance.choice(
            looks.EXPRESSIONS), "facing viewer")  # fmt: skip
        scene = Scene((actor,), place=chance.choice(looks.PLACES), time=chance.choice(looks.TIMES), shot=shot)
        found.append(question(scene))
    return found
