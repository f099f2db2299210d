"""The preset beside the pictures: why a name cannot be saved is told there; fields that few presets say."""

from __future__ import annotations

import pytest

from pipeline import flow, store
from pipeline.comic import Idea
from pipeline.queue import Queue
from tests.pages import bench


@pytest.fixture
def app():
    """The Render page of a comic that `diffusion` is to paint: it obeys every field."""
    comic = flow.begin(Idea(text="a cat who lost its umbrella"), seed=3)
    queue = Queue()
    queue.wait(flow.make(queue, comic.id, "owner"), bench.PATIENCE)
    store.change(comic.id, lambda newest: newest.with_changes(artist="diffusion"))
    return bench.goto(bench.opened(comic_id=comic.id), "3_Render")


def preset_of(app) -> dict:
    return store.read(bench.comic_id(app)).preset


def test_a_name_that_cannot_be_saved_is_told_beside_the_button_once(app):
    app.text_input(key="preset_new_name").set_value("../escape")
    app.button(key="preset_save_as").click()
    bench.healthy(app.run())
    (told,) = app.error
    assert "escape" in told.value
    bench.healthy(app.run())
    assert not app.error


def test_the_rarer_fields_are_tuned_and_opened_again(app):
    app.number_input(key="field_variation_strength").set_value(0.25)
    bench.healthy(app.run())
    app.selectbox(key="field_emphasis").set_value("No norm")
    bench.healthy(app.run())
    app.slider(key="field_cfg_interval").set_range(20, 80)
    bench.healthy(app.run())
    tuned = {name: preset_of(app).get(name) for name in ("variation_strength", "emphasis", "cfg_interval")}
    assert tuned == {"variation_strength": 0.25, "emphasis": "No norm", "cfg_interval": [0.2, 0.8]}
    app.slider(key="field_cfg_interval").set_range(0, 100)
    bench.healthy(app.run())
    assert "cfg_interval" not in preset_of(app)


def test_enter_in_the_name_saves_and_the_numbers_stand_in_the_order_of_the_flow(app):
    name, save = app.text_input(key="preset_new_name"), app.button(key="preset_save_as")
    assert name.form_id and name.form_id == save.form_id  # a form is sent by Enter
    fields = [each.key for each in app.main if (each.key or "").startswith("field_")]
    flow_order = ["sampler", "schedule_type", "steps", "cfg_scale", "width", "height", "seed"]
    assert [key for key in fields if key.removeprefix("field_") in flow_order] == [f"field_{n}" for n in flow_order]
