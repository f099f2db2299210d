"""Numbered scenes, pictures drawn ahead, what can be seen in them, and how some are spoilt."""

from __future__ import annotations

import json
import random

import numpy
import pytest
from PIL import Image

from pipeline.artists.sketch.sample import sample_scene
from pipeline.artists.sketch.scene import Actor, Look, Scene, Thing
from training import bad, riso, scenes
from training.pictures import Pictures, picture
from training.visible import ATTRIBUTES, CLEAR, visible


@pytest.fixture(autouse=True)
def in_this_process(monkeypatch):
    monkeypatch.setenv("NECUT_PROCESSES", "0")


def test_a_number_is_a_scene_and_training_never_sees_what_is_held_out():
    assert scenes.numbered(3) == scenes.numbered(3)
    assert not any(scenes.is_held_out(scenes.numbered(number).scene) for number in range(200))
    asked = scenes.held_out(10)
    assert all(each.number >= scenes.UNSEEN and scenes.is_held_out(each.scene) for each in asked)


def test_drawing_goes_on_where_it_was_cut_off(tmp_path):
    whole = Pictures(tmp_path / "whole", 32, 0, 6)
    assert list(whole.draw()) == [6]
    cut = Pictures(tmp_path / "cut", 32, 0, 6)
    cut.folder.mkdir()
    cut.path.write_bytes(whole.path.read_bytes()[: 32 * 32 * 3 * 2 + 100])
    cut.path.with_suffix(".json").write_text(json.dumps({"done": 2}))
    assert list(cut.draw()) == [6]
    assert cut.path.read_bytes() == whole.path.read_bytes()
    assert cut.open().shape == (6, 32, 32, 3)
    assert cut.open()[4].tobytes() == picture(4, 32)


def test_what_is_visible_is_a_word_of_its_attribute():
    for number in range(100):
        each = scenes.numbered(number)
        seen = visible(each.scene, each.seed)
        assert all(word in ATTRIBUTES[name] for name, word in seen.items())
        assert seen["figures"] == str(len(each.scene.actors))


def test_a_shot_hides_what_it_hides():
    look = Look("girl", "", "long hair", "black", "", (Thing("dress", "red"),))
    scene = Scene((Actor(look, None, "running", "happy"),), place="beach", time="night")
    seen = visible(scene, 1)
    assert seen["weather"] == CLEAR and seen["time"] == "night" and seen["colour"] == "red" and seen["kind"] == "person"
    near = visible(Scene((Actor(look, None, "running", "happy"),), place="beach", time="night", shot="close-up"), 1)
    assert "colour" not in near and "place" not in near and "weather" not in near
    behind = visible(Scene((Actor(look, None, "", "happy"),), place="beach", shot="from behind"), 1)
    assert not {"expression", "kind"} & set(behind)
    indoors = visible(Scene((Actor(look, None, "", "happy"),), place="kitchen", time="night"), 1)
    assert "time" not in indoors and "weather" not in indoors
    for pose in ("sleeping", "hiding"):
        assert "colour" not in visible(Scene((Actor(look, None, pose, "happy"),), place="beach"), 1)
    assert "hair" not in visible(Scene((Actor(look, None, "sleeping", "happy"),), place="beach"), 1)
    for pose in ("sleeping", "lying down"):
        seen = visible(Scene((Actor(look, None, pose, "happy", "facing away"),), place="beach"), 1)
        assert not {"kind", "colour", "hair", "hair colour", "expression", "pose"} & set(seen)
    away = visible(Scene((Actor(look, None, "", "happy", "facing away"),), place="beach"), 1)
    assert "colour" not in away and away["hair colour"] == "black", "hair falls over the clothes"
    scarf = Look("girl", "", "short hair", "black", "", (Thing("dress", "red"),), (Thing("scarf", "mint"),))
    assert "colour" not in visible(Scene((Actor(scarf, None, "", "happy"),), place="beach"), 1)
    apron = Look("girl", "", "long hair", "black", "", (Thing("apron", "red"),))
    assert "colour" not in visible(Scene((Actor(apron, None, "", "happy"),), place="beach"), 1)


@pytest.mark.parametrize(
    ("hidden", "shown"),
    [
        ({"weather": ("starry sky",), "time": "day"}, {"weather": ("starry sky",), "time": "night"}),
        ({"weather": ("cloudy",), "shot": "from above"}, {"weather": ("rain",), "shot": "from above"}),
        ({"weather": ("snow",), "style": "crayon"}, {"weather": ("snow",), "style": "webtoon"}),
    ],
)
def test_weather_that_is_in_no_picture_is_asked_of_none(hidden, shown):
    assert "weather" not in visible(Scene(place="beach", **hidden), 1)
    assert visible(Scene(place="beach", **shown), 1)["weather"] == shown["weather"][0]


def test_the_hour_is_not_told_where_no_sky_is():
    assert "time" not in visible(Scene(place="beach", time="dawn", shot="from above"), 1)


@pytest.fixture(scope="module")
def drawn() -> Image.Image:
    from pipeline.artists.sketch.picture import draw_scene

    return draw_scene(sample_scene(random.Random(2), 1), 128, 128, 1).picture


@pytest.mark.parametrize("way", sorted(bad.WAYS))
def test_each_way_spoils_a_picture(drawn, way):
    spoilt = bad.WAYS[way](drawn, random.Random(1))
    assert spoilt.size == drawn.size and spoilt.mode == "RGB"
    assert numpy.abs(numpy.asarray(spoilt).astype(int) - numpy.asarray(drawn)).mean() > 1


def test_what_is_said_of_a_spoilt_picture_does_not_depend_on_the_picture(drawn):
    words = bad.spoilt(drawn, random.Random("bad 3"))[1]
    assert words == bad.spoilt(Image.new("RGB", (16, 16)), random.Random("bad 3"))[1]


def test_a_print_has_two_inks_on_paper(drawn):
    printed = numpy.asarray(riso.printed(drawn, random.Random(0))).reshape(-1, 3).astype(int)
    assert printed.max(axis=0).tolist() <= [255, 255, 240]
    assert (printed[:, 2] > printed[:, 0] + 90).mean() < 0.01, "no blue that is neither of the inks"
