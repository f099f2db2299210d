"""Prompts without what is missing, or with another in its place."""

from __future__ import annotations

import pytest

from pipeline.artists import Missing
from pipeline.comic import Character, Comic, Idea
from pipeline.flow import missing as lacking
from pipeline.flow.missing import replaced
from pipeline.presets.preset import Lora

LORA, EMBEDDING = Missing("lora", "ink.v1"), Missing("embedding", "easynegative")


@pytest.mark.parametrize(
    ("text", "missing", "instead", "meant"),
    [
        ("cat, <lora:ink.v1:0.8>, street", LORA, "", "cat, street"),
        ("cat <lora:INK.v1:0.8:0.2> street", LORA, "line", "cat <lora:line:0.8:0.2> street"),
        ("<lora:ink.v1>", LORA, "line", "<lora:line>"),
        ("cat, ink.v1, <lora:inkxv1:1>", LORA, "", "cat, ink.v1, <lora:inkxv1:1>"),
        ("text, EasyNegative, blurry", EMBEDDING, "", "text, blurry"),
        ("text,\n(easynegative:1.2),\nblurry", EMBEDDING, "", "text,\nblurry"),
        ("[easynegative], (blurry, easynegative:1.1)", EMBEDDING, "", "(blurry:1.1)"),
        ("embedding:easynegative, easynegativeV2", EMBEDDING, "bad\\1hand", "bad\\1hand, easynegativeV2"),
        ("(easynegative, blurry:1.1)", EMBEDDING, "", "(blurry:1.1)"),
        ("nothing of the kind, ,", EMBEDDING, "", "nothing of the kind, ,"),
    ],
)
def test_a_prompt_without_what_is_missing(text, missing, instead, meant):
    assert replaced(text, missing, instead) == meant


@pytest.fixture
def comic(shelf, monkeypatch) -> Comic:
    """A comic that `diffusion` is to paint; a star of it brings a LoRA that is not there."""
    monkeypatch.setenv("NECUT_MODELS", str(shelf))
    stars = (Character(name="Nabi", look=("orange cat",), lora=Lora(name="nabi")),)
    return Comic(id="a" * 12, idea=Idea(text="a cat", stars=stars), seed=1, artist="diffusion", preset={"steps": 1})


def test_a_comic_to_be_made_lacks_what_its_preset_and_its_stars_name(comic):
    with_style = comic.with_changes(preset={"style": "ink <lora:inkline:1>"})
    assert [each.name for each in lacking.to_make(with_style)] == ["nabi", "inkline"]
    assert lacking.to_make(comic.with_changes(artist="sketch")) == ()


def test_a_star_goes_on_without_its_lora_or_with_another(comic):
    (nabi,) = lacking.to_make(comic)
    without = lacking.settled(comic, nabi)
    assert without.idea.stars[0].lora is None and lacking.to_make(without) == ()
    other = lacking.settled(comic, nabi, "inkline")
    assert other.idea.stars[0].lora.name == "inkline"


def test_running_what_is_stale_lacks_what_making_it_all_would(comic):
    assert lacking.to_run(comic) == lacking.to_make(comic) != ()
