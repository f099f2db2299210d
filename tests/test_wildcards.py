"""Choices and wildcards are drawn by the seed, through the kept library, and by nothing else."""

from __future__ import annotations

import time

import pytest

from pipeline import wildcards, words
from pipeline.comic import PanelPrompt, Piece
from pipeline.errors import InputError


def prompt(text: str) -> PanelPrompt:
    return PanelPrompt(text="").with_text(text)


def drawn(text: str, seed: int = 3) -> str:
    return wildcards.draw(prompt(text), seed).prompt.text


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


def test_the_users_file_comes_before_the_shipped_one():
    wildcards.save("colour", "ultraviolet")
    assert drawn("__colour__") == "ultraviolet"
    assert "colour" in wildcards.names()


def test_pieces_keep_their_origin_and_character():
    pieces = (Piece(text="{red|blue} scarf", origin="character", character="Nabi"), Piece(text="night", origin="scene"))
    found = wildcards.draw(PanelPrompt(text="").with_pieces(pieces), 1)
    assert found.prompt.pieces[0].text in ("red scarf", "blue scarf")
    assert (found.prompt.pieces[0].origin, found.prompt.pieces[0].character) == ("character", "Nabi")
    assert found.prompt.pieces[1] == pieces[1]
    assert [choice.written for choice in found.choices] == ["{red|blue}"]


def test_comments_and_line_ends_swallow_nothing():
    found = wildcards.draw(prompt("# {my|your} cat\norange cat,\n{red|red} scarf # so"), 1)
    assert found.prompt.text == "orange cat, red scarf"
    assert [piece.text for piece in found.prompt.pieces] == ["orange cat", "red scarf"]
    assert len(found.choices) == 1


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
    "name", ["../secret", "..", "a/../../b", "/etc/passwd", "C:con", "a__b", "", "x" * 300, ".hidden"]
)
def test_names_lead_nowhere_else(name, necut_home):
    (necut_home / "secret.txt").parent.mkdir(parents=True, exist_ok=True)
    (necut_home / "secret.txt").write_text("key")
    assert wildcards.values(name) == ()
    with pytest.raises(InputError):
        wildcards.save(name, "x")


def test_a_link_out_of_the_folder_is_not_followed(tmp_path):
    outside = tmp_path / "outside.txt"
    outside.write_text("key")
    wildcards.folder().mkdir(parents=True)
    (wildcards.folder() / "inside.txt").symlink_to(outside)
    assert wildcards.values("inside") == ()


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


def test_every_shipped_list_has_values_that_can_be_drawn():
    for name in wildcards.names():
        assert wildcards.values(name)
        assert not wildcards.draw(prompt(f"__{name}__"), 1).notices


def test_a_comic_draws_them_and_its_recipe_keeps_both():
    from pipeline import flow, infotext, store
    from pipeline.comic import Idea
    from pipeline.flow import edits

    comic = flow.begin(Idea(text="a cat who lost its umbrella"))
    for stage in (flow.write_stage(comic.id), flow.prompt_stage(comic.id, [0])):
        list(stage.work())
    store.change(
        comic.id, lambda newest: edits.with_prompt_text(newest, 0, "orange cat, {red|blue} scarf, __place/outdoors__")
    )
    list(flow.render_stage(comic.id, [0]).work())
    recipe = store.read(comic.id).slots[0].take.recipe
    assert recipe.extra["template"] == "orange cat, {red|blue} scarf, __place/outdoors__"
    assert "{" not in recipe.prompt.text and recipe.prompt.text.startswith("orange cat, ")
    take = store.read(comic.id).slots[0].take
    assert infotext.read_picture(store.take_path(comic.id, take.id))["recipe"] == recipe
    assert store.read(comic.id).slots[0].prompt.prompt.text.endswith("__place/outdoors__")
