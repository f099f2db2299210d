"""One comic in two tabs: nothing that was typed is lost, and who comes second is told."""

from __future__ import annotations

import pytest

from pipeline import store
from tests.pages import bench


@pytest.fixture
def tabs():
    """Two sessions that have the same comic open."""
    one = bench.made()
    two = bench.healthy(bench.opened(comic_id=bench.comic_id(one)).run())
    return bench.healthy(one.run()), two


def typed(app, key: str, text: str):
    app.text_area(key=key).set_value(text)
    return bench.healthy(app.run())


def line(app, panel: int = 0, number: int = 0) -> str:
    return store.read(bench.comic_id(app)).script.panels[panel].lines[number].text


def test_what_changed_elsewhere_is_shown_and_said_once(tabs):
    one, two = tabs
    typed(one, "script_line_0_0", "From the first tab")
    assert not one.toast, "its own change is no news to it"
    typed(two, "script_line_1_0", "From the second tab")
    assert len(two.toast) == 1 and two.text_area(key="script_line_0_0").value == "From the first tab"
    assert not bench.healthy(two.run()).toast
    assert (line(one), line(one, 1)) == ("From the first tab", "From the second tab")


def test_a_job_of_ones_own_is_no_news(tabs):
    one, _ = tabs
    one.button(key="make_comic").click()
    bench.healthy(one.run())
    assert not bench.wait_for_job(one).toast and not one.run().toast


def test_what_was_typed_over_a_newer_text_is_kept_below_it_until_it_is_decided(tabs):
    one, two = tabs
    typed(one, "script_line_0_0", "From the first tab")
    typed(two, "script_line_0_0", "From the second tab")
    assert line(two) == "From the first tab" == two.text_area(key="script_line_0_0").value
    assert any("From the second tab" in caption.value for caption in two.caption)
    two.button(key="take_mine_script_line_0_0").click()
    assert bench.healthy(two.run()).text_area(key="script_line_0_0").value == "From the second tab" == line(two)
    assert not any(button.key == "take_mine_script_line_0_0" for button in two.button)


def test_a_place_that_is_gone_gives_back_what_was_typed(tabs):
    one, two = tabs
    last = len(store.read(bench.comic_id(one)).script.panels[1].lines) - 1
    one.button(key=f"remove_line_1_{last}").click()
    bench.healthy(one.run())
    typed(two, f"script_line_1_{last}", "Do not lose me")
    assert any("Do not lose me" in info.value for info in two.info)


def test_a_line_is_not_taken_out_by_its_number_when_the_script_has_changed(tabs):
    one, two = tabs
    one.button(key="remove_line_0_0").click()
    bench.healthy(one.run())
    script = store.read(bench.comic_id(one)).script
    two.button(key="remove_line_0_0").click()
    bench.healthy(two.run())
    assert store.read(bench.comic_id(two)).script == script and len(two.error) == 1
