"""Brackets without their other half are named, wherever they stand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline import grammar

LOOSE = {
    "a cat, (rain, night": [("unclosed", "(rain")],
    "[cat:dog:0.5, rain": [("unclosed", "[cat:dog:0.5")],
    "orange cat), rain": [("unopened", "orange cat)")],
    "a cat (a [b) c": [("unclosed", "[b")],
    "(((cat)), a": [("unclosed", "(((cat")],
    "((a), (b, c]": [("unclosed", "((a"), ("unclosed", "(b"), ("unopened", "c]")],
    "{red|blue, rain": [("unclosed_sent", "{red|blue")],
    "cat, <lora:x:1, rain": [("unclosed_sent", "<lora:x:1")],
    "(": [("unclosed", "(")],
    "(" + "a" * 40: [("unclosed", "(" + "a" * 28 + "…")],
    "a" * 40 + ")": [("unopened", "…" + "a" * 28 + ")")],
}


@pytest.mark.parametrize("prompt", LOOSE)
def test_a_loose_bracket_is_named_with_the_words_beside_it(prompt):
    found = [(notice.key.removeprefix("grammar."), notice.text) for notice in grammar.loose_brackets(prompt)]
    assert found == LOOSE[prompt]


@pytest.mark.parametrize(
    "prompt",
    [r"\(a\), (b:1.2) [c:d:3]", "<lora:odd(name:1>, cat", "# (comment\ncat", "a > b, >_<", "((a)) [[b]] {c|d}", ""],
)
def test_whole_pairs_letters_comments_and_tags_are_not(prompt):
    assert grammar.loose_brackets(prompt) == ()


@given(st.text("ab,()[]{}<>:\\ #\n", max_size=40))
def test_any_text_at_all_is_read_and_what_is_told_stands_in_it(prompt):
    for notice in grammar.loose_brackets(prompt):
        assert any(sign in notice.text for sign in "()[]{}<") and notice.told("ko") and notice.told("en")
