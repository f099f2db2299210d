"""Phrases and the weight of a whole one."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline import grammar


@pytest.mark.parametrize(
    ("text", "parted"),
    [
        ("a, b,, c\nd", ["a", "b", "c", "d"]),
        ("(cat, dog:1.2), a", ["(cat, dog:1.2)", "a"]),
        ("{a, b|c}, d", ["{a, b|c}", "d"]),
        ("[x, y:z:0.5], <lora:a,b:1>", ["[x, y:z:0.5]", "<lora:a,b:1>"]),
        ("a (b, c", ["a (b", "c"]),
        ("smile :), (o, b", ["smile :)", "(o", "b"]),
        (r"\(a, b\)", [r"\(a", r"b\)"]),
        ("a # so, so\nb", ["a", "b"]),
        ("", []),
    ],
)
def test_commas_part_outside_of_brackets(text, parted):
    assert grammar.phrases(text) == parted


@pytest.mark.parametrize(
    ("phrase", "words", "weight"),
    [
        ("cat", "cat", 1.0),
        ("(cat)", "cat", 1.1),
        ("((cat))", "cat", 1.21),
        ("[cat]", "cat", 0.9091),
        ("(cat:1.3)", "cat", 1.3),
        ("(cat, dog:0.8)", "cat, dog", 0.8),
        ("(cat) and (dog)", "(cat) and (dog)", 1.0),
        ("(a (b:1.5):1.2)", "(a (b:1.5):1.2)", 1.0),
        ("[a|b]", "[a|b]", 1.0),
        ("[a:b:0.5]", "[a:b:0.5]", 1.0),
        ("<lora:ink:0.8>", "<lora:ink:0.8>", 0.8),
    ],
)
def test_the_weight_of_a_phrase(phrase, words, weight):
    assert (grammar.bare(phrase), grammar.weight(phrase)) == (words, weight)


@pytest.mark.parametrize(
    ("phrase", "to", "said"),
    [
        ("cat", 1.1, "(cat:1.1)"),
        ("(cat:1.1)", 1.0, "cat"),
        ("((cat))", 1.3, "(cat:1.3)"),
        ("cat", 9, "(cat:2)"),
        ("cat", -9, "(cat:0.1)"),
        ("[a|b]", 1.2, "([a|b]:1.2)"),
        ("<lora:ink:0.8>", 0.9, "<lora:ink:0.9>"),
        ("<lora:ink>", -0.5, "<lora:ink:-0.5>"),
        ("smile :)", 1.1, r"(smile :\):1.1)"),
    ],
)
def test_a_phrase_weighed(phrase, to, said):
    assert grammar.weigh(phrase, to) == said


@given(st.text("ab ()[]:,\\|{}<>1.#", max_size=30), st.sampled_from([0.5, 1.0, 1.1, 1.7]))
def test_any_text_is_parted_and_weighed_without_a_fault(text, to):
    for phrase in grammar.phrases(text):
        assert phrase == phrase.strip() and phrase
        assert math.isfinite(grammar.weight(phrase))
        grammar.weigh(phrase, to)


@given(st.text("abc -", min_size=1, max_size=12), st.sampled_from([0.3, 0.9, 1.1, 1.7, 2.0]))
def test_a_weight_given_is_the_weight_read(words, to):
    words = " ".join(words.split()) or "x"
    weighed = grammar.weigh(words, to)
    assert (grammar.bare(weighed), grammar.weight(weighed)) == (words, to)
    assert grammar.fragments(weighed) == (grammar.Fragment(words, to),)
