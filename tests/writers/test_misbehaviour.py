"""Whatever a server does, a story ends in a script or in one sentence, in time, and the key stays where it was."""

from __future__ import annotations

import json
import logging
import time

import pytest

from pipeline import flow, remote, settings, store, words
from pipeline.comic import Idea
from pipeline.queue import Queue
from pipeline.writers.chatgpt import conversation
from tests.servers.misbehaving import WAYS, MisbehavingServer
from tests.writers.test_chatgpt import TOLD

KEY = "sk-test-Zq81kd-never-to-be-seen"
SECONDS = 2.0
GRACE = 1.5
"""What a busy machine may take on top of the deadline."""


@pytest.fixture(autouse=True)
def alone(monkeypatch):
    monkeypatch.setattr(conversation, "_known_ways", {})
    yield
    remote.set_key("ann", "")


@pytest.mark.parametrize("name", WAYS)
def test_it_ends_in_a_script_or_one_sentence_within_the_deadline(name, necut_home, caplog):
    caplog.set_level(logging.DEBUG)
    queue = Queue(surroundings=remote.acting_for)
    with MisbehavingServer(name, json.dumps(TOLD, ensure_ascii=False)) as server:
        settings.save(settings.Settings(openai_base_url=server.base_url, reply_seconds=SECONDS))
        remote.set_key("ann", KEY)
        comic = flow.begin(Idea(text="비 오는 날 우산을 잃어버린 고양이", language="ko"), writer="chatgpt")
        started = time.monotonic()
        job = flow.submit(queue, comic.id, "write", [flow.write_stage(comic.id)], "ann")
        last = queue.wait(job, SECONDS + 20)
        taken = time.monotonic() - started
    assert taken < SECONDS + GRACE
    comic = store.read(comic.id)
    if WAYS[name].ends_well:
        assert last.state == "done", last.error
        assert len(comic.script.panels) == 4
    else:
        assert last.state == "failed" and comic.script is None
        assert last.error.key != "errors.unexpected"
        said = [words.tell(last.error, language) for language in words.LANGUAGES]
        assert said[0] != said[1] and all(0 < len(each) < 400 and "Traceback (" not in each for each in said)
        assert KEY not in "".join(said) + str(last.error)
    assert KEY not in caplog.text
    written = [path.read_bytes() for path in necut_home.rglob("*") if path.is_file()]
    assert not any(KEY.encode() in each for each in written)


def test_there_are_more_than_thirty_ways():
    assert len(WAYS) >= 30
