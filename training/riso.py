"""A finish that the sketch artist does not have: a print of two inks on paper, a little out of register.

The style LoRA teaches it to the painter, which has never seen it.
"""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.Image import Image

PAPER, WARM, COLD = (247, 240, 224), (240, 96, 72), (28, 92, 122)
"""Paper, and the two inks: vermilion and petrol."""


def printed(picture: Image, chance: random.Random) -> Image:
    """The picture as a risograph print."""
    import numpy
    from PIL import Image

    shown = numpy.asarray(picture.convert("RGB")).astype(numpy.float32) / 255
    light = shown @ numpy.array([0.3, 0.59, 0.11], numpy.float32)
    warmth = shown[..., 0] - 0.5 * (shown[..., 1] + shown[..., 2])
    warm = numpy.clip(warmth * 1.6 + 0.35 * (1 - light), 0, 1)
    cold = numpy.clip((1 - light) * 1.15 - 0.45 * numpy.clip(warmth, 0, 1) - 0.08, 0, 1)
    warm = numpy.roll(warm, (chance.choice((-1, 1)), chance.choice((-2, 2))), (0, 1))
    grain = numpy.random.default_rng(chance.getrandbits(32))
    paper = numpy.array(PAPER, numpy.float32) / 255
    for ink, amount in ((WARM, warm), (COLD, cold)):
        covered = numpy.clip(amount * grain.uniform(0.86, 1.06, amount.shape), 0, 1)[..., None]
        paper = paper * (1 - covered * (1 - numpy.array(ink, numpy.float32) / 255))
    return Image.fromarray((paper * 255).round().astype(numpy.uint8))
