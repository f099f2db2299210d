"""A contact sheet of small scenes as stories ask for them: what the sketch artist is for."""

from __future__ import annotations

from pathlib import Path

from pipeline.artists.sketch.read import read
from pipeline.comic import PanelPrompt
from tests.gallery.sheet_sketch_words import sheet

SCENES = (
    "orange cat searching, red scarf, orange cat worried, street, rain, night, sweat drop",
    "robot holding flower, rabbit in love, beach, sunset, hearts",
    "grandmother reading, grandfather sleeping, living room, evening, warm",
    "ghost singing, rabbit cheering, stage, exciting",
    "man running, dog running, city, speed lines",
    "penguin holding kite, countryside, wind",
    "chef cooking, kitchen, steam, bust shot",
    "rabbit crying, bear hugging, park",
    "alien waving, robot bowing, space",
    "frog hiding, pig searching, forest, question mark",
    "girl holding yellow umbrella, boy holding blue umbrella, bus stop, rain",
    "cat sitting, cat happy, table, cake, candle, night, living room",
    "teacher pointing, child laughing, classroom",
    "dinosaur eating watermelon, farm, sunny",
    "woman, pink hanbok, dancing, garden, morning, dreamy",
    "fox thinking, light bulb, library, bust shot",
    "two girls waving, rooftop, sunset",
    "dog surprised, gift box, snowy field, snow, exclamation mark",
    "boy angry, close-up, anger mark, school yard",
    "doctor giving medicine, pig lying down, hospital",
    "grandmother dancing, dog cheering, cafe, music notes",
    "bear sleeping, bedroom, night",
    "frog holding guitar, frog singing, river, dawn",
    "cat smug, gloom lines, dog sad, office, tense",
    "black cat, starry sky, mountain, night, cat looking up",
    "girl, pigtails, green hoodie, holding balloon, playground, rainbow",
    "penguin falling, impact star, subway",
    "man, navy suit, shrugging, supermarket",
    "boy drinking, fish, underwater, dreamy",
    "woman proud, trophy, desert, sunset, sparkles",
)
"""Prompts in the words that writers use, one picture each."""


def draw(folder: Path) -> list[Path]:
    """Write the sheet and tell where."""
    return [sheet(folder, "scenes", [read(PanelPrompt(text=text)) for text in SCENES], 6, 240)]
