"""What a browser sends that has not yet received the newest filling of a field is nobody's change."""

from __future__ import annotations

import pytest

from pipeline import presets, store
from pipeline.flow import edits
from tests.pages import bench


@pytest.fixture
def app():
    return bench.goto(bench.made(), "2_Prompt")


def prompt(app) -> str:
    return store.read(bench.comic_id(app)).slots[0].prompt.prompt.text


def elsewhere(app, text: str) -> None:
    """Another hand changes the first prompt."""
    store.change(bench.comic_id(app), lambda comic: edits.with_prompt_text(comic, 0, text))


def received(app) -> str:
    """The number of the newest run, which the browser brings back with its next message."""
    return app.text_input(key="delivered").value


def sent(app, run: str, text: str):
    """A message of a browser that has received the runs up to this one, and shows this in the first prompt's field."""
    app.text_input(key="delivered").set_value(run)
    app.text_area(key="prompt_0").set_value(text)
    return bench.healthy(app.run())


def test_a_text_that_comes_back_late_is_not_taken_for_typed(app):
    first, seen = prompt(app), received(app)
    elsewhere(app, "red kite")
    bench.healthy(app.run())
    sent(app, seen, first)
    assert prompt(app) == "red kite" == app.text_area(key="prompt_0").value


def test_nor_one_from_before_several_fillings(app):
    first, seen = prompt(app), received(app)
    elsewhere(app, "red kite")
    bench.healthy(app.run())
    elsewhere(app, "blue kite")
    for late in (first, "red kite", first):
        sent(app, seen, late)
        assert prompt(app) == "blue kite" == app.text_area(key="prompt_0").value
    assert not any(button.key == "take_mine_prompt_0" for button in app.button)


def test_but_the_same_text_typed_over_the_newest_is(app):
    first = prompt(app)
    elsewhere(app, "red kite")
    bench.healthy(app.run())
    sent(app, received(app), first)
    assert prompt(app) == first == app.text_area(key="prompt_0").value


def test_what_is_typed_before_the_first_answer_has_come_counts(app):
    seen = received(app)
    for typed in ("red kite", "red kite, sea", "red kite, sea, wind"):
        sent(app, seen, typed)
        assert prompt(app) == typed == app.text_area(key="prompt_0").value


def test_a_preset_is_not_undone_by_the_style_that_stood_there_before(app):
    bench.goto(app, "3_Render")
    before, seen = app.text_area(key="field_style").value, received(app)
    app.selectbox(key="preset").set_value("noir")
    bench.healthy(app.run())
    app.text_input(key="delivered").set_value(seen)
    app.text_area(key="field_style").set_value(before)
    bench.healthy(app.run())
    comic = store.read(bench.comic_id(app))
    assert comic.preset_name == "noir"
    assert comic.preset["style"] == presets.read("noir").style == app.text_area(key="field_style").value
    app.text_area(key="field_style").set_value("watercolour")
    bench.healthy(app.run())
    assert store.read(bench.comic_id(app)).preset["style"] == "watercolour"


def test_an_example_counts_even_if_the_button_is_pressed_before_it_is_seen():
    app = bench.opened()
    seen, example = received(app), app.button(key="example_1").label
    app.button(key="example_1").click()
    bench.healthy(app.run())
    app.text_input(key="delivered").set_value(seen)
    app.text_area(key="idea").set_value("")
    app.button(key="make_comic").click()
    bench.healthy(app.run())
    bench.wait_for_job(app)
    assert store.read(bench.comic_id(app)).idea.text == example == app.text_area(key="idea").value


def test_an_idea_emptied_once_it_was_seen_stays_empty():
    app = bench.opened()
    app.button(key="example_1").click()
    bench.healthy(app.run())
    app.text_area(key="idea").set_value("")
    assert not bench.healthy(app.run()).text_area(key="idea").value
