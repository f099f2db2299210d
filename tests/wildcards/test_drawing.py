"""Choices and wildcards are drawn by the seed, through the kept library, and by nothing else."""

from __future__ import annotations

import time

import pytest

from pipeline import wildcards, words
from tests.wildcards import drawn, prompt


def test_a_choice_becomes_one_of_its_words_and_the_seed_decides():
    found = {drawn("{red|blue|green} scarf", seed) for seed in range(30)}
    assert found == {"red scarf", "blue scarf", "green scarf"}
    assert drawn("{red|blue|green} scarf", 5) == drawn("{red|blue|green} scarf", 5)


def test_a_choice_is_the_same_in_every_panel_whatever_else_stands_there():
    alone, among = (
        drawn("{red|blue|green|mint|pink} scarf", 9),
        drawn("night, __time__, {red|blue|green|mint|pink} scarf", 9),
    )
    assert among.endswith(alone)


def test_a_repeated_choice_is_drawn_anew():
    pairs = {drawn("{red|blue} hat, {red|blue} scarf", seed) for seed in range(40)}
    assert len(pairs) == 4


def test_weights_numbers_and_joints_of_a_choice():
    assert {drawn("{0::gold|1::silver} ring", seed) for seed in range(20)} == {"silver ring"}
    two = {drawn("{2$$ and $$cat|dog|fox}", seed) for seed in range(40)}
    assert all(len(set(each.split(" and "))) == 2 for each in two) and len(two) == 6


def test_files_fill_wildcards_nested_and_by_pattern():
    assert drawn("__colour__ hat").split()[0] in wildcards.values("colour")
    assert drawn("__place/*__") in {*wildcards.values("place/indoors"), *wildcards.values("place/outdoors")}
    wildcards.save("pet", "tiny {cat|dog}\n\n  big __colour__ fox \n")
    found = {drawn("__pet__", seed) for seed in range(40)}
    assert {"tiny cat", "tiny dog"} < found and any(each.endswith(" fox") for each in found)
    assert not any("__" in each or "{" in each for each in found)


@pytest.mark.parametrize(
    "text",
    [
        "(cat:1.2), [a|b], [x:y:0.5], <lora:my__colour__x:0.8>",
        "100% wool, $5 bill, smile :), {half open",
        "{curly}, a_b, snake__case, ____",
    ],
)
def test_what_is_no_choice_stays_letter_for_letter(text):
    assert drawn(text) == text
    assert not wildcards.chooses(text)


def test_signs_of_the_library_are_plain_letters_within_a_choice():
    assert drawn("{100% wool|100% wool}") == "100% wool"
    assert drawn("{<lora:a__time__b:1>|<lora:a__time__b:1>}") == "<lora:a__time__b:1>"
    assert drawn("{$5|$5} bill") == "$5 bill"


def test_a_missing_file_and_an_unreadable_choice_are_one_sentence_each():
    found = wildcards.draw(prompt("__nobody__, {$$a|b}"), 1)
    assert {notice.key for notice in found.notices} == {"wildcards.missing", "wildcards.unreadable"}
    for notice in found.notices:
        for language in words.LANGUAGES:
            assert words.say(notice.key, language, **notice.values)


@pytest.mark.parametrize(
    "text",
    ["{" * 300 + "a|b" + "}" * 300, "{" * 3000, "{a|b" * 400, "{a|__b" * 300 + "__}" * 300, "{999999$$x$$a|b}", "{|}"],
)
def test_monsters_come_to_an_end(text):
    begun = time.monotonic()
    wildcards.draw(prompt(text), 1)
    assert time.monotonic() - begun < 5


def test_files_that_name_one_another_come_to_an_end():
    wildcards.save("loop", "__loop__ __loop__ __loop__")
    found = wildcards.draw(prompt("night, __loop__"), 1)
    assert found.prompt.text == "night"
    assert [notice.key for notice in found.notices] == ["wildcards.endless"]
