"""Random scenes: the whole vocabulary occurs, and the same chance gives the same scene."""

from __future__ import annotations

import random

from pipeline.artists.sketch.read import words_of
from pipeline.artists.sketch.sample import describe, sample_scene
from pipeline.lexicon import looks


def test_every_visual_word_occurs():
    wanted = {word for words in looks.CATEGORIES.values() for word in words}
    chance = random.Random(1)
    for _ in range(6000):
        wanted -= {word for _, word in words_of(describe(sample_scene(chance)))[0]}
        if not wanted:
            return
    raise AssertionError(f"never drawn: {sorted(wanted)}")


def test_the_same_chance_gives_the_same_scene():
    assert sample_scene(random.Random(5)) == sample_scene(random.Random(5))
    assert len({sample_scene(random.Random(seed)) for seed in range(50)}) == 50


def test_the_number_of_actors_can_be_asked_for():
    assert [len(sample_scene(random.Random(2), actors=count).actors) for count in range(5)] == [0, 1, 2, 3, 4]
