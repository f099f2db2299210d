"""Looks in parts, and words of any language made visual."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from pipeline import words
from pipeline.cast.looks import in_english, put_together, take_apart
from pipeline.lexicon import looks

_COLOURED = st.tuples(st.sampled_from(("", *looks.COLOURS)), st.sampled_from((*looks.CLOTHES, *looks.ACCESSORIES)))
_PHRASES = st.lists(
    st.one_of(
        _COLOURED.map(" ".join).map(str.strip),
        st.sampled_from((*looks.SKIN, "freckles", "nabi style", "long black coat tails")),
    ),
    max_size=6,
    unique=True,
)


@given(st.sampled_from(("cat", "orange cat", "girl", "striped tiger", "dragon")), _PHRASES)
def test_no_word_of_a_look_is_lost_or_added(kind, phrases):
    look = (kind, *phrases)
    again = put_together(take_apart(look))
    assert sorted(again) == sorted(look) and again[0] == kind


def test_parts_are_what_the_pickers_pick():
    parts = take_apart(("girl", "black bob hair", "tan skin", "yellow raincoat", "red scarf", "glasses", "freckles"))
    assert (parts.kind, parts.hair.name, parts.hair.colour, parts.skin) == ("girl", "bob hair", "black", "tan skin")
    assert parts.clothes.words == "yellow raincoat"
    assert [worn.words for worn in parts.accessories] == ["red scarf", "glasses"]
    assert parts.others == ("freckles",)


def test_korean_words_become_english_ones_and_english_ones_stay():
    said = in_english("검은 단발머리, 민트색 나비넥타이, freckles, 노란 우비, 빨간 목도리, 쀍쀍", "ko")
    assert said.phrases == ("black bob hair", "mint bow tie", "freckles", "yellow raincoat", "red scarf")
    assert said.unknown == ("쀍쀍",)


def test_every_picker_word_is_understood_by_its_korean_name():
    for sort in ("kind", "hair", "skin", "clothes", "accessory"):
        for word in looks.CATEGORIES[sort]:
            assert in_english(words.label("look", word, "ko"), "ko").phrases == (word,)


def test_every_visual_word_of_the_pickers_has_a_name_in_both_languages():
    for language in words.LANGUAGES:
        for sort in ("kind", "hair", "skin", "clothes", "accessory", "colour"):
            assert all(words.has(f"look.{word}", language) for word in looks.CATEGORIES[sort])
