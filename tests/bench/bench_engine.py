"""The diffusion engine against the plain loop: a comic's four pictures by `StableDiffusionPipeline(prompt)` in float32
and by Necut, in one run, with the difference between the pictures beside the ratio. Random weights throughout."""

from __future__ import annotations

import gc
import os
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from unittest.mock import patch

import numpy as np

from tests.checkpoints import tiny_parts

STEPS = 4
ROUNDS = 5
SIDE = 256
PANELS = ("a cat, rain, street", "a cat running, night", "an empty umbrella stand", "a cat asleep, window")
NEGATIVE = "text, watermark"
CFG = 6.0
SHAPES = {"SD 1.5": ("sd1", 512), "SDXL": ("sdxl", 1024)}
CUDA_STEPS = 20
SPREAD = 0.2
"""How far the colours of a picture spread, of the whole range: about as far as a drawing's."""


def figures() -> Iterator[str]:
    """The ratio on the CPU with as many threads as torch sees, then on CUDA where there is a card."""
    import torch

    threads = torch.get_num_threads()
    torch.set_num_threads(len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1)
    try:
        yield from _on_cpu()
    finally:
        torch.set_num_threads(threads)
    if not torch.cuda.is_available():
        yield "CUDA: skipped, torch finds no CUDA device on this machine"
        return
    for name, (family, side) in SHAPES.items():
        yield from _on_cuda(name, family, side)


def _on_cpu() -> Iterator[str]:
    import torch

    with tempfile.TemporaryDirectory() as folder, patch.dict(os.environ, _surroundings(folder, "cpu")):
        pipe = _small_pipeline()
        million = sum(each.numel() for each in pipe.unet.parameters()) / 1e6
        pipe.save_pretrained(Path(folder) / "models" / "bench")
        ratio, ours, difference, precision = _compared(pipe, "bench", SIDE, STEPS)
    yield (
        f"CPU, {torch.get_num_threads()} threads, U-Net of {million:.0f} M parameters, {STEPS} steps: "
        f"Necut ({precision}) is {ratio:.2f} x as fast as the pipeline called four times (float32); "
        f"{ours:.2f} s a comic; mean difference {difference:.2f}/255"
    )


def _surroundings(folder: str, device: str) -> dict[str, str]:
    return {
        "NECUT_HOME": f"{folder}/home",
        "NECUT_MODELS": f"{folder}/models",
        "NECUT_DEVICE": device,
        "NECUT_PRECISION": "",
    }


def _small_pipeline():
    """A pipeline in the shape of SD 1.5, smaller, with a decoder that costs next to nothing."""
    import diffusers
    import torch

    with torch.random.fork_rng():
        torch.manual_seed(0)
        unet = diffusers.UNet2DConditionModel(
            sample_size=SIDE // 8,
            block_out_channels=(96, 192, 320),
            layers_per_block=1,
            down_block_types=("CrossAttnDownBlock2D", "CrossAttnDownBlock2D", "DownBlock2D"),
            up_block_types=("UpBlock2D", "CrossAttnUpBlock2D", "CrossAttnUpBlock2D"),
            cross_attention_dim=tiny_parts()["text_encoder"].config.hidden_size,
            attention_head_dim=4,
        )
        vae = diffusers.AutoencoderTiny(
            encoder_block_out_channels=(16,) * 4,
            decoder_block_out_channels=(16,) * 4,
            num_encoder_blocks=(1,) * 4,
            num_decoder_blocks=(1,) * 4,
        )
    return _pipeline({**tiny_parts(), "unet": unet.eval(), "vae": _lively(vae.eval())}, xl=False)


