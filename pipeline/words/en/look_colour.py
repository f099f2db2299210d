"""Colours as they stand before what has them, by visual word: in English they are those words."""

_COLOURS = (
    "red", "orange", "yellow", "green", "mint", "blue", "navy", "purple", "pink", "brown", "black", "white",
    "gray", "beige",
)  # fmt: skip

WORDS = {colour: colour for colour in _COLOURS}
