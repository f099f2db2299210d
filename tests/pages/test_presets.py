"""Presets on the Render page: saved, built on, followed, brought back; and the shelf of all of them."""

from __future__ import annotations

import pytest

from pipeline import presets, store
from pipeline.presets import thumbnails
from tests.pages import bench


@pytest.fixture
def app():
    return bench.goto(bench.made(), "3_Render")


def _comic(app):
    return store.read(bench.comic_id(app))


def _tune(app, **fields):
    for name, value in fields.items():
        app.text_area(key=f"field_{name}").set_value(value)
        bench.healthy(app.run())


def _save_as(app, name, build_on=False):
    app.text_input(key="preset_new_name").set_value(name)
    app.checkbox(key="preset_build_on").set_value(build_on)
    app.button(key="preset_save_as").click()
    return bench.healthy(app.run())


def test_what_was_tuned_is_saved_with_the_picture_that_it_made(app):
    _tune(app, style="noir")
    _save_as(app, "mine")
    assert presets.read("mine").style == "noir" and _comic(app).preset_name == "mine"
    assert "# Classic" in presets.own_path("mine").read_text(encoding="utf-8")
    assert thumbnails.find("mine")


def test_a_preset_is_saved_as_what_differs(app):
    _tune(app, style="noir")
    _save_as(app, "mine", build_on=True)
    assert presets.own_path("mine").read_text(encoding="utf-8") == 'extends: "classic"\nstyle: noir\n'


def test_another_preset_does_not_throw_away_what_was_tuned(app):
    _tune(app, style="noir, my own")
    app.selectbox(key="preset").set_value("pixel")
    bench.healthy(app.run())
    assert _comic(app).preset_name == "pixel"
    app.button(key="preset_way_back").click()
    bench.healthy(app.run())
    assert (_comic(app).preset_name, _comic(app).preset["style"]) == ("classic", "noir, my own")


def test_a_file_changed_on_disk_is_followed_unless_the_comic_was_tuned(app):
    _save_as(app, "mine")
    presets.save("mine", {"style": "ink"})
    bench.healthy(app.run())
    assert _comic(app).preset["style"] == "ink"
    _tune(app, style="watercolor")
    presets.save("mine", {"style": "neon"})
    bench.healthy(app.run())
    assert _comic(app).preset["style"] == "watercolor"
    app.button(key="take_files").click()
    bench.healthy(app.run())
    assert _comic(app).preset["style"] == "neon"


def test_the_shelf_shows_every_preset_and_makes_copies_and_new_ones(app):
    app.button(key="shelf_open").click()
    bench.healthy(app.run())
    assert {f"use_{name}" for name in presets.names()} <= {button.key for button in app.button}
    app.button(key="copy_noir").click()
    bench.healthy(app.run())
    assert presets.is_own("noir 2") and presets.read("noir 2") == presets.read("noir")
    app.button(key="shelf_open").click()
    bench.healthy(app.run())
    app.text_input(key="shelf_new_name").set_value("내 것")
    app.selectbox(key="shelf_new_base").set_value("noir")
    app.button(key="shelf_make").click()
    bench.healthy(app.run())
    assert presets.read("내 것") == presets.read("noir")
    app.button(key="shelf_open").click()
    bench.healthy(app.run())
    app.button(key="use_내 것").click()
    bench.healthy(app.run())
    assert _comic(app).preset_name == "내 것"


def test_a_preset_without_a_picture_is_sketched_and_nothing_is_written(app):
    presets.save("plain", {"style": "watercolour"})
    presets.own_path("broken").write_text("steps: many\n", encoding="utf-8")
    app.button(key="shelf_open").click()
    bench.healthy(app.run())
    alts = {proto.alt: proto.url for images in app.get("image") for proto in images.proto.imgs}
    assert alts["plain"] != alts["broken"] and thumbnails.find("plain") is None
