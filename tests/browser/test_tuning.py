"""A new user finds a preset by looking; a grid that is cut off goes on where it stood."""

from __future__ import annotations

import re

from playwright.sync_api import expect

from pipeline import presets, store
from tests.browser import steps

DRAWN = 120_000  # milliseconds that a busy machine may take for a grid


def _with_example(new_user):
    """The Tune page of a new user after one click: an example is made, and the first grid is ready to start."""
    page = new_user("en-US", path="/Tune")
    steps.press(page, "tune_example")
    expect(steps.button(page, "tune_start")).to_be_enabled(timeout=DRAWN)
    steps.settled(page)
    return page


def _choose(page, key: str, words: str) -> None:
    """Choose in a select box by typing."""
    steps.field(page, key).click()
    page.keyboard.type(words)
    page.keyboard.press("Enter")
    steps.settled(page)


def test_a_preset_is_opened_tried_won_saved_drawn_with_and_found_again(new_user, workbench, monkeypatch):
    monkeypatch.setenv("NECUT_HOME", str(workbench.home))
    page = _with_example(new_user)
    comic_id = steps.comic_id(page)
    _choose(page, "tune_preset", "Watercolour")
    expect(steps.field(page, "tune_preset")).to_have_value("Watercolour")
    steps.press(page, "tune_try_seeds")
    expect(page.locator(".st-key-tune_start_row")).to_contain_text("4 cells")
    steps.press(page, "tune_start")
    expect(steps.button(page, "look_3_0_0")).to_be_enabled(timeout=DRAWN)
    expect(steps.button(page, "tune_sheet")).to_be_enabled(timeout=DRAWN)
    steps.settled(page)
    with page.expect_download() as download:
        steps.button(page, "tune_sheet").click()
    assert download.value.suggested_filename.endswith(".png")

    steps.press(page, "look_2_0_0")
    steps.press(page, "tune_keep_a")
    name = page.locator("[class*='st-key-tune_name_a'] input").first
    name.fill("quiet rain")
    name.press("Enter")
    steps.press(page, "tune_save_a")
    expect(page.locator(".st-key-tune_done")).to_contain_text("quiet rain")
    steps.press(page, "tune_next")

    expect(steps.field(page, "preset")).to_have_value("quiet rain")
    steps.press(page, "render_all")
    expect(steps.button(page, "takes_3")).to_contain_text("2", timeout=DRAWN)
    shipped = presets.read("watercolour").closed()
    assert presets.read("quiet rain").closed() == {**shipped, "seed": 3}
    comic = store.read(comic_id)
    assert comic.preset_name == "quiet rain" and {slot.take.recipe.seed for slot in comic.slots} == {3}

    workbench.kill()
    workbench.start()
    again = new_user("ko-KR", path=f"/Render?comic={comic_id}")
    expect(steps.field(again, "preset")).to_have_value("quiet rain")
    again.goto(f"{workbench.url}/Tune?comic={comic_id}")
    expect(steps.button(again, "look_2_0_0")).to_be_enabled()


def test_a_grid_cut_off_by_a_restart_goes_on_and_draws_no_cell_twice(new_user, workbench):
    page = _with_example(new_user)
    comic_id = steps.comic_id(page)
    trials = workbench.home / "trials"
    before = set(trials.glob("*.json"))
    expect(page.locator(".st-key-tune_start_row")).to_contain_text("4 × 3 = 12 cells")
    steps.press(page, "tune_start")
    steps.stored(page, lambda: len(set(trials.glob("*.json")) - before) > 4, True, within=DRAWN)  # a cell and more
    workbench.kill()
    kept = {path: path.stat().st_mtime_ns for path in trials.glob("*.json")}
    assert 0 < len(kept) - len(before) < 48
    workbench.start()
    again = new_user("en-US", path=f"/Tune?comic={comic_id}")
    expect(again.locator(".st-key-tune_job")).to_contain_text(re.compile("cut off"))
    steps.press(again, "tune_go_on")
    expect(steps.button(again, "look_3_2_0")).to_be_enabled(timeout=DRAWN)
    after = {path: path.stat().st_mtime_ns for path in trials.glob("*.json")}
    assert len(after) - len(before) == 48 and kept.items() <= after.items()
