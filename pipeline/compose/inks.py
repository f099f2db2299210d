"""The colours that letters and balloons are painted in, and a balloon's tint of its speaker's colour."""

from __future__ import annotations

INK, WHITE, CREAM, HUSHED = "#241d1a", "#fffefb", "#fff3d0", "#5f5650"
SOUND_COLOURS = ("#ffd23f", "#ff6b4a", "#ffffff", "#7fd4ff", "#ffb3c7")

_SHARE = 0.18
"""Of the colour in its tint: enough to tell speakers apart, little enough to look like paper. Letters keep a contrast
of 11:1 and more, whatever the colour; 7:1 is what WCAG's level AAA asks for."""


def tint(colour: str) -> str:
    """A light tint of a colour ("#rrggbb"): white paper with a little of it at its brightest, so that a dark blue makes
    pale blue paper and not grey. Black has no hue, and makes white."""
    parts = rgb(colour)
    brightest = max(parts)
    bright = [part * 255 / brightest for part in parts] if brightest else rgb(WHITE)
    mixed = (round(p * (1 - _SHARE) + c * _SHARE) for p, c in zip(rgb(WHITE), bright, strict=True))
    return "#" + "".join(f"{part:02x}" for part in mixed)


def rgb(colour: str) -> tuple[int, int, int]:
    """The three parts of "#rrggbb", 0–255."""
    from PIL import ImageColor

    return ImageColor.getrgb(colour)
