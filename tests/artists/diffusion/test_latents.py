"""Latents: noise that begins alike everywhere, previews that show what is coming."""

from __future__ import annotations

import numpy as np
import pytest
import torch
import torch.nn.functional as F

from pipeline import samplers
from pipeline.artists.diffusion import latents, loading
from pipeline.artists.diffusion.on_disk import find
from tests.artists.diffusion.making import recipe


@pytest.fixture
def engine():
    return loading.get(find("tiny"), "cpu")


def noise(engine, **changes):
    asked = recipe(**changes)
    return latents.starting_noise(engine, asked, torch.Generator("cpu").manual_seed(asked.seed))


def test_variation_moves_from_one_seed_to_the_other_and_keeps_the_noise_as_strong(engine):
    first, second = noise(engine, seed=1), noise(engine, seed=2)
    between = [noise(engine, seed=1, variation_seed=2, variation_strength=share) for share in (0.0, 0.5, 1.0)]
    assert torch.equal(between[0], first)
    assert torch.allclose(between[2], second, atol=1e-5)
    assert float(between[1].std()) == pytest.approx(float(first.std()), rel=0.1)


def test_noise_between_a_seed_and_itself_is_that_seeds(engine):
    assert torch.allclose(noise(engine, seed=1, variation_seed=1, variation_strength=0.5), noise(engine, seed=1))


@pytest.mark.parametrize("sampler", ["Euler", "DPM++ 2M", "DDIM", "Heun"])
@pytest.mark.parametrize("predicts", ["epsilon", "v_prediction"])
def test_a_model_that_knows_everything_gives_the_finished_latents_at_any_step(sampler, predicts):
    scheduler = samplers.scheduler(sampler, None, {"prediction_type": predicts, "beta_schedule": "scaled_linear",
                                                   "beta_start": 0.00085, "beta_end": 0.012})  # fmt: skip
    scheduler.set_timesteps(10)
    generator = torch.Generator().manual_seed(0)
    clean, added = torch.randn((2, 1, 4, 8, 8), generator=generator)
    timestep = scheduler.timesteps[4]
    noisy = scheduler.add_noise(clean, added, timestep.reshape(1))
    signal = scheduler.alphas_cumprod[int(timestep)]
    knows = added if predicts == "epsilon" else signal.sqrt() * added - (1 - signal).sqrt() * clean
    seen = scheduler.scale_model_input(noisy, timestep)
    assert torch.allclose(latents.clean_estimate(scheduler, seen, knows, timestep), clean, atol=2e-2)


def test_previews_have_the_colours_that_the_vae_gives(engine, monkeypatch):
    colours = torch.tensor([[0.3, 0.0, -0.2], [0.0, 0.4, 0.1], [-0.1, 0.0, 0.2], [0.05, -0.2, 0.0]])

    def paint(wanted, return_dict):
        small = torch.einsum("nchw,ck->nkhw", wanted * engine.pipe.vae.config.scaling_factor, colours)
        return (F.interpolate(small, scale_factor=8),)

    monkeypatch.setattr(engine.pipe.vae, "decode", paint)
    monkeypatch.setattr(engine, "colours", None)
    some = torch.randn((1, 4, 8, 8), generator=torch.Generator().manual_seed(3))
    shown = np.asarray(latents.previews(engine, some)[0].resize((8, 8))).astype(float)
    meant = np.asarray(latents.decode(engine, some)[0].resize((8, 8))).astype(float)
    assert np.corrcoef(shown.ravel(), meant.ravel())[0, 1] > 0.95
    monkeypatch.undo()
    engine.colours = None
