"""The queue: progress, order, cancelling, failing, owners; with plain generators as work."""

from __future__ import annotations

import threading
import time

import pytest

from pipeline.errors import InputError, RenderError
from pipeline.queue import Progress, Queue, Snapshot, Stage


def _counting(steps: int, noted: list | None = None):
    def work():
        for done in range(steps + 1):
            yield Progress(done, steps)
        if noted is not None:
            noted.append(steps)

    return work


def _blocked(started: threading.Event, gate: threading.Event, cleaned: list):
    def work():
        try:
            started.set()
            gate.wait(10)
            for done in range(1, 1000):
                yield Progress(done, 1000)
        finally:
            cleaned.append(True)

    return work


@pytest.fixture
def queue():
    return Queue()


def _submit(queue, *stages, owner="one", comic_id="comic", priority=1, **more):
    return queue.submit(tuple(stages), owner=owner, comic_id=comic_id, what="test", priority=priority, **more)


def test_a_job_goes_through_its_stages_lane_by_lane(queue):
    noted = []
    job = _submit(queue, Stage("words", "painting", _counting(2, noted)), Stage("art", "network", _counting(3, noted)))
    last = queue.wait(job, 5)
    assert last.state == "done" and last.share == 1.0 and noted == [2, 3]


def test_watchers_see_progress_and_the_end(queue):
    job = _submit(queue, Stage("art", "painting", _counting(4)))
    seen = list(queue.watch(job))
    assert seen[-1].state == "done"
    assert [snapshot.share for snapshot in seen] == sorted(snapshot.share for snapshot in seen)


def test_a_running_job_is_cancelled_within_a_step_and_tidies_up(queue):
    started, gate, cleaned = threading.Event(), threading.Event(), []
    job = _submit(queue, Stage("art", "painting", _blocked(started, gate, cleaned)))
    assert started.wait(5)
    assert queue.cancel(job, "one")
    gate.set()
    last = queue.wait(job, 5)
    assert last.state == "cancelled" and cleaned == [True]
    assert last.progress.done <= 1


def test_nobody_cancels_somebody_elses_job(queue):
    started, gate, cleaned = threading.Event(), threading.Event(), []
    job = _submit(queue, Stage("art", "painting", _blocked(started, gate, cleaned)))
    assert started.wait(5)
    assert not queue.cancel(job, "two")
    gate.set()
    assert queue.wait(job, 10).state == "done"


def test_a_waiting_job_is_cancelled_without_touching_the_running_one(queue):
    started, gate, cleaned = threading.Event(), threading.Event(), []
    running = _submit(queue, Stage("art", "painting", _blocked(started, gate, cleaned)))
    assert started.wait(5)
    waiting = _submit(queue, Stage("art", "painting", _counting(1)))
    assert queue.snapshot(waiting).state == "waiting"
    assert queue.cancel(waiting, "one")
    assert queue.snapshot(waiting).state == "cancelled"
    gate.set()
    assert queue.wait(running, 10).state == "done"


def test_an_error_of_ours_is_kept_and_the_lane_lives_on(queue):
    def failing():
        yield Progress(0, 1)
        raise RenderError("render.anything")

    failed = queue.wait(_submit(queue, Stage("art", "painting", failing)), 5)
    assert failed.state == "failed" and isinstance(failed.error, RenderError)
    assert queue.wait(_submit(queue, Stage("art", "painting", _counting(1))), 5).state == "done"


def test_a_foreign_error_becomes_ours(queue):
    def failing():
        yield Progress(0, 1)
        raise ZeroDivisionError

    failed = queue.wait(_submit(queue, Stage("art", "painting", failing)), 5)
    assert failed.error.key == "errors.unexpected" and failed.error.values == {"kind": "ZeroDivisionError"}


