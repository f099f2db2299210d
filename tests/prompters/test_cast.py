"""The prompter `cast`: verbatim first, then four others; nothing invented, nobody mixed up."""

from __future__ import annotations

import pytest

from pipeline.comic import BEATS, Character, Line, Panel, Script
from pipeline.lexicon.looks import CATEGORIES, MOODS, SHOTS
from pipeline.prompters import CANDIDATES, cast, get

NABI = Character(name="나비", look=("orange cat", "red scarf"))
DUBU = Character(name="두부", look=("white cat", "glasses"))
MINA = Character(name="Mina", look=("girl", "black long hair", "yellow raincoat"))


def script(*scenes: str, seen: tuple[str, ...] = ("나비", "두부", "Mina"), **panel) -> Script:
    scenes = (*scenes, *("",) * len(BEATS))[: len(BEATS)]
    panels = tuple(
        Panel(beat=beat, scene=scene, characters=seen, **panel) for beat, scene in zip(BEATS, scenes, strict=True)
    )
    return Script(title="t", language="ko", characters=(NABI, DUBU, MINA), panels=panels)


def propose(one: Script, index: int = 0, seed: int = 7):
    return get("cast").propose(one, index, seed)


def test_the_first_candidate_is_the_panel_verbatim():
    prompt = propose(script("cat searching, umbrella, street, night, rain", seen=("나비",), mood="lonely"))
    assert prompt.text == ("orange cat, red scarf, cat searching, umbrella, street, night, rain, full shot, lonely")
    assert prompt.candidates[0].pieces == prompt.pieces
    assert [piece.origin for piece in prompt.pieces] == ["character"] * 2 + ["scene"] * 5 + ["shot", "mood"]


def test_everybody_who_is_seen_is_described_in_every_candidate():
    prompt = propose(script("cat sitting, girl waving, park"))
    for candidate in prompt.candidates:
        for character in (NABI, DUBU, MINA):
            words = [piece.text for piece in candidate.pieces if piece.character == character.name]
            assert [word for word in words if word in character.look] == list(character.look)


def test_what_somebody_does_carries_their_name():
    prompt = propose(script("white cat running, cat crying, girl laughing, cat food, park"))
    whose = {piece.text: piece.character for piece in prompt.pieces if piece.origin == "scene"}
    assert whose["white cat running"] == "두부"
    assert whose["cat crying"] == "나비"
    assert whose["girl laughing"] == "Mina"
    assert whose["park"] is None


def test_who_speaks_first_is_named_first_and_whoever_is_silent_last():
    lines = (Line(text="비가 온다."), Line(speaker="Mina", text="어?"), Line(speaker="나비", text="응."))
    assert propose(script("park", lines=lines, seen=("나비", "Mina"))).seen == ("Mina", "나비")
    silent = (Line(text="비가 온다."), Line(speaker="Mina", text="어?"))
    assert propose(script("park", lines=silent, seen=("나비", "Mina"))).seen == ("Mina", "나비")


def test_two_of_a_kind_are_counted_as_they_stand():
    lines = (Line(speaker="두부", text="어?"), Line(speaker="나비", text="응."))
    scene = "cat sitting, second cat running, orange cat sad, umbrella"
    prompt = propose(script(scene, lines=lines, seen=("나비", "두부")))
    assert prompt.seen == ("두부", "나비")
    told = [(piece.text, piece.character) for piece in prompt.pieces if piece.origin == "scene"]
    assert told == [
        ("second cat sitting", "나비"), ("cat running", "두부"), ("second cat sad", "나비"), ("umbrella", None),
    ]  # fmt: skip


def test_two_of_a_kind_are_told_apart():
    prompt = propose(script("cat sitting, cat sad, second cat running, second cat happy", seen=("나비", "두부")))
    whose = [piece.character for piece in prompt.pieces if piece.origin == "scene"]
    assert whose == ["나비", "나비", "두부", "두부"]
    prompt = propose(script("cat sitting, cat running, white cat sad", seen=("나비", "두부")))
    whose = [piece.character for piece in prompt.pieces if piece.origin == "scene"]
    assert whose == ["나비", "두부", "두부"]


def test_a_long_scene_gets_no_details():
    scene = ", ".join(f"{colour} {prop}" for colour in CATEGORIES["colour"] for prop in CATEGORIES["prop"][:2])
    prompt = propose(script(scene, mood="cheerful"))
    details = {word for words in cast.MOOD_DETAILS.values() for word in words}
    for candidate in prompt.candidates:
        assert len({piece.text for piece in candidate.pieces} & details) <= 1, "one, where nothing else differs"


def test_nobody_who_is_out_of_the_picture_is_described():
    prompt = propose(script("cat sitting", seen=("나비",)))
    assert {piece.character for piece in prompt.pieces} == {"나비", None}


@pytest.mark.parametrize("scene", ["", "calm", "full shot, calm", "cat sitting, park, day", "길거리, 비", ", ,"])
@pytest.mark.parametrize("seed", range(5))
@pytest.mark.parametrize("seen", [(), ("나비",)])
def test_there_are_always_as_many_different_candidates(scene, seed, seen):
    prompt = propose(script(scene, seen=seen), seed=seed)
    texts = [candidate.text for candidate in prompt.candidates]
    assert len(set(texts)) == len(texts) == CANDIDATES
    assert all(texts)


def test_korean_is_never_sent():
    prompt = propose(script("나비 cat crying, 길거리, cat holding 우산 umbrella"))
    for candidate in prompt.candidates:
        assert candidate.text.isascii()
        assert "cat holding umbrella" in candidate.text


def test_the_same_seed_proposes_the_same_and_another_seed_something_else():
    story = script("cat sitting, park", mood="cheerful")
    assert propose(story) == propose(story)
    assert len({propose(story, seed=seed).candidates[4].text for seed in range(8)}) > 1


def test_the_same_words_are_not_said_twice_of_the_same_character():
    prompt = propose(script("calm, full shot, park, park", seen=()))
    assert prompt.text == "calm, full shot, park"


def test_a_sky_is_not_contradicted():
    skies = {*CATEGORIES["time"], *CATEGORIES["weather"]}
    for mood in MOODS:
        for seed in range(6):
            for candidate in propose(script("cat running, night, street", mood=mood), seed=seed).candidates:
                assert {piece.text for piece in candidate.pieces} & skies == {"night"}


def test_the_tables_use_words_that_artists_know():
    known = {word for words in CATEGORIES.values() for word in words}
    for table in (cast.MOOD_DETAILS, cast.PLACE_DETAILS):
        for words in table.values():
            assert set(words) <= known
    assert set(cast.MOOD_DETAILS) == set(MOODS)
    assert set(cast.OTHER_SHOTS) == set(SHOTS)
    assert set(cast.PLACE_DETAILS) <= set(CATEGORIES["place"])
