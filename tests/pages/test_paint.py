"""Render offers to paint a sketch with the model that ships, and says when that is a first version."""

from __future__ import annotations

import shutil

import pytest

from pages.widgets import resources
from pipeline import store
from pipeline.artists.diffusion import card, on_disk
from tests.pages import bench
from tests.training import making


@pytest.fixture
def shipped(tmp_path, monkeypatch):
    """A models folder with a necut-tiny in it, that has learnt next to nothing."""
    folder = tmp_path / "models"
    shutil.copytree(making.models() / "necut-tiny", folder / "necut-tiny")
    _more_contrast(folder / "necut-tiny" / "vae" / "diffusion_pytorch_model.safetensors")
    monkeypatch.setattr(on_disk, "SHIPPED", folder)
    monkeypatch.setenv("NECUT_DEVICE", "cpu")
    return folder


def _more_contrast(path) -> None:
    """A decoder of six steps paints nearly flat pictures, which the artist refuses."""
    from safetensors.torch import load_file, save_file

    tensors = load_file(path)
    last = max((name for name in tensors if name.startswith("decoder") and name.endswith("weight")), key=_layer)
    tensors[last] = tensors[last] * 30
    save_file(tensors, path)


def _layer(name: str) -> int:
    return int(name.split(".")[2])


def at_render():
    app = bench.made()
    return bench.goto(app, "3_Render")


def label(app) -> str:
    return app.button(key="paint_1").label


def test_without_the_model_nothing_is_offered(monkeypatch, tmp_path):
    monkeypatch.setattr(on_disk, "SHIPPED", tmp_path / "none")
    assert not [button for button in at_render().button if str(button.key).startswith("paint_")]


def test_a_sketched_panel_is_painted_and_the_sketch_stays(shipped):
    app = at_render()
    assert label(app) == "Paint it with necut-tiny"
    store.change(bench.comic_id(app), lambda comic: comic.with_changes(preset={**comic.preset, "steps": 2}))
    bench.healthy(app.run())
    app.button(key="paint_1").click()
    bench.healthy(app.run())
    bench.wait_for_job(app)
    last = resources.queue().jobs(comic_id=bench.comic_id(app))[-1]
    assert last.state == "done", last.error
    slot = store.read(bench.comic_id(app)).slots[1]
    sketch, painted = slot.takes
    assert (sketch.recipe.artist, painted.recipe.artist, painted.recipe.checkpoint) == (
        "sketch", "diffusion", "necut-tiny"
    )  # fmt: skip
    assert slot.chosen == painted.id and painted.recipe.seed == sketch.recipe.seed
    assert painted.recipe.prompt.text == sketch.recipe.prompt.text
    assert not [button for button in app.button if button.key == "paint_1"], "it is painted"
    assert store.read(bench.comic_id(app)).artist in ("", None, "sketch"), "the comic keeps its artist"


def test_the_model_is_warmed_in_the_background(shipped):
    at_render()
    warm = [job for job in resources.queue().jobs(comic_id="") if job.what == "warm"]
    assert warm
    resources.queue().wait(warm[-1].id, 30)
    assert resources.queue().snapshot(warm[-1].id).state == "done"


@pytest.mark.parametrize(("accuracy", "first"), [("0.72", True), ("0.93", False), ("no number", False)])
def test_a_first_version_is_called_one(shipped, accuracy, first):
    (shipped / "necut-tiny" / "README.md").write_text(f"---\naccuracy: {accuracy}\n---\n# necut-tiny\n")
    assert card.is_first_version(shipped / "necut-tiny") is first
    app = at_render()
    assert ("first version" in label(app)) is first
    assert ("72%" in app.button(key="paint_1").help) is first