def test_short_text_goes_first_and_owners_take_turns(queue):
    started, gate, order = threading.Event(), threading.Event(), []
    _submit(queue, Stage("art", "painting", _blocked(started, gate, [])), owner="one")
    assert started.wait(5)

    def noting(name):
        def work():
            order.append(name)
            yield Progress(1, 1)

        return work

    jobs = [
        _submit(queue, Stage("art", "painting", noting("one again")), owner="one"),
        _submit(queue, Stage("art", "painting", noting("two")), owner="two"),
        _submit(queue, Stage("words", "painting", noting("text")), owner="one", priority=0),
    ]
    assert queue.snapshot(jobs[0]).waiting_before == 2
    gate.set()
    for job in jobs:
        queue.wait(job, 10)
    assert order == ["text", "two", "one again"]


def test_the_end_is_reported_once_and_its_failure_harms_nobody(queue):
    ends = []

    def on_over(snapshot):
        ends.append(snapshot.state)
        raise InputError("store.unknown_comic", id="gone")

    job = _submit(queue, Stage("art", "painting", _counting(1)), on_over=on_over)
    assert queue.wait(job, 5).state == "done"
    assert ends == ["done"]


def test_jobs_are_found_by_owner_and_by_comic(queue):
    first = _submit(queue, Stage("art", "painting", _counting(1)), owner="one", comic_id="a")
    second = _submit(queue, Stage("art", "painting", _counting(1)), owner="two", comic_id="b")
    for job in (first, second):
        queue.wait(job, 5)
    assert [job.id for job in queue.jobs(owner="one")] == [first]
    assert [job.id for job in queue.jobs(comic_id="b")] == [second]
    assert queue.snapshot("nobody") is None


def test_work_runs_in_its_owners_surroundings():
    from contextlib import contextmanager

    entered = []

    @contextmanager
    def surroundings(owner):
        entered.append(owner)
        yield

    queue = Queue(surroundings)
    queue.wait(_submit(queue, Stage("art", "painting", _counting(1)), owner="seven"), 5)
    assert entered == ["seven"]


def test_many_finished_jobs_are_forgotten(queue):
    jobs = [_submit(queue, Stage("art", "painting", _counting(1))) for _ in range(260)]
    queue.wait(jobs[-1], 20)
    time.sleep(0.05)
    last = _submit(queue, Stage("art", "painting", _counting(1)))
    queue.wait(last, 5)
    assert len(queue.jobs()) <= 260 and queue.snapshot(jobs[0]) is None


def paced(done: int, seconds: float, **more) -> Snapshot:
    """A job whose first step of ten was done `seconds` before the latest, which was told just now."""
    now = time.monotonic()
    told = {"state": "running", "paced": now - seconds, "paced_from": 1, "told_at": now, **more}
    return Snapshot(id="1", owner="", comic_id="", what="", progress=Progress(done, 10), **told)


def test_time_left_is_reckoned_from_the_steps_done():
    assert paced(5, 8.0).seconds_left == pytest.approx(10.0, abs=0.2), "two seconds a step, five to come"
    assert paced(10, 8.0).seconds_left == 0


UNKNOWN = (
    (1, 5.0, {}),  # the first step tells nothing of the others
    (2, 0.1, {}),  # too little to go by
    (5, 8.0, {"paced": 0.0}),
    (5, 8.0, {"state": "done"}),
)


@pytest.mark.parametrize(("done", "seconds", "more"), UNKNOWN)
def test_nothing_is_said_of_the_time_left_before_anybody_can_know_it(done, seconds, more):
    assert paced(done, seconds, **more).seconds_left is None


def test_reading_a_checkpoint_does_not_count_as_pace(queue):
    def work():
        yield Progress(50, 100, loading="toon")
        time.sleep(0.2)
        yield Progress(1, 4)
        yield Progress(2, 4)

    job = queue.submit((Stage("picture", "painting", work),), owner="me", comic_id="", what="render")
    ended = queue.wait(job, 10)
    assert ended.paced_from == 1 and 0 <= ended.told_at - ended.paced < 0.2
