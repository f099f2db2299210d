"""The sketch artist: Recipes → pictures from words alone, with Pillow only, in a few hundredths of a second."""

from __future__ import annotations

from collections.abc import Generator, Sequence

import PIL

from pipeline.artists import Drawn, Step
from pipeline.artists.sketch.picture import draw_scene
from pipeline.artists.sketch.read import read
from pipeline.artists.sketch.scene import VERSION
from pipeline.comic import Figure, Notice, PanelPrompt, Recipe
from pipeline.lexicon import looks
from pipeline.presets.preset import Preset


class SketchArtist:
    """Draws what the words say. Obeys the fields that make sense without a model."""

    name = "sketch"
    obeys = frozenset({"negative_prompt", "seed", "width", "height", "style"})
    lane = "painting"

    def resolve(self, preset: Preset, prompt: PanelPrompt, region: tuple[int, int]) -> Recipe:
        """Close what the preset leaves open: the size is the region's own, in whole pixels from 64 to 4096."""
        width, height = (min(max(round(side), 64), 4096) for side in region)
        return Recipe(
            artist=self.name,
            prompt=prompt,
            negative_prompt=preset.negative_prompt or "",
            style=preset.style or "",
            sampler=preset.sampler or "pen",
            schedule_type=preset.schedule_type or "Automatic",
            steps=preset.steps or 1,
            cfg_scale=preset.cfg_scale if preset.cfg_scale is not None else 1.0,
            seed=preset.seed,
            width=preset.width or width,
            height=preset.height or height,
            versions={"vocabulary": str(looks.VERSION), "sketch": str(VERSION), "Pillow": PIL.__version__},
        )

    def draw(self, recipes: Sequence[Recipe]) -> Generator[Step | Drawn, None, None]:
        """Draw the recipes one by one; each is one step."""
        for index, recipe in enumerate(recipes):
            yield draw_recipe(recipe, index)
            yield Step(index + 1, len(recipes), (index,))


def draw_recipe(recipe: Recipe, index: int = 0) -> Drawn:
    """The picture of one recipe, who is in it, and which words meant nothing."""
    scene = read(recipe.prompt, recipe.style, recipe.negative_prompt)
    sketch = draw_scene(scene, recipe.width, recipe.height, recipe.seed, recipe.prompt.room)
    figures = tuple(
        Figure(character=actor.character, box=placed.box, face=placed.face, mouth=placed.mouth)
        for actor, placed in zip(scene.actors, sketch.placed, strict=True)
    )
    notices = ()
    if scene.unknown:
        notices = (Notice(key="sketch.unknown_words", values={"words": ", ".join(scene.unknown)}),)
    return Drawn(index, sketch.picture, figures, notices)
