"""Curves: accuracy over the CFG scale, and over the number of steps for six samplers."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from training.measure.accuracy import answered
from training.measure.asked import share
from training.measure.painting import STANDARD, Manner, Painter
from training.recogniser import Recogniser

SCALES = (1, 2, 3, 4, 5, 6, 7, 8, 10, 12)
STEPS = (4, 6, 8, 12, 16, 20, 30)
SAMPLERS = (
    ("DPM++ 2M", "Karras"), ("Euler", "Uniform"), ("Euler a", "Uniform"), ("DDIM", "DDIM"), ("UniPC", "Uniform"),
    ("Heun", "Uniform"),
)  # fmt: skip
FEWER = 5
"""A point of a curve takes a fifth of the prompts."""


def guidance(painter: Painter, recogniser: Recogniser, count: int) -> dict[str, Any]:
    """CFG scale → accuracy."""
    return {str(scale): _share(painter, recogniser, count, replace(STANDARD, cfg_scale=scale)) for scale in SCALES}


def steps(painter: Painter, recogniser: Recogniser, count: int) -> dict[str, Any]:
    """Sampler → steps → accuracy."""
    return {
        f"{sampler} {schedule}": {
            str(number): _share(painter, recogniser, count, Manner(sampler, schedule, number)) for number in STEPS
        }
        for sampler, schedule in SAMPLERS
    }


def _share(painter: Painter, recogniser: Recogniser, count: int, manner: Manner) -> float:
    return share(answered(painter, recogniser, max(2, count // FEWER), manner))
