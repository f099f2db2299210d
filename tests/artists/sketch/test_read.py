"""Words → Scene: compiled pieces, text typed by hand, and what is not understood."""

from __future__ import annotations

import random

import pytest

from pipeline.artists.sketch.read import read, words_of
from pipeline.artists.sketch.sample import describe, sample_scene
from pipeline.artists.sketch.scene import Thing
from pipeline.artists.sketch.vocabulary import SYNONYMS, table
from pipeline.comic import PanelPrompt, Piece
from pipeline.lexicon import looks


def _compiled(*pieces: tuple[str, str, str | None]) -> PanelPrompt:
    made = tuple(Piece(text=text, origin=origin, character=character) for text, origin, character in pieces)
    return PanelPrompt(text=", ".join(piece.text for piece in made), pieces=made)


def test_a_compiled_panel_gives_every_character_their_look_and_doing():
    scene = read(
        _compiled(
            ("orange cat", "character", "Nabi"),
            ("red scarf", "character", "Nabi"),
            ("boy", "character", "Minho"),
            ("blue hoodie", "character", "Minho"),
            ("cat searching", "scene", None),
            ("cat worried", "scene", None),
            ("boy holding yellow umbrella", "scene", None),
            ("street", "scene", None),
            ("night", "scene", None),
            ("rain", "scene", None),
            ("sweat drop", "scene", None),
            ("full shot", "shot", None),
            ("gloomy", "mood", None),
        )
    )
    cat, boy = scene.actors
    assert (cat.character, cat.look.kind, cat.look.colour) == ("Nabi", "cat", "orange")
    assert cat.look.accessories == (Thing("scarf", "red"),)
    assert (cat.pose, cat.expression) == ("searching", "worried")
    assert (boy.character, boy.pose, boy.held) == ("Minho", "holding", (Thing("umbrella", "yellow"),))
    assert boy.look.clothes == (Thing("hoodie", "blue"),)
    assert (scene.place, scene.time, scene.weather, scene.shot) == ("street", "night", ("rain",), "full shot")
    assert (scene.mood, scene.marks, scene.unknown) == ("gloomy", ("sweat drop",), ())


def test_two_of_a_kind_are_told_apart_by_order():
    scene = read(
        _compiled(
            ("white cat", "character", "A"),
            ("black cat", "character", "B"),
            ("cat waving", "scene", None),
            ("second cat crying", "scene", None),
        )
    )
    assert [(actor.character, actor.pose) for actor in scene.actors] == [("A", "waving"), ("B", "crying")]


def test_plain_english_works():
    scene = read(PanelPrompt(text="a girl in a red dress waving in the park at sunset"))
    (girl,) = scene.actors
    assert (girl.look.kind, girl.look.clothes, girl.pose) == ("girl", (Thing("dress", "red"),), "waving")
    assert (girl.character, scene.place, scene.time, scene.unknown) == (None, "park", "sunset", ())


def test_prose_with_several_people_and_things():
    scene = read(
        PanelPrompt(text="A happy old man with a brown hat and his dog are sitting on a bench near the river.")
    )
    man, dog = scene.actors
    assert (man.look.kind, man.look.accessories) == ("grandfather", (Thing("hat", "brown"),))
    assert (man.expression, man.pose, dog.expression) == ("happy", "sitting", "")
    assert (dog.look.kind, dog.pose) == ("dog", "sitting")
    assert scene.things == (Thing("bench"),) and scene.place == "river"


def test_korean_typed_by_hand_is_understood_through_the_lexicon():
    scene = read(PanelPrompt(text="비 오는 밤 거리에서 고양이가 우산을 들고 있다, full shot"))
    (cat,) = scene.actors
    assert (cat.look.kind, cat.pose, cat.held) == ("cat", "holding", (Thing("umbrella"),))
    assert (scene.place, scene.time, scene.weather, scene.shot) == ("street", "night", ("rain",), "full shot")
    assert read(PanelPrompt(text="뷁뷁이")).unknown


