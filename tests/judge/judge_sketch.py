"""The sketch artist over many scenes: memory stays flat, and every reported face holds drawn eyes."""

from __future__ import annotations

import random
import resource
import sys
from collections.abc import Iterator

from pipeline.artists.sketch.picture import draw_scene
from pipeline.artists.sketch.sample import sample_scene

PICTURES = 10_000
_SIDE = 160
_WARM = 0.1  # share of the pictures after which memory must have settled
_GROWTH_MIB = 8.0
_CONTRAST = 14  # of 255, between the inks of a face: dark skin in the coarsest style has more, an empty face none


def figures(share: float = 1.0) -> Iterator[str]:
    """Draws random scenes. Raises AssertionError when memory grows or a face is blank."""
    count = max(100, round(PICTURES * share))
    faces, settled = 0, 0.0
    for number in range(count):
        scene = sample_scene(random.Random(number))
        sketch = draw_scene(scene, _SIDE, _SIDE, number)
        for placed in sketch.placed:
            if placed.face is not None:
                faces += 1
                assert _has_eyes(sketch.picture, placed.face), f"scene {number}: a face without eyes"
        if number == round(count * _WARM):
            settled = _peak_mib()
    growth = _peak_mib() - settled
    assert growth < _GROWTH_MIB, f"memory grew by {growth:.1f} MiB over {count} pictures"
    yield f"{count} random scenes, {faces} faces, each with eyes; after a tenth peak memory grew by {growth:.1f} MiB"


def _has_eyes(picture, box) -> bool:
    """Whether a face holds both dark and light ink."""
    x0, y0, x1, y1 = (round(side) for side in box)
    x0, y0, x1, y1 = max(0, x0), max(0, y0), min(picture.width, x1), min(picture.height, y1)
    if x1 - x0 < 4 or y1 - y0 < 4:
        return True  # cut off by the frame
    darkest, lightest = picture.crop((x0, y0, x1, y1)).convert("L").getextrema()
    return lightest - darkest > _CONTRAST


def _peak_mib() -> float:
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (1024 * 1024 if sys.platform == "darwin" else 1024)
