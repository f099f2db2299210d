"""Short ways to ask the artist for pictures."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from pipeline import artists
from pipeline.artists import Drawn, Step
from pipeline.comic import PanelPrompt, Recipe
from pipeline.presets.preset import Preset

PRESET = Preset(
    checkpoint="tiny", sampler="DPM++ 2M", schedule_type="Karras", steps=4, cfg_scale=6, seed=564404008,
    negative_prompt="text, watermark", width=64, height=64,
)  # fmt: skip


def recipe(text: str = "cat running, street, night", preset: Preset = PRESET, **changes) -> Recipe:
    """One recipe of the artist."""
    return artists.get("diffusion").resolve(preset.with_changes(**changes), PanelPrompt(text=text), (560, 560))


def events(recipes: Recipe | Sequence[Recipe]) -> list[Step | Drawn]:
    """Everything that drawing yields."""
    return list(artists.get("diffusion").draw([recipes] if isinstance(recipes, Recipe) else recipes))


def drawn(recipes: Recipe | Sequence[Recipe]) -> list[Drawn]:
    """The pictures, in the order of the recipes."""
    found = [event for event in events(recipes) if isinstance(event, Drawn)]
    return sorted(found, key=lambda each: each.index)


def pixels(picture) -> np.ndarray:
    """A picture as whole numbers that can be subtracted."""
    return np.asarray(picture).astype(int)


def distance(first, second) -> int:
    """The largest difference between two pictures, of 255."""
    return int(np.abs(pixels(first) - pixels(second)).max())
