"""Contact sheets of the sketch artist: every word of the lexicon, drawn."""

from __future__ import annotations

import random
from collections.abc import Sequence
from pathlib import Path

from PIL import Image

from pipeline.artists.sketch.picture import draw_scene
from pipeline.artists.sketch.read import read
from pipeline.artists.sketch.sample import sample_scene
from pipeline.artists.sketch.scene import Scene
from pipeline.comic import PanelPrompt
from pipeline.lexicon import looks

GAP = 6
PAPER = (250, 245, 235)
WITH = {"holding": "holding flower", "eating": "eating bread", "giving": "giving gift box", "drinking": "drinking milk"}
STYLED = "grandmother, green hanbok, grandmother happy, orange cat holding flower, red scarf, kitchen, morning"


def draw(folder: Path) -> list[Path]:
    """Write every sheet and tell where."""
    rows = {
        "kinds_expressions": (
            [f"{kind} {face}, bust shot" for kind in looks.KINDS for face in looks.EXPRESSIONS],
            len(looks.EXPRESSIONS),
            92,
        ),
        "poses": ([_posed(pose, i) for i, pose in enumerate(looks.POSES)], 7, 224),
        "places_times": ([f"{place}, {time}" for place in looks.PLACES for time in looks.TIMES], 10, 168),
        "props": ([f"{'girl' if i % 2 else 'cat'} holding {prop}" for i, prop in enumerate(looks.PROPS)], 10, 160),
        "styles": ([f"{STYLED}, {style}" for style in looks.STYLES], 4, 320),
        "looks": (_looks(), 9, 180),
        "air": (_air(), 8, 200),
    }
    paths = [
        sheet(folder, name, [_scene(text) for text in texts], columns, side)
        for name, (texts, columns, side) in rows.items()
    ]
    scenes = [sample_scene(random.Random(seed)) for seed in range(64)]
    return [*paths, sheet(folder, "random", scenes, 8, 192)]


def _posed(pose: str, number: int) -> str:
    who = ("cat", "girl, ponytail, yellow dress", "bear", "boy, blue hoodie")[number % 4]
    place = ("park", "bedroom", "cafe", "beach")[number % 4]
    return f"{who}, {who.split(',')[0]} {WITH.get(pose, pose)}, full shot, {place}"


def _looks() -> list[str]:
    hair = [f"girl, {colour} {hair}, bust shot" for hair, colour in zip(looks.HAIR, looks.COLOURS, strict=False)]
    skin = [f"boy, {skin}, bust shot" for skin in looks.SKIN]
    clothes = [f"woman, {garment}, full shot" for garment in looks.CLOTHES]
    return hair + skin + clothes + [f"rabbit, {worn}, bust shot" for worn in looks.ACCESSORIES]


def _air() -> list[str]:
    marks = [f"boy, {mark}, bust shot" for mark in looks.MARKS]
    shots = [f"dog, park, {shot}" for shot in looks.SHOTS]
    moods = [f"rabbit, beach, full shot, {mood}" for mood in looks.MOODS]
    return marks + shots + moods + [f"fox, countryside, full shot, {weather}" for weather in looks.WEATHER]


def _scene(text: str) -> Scene:
    return read(PanelPrompt(text=text))


def sheet(folder: Path, name: str, scenes: Sequence[Scene], columns: int, side: int) -> Path:
    """Pictures in rows on paper, saved with few enough colours to keep the file small."""
    rows = -(-len(scenes) // columns)
    paper = Image.new("RGB", (columns * (side + GAP) + GAP, rows * (side + GAP) + GAP), PAPER)
    for i, scene in enumerate(scenes):
        row, column = divmod(i, columns)
        picture = draw_scene(scene, side, side, seed=i + 1).picture
        paper.paste(picture, (GAP + column * (side + GAP), GAP + row * (side + GAP)))
    path = folder / f"sketch_{name}.png"
    paper.quantize(256, Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE).save(path, optimize=True)
    return path
