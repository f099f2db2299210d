"""The styles: how a style maps fills and inks while drawing, and what it does to the finished picture.

A style is a row in `STYLES` (and a word in the lexicon). All of them are worked with Pillow alone.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PIL import Image

from pipeline.artists.sketch import finishes
from pipeline.artists.sketch.palette import INK, PAPER, Colour, darker, lighter, luminance, mix


def _same(colour: Colour) -> Colour:
    return colour


@dataclass(frozen=True)
class Style:
    """`fill` and `ink` map colours before drawing, `line` is the outline's width beside the usual,
    `finish` works on the picture at its final size with the picture's seed."""

    fill: Callable[[Colour], Colour] = _same
    ink: Callable[[Colour], Colour] = _same
    far_ink: Callable[[Colour], Colour] | None = None
    """The ink of the place, where it is not that of the figures."""
    line: float = 1.0
    finish: Callable[[Image.Image, int], Image.Image] = finishes.none


def _gray(colour: Colour) -> Colour:
    value = round(luminance(colour))
    return (value, value, value, *colour[3:])


def _pastel(colour: Colour) -> Colour:
    return mix(lighter(colour, 0.26), (255, 226, 236), 0.16)


def _blueprint(colour: Colour) -> Colour:
    share = luminance(colour) / 255
    return mix((20, 62, 134), (58, 118, 196), share)[:3] + tuple(colour[3:])


def _neon(colour: Colour) -> Colour:
    if len(colour) == 4:
        return colour
    vivid = _vivid(colour)
    return mix((12, 8, 30), vivid, 0.1 + 0.16 * luminance(colour) / 255)


def _vivid(colour: Colour) -> Colour:
    low, high = min(colour[:3]), max(colour[:3])
    if high - low < 24:
        return (150, 130, 220) if high < 150 else (214, 206, 255)
    return tuple(round((value - low) * 255 / (high - low) * 0.8 + 40) for value in colour[:3])


def _neon_ink(colour: Colour) -> Colour:
    return (90, 240, 255) if colour == INK else _vivid(colour)


def _fixed(colour: Colour) -> Callable[[Colour], Colour]:
    return lambda given: (*colour, *given[3:]) if given[:3] == INK else given


STYLES: dict[str, Style] = {
    "flat colour": Style(),
    "ink": Style(_gray, line=1.25, finish=finishes.ink),
    "screentone": Style(_gray, line=1.1, finish=finishes.screentone),
    "watercolour": Style(lambda c: lighter(c, 0.06), _fixed((70, 48, 62)), line=0.75, finish=finishes.watercolour),
    "pastel": Style(_pastel, _fixed((150, 120, 140)), line=0.9, finish=finishes.pastel),
    "noir": Style(_gray, line=1.3, finish=finishes.noir),
    "crayon": Style(lambda c: mix(c, PAPER, 0.08), _fixed((84, 66, 74)), line=1.3, finish=finishes.crayon),
    "pixel art": Style(line=1.2, finish=finishes.pixels),
    "retro newspaper": Style(line=1.1, finish=finishes.newspaper),
    "webtoon": Style(
        lambda c: mix(c, _vivid(c), 0.08),
        lambda c: darker((92, 60, 84), 0.2) if c[:3] == INK else c,
        line=0.75,
        finish=finishes.webtoon,
    ),
    "blueprint": Style(_blueprint, lambda c: (236, 246, 255), line=0.85, finish=finishes.blueprint),
    "neon": Style(
        _neon, _neon_ink, lambda c: (255, 84, 190) if c[:3] == INK else _vivid(c), line=0.9, finish=finishes.neon
    ),
}
PLAIN = STYLES["flat colour"]
