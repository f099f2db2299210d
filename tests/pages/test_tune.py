"""The Tune page: an example one click away, axes with examples, cells, the winner, the log."""

from __future__ import annotations

import time

import pytest

from pipeline import flow, presets, store
from pipeline.comic import Idea
from pipeline.queue import Queue
from pipeline.tuning import grids, log, plan
from tests.pages import bench


@pytest.fixture
def comic():
    """A comic with prompts, whose pictures are small."""
    comic = flow.begin(Idea(text="a robot learning to cook ramen"), seed=3)
    queue = Queue()
    stages = [flow.write_stage(comic.id), flow.prompt_stage(comic.id)]
    assert queue.wait(flow.submit(queue, comic.id, "write", stages, "tests"), 20).state == "done"
    return store.change(comic.id, lambda c: c.with_changes(preset={**c.preset, "width": 96, "height": 96}))


@pytest.fixture
def app(comic):
    """The Tune page with that comic."""
    return bench.goto(bench.opened("en-US", comic.id), "5_Tune")


def _keys(app) -> set:
    return {
        element.key for family in ("button", "selectbox", "text_input", "multiselect") for element in app.get(family)
    }


def _axes_shown(app) -> tuple:
    """What changes along x and y, as the fields say."""
    return tuple(app.selectbox(key=f"tune_field_{letter}").value for letter in "xy")


def _drawn(app, comic):
    """Press start and wait for the grid."""
    from pages.widgets import resources

    app.button(key="tune_start").click()
    bench.healthy(app.run())
    grid = grids.kept(comic.id)[0]
    end = time.monotonic() + 60
    while any(not job.over for job in resources.queue().jobs(comic_id=grid.id)) and time.monotonic() < end:
        time.sleep(0.05)
    bench.healthy(app.run())
    return plan.look(grid)


def test_a_visitor_without_a_comic_is_offered_an_example():
    app = bench.goto(bench.opened("ko-KR"), "5_Tune")
    app.button(key="tune_example").click()
    bench.healthy(app.run())
    bench.wait_for_job(app)
    assert {"tune_start", "tune_field_x", "tune_preset"} <= _keys(app)
    assert not app.button(key="tune_start").disabled
    assert any("12칸" in text.value for text in app.markdown)


def test_a_grid_is_drawn_looked_at_and_its_winner_saved(app, comic):
    app.button(key="tune_try_seeds").click()
    bench.healthy(app.run())
    assert _drawn(app, comic).done == 4
    assert {"look_0_0_0", "look_3_0_0"} <= _keys(app)
    app.button(key="look_1_0_0").click()
    bench.healthy(app.run())
    bench.drawer(app, "tune_keep_a")
    app.text_input(key="tune_name_a_1_0_0").set_value("second seed")
    app.button(key="tune_save_a").click()
    bench.healthy(app.run())
    assert presets.read("second seed").seed == 2
    tuned = store.read(comic.id)
    assert tuned.preset_name == "second seed" and tuned.preset["seed"] == 2


def test_a_winners_pictures_become_the_comics(app, comic):
    app.button(key="tune_try_seeds").click()
    bench.healthy(app.run())
    looked = _drawn(app, comic)
    app.button(key="look_2_0_0").click()
    bench.healthy(app.run())
    app.button(key="tune_use_b").click()
    bench.healthy(app.run())
    used = store.read(comic.id)
    assert [slot.take.recipe for slot in used.slots] == list(looked.at((1, 0, 0)).recipes.values())


def test_instruments_colour_and_sort_and_draw_a_chart(app, comic):
    app.segmented_control(key="tune_panels").set_value("1")
    _drawn(app, comic)
    app.segmented_control(key="tune_instrument").set_value("contrast")
    bench.healthy(app.run())
    first = [button.key for button in app.button if button.key.startswith("look_")]
    app.toggle(key="tune_sort").set_value(True)
    bench.healthy(app.run())
    ordered = [button.key for button in app.button if button.key.startswith("look_")]
    assert sorted(first) == sorted(ordered) and first != ordered
    assert app.get("arrow_vega_lite_chart") or app.get("vega_lite_chart")


