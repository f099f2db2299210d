"""The colours: what "red" means on paper, skin tones, and how light changes a colour.

Colours are `(red, green, blue)` or `(red, green, blue, alpha)`, 0–255.
"""

from __future__ import annotations

Colour = tuple[int, ...]

INK: Colour = (43, 34, 51)
WHITE: Colour = (255, 253, 248)
PAPER: Colour = (250, 245, 235)
BLUSH: Colour = (255, 120, 120, 110)

NAMED: dict[str, Colour] = {
    "red": (231, 76, 70),
    "orange": (245, 146, 60),
    "yellow": (252, 207, 84),
    "green": (92, 172, 96),
    "mint": (140, 218, 190),
    "blue": (78, 134, 220),
    "navy": (52, 66, 120),
    "purple": (150, 104, 202),
    "pink": (250, 158, 184),
    "brown": (146, 96, 62),
    "black": (62, 58, 72),
    "white": (252, 250, 246),
    "gray": (160, 162, 176),
    "beige": (232, 212, 178),
}
SKIN: dict[str, Colour] = {
    "pale skin": (255, 233, 220),
    "light skin": (255, 218, 190),
    "tan skin": (236, 186, 146),
    "brown skin": (190, 132, 94),
    "dark skin": (134, 90, 66),
}
HAIR_BLACK: Colour = (58, 48, 60)
HAIR_BROWN: Colour = (122, 78, 54)


def named(name: str | None, otherwise: Colour) -> Colour:
    """The colour called `name`; `otherwise` when nobody named one."""
    return NAMED[name] if name else otherwise


def mix(one: Colour, other: Colour, share: float) -> Colour:
    """`one` with `share` (0–1) of `other` in it; keeps the alpha of `one`."""
    mixed = tuple(round(a + (b - a) * share) for a, b in zip(one[:3], other[:3], strict=True))
    return mixed + tuple(one[3:])


def darker(colour: Colour, share: float = 0.18) -> Colour:
    """The colour in shade: towards a warm plum, never towards grey."""
    return mix(colour, (60, 30, 70), share)


def lighter(colour: Colour, share: float = 0.35) -> Colour:
    """The colour in light."""
    return mix(colour, (255, 252, 240), share)


def clear(colour: Colour, alpha: int) -> Colour:
    """The colour as a glaze: `alpha` 0 (nothing) to 255 (opaque)."""
    return (*colour[:3], alpha)


def lit(colour: Colour, light: Colour) -> Colour:
    """The colour under a coloured light (white changes nothing); keeps alpha."""
    return tuple(a * b // 255 for a, b in zip(colour[:3], light, strict=True)) + tuple(colour[3:])


def luminance(colour: Colour) -> float:
    """How bright a colour is, 0–255 (Rec. 601 weights)."""
    return 0.299 * colour[0] + 0.587 * colour[1] + 0.114 * colour[2]
