"""Edits of a prompt's words: where they came from stays known, and what stood there before can be brought back."""

from __future__ import annotations

import pytest

from pipeline.comic import Candidate, Comic, Idea, Made, PanelPrompt, Piece, PromptOutput, Slot
from pipeline.flow import edits, wording

PIECES = (
    Piece(text="orange cat", origin="character", character="Nabi"),
    Piece(text="red scarf", origin="character", character="Nabi"),
    Piece(text="cat running", origin="scene", character="Nabi"),
    Piece(text="night", origin="scene"),
    Piece(text="full shot", origin="shot"),
)
SOFT = Piece(text="soft light", origin="gpt2")


def comic(*pieces: Piece, candidates: tuple[Candidate, ...] = ()) -> Comic:
    prompt = PanelPrompt(text="", candidates=candidates).with_pieces(pieces or PIECES)
    slot = Slot(prompt=PromptOutput(prompt=prompt, made=Made(by="cast")))
    return Comic(id="c", idea=Idea(text="a cat"), slots=(slot, *(Slot(),) * 3))


def text(changed: Comic) -> str:
    return changed.slots[0].prompt.prompt.text


def test_a_word_moves_and_keeps_its_origin():
    changed = wording.with_moved(comic(), 0, 3, 0)
    assert text(changed) == "night, orange cat, red scarf, cat running, full shot"
    assert changed.slots[0].prompt.prompt.pieces[1] == PIECES[0]
    assert changed.slots[0].prompt.made.edited
    assert wording.with_moved(comic(), 0, 9, 0) == comic()


def test_a_word_is_weighed_in_steps_and_back_again():
    heavier = wording.with_weight(wording.with_weight(comic(), 0, 0, 0.1), 0, 0, 0.1)
    assert text(heavier).startswith("(orange cat:1.2), ")
    assert heavier.slots[0].prompt.prompt.pieces[0].character == "Nabi"
    assert text(wording.with_weight(heavier, 0, 0, -0.2)) == text(comic())


def test_words_are_struck_but_never_the_last():
    assert text(wording.without_word(comic(), 0, 1)) == "orange cat, cat running, night, full shot"
    alone = comic(PIECES[0])
    assert wording.without_word(alone, 0, 0) == alone


def test_an_arrangement_moves_weighs_and_strikes_at_once():
    wanted = [(3, "night", 1.0), (0, "orange cat", 1.3), (2, "cat running", 1.0)]
    changed = wording.with_arrangement(comic(), 0, wanted)
    assert text(changed) == "night, (orange cat:1.3), cat running"
    assert [piece.character for piece in changed.slots[0].prompt.prompt.pieces] == [None, "Nabi", "Nabi"]


def test_an_arrangement_of_words_that_moved_meanwhile_still_finds_them_and_adds_none():
    moved = wording.with_moved(comic(), 0, 3, 0)
    changed = wording.with_arrangement(moved, 0, [(0, "orange cat", 1.0), (7, "night", 1.0), (1, "not mine", 1.0)])
    assert text(changed) == "orange cat, night"
    assert wording.with_arrangement(comic(), 0, []) == comic()


def test_two_characters_with_the_same_word_keep_their_own():
    twins = (
        Piece(text="red scarf", origin="character", character="A"),
        Piece(text="red scarf", origin="character", character="B"),
    )
    changed = wording.with_arrangement(comic(*twins), 0, [(1, "red scarf", 1.0), (0, "red scarf", 1.0)])
    assert [piece.character for piece in changed.slots[0].prompt.prompt.pieces] == ["B", "A"]


def test_the_strength_of_a_lora_is_weighed_too():
    tag = Piece(text="<lora:ink:0.8>", origin="user")
    changed = wording.with_arrangement(comic(PIECES[0], tag), 0, [(0, "orange cat", 1.0), (1, tag.text, 0.5)])
    assert text(changed) == "orange cat, <lora:ink:0.5>"


@pytest.mark.parametrize("tail", [(), (Piece(text="<lora:ink:1>", origin="user"),)])
def test_a_candidates_word_is_taken_before_tags_and_struck_again(tail):
    before = comic(*PIECES, *tail)
    taken = wording.with_candidate_word(before, 0, SOFT, True)
    assert text(taken) == ", ".join([*(piece.text for piece in PIECES), "soft light", *(piece.text for piece in tail)])
    assert wording.with_candidate_word(taken, 0, SOFT, True) == taken
    assert text(wording.with_candidate_word(taken, 0, SOFT, False)) == text(before)


def test_another_shot_takes_the_place_of_the_first():
    changed = wording.with_candidate_word(comic(), 0, Piece(text="close-up", origin="shot"), True)
    assert text(changed) == "orange cat, red scarf, cat running, night, close-up"


def test_a_run_of_moves_is_one_step_of_the_history_and_other_words_are_another():
    changed = comic()
    for step in range(4):
        changed = wording.with_moved(changed, 0, step, 4)
        changed = wording.with_weight(changed, 0, 0, 0.1)
    assert len(changed.slots[0].earlier_prompts) == 1
    changed = wording.without_word(changed, 0, 0)
    assert len(changed.slots[0].earlier_prompts) == 2
    back = edits.bring_back_prompt(changed, 0, 0)
    assert text(back) == text(comic()) and len(back.slots[0].earlier_prompts) == 2


def test_an_order_that_was_painted_stays_in_the_history():
    from tests.values import a_take

    moved = wording.with_moved(comic(), 0, 3, 0)
    take = a_take()
    take = take.with_changes(recipe=take.recipe.with_changes(prompt=moved.slots[0].prompt.prompt))
    painted = moved.with_slot(0, moved.slots[0].with_take(take))
    again = wording.with_moved(painted, 0, 4, 0)
    assert [output.prompt.text for output in again.slots[0].earlier_prompts] == [text(comic()), text(moved)]


def test_comments_of_the_user_are_kept():
    typed = edits.with_prompt_text(comic(), 0, "# my cat, at night\norange cat, night")
    changed = wording.with_moved(typed, 0, 1, 0)
    assert text(changed) == "# my cat, at night\nnight, orange cat"
