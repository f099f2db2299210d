"""Blanks in lines, filled as a person would say it."""

from __future__ import annotations

import pytest

from pipeline.writers.offline.fill import fill, named


@pytest.mark.parametrize(("name", "said"), [("Momo", "Meet Momo the cat."), ("Cat", "Meet Cat.")])
def test_who_is_called_by_the_kind_is_called_so_once(name, said):
    assert fill("Meet {hero the kind}.", {"hero the kind": named(name, "cat")}) == said


@pytest.mark.parametrize(
    ("wording", "said"),
    [("{thing:을/를} 찾는다", "우산을 찾는다"), ("{Hero the kind}!", "Mo the cat!"), ("{THING}", "우산")],
)
def test_particles_and_capitals_follow_the_word(wording, said):
    assert fill(wording, {"thing": "우산", "hero the kind": "mo the cat"}) == said
