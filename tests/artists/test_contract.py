"""What every artist promises. A new one is found by itself; one that needs a server or a checkpoint gets one here."""

from __future__ import annotations

import subprocess
import sys
import time
from contextlib import nullcontext
from pathlib import Path

import pytest

from pipeline import artists, settings, words
from pipeline.artists import Drawn, Step
from pipeline.comic import PanelPrompt, Piece, Recipe
from pipeline.families import member_module
from pipeline.presets.preset import FIELDS, Preset
from pipeline.queue import LANES
from tests.servers.images import ImageServer
from tests.servers.webui import WebUIServer

ROOT = Path(__file__).parent.parent.parent
PROMPT = PanelPrompt(
    text="orange cat, red scarf, cat running, street, night, full shot",
    pieces=(
        Piece(text="orange cat", origin="character", character="Nabi"),
        Piece(text="red scarf", origin="character", character="Nabi"),
        Piece(text="cat running", origin="scene", character="Nabi"),
        Piece(text="street, night", origin="scene"),
        Piece(text="full shot", origin="shot"),
    ),
)
PRESET = Preset(steps=3, seed=42, cfg_scale=6, width=128, height=96, negative_prompt="text, easynegative")
ODD_PROMPTS = (
    "",
    " , , ",
    "((((cat",
    "<lora:none:1>",
    "고양이",
    "🐈 " * 50,
    "cat, " * 400,
    "BREAK AND BREAK",
    "\x00cat",
)

_SERVERS = {"webui": (WebUIServer, "webui_url", ""), "openai": (ImageServer, "openai_base_url", "/v1")}
"""By artist: the server it needs, which setting names it, and what follows its address there."""


@pytest.fixture(params=artists.names())
def artist(request, models):
    """Each artist, able to work."""
    start, setting, path = _SERVERS.get(request.param, (nullcontext, "", ""))
    with start() as server:
        address = {setting: f"{server.url}{path}"} if setting else {}
        settings.save(settings.Settings(checkpoint="tiny", **address))
        yield artists.get(request.param)


def resolve(artist, preset: Preset = PRESET, prompt: PanelPrompt = PROMPT) -> Recipe:
    return artist.resolve(preset, prompt, (560, 420))


def pictures(events) -> dict[int, Drawn]:
    return {event.index: event for event in events if isinstance(event, Drawn)}


def test_it_says_who_it_is_and_what_it_obeys(artist):
    assert artist.name in artists.names()
    assert artist.lane in LANES
    assert artist.obeys <= set(FIELDS)
    assert "style" in artist.obeys


def sized(artist) -> tuple[int, int]:
    """The size of its pictures here: the preset's where it obeys that, else what its recipe says."""
    if {"width", "height"} <= artist.obeys:
        return PRESET.width, PRESET.height
    recipe = resolve(artist)
    return recipe.width, recipe.height


def test_a_recipe_leaves_nothing_open_and_keeps_what_was_given(artist):
    recipe = resolve(artist)
    assert recipe.artist == artist.name
    assert (recipe.seed, recipe.prompt.text) == (42, PROMPT.text)
    assert (recipe.width, recipe.height) == sized(artist)
    assert recipe.negative_prompt == (PRESET.negative_prompt if "negative_prompt" in artist.obeys else "")
    open_size = resolve(artist, PRESET.without("width", "height"))
    near = 0.1 if "width" in artist.obeys else 0.2  # who cannot be told a size takes the nearest it has
    assert open_size.width / open_size.height == pytest.approx(560 / 420, rel=near)


def test_every_recipe_gets_one_picture_of_its_size_and_steps_never_run_backwards(artist):
    recipes = [resolve(artist, PRESET.with_changes(seed=seed)) for seed in (1, 2, 3)]
    events = list(artist.draw(recipes))
    drawn = pictures(events)
    assert sorted(drawn) == [0, 1, 2]
    assert sum(isinstance(event, Drawn) for event in events) == 3
    assert all(each.picture.size == sized(artist) for each in drawn.values())
    if "seed" in artist.obeys:
        assert len({each.picture.tobytes() for each in drawn.values()}) == 3, "another seed is another picture"
    latest: dict[tuple, int] = {}
    for step in (event for event in events if isinstance(event, Step) and not event.loading):
        assert 0 <= step.done <= step.total
        assert latest.get(step.indices, 0) <= step.done
        assert set(step.indices) <= {0, 1, 2}
        latest[step.indices] = step.done


def test_the_recipe_of_a_picture_draws_it_again_bit_for_bit(artist):
    first = pictures(artist.draw([resolve(artist)]))[0]
    again = pictures(artist.draw([first.recipe or resolve(artist)]))[0]
    assert first.picture.tobytes() == again.picture.tobytes()


def test_figures_lie_in_the_picture_and_notices_are_sentences(artist):
    drawn = pictures(artist.draw([resolve(artist)]))[0]
    for figure in drawn.figures:
        x0, y0, x1, y1 = figure.face or figure.box
        width, height = drawn.picture.size
        assert -1 <= x0 < x1 <= width + 1 and -1 <= y0 < y1 <= height + 1
    for notice in drawn.notices:
        assert all(words.say(notice.key, language, **notice.values) for language in words.LANGUAGES)


@pytest.mark.parametrize("text", ODD_PROMPTS, ids=lambda text: repr(text[:12]))
def test_odd_words_still_give_a_picture(artist, text):
    drawn = pictures(artist.draw([resolve(artist, prompt=PanelPrompt(text=text))]))[0]
    assert drawn.picture.size == sized(artist)


def test_closing_stops_at_once_and_the_next_picture_is_untouched(artist):
    before = pictures(artist.draw([resolve(artist)]))[0].picture.tobytes()
    work = artist.draw([resolve(artist, PRESET.with_changes(steps=60, seed=seed)) for seed in range(4)])
    next(work)
    started = time.monotonic()
    work.close()
    assert time.monotonic() - started < 2.0
    assert pictures(artist.draw([resolve(artist)]))[0].picture.tobytes() == before


def test_readiness_is_a_sentence_in_both_languages(artist):
    module = member_module("pipeline.artists", artist.name, artists.names())
    if hasattr(module, "readiness"):
        found = module.readiness()
        assert found.ready
        assert all(words.say(found.key, language, **found.values) for language in words.LANGUAGES if found.key)


def test_listing_and_making_the_artists_imports_nothing_heavy():
    code = (
        "import sys; from pipeline import artists; [artists.get(name) for name in artists.names()]\n"
        "print([name for name in ('torch', 'diffusers', 'transformers', 'httpx2', 'numpy') if name in sys.modules])"
    )
    out = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert out.strip() == "[]"
