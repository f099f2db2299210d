"""The story desk's jobs, with both writers: beside the comic's making, cancelled at once, harmless when they fail."""

from __future__ import annotations

import logging
import time

import pytest
from PIL import Image

from pipeline import export, flow, remote, settings, store
from pipeline.comic import Idea
from pipeline.errors import InputError
from pipeline.flow import beats, desk
from pipeline.queue import Queue
from pipeline.writers.chatgpt import conversation
from tests.servers.chat import Reply
from tests.servers.desk import ANSWER, DeskServer

EXPORTS = ("png", "html", "necut")
IDEA = Idea(text="비 오는 날 우산을 잃어버린 고양이", language="ko")


@pytest.fixture(autouse=True)
def nobody_known(monkeypatch):
    monkeypatch.setattr(conversation, "_known_ways", {})


@pytest.fixture
def queue():
    return Queue(surroundings=remote.acting_for)


@pytest.fixture
def server():
    """A model that is connected, with prices."""
    with DeskServer() as running:
        settings.save(
            settings.Settings(openai_base_url=running.base_url, openai_model="tiny", price_prompt=2.0, price_reply=8.0)
        )
        yield running


def written(queue: Queue, writer: str = "offline"):
    comic = flow.begin(IDEA, seed=3, writer=writer)
    assert queue.wait(flow.submit(queue, comic.id, "write", [flow.write_stage(comic.id)], "me"), 30).state == "done"
    return store.read(comic.id)


def done(queue: Queue, job: str):
    last = queue.wait(job, 30)
    assert last.state == "done", last.error
    assert last.aside
    return last


def test_the_bill_of_a_story_is_kept_with_it(queue, server):
    made = written(queue, "chatgpt").story.made
    assert (made.model, made.tokens_sent, made.tokens_received) == ("tiny", 900, 400)
    assert made.cost == pytest.approx((900 * 2 + 400 * 8) / 1e6)
    assert written(queue).story.made.cost == 0


@pytest.mark.parametrize("writer", ["offline", "chatgpt"])
def test_both_writers_tell_a_turn_three_other_ways(queue, server, writer):
    comic = written(queue, writer)
    done(queue, desk.retell(queue, comic.id, "me", 2, tone="dramatic"))
    after = store.read(comic.id)
    found = after.desk.retellings["turn"]
    wanted = 2 if writer == "chatgpt" else 3  # the frog of the third version is nobody of this cast
    assert len(found.versions) in (wanted, 3) and found.made.by == writer and found.lap == 0
    assert after.script == comic.script, "nothing changes before it is taken"
    taken = beats.with_version(after, 2, 0, with_close=True)
    assert taken.script.panels[2] == found.versions[0][0]
    done(queue, desk.retell(queue, comic.id, "me", 2))
    assert store.read(comic.id).desk.retellings["turn"].lap == 1


@pytest.mark.parametrize("writer", ["offline", "chatgpt"])
def test_both_writers_judge_the_turn_and_the_verdict_grows_old(queue, server, writer):
    comic = written(queue, writer)
    done(queue, desk.judge(queue, comic.id, "me"))
    after = store.read(comic.id)
    verdict = after.desk.verdict
    assert verdict.changes in ("yes", "little", "no") and (verdict.said if writer == "chatgpt" else verdict.found)
    assert not desk.verdict_is_old(after)
    assert desk.verdict_is_old(beats.with_scene(after, 1, "cat sleeping, moon"))
    assert not desk.verdict_is_old(beats.with_scene(after, 3, "cat sleeping, moon")), "the close was not asked about"


def test_the_offline_writer_steps_in_where_the_model_fails(queue, server):
    comic = written(queue, "chatgpt")
    server.failing = Reply(status=401)
    last = queue.wait(desk.retell(queue, comic.id, "me", 0), 30)
    assert last.state == "failed" and store.read(comic.id).desk.retellings == {}
    done(queue, desk.retell(queue, comic.id, "me", 0, writer="offline"))
    after = store.read(comic.id)
    assert after.desk.retellings["setup"].made.by == "offline" and after.writer == "chatgpt"


