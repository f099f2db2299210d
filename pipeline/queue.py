"""Jobs and lanes. Work runs in threads of the process; whoever watches reads frozen snapshots.

A job is one request. Its work is a chain of stages, each a generator in a lane of its own: the
"torch" lane has one thread, which alone touches pipelines, "painting" one for Pillow, "network" a
few. A generator yields `Progress`; the queue notes it and, when the owner has cancelled, closes the
generator: it stops at that step and tidies up in its `finally`. The queue knows no Streamlit, and a
job nothing of the page that asked for it, so jobs survive reruns, page changes and closed tabs.
"""

from __future__ import annotations

import contextlib
import itertools
import logging
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass, field, replace
from typing import Literal

from pipeline.errors import NecutError

State = Literal["waiting", "running", "done", "failed", "cancelled"]
FINAL: frozenset[State] = frozenset({"done", "failed", "cancelled"})
LANES = {"torch": 1, "painting": 1, "network": 4}
"""Lane → how many threads it has."""
_EVIDENCE = 1.0  # seconds of steps before anything is said about those to come
_REMEMBERED = 200  # finished jobs are forgotten beyond this many

_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Progress:
    """What a worker reports: `done` of `total` steps of the stage, the panels at work, small JPEG
    previews by panel, words that have come so far, and those of each panel (what happens, then its lines)."""

    done: int
    total: int
    panels: tuple[int, ...] = ()
    previews: dict[int, bytes] = field(default_factory=dict)
    text: str = ""
    told: tuple[tuple[str, ...], ...] = ()
    loading: str = ""
    """What is being read before the first step, a checkpoint's name say; `done` and `total` are then of that."""


Work = Callable[[], Iterator[Progress]]


@dataclass(frozen=True)
class Stage:
    """Part of a job: the name shown while it runs, the lane it runs in, and the work."""

    name: str
    lane: str
    work: Work


@dataclass(frozen=True)
class Snapshot:
    """A job at one moment. Stages and panels are counted from 0; seconds since it was submitted."""

    id: str
    owner: str
    comic_id: str
    what: str
    state: State = "waiting"
    stage: str = ""
    stage_index: int = 0
    stages: int = 1
    progress: Progress = Progress(0, 1)
    waiting_before: int = 0
    error: NecutError | None = None
    submitted: float = 0.0
    started: float = 0.0
    finished: float = 0.0
    aside: bool = False
    """Whether it stands beside the comic's making: other jobs and buttons need not wait for it."""

    paced: float = 0.0
    """When the stage's first step was done: what went before it is not its pace."""
    paced_from: int = 0
    told_at: float = 0.0

    @property
    def seconds_left(self) -> float | None:
        """How long the stage will still take at the pace of the steps done; None until enough of them are."""
        steps, since = self.progress.done - self.paced_from, self.told_at - self.paced
        if self.state != "running" or not self.paced or steps < 1 or since < _EVIDENCE:
            return None
        left = since / steps * (self.progress.total - self.progress.done)
        return max(0.0, left - (time.monotonic() - self.told_at))

    @property
    def over(self) -> bool:
        """Whether nothing more will happen."""
        return self.state in FINAL

    @property
    def share(self) -> float:
        """How much of the job is done, 0–1, stages counted alike."""
        if self.state == "done":
            return 1.0
        within = self.progress.done / self.progress.total if self.progress.total else 0.0
        return min(1.0, (self.stage_index + min(1.0, within)) / self.stages)

    @property
    def seconds(self) -> float:
        """How long it has been at work."""
        if not self.started:
            return 0.0
        return (self.finished or time.monotonic()) - self.started


class _Job:
    """The queue's own record of a job."""

    def __init__(
        self,
        snapshot: Snapshot,
        stages: tuple[Stage, ...],
        priority: int,
        order: int,
        on_over: Callable[[Snapshot], None],
    ) -> None:
        self.snapshot = snapshot
        self.on_over = on_over
        self.stages = stages
        self.priority = priority
        self.order = order
        self.cancelled = threading.Event()
        self.over = threading.Event()


