"""A grid drawn: no picture twice, whatever stops it; other people's jobs get their turn."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
import time

import pytest

from pipeline import artists, infotext, store
from pipeline.artists.sketch.artist import SketchArtist
from pipeline.errors import RenderError
from pipeline.queue import Progress, Queue, Stage
from pipeline.tuning import grids, plan, run, trials
from tests.commands.test_commands import ROOT
from tests.tuning.making import a_comic, a_grid, drawn, small

LINES = ("style: ink, watercolour, noir, neon", "seed: 1-3")


@pytest.fixture
def asked(monkeypatch):
    """Every recipe that the sketch artist has drawn, in order."""
    recipes = []
    draw = SketchArtist.draw

    def noting(self, given):
        for report in draw(self, given):
            if isinstance(report, artists.Drawn):
                recipes.append(given[report.index])
            yield report

    monkeypatch.setattr(SketchArtist, "draw", noting)
    return recipes


def test_every_cell_is_drawn_and_kept_under_its_recipe(asked):
    looked = drawn(a_grid("style: ink, noir", "seed: 1-2", comic=small()))
    assert looked.done == 4 and not looked.missing and len(asked) == 16
    for tried in looked.tried:
        for panel, take in tried.takes.items():
            assert take.recipe == tried.recipes[panel]
            assert take.id == trials.key_of(take.recipe)
            assert infotext.read_picture(trials.picture_path(take.id))["recipe"].seed == take.recipe.seed
    assert store.ids() == []


def test_what_is_drawn_is_never_drawn_again_not_even_by_another_grid(asked):
    drawn(a_grid(*LINES, comic=small()))
    asked.clear()
    queue = Queue()
    assert run.submit(queue, a_grid(*LINES, comic=small()), "tests") is None
    turned = drawn(a_grid("seed: 2-4", "style: noir, pastel", comic=small()))
    assert turned.done == 6
    assert sorted({(recipe.style, recipe.seed) for recipe in asked}) == [
        ("noir", 4), ("pastel", 2), ("pastel", 3), ("pastel", 4),
    ]  # fmt: skip
    one = drawn(
        a_grid("style: ink, noir", comic=small().with_changes(preset=small().preset | {"seed": 3}), panels=(1,))
    )
    assert one.done == 2 and len(asked) == 16


def test_a_picture_that_two_cells_share_is_drawn_once(asked):
    texts = [slot.prompt.prompt.text for slot in a_comic().slots]
    alone = next(phrase for phrase in texts[3].split(", ") if not any(phrase in text for text in texts[:3]))
    looked = drawn(a_grid(f"prompt: {alone}, moon, sun", comic=small()))
    assert looked.done == 3 and len(asked) == 3 + 3


def test_a_stopped_grid_goes_on_with_what_is_missing(asked):
    queue, grid = Queue(), a_grid(*LINES, comic=small(), panels=(0, 1))
    job = run.submit(queue, grid, "tests")
    while plan.look(grid).done < 2:
        time.sleep(0.01)
    assert queue.cancel(job, "tests")
    assert queue.wait(job, 20).state == "cancelled"
    before = plan.look(grid)
    assert 2 <= before.done < 12 and grids.read(grid.id).job == ""
    assert drawn(grid, queue).done == 12
    assert len(asked) == 24


def test_a_failure_keeps_what_was_drawn_and_the_next_job_draws_the_rest(monkeypatch):
    grid, draw = a_grid("style: ink, noir, neon", comic=small()), SketchArtist.draw

    def failing(self, recipes):
        if recipes[0].style == "noir":
            raise RenderError("remote.flat_picture")
        yield from draw(self, recipes)

    monkeypatch.setattr(SketchArtist, "draw", failing)
    queue = Queue()
    last = queue.wait(run.submit(queue, grid, "tests"), 20)
    assert last.state == "failed" and last.error.key == "remote.flat_picture"
    assert plan.look(grid).done == 1
    monkeypatch.setattr(SketchArtist, "draw", draw)
    assert drawn(grid, queue).done == 3


def test_one_grid_has_one_job():
    queue, grid = Queue(), a_grid(*LINES, comic=small(), panels=(0,))
    first = run.submit(queue, grid, "one")
    assert run.submit(queue, grid, "two") == first and run.live(queue, grid.id).id == first
    assert queue.wait(first, 60).state == "done" and run.live(queue, grid.id) is None


def test_a_render_that_somebody_waits_for_goes_between_two_cells():
    queue, order = Queue(), []
    grid = a_grid(*LINES, comic=small(), panels=(0,))
    job = run.submit(queue, grid, "one")

    def work():
        order.append(plan.look(grid).done)
        yield Progress(1, 1)

    render = queue.submit((Stage("picture", "painting", work),), owner="one", comic_id="other", what="render")
    assert queue.wait(render, 20).state == "done" and order[0] < 12
    assert queue.wait(job, 60).state == "done"


def test_two_queues_at_once_draw_each_picture_once(asked):
    grid = a_grid("style: ink, noir, neon", comic=small())
    queues = Queue(), Queue()
    jobs = [run.submit(queue, grid, "tests") for queue in queues]
    assert [queue.wait(job, 60).state for queue, job in zip(queues, jobs, strict=True)] == ["done", "done"]
    keys = [recipe.fingerprint() for recipe in asked]
    assert len(keys) == len(set(keys)) == 12
    assert plan.look(grid).done == 3


def test_a_grid_of_whole_comics_survives_a_killed_process(tmp_path):
    preset = tmp_path / "small.yaml"
    preset.write_text("width: 320\nheight: 320\n", encoding="utf-8")
    home, report = tmp_path / "home", tmp_path / "report.json"
    command = [sys.executable, "-m", "pipeline", "tune", str(preset), "--x", LINES[0], "--y", LINES[1],
               "--idea", "a robot", "-o", str(tmp_path / "sheet.png"), "--json", str(report)]  # fmt: skip
    environment = {**os.environ, "NECUT_HOME": str(home)}
    first = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL)
    kept = home / "trials"
    end = time.monotonic() + 60
    while len(list(kept.glob("*.json"))) < 9 and time.monotonic() < end:
        time.sleep(0.01)
    first.send_signal(signal.SIGKILL)
    first.wait()
    before = {path: path.stat().st_mtime_ns for path in kept.glob("*.json")}
    assert 9 <= len(before) < 48 and not report.exists()
    assert [grid.job for grid in _grids(home)] == [run.WHAT]
    again = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=120)
    assert again.returncode == 0, again.stderr
    after = {path: path.stat().st_mtime_ns for path in kept.glob("*.json")}
    assert len(after) == 48 and before.items() <= after.items()
    told = json.loads(report.read_text())
    assert told["cells"] == 12 and told["reused"] >= 2 and told["rendered"] + told["reused"] == 12
    assert [grid.job for grid in _grids(home)] == [""]


def _grids(home):
    return [grids.Grid.model_validate_json(path.read_text()) for path in (home / "trials" / "grids").glob("*.json")]


def test_a_checkpoint_whose_hash_is_not_known_yet_is_found_again_all_the_same(models):
    comic = small(a_comic().with_changes(artist="diffusion"), steps=1, checkpoint="tiny", width=64, height=64)
    grid = a_grid("cfg_scale: 1, 5", "sampler: Euler, DPM++ 2M Karras", comic=comic, panels=(0, 1))
    assert plan.look(grid).missing[0].checkpoint_hash == ""
    looked = drawn(grid)
    assert looked.done == 4 and run.stages(grid) == ()
    take = looked.at((1, 1, 0)).takes[0]
    assert take.recipe.checkpoint_hash and take.recipe.extra["precision"]
    assert (take.recipe.sampler, take.recipe.schedule_type, take.recipe.cfg_scale) == ("DPM++ 2M", "Karras", 5.0)


def test_a_recipe_that_leaves_the_checkpoint_to_a_server_serves_its_own_grid_alone():
    recipe = artists.get("webui").resolve(a_comic_preset(), a_comic().slots[0].prompt.prompt, (512, 512))
    assert recipe.checkpoint == ""
    assert trials.key_of(recipe, "one") != trials.key_of(recipe, "two")
    named = recipe.with_changes(checkpoint="model")
    assert trials.key_of(named, "one") == trials.key_of(named, "two") == named.fingerprint()


def a_comic_preset():
    from pipeline.presets.preset import Preset

    return Preset.model_validate(a_comic().preset)


def test_a_disk_that_refuses_is_told_and_nothing_is_half_kept(monkeypatch):
    from pipeline.errors import FileError

    grid, tries = a_grid("style: ink, noir", comic=small()), threading.Event()

    def refusing(path, content):
        tries.set()
        raise FileError("files.cannot_write", path=str(path), reason="full")

    monkeypatch.setattr(trials, "write_atomic", refusing)
    queue = Queue()
    last = queue.wait(run.submit(queue, grid, "tests"), 20)
    assert last.state == "failed" and last.error.key == "files.cannot_write" and tries.is_set()
    assert plan.look(grid).done == 0 and not list(trials.folder().glob("*.json"))
