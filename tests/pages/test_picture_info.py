"""A picture dropped on the Render page: told, filled into the preset, used for a panel, made again."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from pipeline import flow, infotext, presets, store
from pipeline.comic import Idea
from pipeline.errors import InputError
from pipeline.flow.again import again_stage
from pipeline.queue import Queue
from tests.pages import bench
from tests.test_infotext import POSTED, RECIPE, picture


@pytest.fixture
def comic():
    """A finished comic, drawn by the sketch artist."""
    made = flow.begin(Idea(text="a cat who lost its umbrella"), seed=3)
    queue = Queue()
    queue.wait(flow.make(queue, made.id, "owner"), bench.PATIENCE)
    return store.read(made.id)


def render_page(comic):
    return bench.goto(bench.opened(comic_id=comic.id), "3_Render")


def drop(app, data: bytes, name: str = "posted.png"):
    app.file_uploader(key="dropped_picture").upload(name, data, "image/png")
    return bench.healthy(app.run())


def posted() -> bytes:
    info = infotext.png_info(RECIPE)
    info.chunks.clear()
    info.add_text("parameters", POSTED)
    return picture(pnginfo=info).getvalue()


def told(app) -> str:
    return "\n".join(each.value for each in (*app.markdown, *app.caption)).replace("\\", "")


def test_a_webuis_picture_is_told_and_fills_the_preset_and_a_panel(comic):
    app = drop(render_page(comic), posted())
    assert "masterpiece, (cat:1.2)" in told(app) and "blurry" in told(app)
    assert "Sampler **DPM++ 2M**" in told(app) and "Size **512 × 512**" in told(app)
    app.button(key="fill_preset").click()
    bench.healthy(app.run())
    after = store.read(comic.id)
    assert (after.preset["steps"], after.preset["seed"], after.preset["sampler"]) == (28, 12, "DPM++ 2M")
    assert after.preset["loras"] == [{"name": "ink", "weight": 0.7}]
    assert "checkpoint" not in after.preset and "Checkpoint" in app.info[0].value, "there is none of that name here"
    assert presets.from_values(after.preset)
    app.selectbox(key="picture_panel").set_value(2)
    bench.healthy(app.run())
    app.button(key="use_words").click()
    bench.healthy(app.run())
    assert store.read(comic.id).slots[2].prompt.prompt.text.startswith("masterpiece, (cat:1.2)")


def test_a_picture_of_ours_is_made_again_to_the_last_pixel(comic):
    take = comic.slots[1].take
    app = drop(render_page(comic), store.take_path(comic.id, take.id).read_bytes(), "ours.png")
    app.selectbox(key="picture_panel").set_value(3)
    bench.healthy(app.run())
    app.button(key="make_again").click()
    bench.healthy(app.run())
    bench.wait_for_job(app)
    again = store.read(comic.id).slots[3].take
    assert again.locked and again.recipe == take.recipe
    first, second = (Image.open(store.take_path(comic.id, each.id)) for each in (take, again))
    assert first.tobytes() == second.tobytes()


@pytest.mark.parametrize("kind", ["plain", "none"])
def test_a_picture_that_tells_nothing_is_one_sentence(comic, kind):
    file = io.BytesIO(b"no picture")
    if kind == "plain":
        Image.new("RGB", (8, 8)).save(file := io.BytesIO(), "PNG")
    app = drop(render_page(comic), file.getvalue(), "odd.png")
    assert len(app.warning) == 1 and "odd.png" in app.warning[0].value


def test_a_strangers_checkpoint_is_never_fetched(comic):
    recipe = RECIPE.with_changes(artist="diffusion", checkpoint="somebody/their-model")
    queue = Queue()
    job = flow.submit(queue, comic.id, "render", [again_stage(comic.id, 0, recipe)], "owner")
    ended = queue.wait(job, bench.PATIENCE)
    assert isinstance(ended.error, InputError) and ended.error.key == "flow.strange_checkpoint"
