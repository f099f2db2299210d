"""What every prompter promises. A new prompter is found by itself; one that needs a model gets a tiny one here."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from pipeline import prompters, settings, words
from pipeline.comic import PANELS, Character, Line, Panel, Script, join_pieces
from pipeline.families import member_module
from pipeline.prompters import CANDIDATES
from pipeline.queue import LANES
from tests.prompters.test_gpt2 import tiny  # noqa: F401  a fixture

ROOT = Path(__file__).parent.parent.parent
BEATS = ("setup", "development", "turn", "close")


def script(language: str) -> Script:
    names = {"ko": ("나비", "곰돌이"), "en": ("Nabi", "Bo")}[language]
    cast = (Character(name=names[0], look=("orange cat", "red scarf")), Character(name=names[1], look=("brown bear",)))
    line = Line(speaker=names[0], text={"ko": "내 우산 어디 갔지?", "en": "Where is my umbrella?"}[language])
    scenes = (
        "cat searching, umbrella, street, rain",
        "bear giving, umbrella, park",
        "cat running, night",
        "cat hugging",
    )
    return Script(
        title="우산", language=language, characters=cast,
        panels=tuple(
            Panel(beat=beat, scene=scene, characters=names[: 1 + index % 2], lines=(line,), mood="gloomy")
            for index, (beat, scene) in enumerate(zip(BEATS, scenes, strict=True))
        ),
    )  # fmt: skip


@pytest.fixture(params=prompters.names())
def prompter(request):
    """Each prompter, able to work."""
    model = str(request.getfixturevalue("tiny")) if request.param == "gpt2" else ""
    settings.save(settings.Settings(gpt2_model=model))
    return prompters.get(request.param)


@pytest.fixture(params=["ko", "en"])
def story(request):
    return script(request.param)


def test_it_says_who_it_is_and_where_it_works(prompter):
    assert prompter.name in prompters.names()
    assert prompter.lane in LANES


@pytest.mark.parametrize("index", range(PANELS))
def test_five_different_candidates_the_first_taken(prompter, story, index):
    prompt = prompter.propose(story, index, 7)
    texts = [candidate.text for candidate in prompt.candidates]
    assert len(texts) == len(set(texts)) == CANDIDATES
    assert prompt.text == texts[0] == join_pieces(prompt.pieces)
    assert all(text.strip() and text.isascii() for text in texts), "painters read English"


def test_everybody_who_is_seen_is_described_in_their_own_words(prompter, story):
    prompt = prompter.propose(story, 1, 7)
    for name in story.panels[1].characters:
        described = {piece.text for piece in prompt.pieces if piece.character == name}
        assert set(story.character(name).look) <= described


def test_the_same_seed_proposes_the_same(prompter, story):
    assert prompter.propose(story, 2, 7) == prompter.propose(story, 2, 7)


def test_readiness_is_a_sentence_in_both_languages(prompter):
    module = member_module("pipeline.prompters", prompter.name, prompters.names())
    if hasattr(module, "readiness"):
        found = module.readiness()
        assert found.ready
        assert all(words.say(found.key, language, **found.values) for language in words.LANGUAGES if found.key)


def test_listing_and_making_the_prompters_imports_nothing_heavy():
    code = (
        "import sys; from pipeline import prompters; [prompters.get(name) for name in prompters.names()]\n"
        "print([name for name in ('torch', 'transformers', 'numpy') if name in sys.modules])"
    )
    out = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert out.strip() == "[]"


def test_what_is_loaded_is_told_before_and_only_once(prompter):
    if hasattr(prompter, "prepare"):
        list(prompter.prepare())
        assert list(prompter.prepare()) == [], "it is in memory by now"
