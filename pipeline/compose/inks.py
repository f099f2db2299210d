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


def contrast(one: str, other: str) -> float:
    """How far two colours stand apart, from 1 to 21 (WCAG 2.2's contrast ratio)."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def rgb(colour: str) -> tuple[int, int, int]:
    """The three parts of "#rrggbb", 0–255."""
    return tuple(int(colour[at : at + 2], 16) for at in (1, 3, 5))


def _luminance(colour: str) -> float:
    """Relative luminance of an sRGB colour, 0–1."""
    shares = (part / 255 for part in rgb(colour))
    linear = (each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in shares)
    return sum(weight * each for weight, each in zip((0.2126, 0.7152, 0.0722), linear, strict=True))