class Queue:
    """Runs jobs in lanes. One for the process; safe to call from any thread.

    `surroundings(owner)` is entered around all work of an owner's jobs (it lets members find the
    owner's keys without a job carrying any).
    """

    def __init__(self, surroundings: Callable[[str], AbstractContextManager] | None = None) -> None:
        self._surroundings = surroundings or (lambda _owner: contextlib.nullcontext())
        self._changed = threading.Condition()
        self._jobs: dict[str, _Job] = {}
        self._waiting: dict[str, list[_Job]] = {lane: [] for lane in LANES}
        self._served: dict[str, int] = {}
        self._count = itertools.count(1)
        self._threads: list[threading.Thread] = []

    def submit(
        self,
        stages: tuple[Stage, ...],
        *,
        owner: str,
        comic_id: str,
        what: str,
        priority: int = 1,
        aside: bool = False,
        on_over: Callable[[Snapshot], None] = lambda _snapshot: None,
    ) -> str:
        """Line up a job and return its id. A lower `priority` goes first within a lane (0: short text jobs);
        within one priority owners take turns. `on_over` is called once, from a thread of the queue or the
        canceller's, before waiters are woken."""
        number = next(self._count)
        snapshot = Snapshot(
            id=f"job{number}",
            owner=owner,
            comic_id=comic_id,
            what=what,
            stage=stages[0].name,
            stages=len(stages),
            submitted=time.monotonic(),
            aside=aside,
        )
        job = _Job(snapshot, stages, priority, number, on_over)
        with self._changed:
            self._jobs[snapshot.id] = job
            self._waiting[stages[0].lane].append(job)
            self._start_lane(stages[0].lane)
            self._forget_old()
            self._changed.notify_all()
        return snapshot.id

    def snapshot(self, job_id: str) -> Snapshot | None:
        """The job at this moment; None when it was never there or is long over."""
        with self._changed:
            job = self._jobs.get(job_id)
            return self._seen(job) if job else None

    def jobs(self, *, owner: str | None = None, comic_id: str | None = None) -> tuple[Snapshot, ...]:
        """The jobs of an owner, or of a comic, oldest first."""
        with self._changed:
            return tuple(
                self._seen(job)
                for job in self._jobs.values()
                if owner in (None, job.snapshot.owner) and comic_id in (None, job.snapshot.comic_id)
            )

    def cancel(self, job_id: str, owner: str) -> bool:
        """Stop a job of this owner within one step; False when it is somebody else's, over or unknown."""
        with self._changed:
            job = self._jobs.get(job_id)
            if job is None or job.snapshot.owner != owner or job.snapshot.over:
                return False
            job.cancelled.set()
            lane = self._waiting[job.stages[job.snapshot.stage_index].lane]
            still_waiting = job in lane
            if still_waiting:
                lane.remove(job)
        if still_waiting:
            self._finish(job, "cancelled")
        return True

    def wait(self, job_id: str, timeout: float | None = None) -> Snapshot:
        """Wait until a job is over and return its last snapshot; its state then, when time ran out."""
        job = self._jobs[job_id]
        job.over.wait(timeout)
        return self.snapshot(job_id) or job.snapshot

    def watch(self, job_id: str) -> Iterator[Snapshot]:
        """Every change of a job as it happens, ending with the one in which it is over."""
        last = None
        while True:
            with self._changed:
                now = self._seen(self._jobs[job_id])
                if now == last:
                    self._changed.wait(1.0)
                    continue
            last = now
            yield now
            if now.over:
                return

    def _seen(self, job: _Job) -> Snapshot:
        """The snapshot, with the jobs that stand before it in its lane counted."""
        lane = self._waiting[job.stages[job.snapshot.stage_index].lane]
        if job not in lane:
            return job.snapshot
        return replace(job.snapshot, waiting_before=sum(self._rank(other) < self._rank(job) for other in lane))

    def _rank(self, job: _Job) -> tuple[int, int, int]:
        return job.priority, self._served.get(job.snapshot.owner, 0), job.order

    def _start_lane(self, lane: str) -> None:
        """A lane's threads start with its first job: a process that never renders has none."""
        running = sum(thread.name.startswith(f"necut-{lane}-") for thread in self._threads)
        for number in range(running, LANES[lane]):
            thread = threading.Thread(target=self._serve, args=(lane,), name=f"necut-{lane}-{number}", daemon=True)
            self._threads.append(thread)
            thread.start()

    def _serve(self, lane: str) -> None:
        while True:
            with self._changed:
                while not self._waiting[lane]:
                    self._changed.wait()
                job = min(self._waiting[lane], key=self._rank)
                self._waiting[lane].remove(job)
                self._served[job.snapshot.owner] = next(self._count)
                started = job.snapshot.started or time.monotonic()
                self._update(job, state="running", started=started)
            self._run_stage(job)

    def _run_stage(self, job: _Job) -> None:
        stage = job.stages[job.snapshot.stage_index]
        try:
            with self._surroundings(job.snapshot.owner):
                finished = self._drain(job, stage.work())
        except NecutError as error:
            self._finish(job, "failed", error)
        except Exception as exc:  # a fault of ours or of a library must not end the lane's thread
            _log.exception("job %s failed in %s", job.snapshot.id, stage.name)
            self._finish(job, "failed", NecutError("errors.unexpected", kind=type(exc).__name__))
        else:
            self._go_on(job) if finished else self._finish(job, "cancelled")

    def _drain(self, job: _Job, work: Iterator[Progress]) -> bool:
        """Carry the work out; False when the owner cancelled before it was done."""
        with contextlib.closing(work):
            if job.cancelled.is_set():
                return False
            for progress in work:
                with self._changed:
                    self._update(job, progress=progress, **_pace(job.snapshot, progress))
                if job.cancelled.is_set():
                    return False
        return True

    def _go_on(self, job: _Job) -> None:
        following = job.snapshot.stage_index + 1
        if following == len(job.stages):
            self._finish(job, "done")
            return
        with self._changed:
            stage = job.stages[following]
            self._update(
                job, state="waiting", stage=stage.name, stage_index=following, progress=Progress(0, 1), paced=0.0
            )
            self._waiting[stage.lane].append(job)
            self._start_lane(stage.lane)
            self._changed.notify_all()

    def _finish(self, job: _Job, state: State, error: NecutError | None = None) -> None:
        last = replace(job.snapshot, state=state, error=error, finished=time.monotonic())
        try:
            job.on_over(last)
        except NecutError as failure:  # the work itself is done or failed on its own account
            _log.warning("job %s: %s", last.id, failure)
        with self._changed:
            job.snapshot = last
            self._changed.notify_all()
        job.over.set()

    def _update(self, job: _Job, **changes: object) -> None:
        with self._changed:
            job.snapshot = replace(job.snapshot, **changes)
            self._changed.notify_all()

    def _forget_old(self) -> None:
        over = [job_id for job_id, job in self._jobs.items() if job.snapshot.over]
        for job_id in over[: max(0, len(over) - _REMEMBERED)]:
            del self._jobs[job_id]


def _pace(before: Snapshot, progress: Progress) -> dict[str, float]:
    """When a stage's steps began to be counted, and when the latest was told."""
    now = time.monotonic()
    if progress.loading or progress.done <= 0:
        return {"paced": 0.0, "told_at": now}
    if before.paced and progress.total == before.progress.total:
        return {"told_at": now}
    return {"paced": now, "paced_from": progress.done, "told_at": now}