def test_a_question_is_kept_at_once_and_its_answer_when_it_is_whole(queue, server):
    comic = written(queue, "chatgpt")
    done(queue, desk.ask(queue, comic.id, "me", "  더 놀랍게 해 줘 "))
    (exchange,) = store.read(comic.id).desk.chat
    assert exchange.asked == "더 놀랍게 해 줘" and exchange.answer == ANSWER["answer"]
    assert [(change.what, change.panel) for change in exchange.changes] == [("title", 0), ("lines", 2), ("picture", 2)]
    assert exchange.made.tokens_sent == 900 and exchange.made.cost > 0
    done(queue, desk.ask(queue, comic.id, "me", "왜?"))
    asked = server.asked[-1]["messages"]
    assert [message["role"] for message in asked] == ["system", "user", "assistant", "user"]
    assert "더 놀랍게" in asked[1]["content"] and "우산 도둑" not in asked[0]["content"]


def test_an_unanswered_question_is_kept_and_asked_again(queue, server):
    comic = written(queue, "chatgpt")
    server.failing = Reply(status=429, error={"code": "insufficient_quota"})
    last = queue.wait(desk.ask(queue, comic.id, "me", "왜?"), 30)
    assert last.error.key == "chatgpt.no_credit"
    (exchange,) = store.read(comic.id).desk.chat
    assert exchange.made is None
    server.failing = None
    done(queue, desk.ask_again(queue, comic.id, "me", exchange.id))
    (answered,) = store.read(comic.id).desk.chat
    assert answered.id == exchange.id and answered.answer


def test_a_question_is_cancelled_within_a_moment_even_while_the_server_is_silent(queue, server):
    comic = written(queue, "chatgpt")
    server.pause = 20.0
    job = desk.ask(queue, comic.id, "me", "왜?")
    while queue.snapshot(job).state != "running":
        time.sleep(0.01)
    time.sleep(0.3)
    started = time.monotonic()
    assert queue.cancel(job, "me")
    assert queue.wait(job, 5).state == "cancelled"
    assert time.monotonic() - started < 1.5


def test_an_answer_can_be_watched_as_it_arrives(queue, server):
    comic = written(queue, "chatgpt")
    server.piece, server.pause = 12, 0.01
    seen = [snapshot.progress.text for snapshot in queue.watch(desk.ask(queue, comic.id, "me", "왜?"))]
    growing = [text for text in dict.fromkeys(seen) if text]
    assert len(growing) > 3 and growing[-1] == ANSWER["answer"]
    assert all(ANSWER["answer"].startswith(text.rstrip()) for text in growing)


def test_a_picture_is_worded_by_the_model_unless_it_is_described_anew_meanwhile(queue, server):
    comic = written(queue, "chatgpt")
    last = done(queue, desk.word(queue, comic.id, "me", 1))
    assert store.read(comic.id).script.panels[1].scene == "cat dancing, beach, sunset"
    assert last.progress.text == "그리움"


def test_what_cannot_be_asked_says_so(queue):
    comic = flow.begin(IDEA)
    with pytest.raises(InputError, match="empty_question"):
        desk.ask(queue, comic.id, "me", "  ")
    with pytest.raises(InputError, match="no_script"):
        desk.ask(queue, comic.id, "me", "왜?")
    told = written(queue)
    assert queue.wait(desk.ask(queue, told.id, "me", "왜?"), 30).error.key == "chatgpt.no_key"


def test_the_key_of_a_comic_is_in_no_file_log_or_picture(queue, necut_home, caplog):
    key = "sk-desk-Zq81kd-never-to-be-seen"
    caplog.set_level(logging.DEBUG)
    with DeskServer(key=key) as running:
        settings.save(settings.Settings(openai_base_url=running.base_url))
        remote.set_key("ann", key)
        comic = flow.begin(IDEA, seed=3, writer="chatgpt")
        assert queue.wait(flow.make(queue, comic.id, "ann"), 60).state == "done"
        done(queue, desk.ask(queue, comic.id, "ann", "왜?"))
        remote.set_key("ann", "")
    files = [path for path in necut_home.rglob("*") if path.is_file()]
    assert sum(path.suffix == ".png" for path in files) == 4
    published = [
        export.get(name).publish(export.Publication(store.read(comic.id), flow.arts(comic))) for name in EXPORTS
    ]
    assert not any(key.encode() in each for each in [*(path.read_bytes() for path in files), *published])
    for path in files:
        if path.suffix == ".png":
            with Image.open(path) as picture:
                assert key not in str(picture.info)
    assert key not in caplog.text


def test_a_desk_job_does_not_mark_the_comic_as_being_made(queue, server):
    comic = written(queue, "chatgpt")
    server.pause = 0.2
    job = desk.ask(queue, comic.id, "me", "왜?")
    assert store.read(comic.id).job == ""
    queue.cancel(job, "me")
    queue.wait(job, 5)
