"""Which balloon is read first: the higher one; of two side by side the left one."""

from __future__ import annotations

from collections.abc import Sequence

Box = tuple[float, float, float, float]
BESIDE = 0.4
"""Two boxes stand side by side when they share more than this part of the lower one's height."""


def reads_before(first: Box, second: Box) -> bool:
    """Whether a reader of Korean or English comes to `first` before `second`."""
    shared = min(first[3], second[3]) - max(first[1], second[1])
    lower = min(first[3] - first[1], second[3] - second[1])
    if shared > BESIDE * lower:
        return first[0] + first[2] < second[0] + second[2]
    return first[1] + first[3] < second[1] + second[3]


def out_of_order(boxes: Sequence[Box]) -> list[tuple[int, int]]:
    """The pairs of a panel's boxes, given in the order of its lines, that would be read the wrong way round."""
    return [
        (before, after)
        for after in range(len(boxes))
        for before in range(after)
        if not reads_before(boxes[before], boxes[after])
    ]
