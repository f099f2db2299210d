"""The denoising loop, as a generator: noise → latents, one step at a time; the progress bar belongs to who watches.

Each step runs inside `engine.painting_with`, and nothing is held between steps: another job may
paint meanwhile, and closing the generator stops within one step.
"""

from __future__ import annotations

import inspect
import math
from collections.abc import Generator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipeline import samplers
from pipeline.artists.diffusion import latents as latent_tools
from pipeline.artists.diffusion.conditions import Condition
from pipeline.artists.diffusion.idle import without_divisions_by_one
from pipeline.artists.diffusion.prompts import Encoded

if TYPE_CHECKING:
    import torch
    from PIL.Image import Image

    from pipeline.artists.diffusion.loading import Adapters, Engine
    from pipeline.comic import Recipe

MOST_CHUNKS = 12
"""Texts are brought to one length up to so many chunks of 77 tokens."""
PREVIEWS = 8
"""About how many previews a picture gives on its way."""


@dataclass(frozen=True)
class Work:
    """Recipes that are painted in one batch: they agree in size, sampler, steps, CFG, LoRAs and when prompts change."""

    recipes: tuple[Recipe, ...]
    prompts: tuple[Condition, ...]
    negatives: tuple[Condition, ...]
    adapters: Adapters


@dataclass(frozen=True)
class Progress:
    """Steps done out of all, and at times small previews of the batch."""

    done: int
    total: int
    previews: tuple[Image, ...] = ()


def denoise(engine: Engine, work: Work) -> Generator[Progress, None, torch.Tensor]:
    """Yield Progress after every step; return the finished latents, (batch, channels, height, width) in float32."""
    first = work.recipes[0]
    scheduler = samplers.scheduler(first.sampler, first.schedule_type, engine.scheduler_config)
    scheduler.set_timesteps(first.steps, device=engine.device)
    generators = _generators(work.recipes)
    noise = [
        latent_tools.starting_noise(engine, recipe, one) for recipe, one in zip(work.recipes, generators, strict=True)
    ]
    latents = latent_tools.stacked(noise).to(engine.device) * scheduler.init_noise_sigma
    more = {"generator": generators} if "generator" in inspect.signature(scheduler.step).parameters else {}
    total = len(scheduler.timesteps)
    every = max(1, total // PREVIEWS)
    for index, timestep in enumerate(scheduler.timesteps):
        with engine.painting_with(work.adapters):
            seen = scheduler.scale_model_input(latents, timestep)
            predicted = _guided(engine, work, seen, timestep, index / total)
            wanted = (index + 1) % every == 0 and index + 1 < total
            estimate = latent_tools.clean_estimate(scheduler, seen, predicted, timestep) if wanted else None
            shown = latent_tools.previews(engine, estimate) if wanted else ()
            latents = scheduler.step(predicted, timestep, latents, return_dict=False, **more)[0]
        yield Progress(index + 1, total, shown)
    return latents


def _generators(recipes: Sequence[Recipe]) -> list[torch.Generator]:
    """One CPU generator a picture, so that no neighbour and no device changes its noise."""
    import torch

    return [torch.Generator("cpu").manual_seed(recipe.seed) for recipe in recipes]


def _guided(engine: Engine, work: Work, seen: torch.Tensor, timestep, share: float) -> torch.Tensor:
    """The model's prediction, led away from the negative prompt (classifier-free guidance, Ho & Salimans 2022).

    Each part of a prompt with `AND` leads by its own weight (composable diffusion, Liu et al. 2022).
    `share` is how much of the way is done, from 0 to 1.
    """
    first = work.recipes[0]
    step = int(share * first.steps) + 1
    parts = list(zip(*(each.at(step) for each in work.prompts), strict=True))  # per part, over the batch
    weights = [part[0][0] for part in parts]
    towards = [tuple(encoded for _, encoded in part) for part in parts]
    begin, end = (float(first.extra.get(name, open)) for name, open in (("cfg_start", 0.0), ("cfg_end", 1.0)))
    if first.cfg_scale <= 1 or not begin <= share <= end:
        led = _predict_all(engine, towards, seen, timestep, work.recipes)
        return sum(weight * each for weight, each in zip(weights, led, strict=True)) / (sum(weights) or 1.0)
    negatives = tuple(each.at(step)[0][1] for each in work.negatives)
    away, *led = _predict_all(engine, [negatives, *towards], seen, timestep, work.recipes)
    return away + first.cfg_scale * sum(weight * (each - away) for weight, each in zip(weights, led, strict=True))


def _predict_all(engine: Engine, rows, seen: torch.Tensor, timestep, recipes) -> list[torch.Tensor]:
    """A prediction for each row of texts, a row holding one text a picture: all in one call.

    Texts of different lengths are brought to one by repeating their chunks. Where that would make them too long, those
    of one length share a call.
    """
    asked = [(text, picture) for row in rows for picture, text in enumerate(row)]
    common = math.lcm(*(text.chunks for text, _ in asked))
    lengths = [common if common <= MOST_CHUNKS else text.chunks for text, _ in asked]
    found: list = [None] * len(asked)
    for length in dict.fromkeys(lengths):
        places = [place for place, each in enumerate(lengths) if each == length]
        texts = [asked[place][0].repeated(length) for place in places]
        pictures = [asked[place][1] for place in places]
        predicted = _predict(engine, texts, seen[pictures], timestep, [recipes[picture] for picture in pictures])
        for place, each in zip(places, predicted.split(1), strict=True):
            found[place] = each
    wide = len(recipes)
    return [latent_tools.stacked(found[begin : begin + wide]) for begin in range(0, len(found), wide)]


def _predict(engine: Engine, prompts: Sequence[Encoded], seen, timestep, recipes: Sequence[Recipe]) -> torch.Tensor:
    engine.need("unet")
    unet = engine.pipe.unet
    vectors = latent_tools.stacked([each.vectors for each in prompts]).to(unet.dtype)
    added = None
    if engine.is_xl:
        whole = latent_tools.stacked([each.whole for each in prompts]).to(unet.dtype)
        added = {"text_embeds": whole, "time_ids": _sizes(recipes, whole)}
    with without_divisions_by_one():
        predicted = unet(
            seen.to(unet.dtype), timestep, encoder_hidden_states=vectors, added_cond_kwargs=added, return_dict=False
        )[0]
    return predicted.float()


def _sizes(recipes: Sequence[Recipe], like: torch.Tensor) -> torch.Tensor:
    """SDXL is told sizes: the original's, where it was cropped, the wanted one (Podell et al. 2023, section 2.2)."""
    return like.new_tensor([[each.height, each.width, 0, 0, each.height, each.width] for each in recipes])
