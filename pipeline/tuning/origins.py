"""Where a trial comes from: of which comic it is a panel.

Trials are found by their recipes and belong to nobody; grids and duels hold the comic that was tried, and a recipe
says the words that it was drawn from. A panel is known again by these: by its own prompt, and by what
search and replace makes of it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from pipeline.errors import NecutError
from pipeline.tuning import axes, duel, grids
from pipeline.tuning.axes import Axis, replaced_words


@dataclass(frozen=True)
class Origin:
    """The title of a comic, and the panel (from 0)."""

    title: str
    panel: int


def known() -> dict[str, Origin]:
    """The panels of all grids and duels kept, by the words of their prompts; of two the newer."""
    paths = [path for folder in (grids.folder(), duel.folder()) for path in folder.glob("*.json")]
    found: dict[str, Origin] = {}
    for changed, path in sorted((_changed(path), path) for path in paths):
        found.update(_read(path, changed))
    return found


def of(recipe: dict[str, Any], panels: dict[str, Origin]) -> Origin | None:
    """The panel that a recipe, as a document holds it, was drawn for; None for one of a grid long forgotten."""
    extra, prompt = recipe.get("extra"), recipe.get("prompt")
    written = extra.get("template") if isinstance(extra, dict) else None
    if not written and isinstance(prompt, dict):
        written = prompt.get("text")
    return panels.get(str(written))


def _changed(path: Path) -> int:
    try:
        return path.stat().st_mtime_ns
    except OSError:  # forgotten just now
        return 0


@lru_cache(maxsize=512)
def _read(path: Path, _changed: int) -> dict[str, Origin]:
    """The panels of one file. A broken one hides no other."""
    try:
        kept = grids.read(path.stem) if path.parent == grids.folder() else duel.read(path.stem)
        return dict(_panels(kept))
    except NecutError:
        return {}


def _panels(kept: grids.Grid | duel.Duel) -> Iterator[tuple[str, Origin]]:
    for panel, slot in enumerate(kept.comic.slots):
        if slot.prompt is None:
            continue
        origin, prompt = Origin(kept.comic.title, panel), slot.prompt.prompt
        yield prompt.text, origin
        for searched, replacement in _replacements(kept.axes):
            if searched in prompt.text:
                yield replaced_words(prompt, searched, replacement).text, origin


def _replacements(given: tuple[Axis, ...]) -> Iterator[tuple[str, str]]:
    for axis in given:
        if axis.field == axes.PROMPT:
            yield from ((axis.values[0], value) for value in axis.values[1:])
