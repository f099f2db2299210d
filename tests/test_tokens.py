"""Counting tokens, and cutting prompts into chunks."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline import grammar, tokens
from pipeline.grammar import BREAK, Fragment


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("", []),
        ("a photo of a cat", [320, 1125, 539, 320, 2368]),
        ("A  Photo\nof a CAT", [320, 1125, 539, 320, 2368]),
        (",", [267]),
        ("hello world!", [3306, 1002, 256]),
    ],
)
def test_known_tokens(text, ids):
    """Ids as CLIP's own tokenizer gives them."""
    assert tokens.ids(text) == ids


def test_korean_takes_several_tokens_a_letter():
    assert tokens.count("고양이") > 3


@pytest.fixture(scope="module")
def transformers_clip():
    from transformers import CLIPTokenizer

    vocabulary, merges = tokens.vocabulary()
    return CLIPTokenizer(vocab=vocabulary, merges=list(merges))


@given(text=st.text(st.characters(exclude_categories=("Cs",)), max_size=60))
def test_transformers_counts_alike(transformers_clip, text):
    if "<|" in text:
        return
    assert tokens.ids(text) == transformers_clip(text, add_special_tokens=False)["input_ids"]


def words(count: int, comma_after: int | None = None) -> str:
    """A text of `count` tokens, with a comma as the token at that place."""
    said = ["cat"] * count
    if comma_after is not None:
        said[comma_after] = ","
    return " ".join(said)


@pytest.mark.parametrize(
    ("text", "lengths"),
    [
        ("", [0]),
        (words(75), [75]),
        (words(76), [75, 1]),
        (words(151), [75, 75, 1]),
        (words(80, comma_after=60), [61, 19]),  # the phrase after the comma moves on as a whole
        (words(80, comma_after=55), [56, 24]),
        (words(80, comma_after=54), [75, 5]),  # that comma is too far back
        (words(80, comma_after=74), [75, 5]),
        (words(80, comma_after=75), [75, 5]),  # a comma may open a chunk
        ("a BREAK b", [1, 1]),
        ("BREAK b", [0, 1]),
        ("a BREAK", [1]),
    ],
)
def test_chunks(text, lengths):
    cut = tokens.chunks(grammar.fragments(text))
    assert [len(chunk.ids) for chunk in cut] == lengths
    assert [len(chunk.weights) for chunk in cut] == lengths


def test_weights_stand_beside_their_tokens():
    (chunk,) = tokens.chunks(grammar.fragments("a (red cat:1.3), b"))
    assert chunk.weights == (1.0, 1.3, 1.3, 1.0, 1.0)


@given(st.lists(st.sampled_from(["cat", ",", "(dog:1.2)", "고양이", "BREAK", "[sun]", "a, b"]), max_size=150))
def test_cutting_loses_and_adds_nothing(pieces):
    fragments = grammar.fragments(" ".join(pieces))
    cut = tokens.chunks(fragments)
    assert all(len(chunk.ids) <= tokens.CHUNK for chunk in cut)
    joined = [token for chunk in cut for token in chunk.ids]
    assert joined == [token for each in fragments if not each.is_break for token in tokens.ids(each.text)]


def test_a_model_with_words_of_its_own():
    cut = tokens.chunks(
        [Fragment("ab", 1.0), BREAK, Fragment("c", 2.0)], encode=lambda text: [*map(ord, text)], comma=44
    )
    assert cut == (tokens.Chunk((97, 98), (1.0, 1.0)), tokens.Chunk((99,), (2.0,)))


def test_explain_counts_the_chunks_of_the_longest_step():
    told = tokens.explain(f"[cat:{words(100)}:0.5] AND dog")
    assert told["chunks"] == 2
    assert list(told) == ["schedule", "loras", "chunks", "notices"]


def test_counting_imports_neither_torch_nor_transformers():
    asked = "import sys; from pipeline import tokens; tokens.count('a'); "
    asked += "print({'torch', 'transformers'} & set(sys.modules))"
    assert subprocess.check_output([sys.executable, "-c", asked], text=True).strip() == "set()"
