"""What a grid or a duel lacks: what every axis leaves standing, and what its values bring."""

from __future__ import annotations

import pytest

from pipeline.tuning import axes, lacking
from tests.tuning.making import a_comic

LORA = [{"name": "inklime", "weight": 0.5}]


@pytest.fixture
def comic(shelf, monkeypatch):
    """A comic that `diffusion` is to paint with a LoRA and an embedding that are not there."""
    monkeypatch.setenv("NECUT_MODELS", str(shelf))
    return a_comic().with_changes(artist="diffusion", preset={"loras": LORA, "negative_prompt": "EasyNegative"})


@pytest.mark.parametrize(
    ("lines", "names"),
    [
        (["seed: 1-3"], ["inklime", "easynegative"]),
        (["style: ink, noir", "seed: 1-3"], ["inklime", "easynegative"]),
        (['negative_prompt: "", EasyNegative'], ["inklime", "easynegative"]),
        (["negative_prompt: text", "lora inkline: 0-1 [2]"], ["inklime", "inkline"]),
        (["sampler: Euler, DDIM", "schedule_type: Karras"], ["inklime", "easynegative"]),
    ],
)
def test_what_an_axis_replaces_in_every_cell_is_not_lacking(comic, lines, names):
    found = lacking.found(comic, [axes.read(line) for line in lines])
    assert [each.name for each in found] == names


def test_loras_that_no_cell_keeps_are_not_lacking(comic):
    styled = comic.with_changes(preset={"style": "ink <lora:inklime:1>"})
    assert lacking.found(styled, [axes.read("style: noir, crayon")]) == ()
    assert [each.name for each in lacking.found(styled, [axes.read('style: "ink <lora:inklime:1>", noir')])] == [
        "inklime"
    ]


def test_what_a_value_brings_is_lacking_and_nothing_can_take_its_place(comic):
    painted = comic.with_changes(preset={})
    (found,) = lacking.found(painted, [axes.read('style: ink, "noir <lora:noire:1>"')])
    assert (found.kind, found.name, found.others) == ("lora", "noire", ())


def test_a_second_artist_lacks_what_the_first_has_no_need_of(comic):
    drawn = comic.with_changes(artist="sketch")
    assert lacking.found(drawn, [axes.read("seed: 1-3")]) == ()
    assert [each.name for each in lacking.found(drawn, [axes.read("artist: sketch, diffusion")])] == [
        "inklime",
        "easynegative",
    ]
