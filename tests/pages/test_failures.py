"""What cannot work says so in one sentence and offers what can."""

from __future__ import annotations

import pytest

from pages.widgets import members, resources
from pipeline import flow, store, words
from pipeline.comic import Idea
from pipeline.prompters import gpt2
from tests.checkpoints import save_folder
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
    assert not app.warning
    app.button(key="instead").click()
    bench.healthy(app.run())
    bench.wait_for_job(app)
    comic = store.read(bench.comic_id(app))
    assert comic.writer == "offline" and all(slot.take for slot in comic.slots)
    assert not app.error


def fail_to_draw(app, artist: str):
    """Have an artist draw who cannot: told beside the choice before, by what failed after, and never twice."""
    bench.goto(app, "3_Render")
    app.selectbox(key="artist").set_value(artist)
    bench.healthy(app.run())
    assert troubles(app) == (1, 0, [])
    app.button(key="render_all").click()
    bench.healthy(app.run())
    bench.wait_for_job(app)
    assert troubles(app) == (0, 1, [])
    return app


def troubles(app) -> tuple[int, int, list[str]]:
    """How many warnings and errors there are, and the doctor's rows on who draws."""
    rows = [button.key for button in app.button if (button.key or "").startswith("doctor_repair_")]
    return len(app.warning), len(app.error), [key for key in rows if "checkpoint" in key or "webui" in key]


@pytest.mark.parametrize("artist", ["diffusion", "webui"])
def test_an_artist_that_lacks_something_says_what_and_harms_nothing(artist):
    app = bench.made()
    before = store.read(bench.comic_id(app)).slots
    fail_to_draw(app, artist)
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
    assert len(app.error) == 1 and not app.warning
    assert all(slot.prompt for slot in store.read(bench.comic_id(app)).slots)


def test_what_failed_is_told_on_its_page_alone_until_it_is_put_away():
    app = fail_to_draw(bench.made(), "diffusion")
    for page in ("1_Story", "2_Prompt", "4_Comic", "6_Library"):
        assert troubles(bench.goto(app, page)) == (0, 0, []), page
    assert troubles(bench.goto(app, "5_Tune")) == (1, 0, []), "the choice of who draws says what is needed, once"
    assert troubles(bench.goto(app, "3_Render")) == (0, 1, [])
    app.button(key="understood").click()
    assert troubles(bench.healthy(app.run())) == (1, 0, [])


def test_what_failed_is_told_where_it_was_started():
    app = bench.made()
    store.change(bench.comic_id(app), lambda comic: comic.with_changes(artist="diffusion"))
    app.button(key="make_comic").click()
    bench.healthy(app.run())
    bench.wait_for_job(app)
    assert len(app.error) == 1
    assert troubles(bench.goto(app, "3_Render")) == (1, 0, [])
    assert len(bench.goto(app, "1_Story").error) == 1


def test_what_failed_unseen_is_told_where_it_is_at_home_and_nowhere_else():
    app = bench.made()
    comic_id = bench.comic_id(app)
    store.change(comic_id, lambda comic: comic.with_changes(artist="diffusion"))
    queue = resources.queue()
    queue.wait(flow.submit(queue, comic_id, "render", [flow.render_stage(comic_id)], "somebody else"), bench.PATIENCE)
    assert not bench.goto(app, "4_Comic").error
    assert troubles(bench.goto(app, "3_Render")) == (0, 1, [])


def test_what_failed_is_over_when_its_cause_is_mended(tmp_path, monkeypatch):
    app = fail_to_draw(bench.made(), "diffusion")
    save_folder(tmp_path / "tiny")
    monkeypatch.setenv("NECUT_MODELS", str(tmp_path))
    members.ask_anew()
    assert troubles(bench.healthy(app.run())) == (0, 0, [])


def test_what_failed_is_over_when_something_else_would_be_tried():
    app = fail_to_draw(bench.made(), "webui")
    app.selectbox(key="artist").set_value("sketch")
    assert troubles(bench.healthy(app.run())) == (0, 0, [])
    app.selectbox(key="artist").set_value("webui")
    assert troubles(bench.healthy(app.run())) == (1, 0, [])


def test_a_checkpoint_that_is_damaged_is_told_once_with_the_doctors_way_out(tmp_path, monkeypatch):
    save_folder(tmp_path / "tiny")
    monkeypatch.setenv("NECUT_MODELS", str(tmp_path))
    members.ask_anew()
    app = bench.made()
    comic_id = bench.comic_id(app)
    broken = tmp_path / "broken.safetensors"
    broken.write_bytes(b"nothing of the kind")
    store.change(comic_id, lambda comic: comic.with_changes(artist="diffusion", preset={"checkpoint": str(broken)}))
    bench.goto(app, "3_Render")
    app.button(key="render_all").click()
    bench.healthy(app.run())
    bench.wait_for_job(app)
    assert troubles(app) == (0, 1, [])
    offered = next(button for button in app.button if button.key.startswith("doctor_offer_"))
    offered.click()
    assert troubles(bench.healthy(app.run())) == (0, 0, [])
    assert "checkpoint" not in store.read(comic_id).preset


def test_who_draws_is_told_to_the_browser_anew_on_every_page():
    app = bench.made()
    store.change(bench.comic_id(app), lambda comic: comic.with_changes(artist="webui"))
    for page in ("3_Render", "5_Tune", "3_Render"):
        bench.healthy(app.switch_page(f"pages/{page}.py").run())
        shown = app.selectbox(key="artist")
        assert shown.proto.set_value, "else a browser shows the first of the list, and sends it with the next click"
        assert shown.value == "webui"
        bench.healthy(app.run())


def test_what_a_restart_cut_off_can_be_left_as_it_is():
    cut_off = flow.begin(Idea(text="a bear who bakes bread", language="en"), job="make")
    app = bench.opened(comic_id=cut_off.id)
    assert [warning.value for warning in app.warning] == [words.say("jobs.stopped", "en")]
    bench.healthy(app.button(key="leave").click().run())
    assert not app.warning and store.read(cut_off.id).job == ""
    bench.goto(app, "4_Comic")
    assert "go_on" not in {button.key for button in app.button}
