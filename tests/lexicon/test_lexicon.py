# ruff: noqa: E501  (a row of ideas is one line)
"""The lexicon: what it finds in both languages, and its English visual words."""

from __future__ import annotations

import subprocess
import sys

import pytest

from pipeline import lexicon
from pipeline.lexicon.entries import entries
from pipeline.lexicon.looks import CATEGORIES, KINDS
from pipeline.lexicon.visual import read_description


def _ids(text, language, sort):
    return [match.entry.id for match in lexicon.understand(text, language).of(sort)]


def test_there_are_over_three_hundred_things_to_name_in_each_language():
    assert sum(len(entry.korean) for entry in entries()) > 600
    assert sum(len(entry.english) for entry in entries()) > 600
    assert len(entries()) >= 300


@pytest.mark.parametrize("entry", entries(), ids=lambda entry: f"{entry.sort} {entry.id}")
def test_an_entry_has_words_in_both_languages_and_visual_words_that_artists_know(entry):
    assert entry.korean and entry.english
    if entry.sort not in ("doing",):
        assert entry.visual
    assert all(lexicon.category(word) for word in entry.visual), entry.visual


@pytest.mark.parametrize(
    ("text", "sort", "wanted"),
    [
        ("비 오는 날 우산을 잃어버린 고양이", "figure", ["cat"]),
        ("비 오는 날 우산을 잃어버린 고양이", "weather", ["rain"]),
        ("고양이가 바다에서 우산을 찾았다", "place", ["beach"]),
        ("고양이들에게는 생선이 필요하다", "thing", ["fish"]),
        ("아기고양이의 하루", "figure", ["cat"]),
        ("우산을 잃어버렸어요", "doing", ["lose"]),
        ("시험 보는 날 늦잠 잔 학생", "doing", ["exam", "late"]),
        ("새로 산 우산", "place", []),
        ("검은 고양이", "thing", []),
        ("사과 다섯 개를 먹는다", "figure", []),
        ("🐱🍜", "figure", ["cat"]),
    ],
)
def test_korean_words_are_found_behind_particles_and_endings(text, sort, wanted):
    assert [found for found in _ids(text, "ko", sort) if found in wanted or not wanted] == wanted


@pytest.mark.parametrize(
    ("text", "sort", "wanted"),
    [
        ("two kitties lost their umbrellas", "figure", "cat"),
        ("the puppies are running", "figure", "dog"),
        ("an ice cream cone at the bus stop", "place", "bus_stop"),
        ("a robot who wants to learn to cook ramen", "doing", "cook"),
        ("a cook who burns ramen", "figure", "chef"),
    ],
)
def test_english_words_are_found_behind_inflection(text, sort, wanted):
    assert wanted in _ids(text, "en", sort)


@pytest.mark.parametrize(
    ("text", "sort", "wanted"),
    [
        ("a father on the late shift", "time", "night"),
        ("an owl who is up late", "time", "night"),
        ("a girl finds her late grandmother's letter", "doing", "sad"),
        ("the bus is late and a cat reads", "doing", "wait"),
    ],
)
def test_late_is_not_always_a_delay(text, sort, wanted):
    found = _ids(text, "en", sort)
    assert wanted in found and "late" not in _ids(text, "en", "doing")


def test_a_verb_after_to_is_no_person():
    assert "chef" not in _ids("a robot who wants to cook ramen", "en", "figure")


def test_names_are_found_and_common_words_are_not_names():
    assert [name.word for name in lexicon.understand("민수와 지영이가 학교에 갔다", "ko").names] == ["민수", "지영"]
    assert [name.word for name in lexicon.understand("Tom and his dog", "en").names] == ["Tom"]
    assert not lexicon.understand("The cat eats", "en").names


def test_a_colour_belongs_to_the_noun_after_it():
    found = lexicon.understand("빨간 목도리를 한 검은 고양이", "ko")
    assert [match.visual[0] for match in found.matches] == ["red scarf", "black cat"]
    assert lexicon.understand("a black cat", "en").of("figure")[0].visual == ("black cat",)


@pytest.mark.parametrize(
    ("text", "scene"),
    [
        (
            "비 오는 거리에서 고양이가 슬픈 얼굴로 빨간 우산을 들고 있다.",
            "cat holding red umbrella, cat sad, street, rain",
        ),
        ("교실에서 여자아이가 시험지를 들고 깜짝 놀란다.", "girl holding test paper, girl surprised, classroom"),
        ("밤, 침실. 나비가 겁먹은 얼굴로 숨어 있다.", "cat hiding, cat scared, bedroom, night"),
    ],
)
def test_a_korean_description_becomes_visual_words(text, scene):
    told = lexicon.to_visual(text, "ko", {"나비": "cat"})
    assert set(told.split(", ")) == set(scene.split(", "))


def test_the_second_of_a_kind_is_told_apart():
    told = read_description("나비가 달린다. 그 옆에서 치즈가 운다.", "ko", {"나비": "cat", "치즈": "cat"}).scene
    assert "cat running" in told and "second cat" in told


def test_unknown_words_of_a_description_are_reported():
    assert read_description("고양이가 트롬본을 들고 있다", "ko").unknown == ("트롬본",)


def test_categories():
    for name, words in CATEGORIES.items():
        for word in words:
            assert lexicon.category(word), (name, word)
    wanted = {
        "orange cat": "kind", "cat searching": "pose", "second cat sad": "expression", "red umbrella": "prop",
        "girl holding red umbrella": "pose", "night": "time", "kitty": "kind", "close-up": "shot", "calm": "mood", "qwzx": "",
    }  # fmt: skip
    assert {phrase: lexicon.category(phrase) for phrase in wanted} == wanted


def test_every_figure_starts_with_a_kind():
    for entry in entries():
        if entry.sort == "figure":
            assert any(word in KINDS for word in entry.visual[0].split())


def test_loading_takes_little_time_and_no_heavy_library():
    code = (
        "import time, sys; start = time.process_time()\n"
        "from pipeline.lexicon import understand\nunderstand('고양이가 바다에서', 'ko')\n"
        "took = time.process_time() - start\n"
        "assert not {'yaml', 'pydantic', 'PIL', 'torch'} & set(sys.modules)\nassert took < 0.3, took"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


@pytest.mark.parametrize(
    "text", ["", " ", "🐱", "ㅁㄴㅇㄹ", "asdf", "가" * 1000, "{thing}", "\x00\n\t", "1 2 3", "ﬀ İ ß"]
)
def test_nothing_makes_it_fall(text):
    for language in ("ko", "en"):
        lexicon.understand(text, language)
        lexicon.to_visual(text, language)
