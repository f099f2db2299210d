"""Touch one thing and exactly what follows from it is made anew."""

from __future__ import annotations

import pytest

from pipeline import cells, store
from tests.pages import bench


@pytest.fixture
def app():
    return bench.made()


def _comic(app):
    return store.read(bench.comic_id(app))


def _stale(app) -> set:
    return {(cell.name, cell.panel) for cell in cells.cells(_comic(app)) if cell.state == "stale"}


def _run_stale(app):
    app.button(key="run_stale").click()
    bench.healthy(app.run())
    return bench.wait_for_job(app)


def test_a_panel_described_anew_is_the_only_one_drawn_anew(app):
    before = _comic(app)
    app.text_area(key="script_picture_1").set_value("The cat runs on the beach at night.")
    bench.healthy(app.run())
    assert _stale(app) == {("prompt", 1), ("picture", 1), ("page", None)}
    assert "beach" in _comic(app).script.panels[1].scene
    _run_stale(app)
    after = _comic(app)
    assert not _stale(app)
    assert [len(slot.takes) for slot in after.slots] == [1, 2, 1, 1]
    assert [slot.chosen for slot in after.slots][::2] == [slot.chosen for slot in before.slots][::2]


def test_a_line_changes_letters_only(app):
    app.text_area(key="script_line_0_0").set_value("Where did I put it?")
    bench.healthy(app.run())
    assert not _stale(app)
    bench.goto(app, "4_Comic")
    assert app.text_area(key="line_0_0").value == "Where did I put it?"
    app.text_area(key="line_0_0").set_value("It was here!")
    bench.healthy(app.run())
    assert _comic(app).script.panels[0].lines[0].text == "It was here!"
    assert [len(slot.takes) for slot in _comic(app).slots] == [1, 1, 1, 1]
    bench.goto(app, "1_Story")
    assert app.text_area(key="script_line_0_0").value == "It was here!"


def test_both_languages_of_a_line_are_edited_side_by_side(app):
    bench.goto(app, "4_Comic")
    said = app.text_area(key="line_0_0").value
    app.toggle(key="side_by_side").set_value(True)
    bench.healthy(app.run())
    assert app.text_area(key="line_0_0_en").value == said
    app.text_area(key="line_0_0_ko").set_value("내 우산 어디 갔지?")
    bench.healthy(app.run())
    line = _comic(app).script.panels[0].lines[0]
    assert line.text == said and line.said("ko") == "내 우산 어디 갔지?"
    bench.goto(app, "1_Story")
    bench.goto(app, "4_Comic")
    assert app.toggle(key="side_by_side").value and app.text_area(key="line_0_0_ko").value == "내 우산 어디 갔지?"
    app.text_area(key="line_0_0_ko").set_value("")
    bench.healthy(app.run())
    assert not _comic(app).script.panels[0].lines[0].other


def test_a_prompt_rewritten_makes_one_picture_stale_and_comes_back(app):
    bench.goto(app, "2_Prompt")
    app.text_area(key="prompt_2").set_value("orange cat, moon, night")
    bench.healthy(app.run())
    assert _stale(app) == {("picture", 2), ("page", None)}
    bench.drawer(app, "prompt_history_2")
    app.button(key="prompt_back_2_0").click()
    bench.healthy(app.run())
    assert not _stale(app)


def test_a_candidate_is_taken(app):
    bench.goto(app, "2_Prompt")
    bench.drawer(app, "candidates_0")
    app.button(key="candidate_0_3").click()
    bench.healthy(app.run())
    prompt = _comic(app).slots[0].prompt.prompt
    assert prompt.text == prompt.candidates[3].text
    assert ("picture", 0) in _stale(app)


def test_a_reroll_draws_one_panel_with_a_seed_of_its_own(app):
    bench.goto(app, "3_Render")
    app.button(key="reroll_3").click()
    bench.healthy(app.run())
    bench.wait_for_job(app)
    slot = _comic(app).slots[3]
    assert len(slot.takes) == 2 and slot.seed is not None and slot.takes[1].recipe.seed == slot.seed
    assert slot.chosen == slot.takes[1].id  # choosing and locking stand in a dialog: tests/browser


def test_a_preset_is_tuned_saved_and_found_again(app):
    from pipeline import presets

    bench.goto(app, "3_Render")
    app.text_area(key="field_style").set_value("noir")
    bench.healthy(app.run())
    assert _stale(app) == {("picture", panel) for panel in range(4)} | {("page", None)}
    app.text_input(key="preset_new_name").set_value("my night")
    app.button(key="preset_save_as").click()
    bench.healthy(app.run())
    assert presets.read("my night").style == "noir"
    assert app.selectbox(key="preset").value == "my night"
    app.selectbox(key="preset").set_value("classic")
    bench.healthy(app.run())
    assert not _stale(app)


def test_fields_that_the_artist_does_not_obey_are_dimmed(app):
    bench.goto(app, "3_Render")
    assert app.selectbox(key="field_sampler").disabled
    assert not app.text_area(key="field_style").disabled


def test_another_layout_turns_nothing_stale(app):
    bench.goto(app, "4_Comic")
    app.selectbox(key="layout").set_value("yonkoma")
    bench.healthy(app.run())
    assert _comic(app).layout == "yonkoma" and not _stale(app)


def test_the_library_opens_renames_duplicates_deletes_and_undoes(app):
    comic_id = bench.comic_id(app)
    bench.goto(app, "6_Library")
    app.text_input(key=f"rename_{comic_id}").set_value("Renamed")
    bench.healthy(app.run())
    assert store.read(comic_id).title == "Renamed"
    app.button(key=f"duplicate_{comic_id}").click()
    bench.healthy(app.run())
    assert len(store.ids()) == 2
    app.button(key=f"delete_{comic_id}").click()
    bench.healthy(app.run())
    assert comic_id not in store.ids()
    app.button(key="undo").click()
    bench.healthy(app.run())
    assert comic_id in store.ids()


def test_a_new_comic_begins_afresh(app):
    app.button(key="new_comic").click()
    bench.healthy(app.run())
    assert not app.text_area(key="idea").value and "comic" not in app.query_params
