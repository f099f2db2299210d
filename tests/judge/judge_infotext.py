"""1 000 random recipes: written into a picture's text and read back, by us and by A1111's documented pattern."""

from __future__ import annotations

import io
import json
import random
import re
from collections.abc import Iterator

from PIL import Image

from pipeline import infotext, samplers, wildcards
from pipeline.comic import PanelPrompt, Recipe
from pipeline.presets.preset import Lora

RECIPES = 1_000
_PIECES = (
    "고양이", "cat", ", ", '"', "'", ":", "\n", "Negative prompt: ", "Steps: 20, Seed: 1, Size: 2x2", "\\", "(x:1.2)",
    "비", "<lora:ink:0.5>", "é", "\t", "🐈", " ", "Sampler: Euler", "=", "{", "}",
)  # fmt: skip
_PAIR = re.compile(r'\s*(\w[\w \-/]+):\s*("(?:\\.|[^\\"])+"|[^,]*)(?:,|$)')


def figures(share: float = 1.0) -> Iterator[str]:
    """Raises AssertionError at the first recipe that does not come back."""
    chance = random.Random(11)
    count = max(20, round(RECIPES * share))
    for number in range(count):
        recipe = _recipe(chance)
        text = infotext.write(recipe)
        _comes_back(recipe, text)
        if number % 10 == 0:
            _comes_back_from_pictures(recipe, text)
    yield f"{count} random recipes came back, {(count + 9) // 10} of them through PNG, JPEG and WebP"


def _recipe(chance: random.Random) -> Recipe:
    def text() -> str:
        return "".join(chance.choice(_PIECES) for _ in range(chance.randrange(12)))

    sampler = chance.choice(samplers.names())
    return Recipe(
        artist="sketch",
        prompt=PanelPrompt(text=text()),
        negative_prompt=text(),
        style=text(),
        sampler=sampler,
        schedule_type=chance.choice(samplers.SAMPLERS[sampler].schedules),
        steps=chance.randint(1, 150),
        cfg_scale=chance.randint(0, 60) / 2,
        seed=chance.randrange(2**32),
        width=chance.randrange(64, 2048),
        height=chance.randrange(64, 2048),
        checkpoint=chance.choice(("", "anything v3", "a, b", 'quo"ted', "이름: 모델")),
        loras=(Lora(name="ink", weight=0.5),) if chance.random() < 0.3 else (),
        extra={name: text() for name in wildcards.TEMPLATES.values() if chance.random() < 0.2},
    )


def _comes_back(recipe: Recipe, text: str) -> None:
    found = infotext.read(text)
    for name in ("sampler", "schedule_type", "steps", "cfg_scale", "seed", "width", "height"):
        assert found[name] == getattr(recipe, name), f"{name}: {found[name]} of {text!r}"
    assert found.get("checkpoint", "") == recipe.checkpoint, text
    assert found["prompt"].lower().split() == _sent(recipe).lower().split(), text
    assert found["negative_prompt"].lower().split() == recipe.negative_prompt.lower().split(), text
    pairs = dict(_PAIR.findall(text.split("\n")[-1]))
    assert (pairs["Seed"], pairs["Sampler"]) == (str(recipe.seed), recipe.sampler), text
    model = pairs.get("Model", "")
    assert (json.loads(model) if model.startswith('"') else model) == recipe.checkpoint, text
    assert infotext.read_recipe(infotext.recipe_json(recipe)) == recipe


def _sent(recipe: Recipe) -> str:
    tagged = "<lora:ink:" in recipe.sent_text
    return " ".join([recipe.sent_text, *(["<lora:ink:0.5>"] if recipe.loras and not tagged else [])])


def _comes_back_from_pictures(recipe: Recipe, text: str) -> None:
    for format in ("PNG", "JPEG", "WEBP"):
        file = io.BytesIO()
        infotext.embed(Image.new("RGB", (8, 8)), file, recipe, format)
        file.seek(0)
        found = infotext.read_picture(file)
        assert found["text"] == text, (format, text)
        assert found["recipe"] == (recipe if format == "PNG" else None), format
