"""How many letters a balloon holds before the letters of the page must be set smaller."""

from __future__ import annotations

from pipeline.comic import Panel

LETTERS = {"ko": (60, 40, 24, 20, 14, 12), "en": (110, 60, 36, 30, 22, 18)}
"""Letters of each balloon in a panel of one, two, three … balloons. Measured on drawn pages in two columns: with
more in every balloon the letterer sets them smaller than three quarters of the ordinary size."""
_BESIDE = ("sound",)
_CAPTION = 1.5
"""A caption's box is wider than a balloon and holds so many times its letters."""


def budget(panel: Panel, language: str) -> int:
    """How many letters each balloon of a panel may hold. Sounds lie over the picture and take no room."""
    balloons = sum(line.kind not in _BESIDE for line in panel.lines)
    table = LETTERS[language]
    return table[min(max(balloons, 1), len(table)) - 1]


def letters_left(panel: Panel, number: int, language: str | None, own: str) -> int:
    """How many letters one of a panel's lines may still take; below zero, by how many it is too long.

    `language` is that of the letters shown, `own` the script's.
    """
    line, most = panel.lines[number], budget(panel, language or own)
    return round(most * _CAPTION if line.kind == "caption" else most) - len(line.said(language))
