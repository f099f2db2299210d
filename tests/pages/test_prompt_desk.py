"""The Prompt page: words, candidates, hints, history, wildcards and GPT-2's settings."""

from __future__ import annotations

import pytest

from pipeline import flow, settings, store, wildcards
from pipeline.comic import Candidate, Idea, Piece
from pipeline.flow import edits
from pipeline.prompters import gpt2
from pipeline.prompters.gpt2 import blocking
from tests.pages import bench
from tests.prompters.test_gpt2 import tiny  # noqa: F401  a fixture

ADDED = (("soft light", "fog", "old film"), ("warm colors", "fog"))


@pytest.fixture
def app():
    return _on_the_desk()


def _on_the_desk(locale: str = "en-US"):
    """The Prompt page with a comic that has words and no pictures yet."""
    comic = flow.begin(Idea(text="a cat who lost its umbrella on a rainy day", language=locale[:2]))
    for stage in (flow.write_stage(comic.id), flow.prompt_stage(comic.id)):
        list(stage.work())
    return bench.goto(bench.opened(locale, comic.id), "2_Prompt")


def _comic(app):
    return store.read(bench.comic_id(app))


def _text(app, panel: int = 0) -> str:
    return _comic(app).slots[panel].prompt.prompt.text


def _change(app, verb):
    store.change(bench.comic_id(app), verb)
    return bench.healthy(app.run())


def _pills(app, key: str):
    return next(group for group in app.get("button_group") if group.key == key)


def _offer(comic):
    """The panel's words with what a GPT-2 might have added, in two ways."""
    prompt = comic.slots[0].prompt.prompt
    ways = tuple(
        Candidate(pieces=(*prompt.pieces, *(Piece(text=word, origin="gpt2") for word in words))) for words in ADDED
    )
    output = comic.slots[0].prompt.with_changes(prompt=prompt.with_changes(candidates=ways))
    return comic.with_slot(0, comic.slots[0].with_changes(prompt=output))


@pytest.mark.parametrize(
    ("locale", "words"), [("en-US", ("character", "scene", "you")), ("ko-KR", ("인물", "장면", "내가"))]
)
def test_the_legend_names_every_origin_beside_an_icon(locale, words):
    app = _on_the_desk(locale)
    legend = next(text.value for text in app.markdown if ":material/person:" in text.value)
    assert all(word in legend for word in (*words, "GPT-2")) and legend.count(":material/") == 5


def test_single_words_of_candidates_are_taken_and_struck(app):
    before = _text(app)
    _change(app, _offer)
    bench.drawer(app, "candidates_0")
    _pills(app, "candidate_words_0_0").set_value([0, 2])
    bench.healthy(app.run())
    assert _text(app) == f"{before}, soft light, old film"
    _pills(app, "candidate_words_0_1").set_value([1])
    bench.healthy(app.run())
    assert _text(app) == f"{before}, soft light, old film, fog"
    assert _pills(app, "candidate_words_0_0").value == [0, 1, 2], "fog stands in both"
    _pills(app, "candidate_words_0_0").set_value([1, 2])
    bench.healthy(app.run())
    assert _text(app) == f"{before}, old film, fog"


def test_a_whole_candidate_is_taken_and_marked(app):
    _change(app, _offer)
    bench.drawer(app, "candidates_0")
    app.button(key="candidate_0_1").click()
    bench.healthy(app.run())
    assert _text(app).endswith("warm colors, fog")
    assert app.button(key="candidate_0_1").disabled and not app.button(key="candidate_0_0").disabled


def test_a_hint_says_why_and_one_click_follows_it(app):
    app.text_area(key="prompt_1").set_value("orange cat, going down the mountain, night")
    bench.healthy(app.run())
    assert any("mountain, going down" in text.value for text in app.markdown)
    app.button(key="hint_1_short").click()
    bench.healthy(app.run())
    assert _text(app, 1) == "orange cat, mountain, going down, night"
    with pytest.raises(KeyError):
        app.button(key="hint_1_short")


def test_what_the_seed_drew_is_shown_and_what_is_missing_is_told_in_place(app):
    app.text_area(key="prompt_0").set_value("orange cat, {mint|mint} scarf, __nobody__, word++")
    bench.healthy(app.run())
    captions = [caption.value for caption in app.caption]
    assert any(r"\{mint\|mint\} → mint" in caption for caption in captions)
    assert sum("nobody" in caption for caption in captions) == 1
    assert any("InvokeAI" in caption for caption in captions)


def test_the_history_tells_what_differs_and_brings_back(app):
    before = _text(app)
    app.text_area(key="prompt_0").set_value(before + ", kite")
    bench.healthy(app.run())
    bench.drawer(app, "prompt_history_0")
    assert any("kite" in caption.value and "−" in caption.value for caption in app.caption)
    app.button(key="prompt_back_0_0").click()
    bench.healthy(app.run())
    assert _text(app) == before


def test_all_prompts_anew_leaves_what_a_hand_has_edited(app):
    app.text_area(key="prompt_1").set_value("orange cat, kite")
    bench.healthy(app.run())
    _change(app, lambda comic: edits.with_prompt_text(comic, 0, "blue cat"))
    assert any("so kept: 2" in caption.value for caption in app.caption)
    app.button(key="prompt_all").click()
    bench.wait_for_job(bench.healthy(app.run()))
    after = _comic(app).slots
    assert (_text(app, 0), _text(app, 1)) == ("blue cat", "orange cat, kite")
    assert [len(slot.earlier_prompts) for slot in after] == [1, 1, 1, 1]


