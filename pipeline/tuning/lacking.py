"""What a grid or a duel asks for and this machine cannot give, looked at before anything is drawn.

Cells combine the values of their axes, so that each axis is looked at by itself: what the comic names and every axis
leaves standing somewhere is lacking, and what a value brings.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.artists import Missing
from pipeline.comic import PANELS, Comic
from pipeline.errors import NecutError
from pipeline.flow import missing
from pipeline.tuning import axes
from pipeline.tuning.axes import Axis


def found(comic: Comic, given: Sequence[Axis], panels: Sequence[int] = range(PANELS)) -> tuple[Missing, ...]:
    """What these panels of a comic lack when it is tried along these axes, each thing once. What only a value asks
    for has no other in its place: the value was written so."""
    own = missing.found(comic, panels)
    along = [_along(comic, axis, panels) for axis in given]
    kept = [each for each in own if all(_name(each) in lacked for lacked in along)]
    known = {_name(each) for each in own}
    brought = {name: each for lacked in along for name, each in lacked.items() if name not in known}
    return (*kept, *(replace(each, others=()) for each in brought.values()))


def _along(comic: Comic, axis: Axis, panels: Sequence[int]) -> dict[tuple[str, str], Missing]:
    """What is lacking with any of an axis' values."""
    lacked: dict[tuple[str, str], Missing] = {}
    for value in axis.values:
        try:
            tuned = axes.tuned(comic, axis, value)
        except NecutError:  # fits together only with another axis' value
            tuned = comic
        for each in missing.found(tuned, panels):
            lacked.setdefault(_name(each), each)
    return lacked


def _name(each: Missing) -> tuple[str, str]:
    return each.kind, each.name
