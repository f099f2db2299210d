"""Measuring a painter, with the recogniser's eyes.

    python -m training.measure --model models/necut-tiny --count 1000 --out models/necut-tiny/measures.json

`painting` asks the painter for pictures through plain diffusers, `asked` says what a picture of a prompt must
show. Each other file is one measure with a function `measure(painter, recogniser, count)`, and its figures
are kept under its name: a run that was cut off goes on with the next measure.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from training.measure import accuracy, agreement, curves, negatives

MEASURES: dict[str, Callable[..., dict[str, Any]]] = {
    "accuracy": accuracy.measure,
    "agreement": agreement.measure,
    "negatives": negatives.measure,
    "guidance": curves.guidance,
    "steps": curves.steps,
}
"""What can be measured, the most important first."""
