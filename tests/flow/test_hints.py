"""Hints say what is worth saying, and nothing of a prompt that is fine."""

from __future__ import annotations

import pytest

from pipeline import words
from pipeline.comic import Candidate, Comic, Idea, Made, PanelPrompt, Piece, PromptOutput, Slot
from pipeline.flow.hints import hints, preset_hints, reordered, shortened
from tests.values import a_prompt, a_script, a_take

GOOD = {"negative_prompt": "bad", "sampler": "Euler", "steps": 20, "cfg_scale": 7, "seed": 1}


def comic(text: str, artist: str = "diffusion", preset: dict | None = None, candidates=(), **slot) -> Comic:
    prompt = PanelPrompt(text="", candidates=candidates).with_text(text)
    output = PromptOutput(prompt=prompt, made=Made(by="cast"))
    slots = (Slot(prompt=output, **slot), *(Slot(),) * 3)
    return Comic(id="c", idea=Idea(text="a cat"), slots=slots, artist=artist, preset=GOOD if preset is None else preset)


def told(document: Comic) -> dict:
    found = {hint.id: hint for hint in (*hints(document, 0), *preset_hints(document))}
    for hint in found.values():
        for language in words.LANGUAGES:
            assert words.say(f"hints.{hint.id}", language, **hint.values)
            assert words.say(f"hints.{hint.id}_do", language, **hint.values)
    return found


def applied(document: Comic, hint: str) -> str:
    return told(document)[hint].apply(document).slots[0].prompt.prompt.text


def test_a_prompt_that_is_fine_and_an_empty_cell_get_none():
    assert not told(comic("orange cat, red scarf, street, night"))
    assert not hints(Comic(id="c", idea=Idea(text="a cat")), 0)


@pytest.mark.parametrize(
    ("phrase", "short"),
    [
        ("going down the mountain", "mountain, going down"),
        ("a cat who is going down the mountain", "cat, mountain, going down"),
        ("standing by the river in the rain", "river, rain, standing"),
        ("orange cat", "orange cat"),
        ("cat holding umbrella", "cat holding umbrella"),
        ("(going down the mountain:1.2)", "(going down the mountain:1.2)"),
        ("<lora:down the mountain of it:1>", "<lora:down the mountain of it:1>"),
    ],
)
def test_the_forerunners_first_tip_shortens(phrase, short):
    assert shortened(phrase) == short


def test_a_long_phrase_is_shortened_with_one_click():
    document = comic("orange cat, going down the mountain, night")
    assert applied(document, "short") == "orange cat, mountain, going down, night"


def test_reordering_is_offered_when_pictures_were_drawn_twice_from_the_same_words():
    text = "orange cat, street, night"
    take = a_take()
    take = take.with_changes(recipe=take.recipe.with_changes(prompt=a_prompt(text)))
    takes = (take, take.with_changes(id="other"))
    assert "order" not in told(comic(text, takes=takes[:1]))
    document = comic(text, takes=takes)
    assert "order" in told(document)


def test_reordering_puts_the_surroundings_first_and_back_behind():
    cat, street = Piece(text="orange cat", origin="character", character="A"), Piece(text="street", origin="scene")
    light = Piece(text="soft light", origin="gpt2")
    assert reordered((cat, street, light)) == (street, cat, light)
    assert reordered((street, cat, light)) == (cat, street, light)


def test_a_missing_negative_prompt_and_open_settings_are_filled_from_classic():
    document = comic("orange cat, street, night", preset={"seed": 1})
    changed = told(document)["negative"].apply(document)
    assert "easynegative" in changed.preset["negative_prompt"]
    changed = told(document)["settings"].apply(document)
    assert (changed.preset["sampler"], changed.preset["steps"], changed.preset["cfg_scale"]) == ("DPM++ 2M", 30, 6)
    assert not {"negative", "settings"} & set(told(comic("orange cat, street, night", "sketch", {"seed": 1})))


def test_a_vague_prompt_is_offered_words_of_its_candidates():
    offered = tuple(Piece(text=word, origin="scene") for word in ("cat", "park", "bench", "tree", "kite"))
    document = comic("cat", candidates=(Candidate(pieces=offered),))
    assert applied(document, "vague") == "cat, park, bench, tree"
    assert "vague" not in told(comic("cat"))


def test_korean_words_are_said_in_english_for_a_checkpoint_only():
    assert "rain" in applied(comic("orange cat, 비 오는 거리, night"), "korean")
    assert "korean" not in told(comic("orange cat, 비 오는 거리, night", "sketch"))


def test_a_word_said_twice_and_a_choice_drawn_twice():
    assert applied(comic("cat, night, street, Night"), "twice") == "cat, night, street"
    assert "twice" not in told(comic("cat, street, {a|b}, {a|b}"))


def test_what_gpt2_added_behind_the_border_is_left_off_first():
    long = ", ".join(f"orange cat number {number}" for number in range(13))
    document = comic(long)
    added = tuple(Piece(text=f"very soft light {number}", origin="gpt2") for number in range(6))
    prompt = document.slots[0].prompt.prompt
    output = PromptOutput(prompt=prompt.with_pieces((*prompt.pieces, *added)), made=Made(by="gpt2"))
    document = document.with_slot(0, document.slots[0].with_changes(prompt=output))
    kept = applied(document, "behind")
    assert kept.startswith(long) and len(kept) < len(output.prompt.text)


def test_a_checkpoint_for_sentences_is_told_in_sentences_and_one_for_tags_in_tags():
    preset = GOOD | {"checkpoint": "RealisticVision"}
    look = (
        Piece(text="orange cat", origin="character", character="Tabby"),
        Piece(text="red scarf", origin="character", character="Tabby"),
    )
    scene = (
        Piece(text="cat running", origin="scene", character="Tabby"),
        Piece(text="street", origin="scene"),
        Piece(text="night", origin="scene"),
    )
    prompt = PanelPrompt(text="").with_pieces((*look, *scene))
    document = comic("x", "webui", preset)
    document = document.with_slot(0, Slot(prompt=PromptOutput(prompt=prompt, made=Made(by="cast"))))
    document = document.with_changes(story={"script": a_script(), "made": Made(by="offline")})
    told_in_prose = told(document)["prose"].apply(document)
    assert told_in_prose.slots[0].prompt.prompt.text == "an orange cat with a red scarf, running, on a street at night"
    assert told_in_prose.slots[0].prompt.prompt.pieces[0].character == "Tabby"
    assert "prose" not in told(told_in_prose)
    back = told_in_prose.with_changes(preset=preset | {"checkpoint": "AnimeMix"})
    assert applied(back, "tags").startswith("orange cat, red scarf, ")
