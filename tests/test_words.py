"""Both languages say the same things; particles follow the last sound."""

from __future__ import annotations

import importlib
import pkgutil
import re
import string

import pytest

from pipeline import words
from pipeline.errors import InputError
from pipeline.words import en, ko
from pipeline.words.particles import PARTICLES, attach


def _rooms(package):
    return sorted(found.name for found in pkgutil.iter_modules(package.__path__))


def _blanks(sentence: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name}


def test_both_languages_have_the_same_rooms():
    assert _rooms(ko) == _rooms(en)


@pytest.mark.parametrize("room", _rooms(en))
def test_both_languages_say_the_same_with_the_same_blanks(room):
    korean, english = (importlib.import_module(f"pipeline.words.{lang}.{room}").WORDS for lang in ("ko", "en"))
    assert korean.keys() == english.keys()
    for key in english:
        assert _blanks(korean[key]) == _blanks(english[key]), key


@pytest.mark.parametrize("room", _rooms(ko))
def test_korean_particles_after_blanks_are_chosen_by_sound(room):
    for key, sentence in importlib.import_module(f"pipeline.words.ko.{room}").WORDS.items():
        assert not re.search(r"\}(은|는|이|가|을|를|과|와|으로|로)(?=[\s,.])", sentence), key
        for _, _, spec, _ in string.Formatter().parse(sentence):
            assert not spec or "/" not in spec or spec in PARTICLES, key


@pytest.mark.parametrize(
    ("word", "pair", "expected"),
    [
        ("고양이", "은/는", "고양이는"),
        ("우산", "을/를", "우산을"),
        ("서울", "으로/로", "서울로"),
        ("집", "으로/로", "집으로"),
        ("바다", "으로/로", "바다로"),
        ("‘강’", "이/가", "‘강’이"),
        ("3", "이/가", "3이"),
        ("2", "이/가", "2가"),
        ("preset.yaml", "을/를", "preset.yaml을"),
        ("😀", "은/는", "😀는"),
    ],
)
def test_particles(word, pair, expected):
    assert attach(word, pair) == expected


def test_errors_are_told_in_both_languages():
    error = InputError("errors.unknown_member", family="@families.presets", name="x", known="a, b")
    assert words.tell(error, "en") == "There is no preset called “x”. Choose one of: a, b."
    assert "프리셋은" in words.tell(error, "ko")


@pytest.mark.parametrize(("locale", "language"), [("ko-KR", "ko"), ("en_US.UTF-8", "en"), ("fr", "en"), (None, "en")])
def test_the_first_guess_of_a_language(locale, language):
    assert words.guess_language(locale) == language
