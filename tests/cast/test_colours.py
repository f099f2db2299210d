"""Korean colour words are read, however they end."""

from __future__ import annotations

import pytest

from pipeline import words
from pipeline.cast.colours import STEMS, read_colour
from pipeline.lexicon.looks import COLOURS


def test_every_colour_that_can_be_picked_has_words_of_its_own():
    assert tuple(STEMS) == COLOURS
    said = [stem for stems in STEMS.values() for stem in stems]
    assert len(said) == len(set(said))


@pytest.mark.parametrize("colour", COLOURS)
def test_what_the_pickers_and_the_cards_say_is_read_back(colour):
    for family in ("look", "look_colour"):
        assert read_colour(words.label(family, colour, "ko")) == colour


@pytest.mark.parametrize(("text", "colour"), [("붉은빛", "red"), ("네이비색", "navy"), ("", ""), ("고운", None)])
def test_endings_are_read_and_other_words_are_not(text, colour):
    assert read_colour(text) == colour
