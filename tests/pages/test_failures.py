"""What cannot work says so in one sentence and offers what can."""

from __future__ import annotations

import pytest

from pipeline import store
from pipeline.prompters import gpt2
from tests.pages import bench


def test_a_writer_without_a_key_says_so_and_the_offline_writer_is_offered():
    app = bench.opened()
    app.text_area(key="idea").set_value("a ghost who is afraid of the dark")
    app.selectbox(key="writer").set_value("chatgpt")
    bench.healthy(app.run())
    app.button(key="make_comic").click()
    bench.healthy(app.run())
    bench.wait_for_job(app)
    assert len(app.error) == 1 and "key" in app.error[0].value.lower()
    app.button(key="instead").click()
    bench.healthy(app.run())
    bench.wait_for_job(app)
    comic = store.read(bench.comic_id(app))
    assert comic.writer == "offline" and all(slot.take for slot in comic.slots)
    assert not app.error


@pytest.mark.parametrize("artist", ["diffusion", "webui"])
def test_an_artist_that_lacks_something_says_what_and_harms_nothing(artist):
    app = bench.made()
    before = store.read(bench.comic_id(app)).slots
    bench.goto(app, "3_Render")
    app.selectbox(key="artist").set_value(artist)
    bench.healthy(app.run())
    assert len(app.warning) == 1
    app.button(key="render_all").click()
    bench.healthy(app.run())
    bench.wait_for_job(app)
    assert len(app.error) == 1
    assert store.read(bench.comic_id(app)).slots == before
    app.button(key="instead").click()
    bench.healthy(app.run())
    assert not app.error
    assert app.selectbox(key="artist").value == "sketch"


def test_a_prompter_without_its_model_says_so(monkeypatch):
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")
    app = bench.made()
    gpt2.choose("FredZhang7/distilgpt2-stable-diffusion-v2")
    bench.goto(app, "2_Prompt")
    app.selectbox(key="prompter").set_value("gpt2")
    bench.healthy(app.run())
    app.button(key="prompt_all").click()
    bench.healthy(app.run())
    bench.wait_for_job(app)
    assert len(app.error) == 1 and not app.exception
    assert all(slot.prompt for slot in store.read(bench.comic_id(app)).slots)
