"""Colours as Korean says them, read: 빨간, 빨강색 and 붉은빛 are all red."""

from __future__ import annotations

STEMS = {
    "red": ("빨간", "빨강", "붉은"),
    "orange": ("주황",),
    "yellow": ("노란", "노랑"),
    "green": ("초록", "녹색"),
    "mint": ("민트",),
    "blue": ("파란", "파랑", "푸른"),
    "navy": ("남색", "네이비"),
    "purple": ("보라",),
    "pink": ("분홍", "핑크"),
    "brown": ("갈색", "밤색"),
    "black": ("검은", "검정", "까만"),
    "white": ("하얀", "하양", "흰"),
    "gray": ("회색", "은색"),
    "beige": ("베이지",),
}
"""How the words for a colour begin, by visual word."""

_ENDINGS = ("", "색", "빛")


def read_colour(text: str) -> str | None:
    """The colour that a Korean text names, as its visual word; "" for an empty text, None for anything else."""
    if not text:
        return ""
    named = (colour for colour, stems in STEMS.items() if text in {stem + end for stem in stems for end in _ENDINGS})
    return next(named, None)
