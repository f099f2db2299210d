"""A comic by the model that ships: the artist against plain diffusers, which paints four panels in turn in float32.

Where no weights are shipped the same shapes with weights of chance are painted: they take as long.
"""

from __future__ import annotations

import os
import shutil
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from unittest.mock import patch

from pipeline.comic import PANELS

NAME = "necut-tiny"
STEPS, FEW = 20, 6
ROUNDS = 2


def figures() -> Iterator[str]:
    """Ratios, both sides in turn in one run; the quickest of the rounds counts."""
    with tempfile.TemporaryDirectory() as folder, patch.dict(os.environ, _surroundings(folder)):
        _put(Path(folder) / "models" / NAME)
        from training.measure.painting import Painter

        plain = Painter.load(Path(folder) / "models" / NAME).pipe
        twenty, by_plain, few = _quickest(
            lambda: _by_artist("DPM++ 2M", "Karras", STEPS, 6.0),
            lambda: _by_diffusers(plain),
            lambda: _by_artist("LCM", None, FEW, 1.0),
        )
    yield f"necut-tiny: a comic of {STEPS} steps takes {twenty:.1f} s, {twenty / by_plain:.2f} of the plain loop"
    yield f"necut-tiny: in {FEW} steps without guidance {few:.1f} s, {few / by_plain:.2f} of the plain loop"


def _surroundings(folder: str) -> dict[str, str]:
    return {"NECUT_HOME": f"{folder}/home", "NECUT_MODELS": f"{folder}/models", "NECUT_DEVICE": "cpu"}


def _put(folder: Path) -> None:
    """The shipped model, or its shapes with weights of chance."""
    from pipeline.artists.diffusion.on_disk import SHIPPED
    from training import parts

    if (SHIPPED / NAME).is_dir():
        shutil.copytree(SHIPPED / NAME, folder)
        return
    words = parts.tokenizer(["orange cat running, beach, night"] * 4, parts.FULL.words)
    vae = parts.autoencoder(parts.FULL)
    vae.decoder.layers[-1].weight.data *= 30  # weights of chance paint flat pictures, which the artist refuses
    folder.parent.mkdir(parents=True)
    text, unet = parts.text_encoder(parts.FULL, words), parts.unet(parts.FULL)
    parts.save({"vae": vae, "text_encoder": text, "tokenizer": words, "unet": unet}, folder)


def _by_artist(sampler: str, schedule_type: str | None, steps: int, cfg_scale: float) -> None:
    from pipeline import artists
    from pipeline.presets.preset import Preset

    artist = artists.get("diffusion")
    preset = Preset(checkpoint=NAME, sampler=sampler, schedule_type=schedule_type, steps=steps, cfg_scale=cfg_scale)
    list(artist.draw([artist.resolve(preset.with_changes(seed=seed), _prompt(seed), (1, 1)) for seed in range(PANELS)]))


def _prompt(seed: int) -> Any:
    from pipeline.comic import PanelPrompt

    return PanelPrompt(text=f"orange cat, cat running, beach, {('morning', 'day', 'sunset', 'night')[seed]}")


def _by_diffusers(pipe: Any) -> None:
    import torch

    from pipeline import samplers

    pipe.scheduler = samplers.scheduler("DPM++ 2M", "Karras", pipe.scheduler.config)
    for seed in range(PANELS):
        chance = torch.Generator().manual_seed(seed)
        pipe(_prompt(seed).text, num_inference_steps=STEPS, guidance_scale=6.0, generator=chance)


def _quickest(*sides: Callable[[], None]) -> list[float]:
    """Process seconds of each side, the least of all rounds; the first round also loads."""
    seconds: list[list[float]] = [[] for _ in sides]
    for _ in range(ROUNDS):
        for number, side in enumerate(sides):
            began = time.process_time()
            side()
            seconds[number].append(time.process_time() - began)
    return [min(each) for each in seconds]
