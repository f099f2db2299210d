"""A prompt knows where each of its words came from, whatever a hand does to it."""

from __future__ import annotations

from pipeline.comic import Candidate, PanelPrompt, Piece, split_phrases

SCARF = Piece(text="red scarf", origin="character", character="Nabi")
NIGHT = Piece(text="night", origin="scene")


def test_a_word_weighed_by_hand_keeps_its_origin_and_its_character():
    prompt = PanelPrompt(text="red scarf, night", pieces=(SCARF, NIGHT)).with_text("night, (Red scarf:1.3), new")
    assert [(piece.text, piece.origin, piece.character) for piece in prompt.pieces] == [
        ("night", "scene", None),
        ("(Red scarf:1.3)", "character", "Nabi"),
        ("new", "user", None),
    ]


def test_a_phrase_said_twice_is_each_time_whose_it_was():
    pieces = (SCARF, SCARF.with_changes(character="Rex"))
    prompt = PanelPrompt(text="red scarf, red scarf", pieces=pieces).with_text("red scarf, red scarf, red scarf")
    assert [piece.character for piece in prompt.pieces] == ["Nabi", "Rex", None]


def test_pieces_and_candidates_are_the_text_they_say():
    empty = Piece(text="", origin="user")
    assert PanelPrompt(text="x").with_pieces((NIGHT, empty, SCARF)).text == "night, red scarf"
    taken = PanelPrompt(text="x").with_candidate(Candidate(pieces=(SCARF, NIGHT)))
    assert (taken.text, taken.pieces) == ("red scarf, night", (SCARF, NIGHT))


def test_phrases_are_parted_at_commas_and_line_ends():
    assert split_phrases(" a, b,,\nc ") == ["a", "b", "c"]
