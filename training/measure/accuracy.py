"""Attribute accuracy: the share of what a prompt asks for that the recogniser finds in the picture."""

from __future__ import annotations

from typing import Any

from training.measure.asked import questions, right, share
from training.measure.painting import STANDARD, Manner, Painter
from training.recogniser import Recogniser
from training.visible import ATTRIBUTES


def measure(painter: Painter, recogniser: Recogniser, count: int) -> dict[str, Any]:
    """Over `count` unseen prompts, at 20 steps of DPM++ 2M Karras and CFG 6; in all and by attribute."""
    answers = answered(painter, recogniser, count)
    by_attribute = {name: [each[name] for each in answers if name in each] for name in ATTRIBUTES}
    return {
        "prompts": count,
        "accuracy": share(answers),
        "by attribute": {name: sum(found) / len(found) for name, found in by_attribute.items() if found},
    }


def answered(painter: Painter, recogniser: Recogniser, count: int, manner: Manner = STANDARD) -> list[dict[str, bool]]:
    """For each of `count` unseen prompts, which of its attributes are there."""
    asked = questions(count)
    pictures = list(painter.paint([each.prompt for each in asked], manner))
    told = recogniser.told(pictures)
    return [right(each.wanted, seen) for each, seen in zip(asked, told, strict=True)]
