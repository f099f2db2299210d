"""Captions and continuations: many wordings, one meaning, no contradiction."""

from __future__ import annotations

import random

import pytest

from pipeline.artists.sketch.read import read, words_of
from pipeline.artists.sketch.sample import sample_scene
from pipeline.comic import PanelPrompt
from pipeline.lexicon import looks
from training import beginnings, captions, fitting

COUNT = 150


@pytest.mark.parametrize("wording", [captions.tags, captions.compiled, captions.sentence])
def test_every_wording_is_understood_whole(wording):
    for number in range(COUNT):
        scene = sample_scene(random.Random(number), actors=1)
        said = wording(scene, random.Random(number))
        understood = read(PanelPrompt(text=said))
        assert not understood.unknown, (said, understood.unknown)
        assert [actor.look.kind for actor in understood.actors] == [actor.look.kind for actor in scene.actors], said
        assert understood.place in (scene.place, ""), said
        assert understood.time in (scene.time, ""), said


def test_a_scene_has_many_wordings():
    scene = sample_scene(random.Random(5), actors=1)
    assert len({captions.caption(scene, random.Random(number)) for number in range(40)}) > 25


def test_synonyms_say_the_same():
    for meant, others in captions._synonyms().items():
        for said in others:
            assert [word for _, word in words_of(said)[0]] == [word for _, word in words_of(meant)[0]], (said, meant)


def test_the_tables_of_what_fits_use_known_words_only():
    assert set(fitting.PLACE_THINGS) == set(looks.PLACES)
    assert {thing for things in fitting.PLACE_THINGS.values() for thing in things} <= set(looks.PROPS)
    assert set(fitting.FACE_MOODS) == set(looks.EXPRESSIONS)
    for light in {*fitting.EVEN, *(light for lights in fitting.MOOD_LIGHT.values() for light in lights)}:
        assert words_of(light) == ([], []), light


def test_what_is_added_fits_and_brings_in_nobody():
    for number in range(COUNT):
        chance = random.Random(number)
        start = beginnings.beginning(chance)
        added = fitting.continuation(start, chance)
        assert added and len(set(added)) == len(added)
        said = {category for category, _ in words_of(start)[0]}
        for tag in added:
            found, unknown = words_of(tag)
            assert not unknown, tag
            categories = {category for category, _ in found}
            assert not categories & said & {"time", "weather", "shot", "mood", "place"}, (start, tag)
            kinds = {word for category, word in found if category == "kind"}
            assert kinds <= {word for category, word in words_of(start)[0] if category == "kind"}, (start, tag)


def test_no_weather_indoors():
    for place in looks.INDOORS:
        for number in range(20):
            added = fitting.continuation(f"cat, {place}", random.Random(number))
            assert not {"rain", "snow", "sunny", "storm", "fog"} & set(added), (place, added)
