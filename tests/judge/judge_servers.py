"""Every way in which a chat server is known to go wrong: each ends in a script or one sentence, in time, and the key
is in no file, log or sentence."""

from __future__ import annotations

import importlib
import io
import json
import logging
import os
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pipeline import flow, remote, settings, store, words
from pipeline.comic import Idea
from pipeline.queue import Queue
from tests.servers.desk import STORY
from tests.servers.misbehaving import WAYS, MisbehavingServer

KEY = "sk-judge-Zq81kd-never-to-be-seen"
SECONDS = 3.0
GRACE = 3.0
"""What a busy machine may take on top of the deadline."""
LEAST = 30


def figures(share: float = 1.0) -> Iterator[str]:
    """One line: how many ways ended how, and how long the slowest took. AssertionError for any other end."""
    importlib.import_module("pipeline.writers.chatgpt.conversation")  # whose import is nobody's delay
    names = list(WAYS)[:: max(1, round(1 / share))]
    outcomes: Counter[str] = Counter()
    slowest, files = 0.0, 0
    with _data_folder() as home, _log() as log:
        for name in names:
            outcome, seconds = _meet(name)
            outcomes[outcome] += 1
            slowest = max(slowest, seconds)
        for path in home.rglob("*"):
            if path.is_file():
                files += 1
                assert KEY.encode() not in path.read_bytes(), path
        assert KEY not in log.getvalue()
    assert len(WAYS) >= LEAST
    told = ", ".join(f"{count} in a {outcome}" for outcome, count in outcomes.most_common())
    yield (
        f"{len(names)} of {len(names)} kinds of misbehaviour end ({told}), the slowest after {slowest:.1f} s of a "
        f"{SECONDS:.0f} s deadline; the key is in none of {files} files"
    )


def _meet(name: str) -> tuple[str, float]:
    """Let one server go wrong with a story: how it ended and after how long."""
    queue = Queue(surroundings=remote.acting_for)
    with MisbehavingServer(name, json.dumps(STORY, ensure_ascii=False)) as server:
        settings.save(settings.Settings(openai_base_url=server.base_url, openai_model=name, reply_seconds=SECONDS))
        comic = flow.begin(Idea(text="비 오는 날 우산을 잃어버린 고양이", language="ko"), writer="chatgpt")
        started = time.monotonic()
        job = flow.submit(queue, comic.id, "write", [flow.write_stage(comic.id)], "judge")
        last = queue.wait(job, SECONDS + 30)
        seconds = time.monotonic() - started
    assert seconds < SECONDS + GRACE, f"{name}: {seconds:.1f} s"
    if last.state == "done":
        assert len(store.read(comic.id).script.panels) == 4, name
        return "script", seconds
    assert last.error.key != "errors.unexpected", name
    for language in words.LANGUAGES:
        said = words.tell(last.error, language)
        assert said and "\n" not in said and KEY not in said, f"{name}: {said}"
    return "sentence", seconds


@contextmanager
def _data_folder() -> Iterator[Path]:
    """A data folder of the judge's own, with a key in hand."""
    before = os.environ.get("NECUT_HOME")
    remote.set_key("judge", KEY)
    try:
        with tempfile.TemporaryDirectory() as folder:
            os.environ["NECUT_HOME"] = folder
            yield Path(folder)
    finally:
        remote.set_key("judge", "")
        os.environ.pop("NECUT_HOME") if before is None else os.environ.update(NECUT_HOME=before)


@contextmanager
def _log() -> Iterator[io.StringIO]:
    """Everything that anybody logs meanwhile."""
    text = io.StringIO()
    handler, root = logging.StreamHandler(text), logging.getLogger()
    level = root.level
    root.addHandler(handler)
    root.setLevel(logging.DEBUG)
    try:
        yield text
    finally:
        root.removeHandler(handler)
        root.setLevel(level)