def test_numbers_make_several():
    rabbits = read(PanelPrompt(text="three rabbits dancing")).actors
    assert [(actor.look.kind, actor.pose) for actor in rabbits] == [("rabbit", "dancing")] * 3
    assert [actor.look.kind for actor in read(PanelPrompt(text="two friends hugging")).actors] == ["girl", "boy"]
    assert len(read(PanelPrompt(text="four cats, four dogs, a bear")).actors) == 4


def test_an_expression_before_or_after_the_kind_or_alone_belongs_to_the_figure():
    for text in ("happy cat", "cat happy", "cat, happy", "happy, cat"):
        assert read(PanelPrompt(text=text)).actors[0].expression == "happy", text


def test_what_is_done_belongs_to_everybody_named_before_it_and_to_nobody_after():
    both = read(PanelPrompt(text="a girl and a boy running")).actors
    assert [actor.pose for actor in both] == ["running", "running"]
    cat, dog = read(PanelPrompt(text="cat hugging dog")).actors
    assert (cat.pose, dog.pose) == ("hugging", "")
    girl, boy = read(PanelPrompt(text="sad girl and angry boy")).actors
    assert (girl.expression, boy.expression) == ("sad", "angry")


def test_a_pose_that_holds_takes_the_next_lone_prop():
    scene = read(PanelPrompt(text="boy holding, umbrella, street, ball"))
    assert scene.actors[0].held == (Thing("umbrella"),)
    assert scene.things == (Thing("ball"),)


def test_crying_is_a_face_and_a_pose_only_where_no_other_pose_is_named():
    assert read(PanelPrompt(text="girl crying")).actors[0].pose == "crying"
    running = read(PanelPrompt(text="girl running, girl crying")).actors[0]
    assert (running.pose, running.expression) == ("running", "crying")


def test_unknown_words_are_reported_once_and_in_order():
    scene = read(PanelPrompt(text="a cat with a samovar, quantum street, samovar"), style="ink, gobelin")
    assert scene.unknown == ("samovar", "quantum", "gobelin")


def test_grammar_of_the_webui_and_quality_words_are_no_unknown_words():
    scene = read(PanelPrompt(text="(masterpiece:1.2), best quality, <lora:thing:0.7>, ((orange cat)), [street]"))
    assert scene.unknown == ()
    assert (scene.actors[0].look.colour, scene.place) == ("orange", "street")


def test_a_negative_prompt_takes_away_only_what_the_prompt_does_not_ask_for():
    prompt = PanelPrompt(text="cat, flower, garden")
    assert "tree" in read(prompt, negative="tree, flower").without
    assert "flower" not in read(prompt, negative="tree, flower").without


def test_style_words_of_the_preset_set_the_style_and_name_nobody():
    scene = read(PanelPrompt(text="cat"), style="watercolour, girl with flowers")
    assert scene.style == "watercolour"
    assert [actor.look.kind for actor in scene.actors] == ["cat"]


def test_text_edited_by_hand_keeps_the_characters_it_still_names():
    prompt = _compiled(("orange cat", "character", "Nabi"), ("street", "scene", None))
    scene = read(prompt.with_text("orange cat, beach, cat running, a dog"))
    assert [(actor.character, actor.look.kind, actor.pose) for actor in scene.actors] == [
        ("Nabi", "cat", "running"),
        (None, "dog", ""),
    ]


@pytest.mark.parametrize("category", looks.CATEGORIES)
def test_every_word_of_the_lexicon_is_understood(category):
    for word in looks.CATEGORIES[category]:
        found, unknown = words_of(word)
        assert not unknown and word in {name for _, name in found}, word


def test_every_synonym_stands_for_known_words():
    known = table()
    for said in SYNONYMS:
        assert known[tuple(said.split())], said


@pytest.mark.parametrize(
    "text", ["", ",,, ,", "고양이가 비를 맞는다", "🙂", "x" * 4000, "((((", "the of and", "cat " * 900]
)
def test_odd_texts_give_a_scene(text):
    assert read(PanelPrompt(text=text)) is not None


def test_a_described_scene_is_read_back_unchanged():
    for seed in range(250):
        scene = sample_scene(random.Random(seed))
        assert read(PanelPrompt(text=describe(scene))) == scene, describe(scene)
