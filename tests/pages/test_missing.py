"""What is missing is asked about before drawing: without it, another in its place, converted, or not at all."""

from __future__ import annotations

import time

import pytest
import torch

from pages.widgets import resources
from pipeline import flow, store
from pipeline.comic import Idea
from pipeline.flow import edits
from pipeline.queue import Queue
from pipeline.tuning import duel, grids, plan
from tests.checkpoints import WIDTH, save_folder, save_lora
from tests.pages import bench


@pytest.fixture(scope="module")
def shelf(tmp_path_factory):
    """A tiny checkpoint, one LoRA, and an embedding in the old format."""
    folder = tmp_path_factory.mktemp("models")
    save_folder(folder / "tiny")
    save_lora(folder / "Lora" / "inkline.safetensors")
    (folder / "embeddings").mkdir()
    torch.save({"string_to_param": {"*": torch.ones((2, WIDTH))}}, folder / "embeddings" / "easynegative.pt")
    return folder


@pytest.fixture
def app(shelf, monkeypatch):
    """The Render page of a comic that `diffusion` is to paint, with a LoRA that is not there."""
    monkeypatch.setenv("NECUT_MODELS", str(shelf))
    monkeypatch.setenv("NECUT_DEVICE", "cpu")
    comic = flow.begin(Idea(text="a cat who lost its umbrella"), seed=3)
    queue = Queue()
    queue.wait(flow.make(queue, comic.id, "owner"), bench.PATIENCE)
    small = {"steps": 1, "width": 64, "height": 64, "sampler": "Euler", "loras": [{"name": "inklime", "weight": 0.5}]}
    store.change(comic.id, lambda newest: newest.with_changes(artist="diffusion", preset=small))
    return bench.goto(bench.opened(comic_id=comic.id), "3_Render")


def comic_of(app):
    return store.read(bench.comic_id(app))


def press(app, key: str):
    app.button(key=key).click()
    return bench.healthy(app.run())


def wait_for_the_child(app):
    """A process that imports torch: it may take its time on a machine that does much else."""
    end = time.monotonic() + 6 * bench.PATIENCE
    while time.monotonic() < end:
        if resources.queue().jobs(comic_id=bench.comic_id(app))[-1].over:
            return bench.healthy(app.run())
        time.sleep(0.1)
    raise TimeoutError("the file was not converted")


def keys(app) -> list[str]:
    return [each.key for each in app.selectbox if (each.key or "").startswith("missing_")]


def test_stop_draws_nothing_and_the_question_is_gone(app):
    press(app, "render_0")
    assert keys(app) == ["missing_lora_inklime"]
    assert app.selectbox(key="missing_lora_inklime").options == ["Draw without it", "Use “inkline” instead"]
    press(app, "missing_stop")
    assert keys(app) == []
    assert [len(slot.takes) for slot in comic_of(app).slots] == [1] * 4


def test_another_takes_its_place_and_the_picture_is_painted_with_it(app):
    press(app, "render_0")
    app.selectbox(key="missing_lora_inklime").set_value("inkline")
    press(app, "missing_draw")
    app.run()
    bench.wait_for_job(app)
    take = comic_of(app).slots[0].take
    assert [lora.name for lora in take.recipe.loras] == ["inkline"] and not take.notices
    assert keys(app) == []


def test_without_it_and_an_old_file_converted(app):
    store.change(bench.comic_id(app), lambda comic: edits.with_preset_field(comic, "negative_prompt", "EasyNegative"))
    app.run()
    press(app, "render_0")
    assert set(keys(app)) == {"missing_lora_inklime", "missing_embedding_easynegative"}
    app.selectbox(key="missing_embedding_easynegative").set_value("convert")
    press(app, "missing_draw")
    wait_for_the_child(app)
    bench.wait_for_job(app)
    take = comic_of(app).slots[0].take
    assert take.recipe.loras == () and take.recipe.extra["embedding_hashes"].startswith("easynegative: ")


def test_the_whole_comic_asks_first_and_on_its_own_page_alone(app):
    bench.goto(app, "1_Story")
    press(app, "make_comic")
    assert keys(app) == ["missing_lora_inklime"]
    assert keys(bench.goto(app, "2_Prompt")) == []
    assert keys(bench.goto(app, "1_Story")) == ["missing_lora_inklime"]
    press(app, "missing_draw")
    app.run()
    bench.wait_for_job(app)
    assert [(len(slot.takes), slot.take.recipe.loras, slot.take.notices) for slot in comic_of(app).slots] == [
        (2, (), ())
    ] * 4


def test_a_grid_asks_first_and_is_drawn_over_the_comic_as_settled(app):
    bench.goto(app, "5_Tune")
    app.segmented_control(key="tune_panels").set_value("0")
    bench.healthy(app.run())
    press(app, "tune_try_seeds")
    press(app, "tune_start")
    assert keys(app) == ["missing_lora_inklime"] and not grids.kept(bench.comic_id(app))
    app.selectbox(key="missing_lora_inklime").set_value("inkline")
    press(app, "missing_draw")
    (grid,) = grids.kept(bench.comic_id(app))
    resources.queue().wait(resources.queue().jobs(comic_id=grid.id)[-1].id, bench.PATIENCE)
    looked = plan.look(grid)
    assert looked.done == 4 and keys(bench.healthy(app.run())) == []
    assert {lora.name for each in looked.tried for lora in each.takes[0].recipe.loras} == {"inkline"}
    press(app, "tune_start")
    assert keys(app) == []


def test_a_duel_asks_first(app):
    bench.goto(app, "5_Tune")
    app.session_state["tune_tabs"] = "Duel"
    bench.healthy(app.run())
    press(app, "duel_begin")
    assert keys(app) == ["missing_lora_inklime"] and not duel.kept(bench.comic_id(app))
    press(app, "missing_stop")
    assert keys(app) == [] and not duel.kept(bench.comic_id(app))
    press(app, "duel_begin")
    press(app, "missing_draw")
    (begun,) = duel.kept(bench.comic_id(app))
    assert not begun.comic.preset.get("loras")
    for job in resources.queue().jobs(comic_id=begun.id):
        resources.queue().cancel(job.id, job.owner)