def _lively(vae):
    """Random weights decode to flat, dark pictures, between which no difference could be seen: spread their colours."""
    import torch

    latents = torch.randn((1, 4, SIDE // 8, SIDE // 8), generator=torch.Generator().manual_seed(0))
    last = vae.decoder.layers[-1]
    with torch.no_grad():
        seen = (vae.decode(latents, return_dict=False)[0] + 1) / 2  # the decoder ends with x * 2 - 1
        stronger = SPREAD / seen.std(dim=(0, 2, 3))
        last.weight.mul_(stronger[:, None, None, None])
        last.bias.copy_(0.5 - (seen.mean(dim=(0, 2, 3)) - last.bias) * stronger)
    return vae


def _pipeline(parts: dict[str, Any], xl: bool):
    import diffusers

    if xl:
        return diffusers.StableDiffusionXLPipeline(**parts)
    return diffusers.StableDiffusionPipeline(
        **parts, safety_checker=None, feature_extractor=None, requires_safety_checker=False
    )


def _compared(pipe, checkpoint: str, side: int, steps: int) -> tuple[float, float, float, str]:
    """How many times faster, our seconds a comic (of the median round), the mean pixel difference, our precision."""
    from pipeline import samplers

    pipe.set_progress_bar_config(disable=True)
    pipe.scheduler = samplers.scheduler("DPM++ 2M", "Karras", dict(pipe.scheduler.config))
    recipes = _recipes(checkpoint, side, steps)
    seconds, (plain, drawn) = _in_turn(
        lambda: [_plain(pipe, recipe) for recipe in recipes],
        lambda: _drawn(recipes),
        warm_up=(lambda: _plain(pipe, recipes[0]), lambda: _drawn(recipes[:1])),
    )
    theirs, ours = seconds
    pairs = zip(plain, drawn, strict=True)
    difference = statistics.mean(
        float(np.abs(np.asarray(one, int) - np.asarray(other.picture, int)).mean()) for one, other in pairs
    )
    return theirs / ours, ours, difference, str(drawn[0].recipe.extra["precision"])


def _recipes(checkpoint: str, side: int, steps: int) -> list:
    from pipeline import artists
    from pipeline.comic import PanelPrompt
    from pipeline.presets.preset import Preset

    preset = Preset(checkpoint=checkpoint, sampler="DPM++ 2M", schedule_type="Karras", steps=steps, cfg_scale=CFG,
                    negative_prompt=NEGATIVE, width=side, height=side)  # fmt: skip
    artist = artists.get("diffusion")
    return [
        artist.resolve(preset.with_changes(seed=seed), PanelPrompt(text=text), (1, 1))
        for seed, text in enumerate(PANELS)
    ]


def _plain(pipe, recipe):
    import torch

    return pipe(
        recipe.sent_text,
        negative_prompt=recipe.negative_prompt,
        num_inference_steps=recipe.steps,
        guidance_scale=recipe.cfg_scale,
        width=recipe.width,
        height=recipe.height,
        generator=torch.Generator("cpu").manual_seed(recipe.seed),
    ).images[0]


def _drawn(recipes) -> list:
    from pipeline import artists
    from pipeline.artists import Drawn

    found = [event for event in artists.get("diffusion").draw(recipes) if isinstance(event, Drawn)]
    return sorted(found, key=lambda each: each.index)


def _in_turn(*sides: Callable[[], list], warm_up: tuple[Callable[[], object], ...]) -> tuple[list[float], list[list]]:
    """The seconds that each side took in the round whose ratio is the median of all, the sides in turn each round,
    and what came of each: two sides share a busy machine's good and bad moments."""
    for first in warm_up:
        first()
    rounds: list[list[float]] = []
    results: list[list] = [[] for _ in sides]
    for _ in range(ROUNDS):
        seconds = []
        for number, side in enumerate(sides):
            started = time.perf_counter()
            results[number] = side()
            seconds.append(time.perf_counter() - started)
        rounds.append(seconds)
    return sorted(rounds, key=lambda seconds: seconds[0] / seconds[-1])[ROUNDS // 2], results


def _on_cuda(name: str, family: str, side: int) -> Iterator[str]:
    """A random model of the published shape: seconds a comic, the share of the matrix rate, peak memory.

    The weights are rounded to bfloat16 before either side sees them, so that both paint with the same; the peak is that
    of our side alone, measured in one more comic when the other has left the card.
    """
    import torch

    from pipeline.artists.diffusion import loading

    with tempfile.TemporaryDirectory() as folder, patch.dict(os.environ, _surroundings(folder, "cuda")):
        pipe = _shaped_pipeline(family).to(torch.bfloat16)
        pipe.save_pretrained(Path(folder) / "models" / "bench")
        pipe.to("cuda", torch.float32)
        ratio, ours, difference, precision = _compared(pipe, "bench", side, CUDA_STEPS)
        operations = _operations(pipe, family, side) * 2 * len(PANELS) * CUDA_STEPS
        del pipe
        gc.collect()
        torch.cuda.empty_cache()
        torch.cuda.reset_peak_memory_stats()
        _drawn(_recipes("bench", side, CUDA_STEPS))
        peak = torch.cuda.max_memory_allocated() / 2**30
        loading.release()  # the next model is to find the card as empty as this one did
        rate = _matrix_rate(precision)
    yield (
        f"CUDA, {name}, {side}x{side}, {CUDA_STEPS} steps: Necut ({precision}) is {ratio:.2f} x as fast as the "
        f"pipeline called four times (float32); {ours:.2f} s a comic; "
        f"{operations / ours / rate:.0%} of the matrix rate "
        f"({rate / 1e12:.0f} TFLOP/s); "
        f"peak memory {peak:.1f} GiB; "
        f"mean difference {difference:.2f}/255"
    )


def _shaped_pipeline(family: str):
    """SD 1.5 or SDXL by its shipped configuration, with random weights and a tiny decoder."""
    import json

    import diffusers
    import torch
    from transformers import CLIPTextConfig, CLIPTextModel, CLIPTextModelWithProjection

    from pipeline.artists.diffusion import clip_vocabulary
    from pipeline.artists.diffusion.loading import CONFIGS

    folder = CONFIGS / family
    settings = json.loads((folder / "unet" / "config.json").read_text(encoding="utf-8"))
    torch.manual_seed(0)
    parts: dict[str, Any] = {
        "unet": diffusers.UNet2DConditionModel.from_config(settings).eval(),
        "vae": _lively(diffusers.AutoencoderTiny().eval()),
        "scheduler": tiny_parts()["scheduler"],
        "text_encoder": CLIPTextModel(CLIPTextConfig.from_pretrained(folder / "text_encoder")).eval(),
        "tokenizer": clip_vocabulary.tokenizer("tokenizer", family),
    }
    if family == "sdxl":
        second = CLIPTextConfig.from_pretrained(folder / "text_encoder_2")
        parts["text_encoder_2"] = CLIPTextModelWithProjection(second).eval()
        parts["tokenizer_2"] = clip_vocabulary.tokenizer("tokenizer_2", family)
    return _pipeline(parts, family == "sdxl")


def _operations(pipe, family: str, side: int) -> float:
    """Floating-point operations of the U-Net for one picture and one step, counted by torch."""
    import torch
    from torch.utils.flop_counter import FlopCounterMode

    latents = torch.randn((1, 4, side // 8, side // 8), device="cuda")
    words = torch.randn((1, 77, pipe.unet.config.cross_attention_dim), device="cuda")
    added = (
        {"text_embeds": torch.randn((1, 1280), device="cuda"), "time_ids": torch.zeros((1, 6), device="cuda")}
        if family == "sdxl"
        else None
    )
    counter = FlopCounterMode(display=False)
    with torch.no_grad(), counter:
        pipe.unet(latents, torch.tensor(500, device="cuda"), words, added_cond_kwargs=added)
    return float(counter.get_total_flops())


def _matrix_rate(precision: str, size: int = 8192, times: int = 20) -> float:
    """Floating-point operations a second that this card reaches in products of large matrices."""
    import torch

    one, other = (torch.randn((size, size), device="cuda", dtype=getattr(torch, precision)) for _ in range(2))
    one @ other
    torch.cuda.synchronize()
    started = time.perf_counter()
    for _ in range(times):
        one @ other
    torch.cuda.synchronize()
    return 2 * size**3 * times / (time.perf_counter() - started)
