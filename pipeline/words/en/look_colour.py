"""Colours as they stand before what has them, by visual word."""

WORDS = {
    "red": "red",
    "orange": "orange",
    "yellow": "yellow",
    "green": "green",
    "mint": "mint",
    "blue": "blue",
    "navy": "navy",
    "purple": "purple",
    "pink": "pink",
    "brown": "brown",
    "black": "black",
    "white": "white",
    "gray": "gray",
    "beige": "beige",
}