def test_where_a_hand_has_edited_all_prompts_all_are_made_anew_and_so_is_a_single_one(app):
    for panel in range(4):
        _change(app, lambda comic, panel=panel: edits.with_prompt_text(comic, panel, "blue cat"))
    app.button(key="prompt_run_2").click()
    bench.wait_for_job(bench.healthy(app.run()))
    assert [_text(app, panel) == "blue cat" for panel in range(4)] == [True, True, False, True]
    _change(app, lambda comic: edits.with_prompt_text(comic, 2, "blue cat"))
    assert any("All four" in caption.value for caption in app.caption)
    app.button(key="prompt_all").click()
    bench.wait_for_job(bench.healthy(app.run()))
    assert all(_text(app, panel) != "blue cat" for panel in range(4))


def test_lists_are_looked_into_changed_and_made(app):
    bench.drawer(app, "wildcards")
    app.selectbox(key="wildcard").set_value("time")
    bench.healthy(app.run())
    assert "night" in app.text_area(key="wildcard_lines").value
    app.text_area(key="wildcard_lines").set_value("noon")
    bench.healthy(app.run())
    app.button(key="wildcard_save").click()
    bench.healthy(app.run())
    assert wildcards.values("time") == ("noon",)
    app.selectbox(key="wildcard").set_value("")
    bench.healthy(app.run())
    app.text_input(key="wildcard_name").set_value("../bad")
    app.text_area(key="wildcard_lines").set_value("x")
    app.button(key="wildcard_save").click()
    bench.healthy(app.run())
    assert len(app.error) == 1 and "bad" in app.error[0].value


def test_a_list_saved_before_its_words_are_seen_keeps_its_words(app):
    bench.drawer(app, "wildcards")
    words = wildcards.values("time")
    other, seen = app.text_area(key="wildcard_lines").value, app.text_input(key="delivered").value
    app.selectbox(key="wildcard").set_value("time")
    bench.healthy(app.run())
    app.text_input(key="delivered").set_value(seen)
    app.text_area(key="wildcard_lines").set_value(other)
    app.button(key="wildcard_save").click()
    bench.healthy(app.run())
    assert wildcards.values("time") == words


def test_gpt2s_model_and_block_list_are_chosen_here(app):
    app.selectbox(key="prompter").set_value("gpt2")
    bench.healthy(app.run())
    bench.drawer(app, "gpt2_settings")
    assert app.selectbox(key="gpt2_model_here").value == gpt2.chosen()
    app.selectbox(key="gpt2_model_here").set_value(gpt2.MODEL)
    bench.healthy(app.run())
    assert settings.load().gpt2_model in ("", gpt2.MODEL)
    app.text_area(key="gpt2_blocked").set_value("rain, fog")
    bench.healthy(app.run())
    assert blocking.words() == ("rain", "fog")
    app.button(key="gpt2_blocked_restore").click()
    bench.healthy(app.run())
    assert blocking.words() == blocking.DEFAULT


def test_gpt2_adds_words_that_are_its_own(app, tiny):  # noqa: F811
    settings.save(settings.Settings(gpt2_model=str(tiny)))
    app.selectbox(key="prompter").set_value("gpt2")
    bench.healthy(app.run())
    app.button(key="prompt_run_0").click()
    bench.healthy(app.run())
    bench.wait_for_job(app)
    pieces = _comic(app).slots[0].prompt.prompt.pieces
    assert any(piece.origin == "gpt2" for piece in pieces)
    bench.drawer(app, "candidates_0")
    assert len([group for group in app.get("button_group") if str(group.key).startswith("candidate_words_0_")]) >= 4


def test_words_weighed_elsewhere_fill_the_text(app):
    from pipeline.flow import wording

    _change(app, lambda comic: wording.with_weight(comic, 0, 0, 0.3))
    assert app.text_area(key="prompt_0").value == _text(app)
    assert ":1.3)" in _text(app)
    _change(app, lambda comic: edits.with_preset_field(comic, "style", "ink"))
    assert not app.exception


def test_words_of_a_picture_that_pleases_are_taken(app, tmp_path):
    from PIL import Image

    from pipeline import infotext
    from tests.values import a_prompt, a_recipe

    picture = tmp_path / "good.png"
    recipe = a_recipe().with_changes(prompt=a_prompt("misty lake, (golden hour:1.2), __odd__ *words*"))
    infotext.embed(Image.new("RGB", (8, 8)), picture, recipe)
    bench.drawer(app, "borrow")
    app.file_uploader(key="borrow_file").set_value(("good.png", picture.read_bytes(), "image/png"))
    bench.healthy(app.run())
    _pills(app, "borrow_words").set_value(["misty lake", "(golden hour:1.2)"])
    bench.healthy(app.run())
    app.selectbox(key="borrow_into").set_value(2)
    bench.healthy(app.run())
    app.button(key="borrow_take").click()
    bench.healthy(app.run())
    assert _text(app, 2).endswith(", misty lake, (golden hour:1.2)")
    assert "misty" not in _text(app, 1)
    app.file_uploader(key="borrow_file").set_value(("bad.png", b"no picture", "image/png"))
    bench.healthy(app.run())
    assert len(app.error) == 1
