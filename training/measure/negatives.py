"""What a negative prompt does: "rain, night" must halve rain and night where nobody asked for either."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from pipeline.artists.sketch.sample import describe
from pipeline.lexicon import looks
from training.measure.painting import STANDARD, Painter
from training.recogniser import Recogniser
from training.scenes import held_out

UNWANTED = ("rain", "night")


def measure(painter: Painter, recogniser: Recogniser, count: int) -> dict[str, Any]:
    """How many of `count` pictures of outdoor prompts without an hour and weather show rain or night, with and without
    the negative prompt."""
    prompts = _prompts(max(2, count // 2))
    found = {}
    for name, negative in (("without", ""), ("with", ", ".join(UNWANTED))):
        told = recogniser.told(list(painter.paint(prompts, replace(STANDARD, negative=negative))))
        found[name] = sum(each["weather"] == "rain" or each["time"] == "night" for each in told) / len(told)
    return {"prompts": len(prompts), **found}


def _prompts(count: int) -> list[str]:
    """Scenes under an open sky with neither an hour nor a weather."""
    closed = {*looks.INDOORS, "space", "underwater", "snowy field"}
    scenes = (each.scene for each in held_out(3 * count))
    bare = (replace(scene, time="", weather=(), mood="", style="") for scene in scenes if scene.place not in closed)
    return [describe(scene) for scene, _ in zip(bare, range(count), strict=False)]
