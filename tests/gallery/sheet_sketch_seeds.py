"""A contact sheet of one scene a row and one seed a column: what "New seed" changes, and what it keeps."""

from __future__ import annotations

from pathlib import Path

from PIL import Image

from pipeline.artists.sketch.picture import draw_scene
from pipeline.artists.sketch.read import read
from pipeline.comic import PanelPrompt, Room
from tests.gallery.sheet_sketch_words import GAP, PAPER

SEEDS = (564404008, 1, 2, 3, 4, 5)
SIDE = 240
SCENES = (
    "orange cat, red scarf, cat sitting, cat happy, living room, evening",
    "girl, black bob hair, yellow dress, girl waving, dog cheering, park",
    "boy, blue hoodie, boy reading, bedroom, night",
    "grandmother cooking, grandmother proud, rabbit surprised, kitchen",
    "teacher pointing, child laughing, classroom",
    "bear, green scarf, bear holding coffee cup, fox, cafe",
    "man, navy suit, man running, street, rain",
    "penguin searching, beach, bucket, sunset",
)


def draw(folder: Path) -> list[Path]:
    """Write the sheet and tell where."""
    side = SIDE + GAP
    paper = Image.new("RGB", (len(SEEDS) * side + GAP, len(SCENES) * side + GAP), PAPER)
    for row, text in enumerate(SCENES):
        scene = read(PanelPrompt(text=text))
        for column, seed in enumerate(SEEDS):
            picture = draw_scene(scene, SIDE, SIDE, seed, Room(edge="top", share=0.2)).picture
            paper.paste(picture, (GAP + column * side, GAP + row * side))
    path = folder / "sketch_seeds.png"
    paper.quantize(256, Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE).save(path, optimize=True)
    return [path]
