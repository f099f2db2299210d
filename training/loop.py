"""One training loop for all recipes: it can be stopped at any moment, shows how far it is, and repeats exactly.

A recipe is a `Course`: how to take step n, what to keep, how to go on from what was kept. Everything that
is drawn by chance in a step is drawn from the seed and the number of the step (`chance_of`), so that a
training that was stopped and resumed makes the same model as one that ran through.
"""

from __future__ import annotations

import os
import random
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import torch

SAY_EVERY = 10.0
"""Seconds between two lines of progress."""
SAVE_EVERY = 90.0
"""Seconds between two savings: what a machine that is taken away costs at most."""


@dataclass
class Course:
    """What the loop needs to know of a training."""

    name: str
    steps: int
    step: Callable[[int], float]
    """Take step n (from 0) and tell the loss."""
    state: Callable[[], dict[str, Any]]
    """What to keep: tensors, numbers, and dicts and lists of those."""
    restore: Callable[[dict[str, Any]], None]
    publish: Callable[[], None] | None = None
    """Write the newest weights where others find them; called at every saving and at the end."""


def run(course: Course, work: Path, minutes: float = 0, say: Callable[[str], None] = print) -> bool:
    """Train until done, or until `minutes` are over. Tells whether it is done."""
    kept = work / "state.pt"
    done = _resume(course, kept)
    if done >= course.steps:
        say(f"{course.name}: all {course.steps} steps were done before")
        return True
    started = said = saved = time.monotonic()
    first, loss = done, 0.0
    while done < course.steps:
        told = course.step(done)
        loss = told if done == first else 0.98 * loss + 0.02 * told
        done += 1
        now = time.monotonic()
        if now - said > SAY_EVERY or done == course.steps:
            said = now
            say(_progress(course, done, first, now - started, loss))
        over = bool(minutes) and now - started > minutes * 60
        if now - saved > SAVE_EVERY or over or done == course.steps:
            saved = now
            _keep(course, kept, done)
        if over:
            break
    return done >= course.steps


def follow(course: Course, work: Path) -> None:
    """Take the same steps as another process that runs the course, and leave telling and keeping to that one."""
    for number in range(_resume(course, work / "state.pt"), course.steps):
        course.step(number)


def _progress(course: Course, done: int, first: int, seconds: float, loss: float) -> str:
    speed = (done - first) / max(seconds, 1e-6)
    left = (course.steps - done) / max(speed, 1e-6) / 60
    return (
        f"{course.name}: step {done} of {course.steps} · loss {loss:.4f} · {speed:.2f} a second · {left:.1f} min left"
    )


def _resume(course: Course, kept: Path) -> int:
    import torch

    if not kept.is_file():
        return 0
    state = torch.load(kept, map_location="cpu", weights_only=True)
    course.restore(state["course"])
    return int(state["done"])


def _keep(course: Course, kept: Path, done: int) -> None:
    import torch

    kept.parent.mkdir(parents=True, exist_ok=True)
    fresh = kept.with_suffix(".new")
    torch.save({"done": done, "course": course.state()}, fresh)
    os.replace(fresh, kept)
    if course.publish:
        course.publish()


def chance_of(seed: int, step: int, what: str = "") -> random.Random:
    """Chance that belongs to a step and is the same whenever the step is taken."""
    return random.Random(f"{seed} {what} {step}")


def generator_of(seed: int, step: int, device: str = "cpu") -> torch.Generator:
    """The same for tensors."""
    import torch

    return torch.Generator(device).manual_seed(chance_of(seed, step, "tensors").getrandbits(60))


def warm_cosine(step: int, steps: int, peak: float, warm: int = 100) -> float:
    """A learning rate that rises for `warm` steps and falls along a cosine to a fiftieth (Loshchilov & Hutter 2017)."""
    import math

    if step < warm:
        return peak * (step + 1) / warm
    share = (step - warm) / max(1, steps - warm)
    return peak * (0.02 + 0.98 * 0.5 * (1 + math.cos(math.pi * min(share, 1.0))))


def set_rate(optimizer: torch.optim.Optimizer, rate: float) -> None:
    """Let the optimizer learn at `rate`."""
    for group in optimizer.param_groups:
        group["lr"] = rate


def device() -> str:
    """Where to train: a CUDA device when there is one."""
    import torch

    return "cuda" if torch.cuda.is_available() else "cpu"
