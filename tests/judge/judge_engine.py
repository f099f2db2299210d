"""The diffusion engine under two sessions at once: every picture is the one its job paints alone, every cancel hits
its own job."""

from __future__ import annotations

import hashlib
import os
import random
import tempfile
from collections.abc import Iterator
from pathlib import Path
from unittest.mock import patch

from pipeline import artists
from pipeline.artists import Drawn
from pipeline.comic import PanelPrompt, Recipe
from pipeline.presets.preset import Lora, Preset
from pipeline.queue import Progress, Queue, Snapshot, Stage
from pipeline.samplers import SAMPLERS
from tests.checkpoints import save_folder, save_lora

JOBS = 200
CANCELS = 100
SESSIONS = ("left", "right")
_LORAS = ("inkline", "wash")
_SIZES = (64, 72, 96)
_WORDS = ("cat", "street", "night", "(rain:1.3)", "[dog:owl:0.5]", "umbrella", "red AND blue", "window")


def figures(share: float = 1.0) -> Iterator[str]:
    """Both counts. Raises AssertionError when a picture differs or a cancel hits another job."""
    with tempfile.TemporaryDirectory() as folder, patch.dict(os.environ, _surroundings(folder)):
        for name, seed in (("tiny", 0), ("other", 1)):
            save_folder(Path(folder) / "models" / name, seed)
        for seed, name in enumerate(_LORAS):
            save_lora(Path(folder) / "models" / "Lora" / f"{name}.safetensors", seed)
        yield _identical(max(6, round(JOBS * share)))
        yield _cancelled(max(4, round(CANCELS * share)))


def _surroundings(folder: str) -> dict[str, str]:
    return {
        "NECUT_HOME": f"{folder}/home",
        "NECUT_MODELS": f"{folder}/models",
        "NECUT_DEVICE": "cpu",
        "NECUT_PRECISION": "float32",
    }


def _recipe(number: int) -> Recipe:
    """A job's recipe: everything that one job could leave behind for another differs."""
    chosen = random.Random(number)
    loras = tuple(Lora(name=name, weight=chosen.uniform(0.3, 1)) for name in _LORAS if chosen.random() < 0.4)
    preset = Preset(
        checkpoint=chosen.choice(("tiny", "tiny", "other")),
        sampler=chosen.choice(tuple(SAMPLERS)),
        steps=chosen.randint(3, 6),
        cfg_scale=chosen.choice((1, 4, 7)),
        width=chosen.choice(_SIZES),
        height=chosen.choice(_SIZES),
        seed=number,
        clip_skip=chosen.choice((None, 2)),
        loras=loras or None,
    )
    words = ", ".join(chosen.sample(_WORDS, 3))
    return artists.get("diffusion").resolve(preset, PanelPrompt(text=words), (1, 1))


def _print(drawn: Drawn) -> str:
    return hashlib.sha256(drawn.picture.tobytes()).hexdigest()


def _alone(recipe: Recipe) -> str:
    (found,) = (event for event in artists.get("diffusion").draw([recipe]) if isinstance(event, Drawn))
    return _print(found)


def _identical(count: int) -> str:
    """Two sessions take turns, step by step, each with a job of its own in hand."""
    recipes = [_recipe(number) for number in range(count)]
    alone = [_alone(recipe) for recipe in recipes]
    waiting = [list(range(side, count, len(SESSIONS))) for side in range(len(SESSIONS))]
    hands: list = [None] * len(SESSIONS)
    found: dict[int, str] = {}
    turns = random.Random(count)
    while len(found) < count:
        side = turns.randrange(len(SESSIONS))
        if hands[side] is None:
            if not waiting[side]:
                continue
            number = waiting[side].pop(0)
            hands[side] = (number, artists.get("diffusion").draw([recipes[number]]))
        number, work = hands[side]
        event = next(work, None)
        if isinstance(event, Drawn):
            found[number] = _print(event)
        hands[side] = None if event is None else hands[side]
    wrong = [number for number in range(count) if found[number] != alone[number]]
    assert not wrong, f"jobs {wrong[:5]} differ from the same job alone"
    return f"{count} jobs of two sessions taking turns at each step, each identical to the same job alone"


def _cancelled(count: int) -> str:
    """Through the queue: of two jobs one is cancelled at a random step; it stops, the other is untouched."""
    chosen = random.Random(count)
    queue, pictures, stopped = Queue(), {}, 0
    for number in range(count):
        pair = [_recipe(1000 + 2 * number + side) for side in range(2)]
        doomed = chosen.randrange(2)
        ids = [_submit(queue, pair[side], SESSIONS[side], number * 2 + side, pictures) for side in range(2)]
        at = chosen.randint(0, 3)
        for seen in queue.watch(ids[doomed]):
            if seen.over or (seen.state == "running" and seen.progress.done >= at) or at == 0:
                break
        assert not queue.cancel(ids[doomed], SESSIONS[1 - doomed]), "another session's cancel was obeyed"
        obeyed = queue.cancel(ids[doomed], SESSIONS[doomed])
        ended = [queue.wait(job, 60) for job in ids]
        _check(ended, doomed, obeyed)
        stopped += ended[doomed].state == "cancelled"
        kept = number * 2 + 1 - doomed
        assert pictures.pop(kept) == _alone(pair[1 - doomed]), f"cancel {number} changed the other job's picture"
    assert stopped > count / 2, f"only {stopped} of {count} cancels came before the picture was done"
    return f"{count} cancels at random steps hit only their own jobs ({stopped} in time); the others are as alone"


def _check(ended: list[Snapshot], doomed: int, obeyed: bool) -> None:
    """The cancelled job is cancelled, unless its last step came first; the other is done."""
    assert ended[1 - doomed].state == "done", ended[1 - doomed]
    assert ended[doomed].state in (("cancelled", "done") if obeyed else ("done",)), ended[doomed]


def _submit(queue: Queue, recipe: Recipe, owner: str, number: int, pictures: dict[int, str]) -> str:
    def work() -> Iterator[Progress]:
        for event in artists.get("diffusion").draw([recipe]):
            if isinstance(event, Drawn):
                pictures[number] = _print(event)
            else:
                yield Progress(event.done, event.total)

    return queue.submit((Stage("picture", "torch", work),), owner=owner, comic_id="", what="render")
