"""The widgets of the duel and the doctor under AppTest, each on a bare page of its own."""

from __future__ import annotations

import time

from streamlit.testing.v1 import AppTest

from pages.widgets import resources
from pipeline import store
from pipeline.comic import Idea
from pipeline.tuning import duel
from tests.pages.bench import PATIENCE, healthy
from tests.tuning.making import small

_PAGE = """
from pages.widgets import {name}, errors, members, state

state.begin()
state.restore_comic()
errors.tell_notice()
comic = state.comic()
{show}
"""
DUEL = _PAGE.format(name="duel", show="duel.show(comic)")
DOCTOR = _PAGE.format(name="doctor", show="doctor.show(comic.preset, members.chosen(comic, 'artist'))")


def a_stored_comic(**fields):
    """The small comic of the tuning tests as one of the store."""
    made = small()
    comic = store.create(Idea(text="a cat"), preset=made.preset, slots=made.slots, story=made.story, **fields)
    return comic.id


def opened(script, comic_id=None, locale="en-US"):
    app = AppTest.from_string(script, default_timeout=PATIENCE)
    app.context = {"locale": locale}
    if comic_id:
        app.query_params["comic"] = comic_id
    return healthy(app.run())


def until_drawn(app, comic_id):
    """Run the page until the duel's pictures are there."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        (found, *_) = duel.kept(comic_id)
        if all(duel.tried(found, place).done for place in duel.due(found)):
            return healthy(app.run())
        time.sleep(0.05)
    raise TimeoutError


def test_a_duel_from_its_beginning_to_a_saved_preset():
    comic_id = a_stored_comic()
    app = opened(DUEL, comic_id)
    app.text_input(key="duel_values_style").set_value("ink, noir")
    app.text_input(key="duel_values_seed").set_value("1-2")
    healthy(app.run())
    app.button(key="duel_begin").click()
    healthy(app.run())
    until_drawn(app, comic_id)
    for verdict in ("left", "tie", "right"):
        app.button(key=f"duel_{verdict}").click()
        healthy(app.run())
        until_drawn(app, comic_id)
    assert [each.verdict for each in duel.kept(comic_id)[0].choices] == ["left", "tie", "right"]
    app.button(key="duel_undo").click()
    healthy(app.run())
    assert len(duel.kept(comic_id)[0].choices) == 2
    app.button(key="duel_stop").click()
    healthy(app.run())
    until_drawn(app, comic_id)
    app.button(key="duel_save").click()
    healthy(app.run())
    comic = store.read(comic_id)
    assert comic.preset_name == duel.kept(comic_id)[0].result == "classic duel"
    assert all(slot.take for slot in comic.slots), "the pictures that won are the comic's"
    assert comic.preset["style"] in ("ink", "noir")


def test_another_session_finds_the_duel_where_it_was():
    comic_id = a_stored_comic()
    app = opened(DUEL, comic_id)
    app.button(key="duel_begin").click()
    healthy(app.run())
    until_drawn(app, comic_id)
    app.button(key="duel_left").click()
    healthy(app.run())
    resources.queue.clear()
    again = until_drawn(opened(DUEL, comic_id, locale="ko-KR"), comic_id)
    assert not again.button(key="duel_left").disabled
    assert len(duel.kept(comic_id)[0].choices) == 1


def test_without_a_comic_the_duel_invites():
    app = opened(DUEL)
    assert app.button(key="duel_to_story")


def test_the_doctor_repairs_with_one_click():
    comic_id = a_stored_comic(artist="diffusion")
    store.change(comic_id, lambda comic: comic.with_changes(preset={**comic.preset, "width": 500}))
    app = opened(DOCTOR, comic_id)
    rows = [button.key for button in app.button if button.key.startswith("doctor_repair_")]
    eights = next(key for key in rows if key.endswith("not_in_eights"))
    app.button(key=eights).click()
    healthy(app.run())
    assert store.read(comic_id).preset["width"] == 496
    assert not [button.key for button in app.button if button.key.endswith("not_in_eights")]


def test_the_doctor_repairs_all_of_it(tmp_path, monkeypatch):
    monkeypatch.setattr("pipeline.artists.diffusion.on_disk.SHIPPED", tmp_path / "none")
    comic_id = a_stored_comic(artist="diffusion")
    store.change(comic_id, lambda comic: comic.with_changes(preset={**comic.preset, "width": 500, "height": 300}))
    app = opened(DOCTOR, comic_id)
    assert not [button.key for button in app.button if button.key.endswith("no_checkpoint")]
    app.button(key="doctor_repair_all").click()
    healthy(app.run())
    comic = store.read(comic_id)
    assert (comic.preset["width"], comic.preset["height"]) == (496, 304)
    assert comic.artist == "diffusion", "what the artist needs is told, and settled, where it is chosen"


def test_a_preset_in_good_order_is_told_in_one_line():
    comic_id = a_stored_comic(artist="sketch")
    store.change(comic_id, lambda comic: comic.with_changes(preset={"style": "ink"}))
    app = opened(DOCTOR, comic_id)
    assert not app.button
    assert "Nothing is wrong" in app.caption[0].value
