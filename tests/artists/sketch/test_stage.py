"""Composition: letters have their room, speakers look at each other, shots differ."""

from __future__ import annotations

import random

import pytest

from pipeline.artists.sketch.picture import draw_scene
from pipeline.artists.sketch.sample import sample_scene
from pipeline.comic import Room
from pipeline.lexicon import looks
from tests.artists.sketch.drawing import SIDE, sketch


@pytest.mark.parametrize("edge", ["top", "bottom"])
@pytest.mark.parametrize("share", [0.2, 0.36, 0.5])
def test_no_head_touches_the_room_for_letters(edge, share):
    for seed in range(40):
        scene = sample_scene(random.Random(seed))
        if scene.style:
            continue
        for placed in draw_scene(scene, 128, 128, seed, Room(edge=edge, share=share)).placed:
            if edge == "top":
                assert placed.head[1] >= 128 * share - 1, seed
            else:
                assert placed.head[3] <= 128 * (1 - share) + 6, seed


def test_two_who_talk_look_at_each_other():
    left, right = sketch("cat, dog, park").placed
    for placed, side in ((left, 1), (right, -1)):
        middle = (placed.head[0] + placed.head[2]) / 2
        assert (placed.mouth[0] - middle) * side > 1
    assert left.head[2] < right.head[0] + 2


@pytest.mark.parametrize("shot", looks.SHOTS)
def test_shots_frame_the_figure(shot):
    heads = {
        each: sketch(f"bear, park, {each}").placed[0] for each in ("close-up", "bust shot", "full shot", "wide shot")
    }
    heights = [placed.head[3] - placed.head[1] for placed in heads.values()]
    assert heights == sorted(heights, reverse=True)
    placed = sketch(f"bear, park, {shot}").placed[0]
    assert (placed.face is None) == (shot == "from behind")
    assert placed.head[1] >= 0


def test_a_full_shot_shows_the_whole_figure_large():
    placed = sketch("girl, park, full shot").placed[0]
    height = placed.box[3] - placed.box[1]
    assert 0.65 * SIDE <= height <= 0.92 * SIDE
    assert placed.box[3] < SIDE and placed.box[1] > 0


@pytest.mark.parametrize("count", [1, 2, 3, 4])
def test_up_to_four_stand_side_by_side_inside_the_picture(count):
    placed = sketch(", ".join(("cat", "girl", "robot", "bear")[:count]) + ", park").placed
    assert len(placed) == count
    for one, other in zip(placed, placed[1:], strict=False):
        assert one.head[2] <= other.head[0] + 3
    assert placed[0].head[0] >= 0 and placed[-1].head[2] <= SIDE


def test_somebody_who_hugs_comes_close():
    def gap(text: str) -> float:
        left, right = sketch(text).placed
        return (right.head[0] - left.head[2]) / (left.head[2] - left.head[0])

    assert gap("cat hugging, dog, park") < gap("cat standing, dog, park, full shot")


@pytest.mark.parametrize("seat", ["chair", "bench"])
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_who_sits_where_a_seat_is_named_sits_on_it(seat, seed):
    def heights(text: str) -> tuple[float, float]:
        """How far head and lowest point are from each other, in heads; where the lowest point is."""
        placed = sketch(text, seed=seed).placed[0]
        return (placed.box[3] - placed.head[1]) / (placed.head[3] - placed.head[1]), placed.box[3] / SIDE

    long, foot = heights(f"girl sitting, {seat}, park")
    short, ground = heights("girl sitting, park, box")
    assert long > short + 0.1
    assert foot < ground - 0.02


def test_two_on_one_bench_sit_equally_high():
    left, right = sketch("boy sitting, girl sitting, bench, park").placed
    assert abs(left.box[3] - right.box[3]) < 4
