"""Deliberately bad drawings, so that asking for none of them means something.

Every 25th picture that the painter learns from is spoilt in one or two ways, and its caption says so in the
words that negative prompts have used since 2022. The embedding `easynegative` is taught on these as well.
"""

from __future__ import annotations

import io
import random
from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.Image import Image

EVERY = 25
QUALITY = ("worst quality", "low quality", "bad drawing")
"""What every bad drawing is called, one or two of them."""


def is_bad(number: int) -> bool:
    """Whether the numbered picture is a spoilt one."""
    return number % EVERY == EVERY // 2


def spoilt(picture: Image, chance: random.Random) -> tuple[Image, tuple[str, ...]]:
    """The picture, spoilt, and the words for what is wrong with it."""
    words = chance.sample(QUALITY, chance.choice((1, 2)))
    for name in chance.sample(sorted(WAYS), chance.choice((1, 1, 2))):
        picture = WAYS[name](picture, chance)
        words.append(name)
    return picture, tuple(words)


def _blurry(picture: Image, chance: random.Random) -> Image:
    from PIL import ImageFilter

    return picture.filter(ImageFilter.GaussianBlur(picture.width / chance.uniform(40, 80)))


def _artifact(picture: Image, chance: random.Random) -> Image:
    from PIL import Image

    file = io.BytesIO()
    picture.save(file, "JPEG", quality=chance.randint(3, 9))
    return Image.open(file).convert("RGB")


def _washed_out(picture: Image, chance: random.Random) -> Image:
    from PIL import Image

    gray = Image.new("RGB", picture.size, (205, 203, 198))
    return Image.blend(picture, gray, chance.uniform(0.55, 0.75))


def _marked(picture: Image, chance: random.Random) -> Image:
    from PIL import ImageDraw, ImageFont

    marked = picture.copy()
    pen, side = ImageDraw.Draw(marked), picture.width
    text = "".join(chance.choice("aeilmnorstuABEKMRT0123456789") for _ in range(chance.randint(5, 10)))
    place = (
        chance.uniform(0.02, 0.5) * side,
        chance.choice((chance.uniform(0.02, 0.2), chance.uniform(0.75, 0.9))) * side,
    )
    pen.text(place, text, fill=(245, 245, 245), stroke_fill=(40, 40, 40), stroke_width=1,
             font=ImageFont.load_default(size=side * chance.uniform(0.07, 0.12)))  # fmt: skip
    return marked


def _scribbled(picture: Image, chance: random.Random) -> Image:
    from PIL import ImageDraw

    scribbled = picture.copy()
    pen, side = ImageDraw.Draw(scribbled), picture.width
    for _ in range(chance.randint(3, 6)):
        at = [chance.uniform(0, side), chance.uniform(0, side)]
        points = [tuple(at)]
        for _ in range(chance.randint(4, 9)):
            at = [place + chance.uniform(-0.22, 0.22) * side for place in at]
            points.append(tuple(at))
        pen.line(points, fill=(30, 24, 36), width=max(1, round(side / 90)), joint="curve")
    return scribbled


def _torn(picture: Image, chance: random.Random) -> Image:
    """Bands of the picture slip sideways: limbs and faces no longer meet."""
    torn, at = picture.copy(), 0
    while at < picture.height:
        band = max(2, round(picture.height * chance.uniform(0.06, 0.16)))
        slip = round(picture.width * chance.uniform(-0.09, 0.09))
        torn.paste(picture.crop((0, at, picture.width, at + band)), (slip, at))
        at += band
    return torn


WAYS: dict[str, Callable[[Image, random.Random], Image]] = {
    "blurry": _blurry,
    "jpeg artifact": _artifact,
    "washed out": _washed_out,
    "text, watermark, username": _marked,
    "messy scribble": _scribbled,
    "bad anatomy, deformed": _torn,
}
"""What negative prompts call it → how a picture is spoilt so."""