def test_another_field_brings_an_example_of_its_values_and_words_are_the_comics(app, comic):
    app.selectbox(key="tune_field_x").set_value("prompt")
    bench.healthy(app.run())
    searched = app.text_input(key="tune_values_x").value.split(",")[0]
    assert any(searched in slot.prompt.prompt.text for slot in comic.slots)
    assert not app.button(key="tune_start").disabled
    app.selectbox(key="tune_field_x").set_value("width")
    bench.healthy(app.run())
    assert any("384 · 512 · 640" in caption.value for caption in app.caption)


@pytest.mark.parametrize(
    ("field", "values", "told"),
    [
        ("seed", "many", "neither a number nor a range"),
        ("width", "1-5", "64"),
        ("prompt", "zeppelin, moon", "zeppelin"),
        ("width", "3banana, 512, -5, 1e999, 384-640 (+128)", "1e999"),
    ],
)
def test_what_cannot_be_tried_is_told_before_anything_starts(app, field, values, told):
    app.selectbox(key="tune_field_y").set_value("–")
    app.selectbox(key="tune_field_x").set_value(field)
    bench.healthy(app.run())
    app.text_input(key="tune_values_x").set_value(values)
    bench.healthy(app.run())
    said = [element.value for family in ("caption", "warning") for element in app.get(family)]
    assert any(told in text for text in said), said
    assert app.button(key="tune_start").disabled


def test_a_suggestion_counts_even_if_the_grid_is_started_before_it_is_seen(app, comic):
    shown, seen = _axes_shown(app), app.text_input(key="delivered").value
    app.button(key="tune_try_seeds").click()
    bench.healthy(app.run())
    suggested = _axes_shown(app)
    assert suggested != shown
    app.text_input(key="delivered").set_value(seen)
    app.selectbox(key="tune_field_x").set_value(shown[0])
    app.selectbox(key="tune_field_y").set_value(shown[1])
    _drawn(app, comic)
    (grid,) = grids.kept(comic.id)
    assert (grid.x.field, grid.x.values, grid.y) == ("seed", ("1", "2", "3", "4"), None)
    assert _axes_shown(app) == suggested


def test_a_seed_of_minus_one_is_drawn_once(app):
    app.selectbox(key="tune_field_x").set_value("seed")
    app.selectbox(key="tune_field_y").set_value("–")
    bench.healthy(app.run())
    app.text_input(key="tune_values_x").set_value("-1, 5")
    bench.healthy(app.run())
    drawn = app.text_input(key="tune_values_x").value
    assert "-1" not in drawn.split(", ") and drawn.endswith(", 5")
    assert app.text_input(key="tune_values_x").value == bench.healthy(app.run()).text_input(key="tune_values_x").value


def test_another_session_finds_the_grid_and_its_axes(app, comic):
    app.button(key="tune_try_seeds").click()
    bench.healthy(app.run())
    _drawn(app, comic)
    again = bench.goto(bench.opened("ko-KR", comic.id), "5_Tune")
    assert again.selectbox(key="tune_field_x").value == "seed"
    assert {"look_0_0_0", "look_3_0_0"} <= _keys(again)


def test_the_log_finds_marks_compares_and_draws_again(app, comic):
    app.button(key="tune_try_seeds").click()
    bench.healthy(app.run())
    _drawn(app, comic)
    app.session_state["tune_tabs"] = "Log"
    bench.healthy(app.run())
    assert any("16 of 16" in caption.value for caption in app.caption)
    first, second = log.entries()[:2]
    app.button(key=f"star_{first.id}").click()
    bench.healthy(app.run())
    bench.drawer(app, f"noting_{second.id}")
    app.text_area(key=f"note_{second.id}").set_value("good rain")
    bench.healthy(app.run())
    assert log.marks() == {first.id: log.Mark(star=True), second.id: log.Mark(note="good rain")}
    for entry in (first, second):
        app.button(key=f"pair_{entry.id}").click()
        bench.healthy(app.run())
    assert len(app.table) == 1
    app.text_input(key="log_search").set_value("good rain")
    bench.healthy(app.run())
    assert any("1 of 16" in caption.value for caption in app.caption)
    app.button(key=f"again_{second.id}").click()
    bench.healthy(app.run())
    end = time.monotonic() + 20
    while len(log.entries()) < 17 and time.monotonic() < end:
        time.sleep(0.05)
    assert len(log.entries()) == 17
