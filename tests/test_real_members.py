"""The real members at work through the verbs and the queue: one comic, three artists, several owners."""

from __future__ import annotations

import pytest

from pipeline import artists, cells, flow, remote, settings, store
from pipeline.comic import PANELS, Idea
from pipeline.queue import Queue
from tests.artists.conftest import models, shelf  # noqa: F401  fixtures
from tests.servers.chat import ChatServer, Reply
from tests.servers.webui import WebUIServer
from tests.writers.test_chatgpt import told

IDEA = Idea(text="비 오는 날 우산을 잃어버린 고양이", language="ko")


@pytest.fixture
def queue():
    return Queue(surroundings=remote.acting_for)


def finished(queue: Queue, job: str):
    """The last snapshot of a job that must succeed."""
    last = queue.wait(job, 120)
    assert last.state == "done", last.error
    return last


def begun(seed: int = 7, **preset):
    """A comic with its story and prompts still to be made, small and quick to paint."""
    comic = flow.begin(IDEA, seed=seed)
    values = {"steps": 3, "width": 96, "height": 96, **preset}
    return store.change(comic.id, lambda newest: newest.with_changes(preset={**newest.preset, **values}))


def test_one_comic_by_three_artists_stands_side_by_side_with_full_recipes(queue, models):  # noqa: F811
    with WebUIServer("1.10") as server:
        settings.save(settings.Settings(webui_url=server.url, checkpoint="tiny"))
        comic = begun()
        finished(
            queue,
            flow.submit(queue, comic.id, "words", (flow.write_stage(comic.id), flow.prompt_stage(comic.id)), "me"),
        )
        names = ("sketch", "diffusion", "webui")
        for name in names:
            store.change(comic.id, lambda newest, name=name: newest.with_changes(artist=name))
            finished(queue, flow.submit(queue, comic.id, "render", (flow.render_stage(comic.id),), "me"))
    comic = store.read(comic.id)
    for slot in comic.slots:
        assert [take.recipe.artist for take in slot.takes] == list(names)
        assert all(store.open_take(comic.id, take).size == (96, 96) for take in slot.takes)
        painted, remote_take = slot.takes[1].recipe, slot.takes[2].recipe
        assert painted.checkpoint == "tiny" and len(painted.checkpoint_hash) == 10
        assert {"torch", "diffusers"} <= set(painted.versions) and painted.extra["precision"] in ("float32", "bfloat16")
        assert remote_take.checkpoint_hash and remote_take.versions["webui"]
        assert "diffusion.no_embedding" in {notice.key for notice in slot.takes[1].notices}, (
            "classic asks for easynegative"
        )
    assert all(cell.state == "fresh" for cell in cells.cells(comic) if cell.name == "picture")


def test_two_sessions_rendering_at_once_get_the_pictures_they_would_get_alone(queue, models):  # noqa: F811
    settings.save(settings.Settings(checkpoint="tiny"))
    tuned = ({"sampler": "Euler a", "schedule_type": "Automatic", "cfg_scale": 3}, {"sampler": "DDIM", "steps": 5,
             "schedule_type": "Automatic", "checkpoint": "other"})  # fmt: skip

    def comics() -> list[str]:
        made = [begun(seed=40 + number, **values) for number, values in enumerate(tuned)]
        return [store.change(each.id, lambda newest: newest.with_changes(artist="diffusion")).id for each in made]

    def pictures(comic_id: str) -> list[bytes]:
        comic = store.read(comic_id)
        return [store.open_take(comic_id, slot.take).tobytes() for slot in comic.slots]

    alone = []
    for comic_id in comics():
        finished(queue, flow.make(queue, comic_id, "me"))
        alone.append(pictures(comic_id))
    together = comics()
    jobs = [flow.make(queue, comic_id, owner) for owner, comic_id in zip(("ann", "bob"), together, strict=True)]
    for job in jobs:
        finished(queue, job)
    assert [pictures(comic_id) for comic_id in together] == alone


def test_a_cancelled_render_keeps_what_was_finished(queue, models, monkeypatch):  # noqa: F811
    from pipeline.artists.diffusion import painting

    monkeypatch.setattr(painting, "SMALL", 0)  # one by one, as a big checkpoint on a CPU
    settings.save(settings.Settings(checkpoint="tiny"))
    comic = begun(steps=60, width=64, height=64)
    store.change(comic.id, lambda newest: newest.with_changes(artist="diffusion"))
    job = flow.make(queue, comic.id, "me")
    while store.read(comic.id).slots[0].take is None:
        queue.wait(job, 0.02)
    queue.cancel(job, "me")
    assert queue.wait(job, 10).state == "cancelled"
    slots = store.read(comic.id).slots
    assert slots[0].take is not None and slots[PANELS - 1].take is None


def test_each_owners_job_finds_that_owners_key(queue):
    with ChatServer(Reply(told()), key="key-of-ann") as server:
        settings.save(settings.Settings(openai_base_url=server.base_url))
        remote.set_key("ann", "key-of-ann")
        comic = store.change(begun().id, lambda newest: newest.with_changes(writer="chatgpt"))
        finished(queue, flow.submit(queue, comic.id, "story", (flow.write_stage(comic.id),), "ann"))
        job = flow.submit(queue, comic.id, "story", (flow.write_stage(comic.id),), "bob")
        last = queue.wait(job, 30)
        remote.set_key("ann", "")
    assert (last.state, last.error.key) == ("failed", "remote.key_wanted")
    assert store.read(comic.id).script.title == "우산 도둑"


@pytest.mark.parametrize("name", artists.names())
def test_with_nothing_connected_every_artist_draws_or_says_what_it_needs(queue, name, monkeypatch, tmp_path):
    from pipeline.artists.diffusion import on_disk

    monkeypatch.setattr(on_disk, "SHIPPED", tmp_path / "nothing shipped")
    settings.save(settings.Settings(webui_url="http://127.0.0.1:9"))
    comic = store.change(begun().id, lambda newest: newest.with_changes(artist=name))
    last = queue.wait(flow.make(queue, comic.id, "me"), 60)
    assert last.state == "done" or type(last.error).__name__ == "NeedsSetup"
