"""What the diffusion artist adds to, and saves of, the time that plain diffusers takes; on a tiny random checkpoint."""

from __future__ import annotations

import os
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from unittest.mock import patch

ROUNDS = 5
STEPS = 8


def figures() -> Iterator[str]:
    """Ratios, both sides measured in turn in one run, the median of five rounds."""
    from tests.checkpoints import save_folder

    with tempfile.TemporaryDirectory() as folder, patch.dict(os.environ, _surroundings(folder)):
        save_folder(Path(folder) / "models" / "tiny")
        artist, pipe, asked = _sides()
        list(artist.draw(asked[:1]))
        together, apart, plain = _in_turn(
            lambda: list(artist.draw(asked)),
            lambda: [list(artist.draw([each])) for each in asked],
            lambda: [_plain(pipe, each) for each in asked],
        )
    yield f"diffusion: artist / diffusers pipeline, one by one: {_ratio(apart, plain):.2f}"
    yield f"diffusion: four panels in one batch / one by one: {_ratio(together, apart):.2f}"
    yield f"diffusion: four panels by the artist / by the pipeline one by one: {_ratio(together, plain):.2f}"


def _surroundings(folder: str) -> dict[str, str]:
    return {"NECUT_HOME": f"{folder}/home", "NECUT_MODELS": f"{folder}/models", "NECUT_DEVICE": "cpu",
            "NECUT_PRECISION": "float32"}  # fmt: skip


def _sides():
    """The artist, the plain pipeline of the same checkpoint, and four recipes."""
    from pipeline import artists, samplers
    from pipeline.artists.diffusion import loading, on_disk
    from pipeline.comic import PanelPrompt
    from pipeline.presets.preset import Preset

    artist = artists.get("diffusion")
    preset = Preset(checkpoint="tiny", sampler="DPM++ 2M", schedule_type="Karras", steps=STEPS, cfg_scale=6, width=128,
                    height=128, negative_prompt="text")  # fmt: skip
    asked = [
        artist.resolve(preset.with_changes(seed=seed), PanelPrompt(text=f"cat {seed}"), (1, 1)) for seed in range(4)
    ]
    engine = loading.get(on_disk.find("tiny"), "cpu")
    engine.pipe.scheduler = samplers.scheduler("DPM++ 2M", "Karras", engine.scheduler_config)
    return artist, engine.pipe, asked


def _plain(pipe, recipe) -> None:
    import torch

    pipe(
        recipe.sent_text,
        negative_prompt=recipe.negative_prompt,
        num_inference_steps=recipe.steps,
        guidance_scale=recipe.cfg_scale,
        width=recipe.width,
        height=recipe.height,
        generator=torch.Generator("cpu").manual_seed(recipe.seed),
    )


def _in_turn(*sides: Callable[[], object]) -> list[list[float]]:
    """Process seconds of every side, each round all of them in turn."""
    seconds: list[list[float]] = [[] for _ in sides]
    for _ in range(ROUNDS):
        for number, side in enumerate(sides):
            started = time.process_time()
            side()
            seconds[number].append(time.process_time() - started)
    return seconds


def _ratio(one: list[float], other: list[float]) -> float:
    return statistics.median(one) / statistics.median(other)
