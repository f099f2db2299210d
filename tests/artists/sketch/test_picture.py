"""Scene → picture: places, light, weather, things, marks, moods and styles; any size; the same again."""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path

import pytest

from pipeline.artists.sketch.picture import draw_scene
from pipeline.artists.sketch.places import PLACES
from pipeline.artists.sketch.props import PROPS
from pipeline.artists.sketch.sample import sample_scene
from pipeline.artists.sketch.styles import STYLES
from pipeline.artists.sketch.vocabulary import PLACED
from pipeline.lexicon import looks
from tests.artists.sketch.drawing import SIDE, changed, mean, share_changed, sketch

BACK = ((0, 0, SIDE, SIDE * 0.3), (0, SIDE * 0.3, SIDE * 0.18, SIDE))
"""Parts of the picture that a lone figure in a full shot leaves to the place."""


def test_every_word_has_its_drawing():
    assert set(PLACES) == set(looks.PLACES)
    assert set(looks.PROPS) <= set(PROPS)
    assert set(STYLES) == set(looks.STYLES)


@pytest.mark.parametrize("place", looks.PLACES)
def test_a_place_changes_the_backdrop_and_not_the_face(place):
    plain, here = sketch("cat, full shot"), sketch(f"cat, full shot, {place}")
    assert any(share_changed(plain.picture, here.picture, box) > 0.2 for box in BACK)
    assert here.placed == plain.placed
    assert share_changed(plain.picture, here.picture, here.placed[0].face) < 0.02


def test_places_differ_from_each_other():
    pictures = {place: sketch(place).picture for place in looks.PLACES}
    for one in pictures:
        for other in pictures:
            assert one == other or share_changed(pictures[one], pictures[other]) > 0.08, (one, other)


@pytest.mark.parametrize("time", looks.TIMES)
@pytest.mark.parametrize("place", ["street", "living room"])
def test_the_time_of_day_colours_everything(place, time):
    other = "night" if time == "day" else "day"
    one, two = sketch(f"cat, {place}, {time}, full shot"), sketch(f"cat, {place}, {other}, full shot")
    boxes = (*BACK, (0, SIDE * 0.9, SIDE, SIDE))
    assert (
        max(abs(a - b) for box in boxes for a, b in zip(mean(one.picture, box), mean(two.picture, box), strict=True))
        > 6
    )


@pytest.mark.parametrize("weather", looks.WEATHER)
def test_weather_is_seen(weather):
    plain = sketch("cat, countryside, full shot")
    assert share_changed(plain.picture, sketch(f"cat, countryside, {weather}, full shot").picture, BACK[0]) > 0.01


@pytest.mark.parametrize("prop", looks.PROPS)
def test_a_prop_lies_about_without_touching_the_face(prop):
    without, with_prop = (
        sketch("cat, full shot, bench"),
        sketch(f"cat, full shot, {'box' if prop == 'bench' else prop}"),
    )
    assert share_changed(without.picture, with_prop.picture) > 0.004
    face = with_prop.placed[0].face
    features = (face[0] + 2, face[1] + 2, face[2] - 2, face[3] - 2)
    clean = sketch("cat, full shot, coin")
    if prop not in PLACED and clean.placed == with_prop.placed:
        assert share_changed(clean.picture, with_prop.picture, features) < 0.01


@pytest.mark.parametrize("mark", looks.MARKS)
def test_a_mark_stands_near_the_head_and_off_the_face(mark):
    plain, marked = sketch("boy, park, full shot"), sketch(f"boy, park, full shot, {mark}")
    box = changed(plain.picture, marked.picture)
    assert box
    face = plain.placed[0].face
    assert share_changed(plain.picture, marked.picture, face) < 0.02
    if mark != "speed lines":
        head, reach = plain.placed[0].head, (plain.placed[0].head[3] - plain.placed[0].head[1])
        assert box[0] >= head[0] - reach and box[2] <= head[2] + reach and box[3] <= head[3] + reach


@pytest.mark.parametrize("mood", looks.MOODS)
def test_a_mood_changes_the_air(mood):
    plain = sketch("rabbit, beach, full shot").picture
    touched = sketch(f"rabbit, beach, full shot, {mood}").picture
    assert max(abs(a - b) for box in BACK for a, b in zip(mean(plain, box), mean(touched, box), strict=True)) > 1.5


def test_styles_are_clearly_different_on_one_panel():
    pictures = {style: sketch("girl, orange cat, park", style).picture for style in looks.STYLES}
    for one in pictures:
        for other in pictures:
            assert one == other or share_changed(pictures[one], pictures[other]) > 0.18, (one, other)


def test_a_style_named_in_the_prompt_works_like_the_presets():
    assert changed(sketch("cat, park, noir").picture, sketch("cat, park", "noir").picture) is None


def test_a_negative_prompt_takes_trees_away_but_not_those_asked_for():
    plain = sketch("cat, park, full shot")
    bare = sketch("cat, park, full shot", negative="tree")
    assert share_changed(plain.picture, bare.picture) > 0.05
    asked = sketch("cat, park, tree, full shot")
    assert changed(asked.picture, sketch("cat, park, tree, full shot", negative="tree").picture) is None


@pytest.mark.parametrize(
    "size", [(64, 64), (64, 2048), (2048, 64), (65, 97), (256, 256), (333, 777), (1024, 1024), (2048, 1152), (4096, 64)]
)
def test_any_size_and_aspect(size):
    scene = sample_scene(random.Random(size[0] + size[1]), actors=2)
    drawn = draw_scene(scene, *size, seed=1)
    assert drawn.picture.size == size and drawn.picture.mode == "RGB"
    assert drawn.picture.getcolors(8) is None
    for placed in drawn.placed:
        assert 0 <= placed.box[0] <= placed.box[2] <= size[0] and 0 <= placed.box[1] <= placed.box[3] <= size[1]


@pytest.mark.parametrize("style", looks.STYLES)
def test_every_style_works_at_odd_sizes(style):
    for size in ((64, 64), (71, 129), (400, 64)):
        scene = sample_scene(random.Random(3), actors=1)
        assert draw_scene(replace(scene, style=style), *size).picture.size == size


def test_the_same_scene_and_seed_give_the_same_pixels_and_another_seed_others():
    for seed in range(6):
        scene = sample_scene(random.Random(seed))
        one, two = (draw_scene(scene, 128, 128, 9).picture for _ in range(2))
        assert one.tobytes() == two.tobytes()
    assert sketch("cat, park", seed=1).picture.tobytes() != sketch("cat, park", seed=2).picture.tobytes()


def test_nothing_asked_for_still_gives_a_picture():
    assert sketch("").picture.getcolors(8) is None


@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="reads this process's memory from /proc")
def test_memory_stays_flat():
    def resident() -> int:
        return int(Path("/proc/self/statm").read_text().split()[1]) * 4096

    def draw_many(first: int, count: int) -> None:
        for seed in range(first, first + count):
            draw_scene(sample_scene(random.Random(seed)), 128, 128, seed)

    draw_many(0, 60)
    before = resident()
    draw_many(60, 120)
    assert resident() - before < 12 * 2**20
