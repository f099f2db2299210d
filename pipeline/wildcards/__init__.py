"""Wildcards: words of a prompt that a seed chooses, `{red|blue}` and `__file__`.

    {red|blue|green} scarf           one of them
    {0.2::gold|0.8::silver} ring     one of them, by weight
    {2$$ and $$cat|dog|fox}          two of them, joined by " and "
    __colour__ hat                   a line of colour.txt; a line may hold choices again
    __place/*__                      a line of any file in the folder place

1. `lists`    the files that `__name__` means
2. `library`  one choice, drawn by the library `dynamicprompts`
3. `drawing`  the choices of a text, found and drawn by a seed
4. `asking`   a prompt, and the style and negative prompt that go with it
"""

from __future__ import annotations

from pipeline.wildcards.asking import TEMPLATES, Asked, Drawn, draw, draw_all
from pipeline.wildcards.drawing import Choice, Drawing, chooses
from pipeline.wildcards.lists import SHIPPED, folder, names, own_names, save, text, values

__all__ = [
    "SHIPPED",
    "TEMPLATES",
    "Asked",
    "Choice",
    "Drawing",
    "Drawn",
    "chooses",
    "draw",
    "draw_all",
    "folder",
    "names",
    "own_names",
    "save",
    "text",
    "values",
]
