"""The table of samplers: names in, schedulers out."""

from __future__ import annotations

import inspect

import numpy as np
import pytest

from pipeline import samplers
from pipeline.errors import InputError

SD15 = {
    "_class_name": "PNDMScheduler",
    "num_train_timesteps": 1000,
    "beta_start": 0.00085,
    "beta_end": 0.012,
    "beta_schedule": "scaled_linear",
    "prediction_type": "epsilon",
    "skip_prk_steps": True,
    "set_alpha_to_one": False,
    "steps_offset": 1,
    "clip_sample": False,
    "use_karras_sigmas": True,  # what an earlier job may have left behind must not reach the next
}


def model_sigmas() -> np.ndarray:
    """The noise levels SD 1.5 was trained on, from its betas alone, in single precision as it was."""
    betas = np.linspace(0.00085**0.5, 0.012**0.5, 1000, dtype=np.float32) ** 2
    kept = np.cumprod(1 - betas, dtype=np.float32)
    return np.sqrt((1 - kept) / kept).astype(np.float64)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("DPM++ 2M Karras", ("DPM++ 2M", "Karras")),
        ("dpm++ 2m karras", ("DPM++ 2M", "Karras")),
        ("  DPM++  2M   SDE Karras ", ("DPM++ 2M SDE", "Karras")),
        ("DPM++ 2M SDE Heun Exponential", ("DPM++ 2M SDE Heun", "Exponential")),
        ("DPM++ 2M SDE Heun", ("DPM++ 2M SDE Heun", None)),
        ("DPM2 a Karras", ("DPM2 a", "Karras")),
        ("Euler SGM Uniform", ("Euler", "SGM Uniform")),
        ("Euler Automatic", ("Euler", "Automatic")),
        ("euler A", ("Euler a", None)),
        ("k_dpmpp_2m_ka", ("DPM++ 2M", "Karras")),
        ("k_euler_a", ("Euler a", None)),
        ("dpmpp_2m_sde_k", ("DPM++ 2M SDE", "Karras")),  # InvokeAI
        ("euler_ancestral", ("Euler a", None)),  # ComfyUI
        ("dpmpp_2m_sde_gpu", ("DPM++ 2M SDE", None)),
        ("uni_pc_bh2", ("UniPC", None)),
        ("DDIM", ("DDIM", None)),
    ],
)
def test_split_reads_old_and_new_names(written, meant):
    assert samplers.split(written) == meant


@pytest.mark.parametrize("name", samplers.names())
def test_every_joint_name_is_split_again(name):
    for schedule_type in samplers.schedule_types(name):
        resolved = samplers.resolve(name, schedule_type)
        joint = samplers.joint_name(name, schedule_type)
        assert samplers.split(joint) == (name, resolved if resolved in ("Karras", "Exponential") else None)


@pytest.mark.parametrize("name", ["", "Eulr", "DPM fast", "Karras", "DPM++ 2M Karas"])
def test_an_unknown_sampler_is_refused_with_the_nearest(name):
    with pytest.raises(InputError) as caught:
        samplers.split(name)
    assert caught.value.key == "samplers.unknown"
    assert caught.value.values["nearest"] in samplers.names()


def test_an_impossible_pair_is_refused_with_the_nearest_possible():
    with pytest.raises(InputError) as caught:
        samplers.check("Euler a", "Karras")
    near = caught.value.values
    assert samplers.check(near["sampler"], near["default"]) == ("Euler a", "Uniform")
    assert samplers.check(near["kin"], near["schedule_type"]) == ("Euler", "Karras")


def test_a_given_schedule_type_wins_over_the_joint_name_and_automatic_does_not():
    assert samplers.pair("DPM++ 2M Karras", "exponential") == ("DPM++ 2M", "Exponential")
    assert samplers.pair("DPM++ 2M Karras", "Automatic") == ("DPM++ 2M", "Karras")
    assert samplers.check("DPM++ 2M", None) == ("DPM++ 2M", "Karras")


def test_the_table_agrees_with_itself():
    for name, row in samplers.SAMPLERS.items():
        assert row.default in row.schedules, name
        assert set(row.schedules) <= set(samplers.SCHEDULES), name
        if row.kin:
            assert set(samplers.SAMPLERS[row.kin].schedules) >= set(samplers.SAMPLERS["Euler"].schedules), name


@pytest.mark.parametrize("name", samplers.names())
def test_every_sampler_steps_to_a_finite_picture_with_every_schedule_it_can_take(name):
    import torch

    for schedule_type in samplers.SAMPLERS[name].schedules:
        built = samplers.scheduler(name, schedule_type, SD15, steps=6)
        noise = torch.Generator().manual_seed(1)
        latents = torch.randn(1, 4, 8, 8, generator=noise) * built.init_noise_sigma
        takes_noise = "generator" in inspect.signature(built.step).parameters
        for timestep in built.timesteps:
            guess = built.scale_model_input(latents, timestep) * 0.9
            latents = built.step(guess, timestep, latents, **({"generator": noise} if takes_noise else {})).prev_sample
        assert torch.isfinite(latents).all(), schedule_type
        # PLMS repeats its second step; a second-order method asks twice but for its last step.
        assert len(built.timesteps) in (6 * samplers.SAMPLERS[name].calls, 11, 7), schedule_type


@pytest.mark.parametrize(
    ("name", "schedule_type"), [("DPM++ 2M", "Beta"), ("UniPC", "Beta"), ("LCM", None), ("TCD", None)]
)
@pytest.mark.parametrize("steps", [1, 2, 80, 150])
def test_any_number_of_steps_is_walked_to_its_end(name, schedule_type, steps):
    """Beta lays many steps on one timestep; few-step models lay 50 unless told of more."""
    import torch

    built = samplers.scheduler(name, schedule_type, SD15)
    built.set_timesteps(steps, device="cpu")
    latents = torch.ones(1, 4, 2, 2) * built.init_noise_sigma
    for timestep in built.timesteps:
        latents = built.step(built.scale_model_input(latents, timestep) * 0.5, timestep, latents).prev_sample
    assert torch.isfinite(latents).all()
    assert len(built.timesteps) == steps


def test_a_model_that_was_trained_to_full_noise_steps_to_a_finite_picture():
    """Lin et al. 2023, "Common Diffusion Noise Schedules and Sample Steps are Flawed"."""
    import torch

    config = {**SD15, "prediction_type": "v_prediction", "rescale_betas_zero_snr": True}
    for name, schedule_type in (("Euler", "SGM Uniform"), ("DDIM", "SGM Uniform"), ("DPM++ 2M", "Beta")):
        built = samplers.scheduler(name, schedule_type, config, steps=8)
        latents = torch.ones(1, 4, 2, 2) * built.init_noise_sigma
        for timestep in built.timesteps:
            latents = built.step(built.scale_model_input(latents, timestep) * 0.5, timestep, latents).prev_sample
        assert torch.isfinite(latents).all(), name


@pytest.mark.parametrize("name", samplers.names())
def test_every_class_has_the_arguments_that_its_row_gives(name):
    import diffusers

    row = samplers.SAMPLERS[name]
    known = inspect.signature(getattr(diffusers, row.scheduler).__init__).parameters
    assert set(row.arguments) <= set(known)
    for schedule_type in row.schedules:
        asked = {argument for argument in samplers.SCHEDULES[schedule_type] if argument.startswith("use_")}
        assert asked <= set(known), schedule_type


def test_the_karras_schedule_is_the_published_one():
    """Karras et al. 2022, "Elucidating the Design Space of Diffusion-Based Generative Models", equation 5, rho 7."""
    sigmas, ramp = model_sigmas(), np.linspace(0, 1, 20)
    low, high = sigmas[0] ** (1 / 7), sigmas[-1] ** (1 / 7)
    published = (high + ramp * (low - high)) ** 7
    for name in ("DPM++ 2M", "Euler", "DPM++ 2M SDE", "LMS", "UniPC"):
        built = samplers.scheduler(name, "Karras", SD15, steps=20)
        np.testing.assert_allclose(built.sigmas[:20].numpy(), published, rtol=1e-5)


def test_the_exponential_schedule_falls_evenly_in_the_logarithm():
    sigmas = model_sigmas()
    published = np.exp(np.linspace(np.log(sigmas[-1]), np.log(sigmas[0]), 20))
    for name in ("DPM++ 2M", "Euler", "DPM++ 3M SDE"):
        built = samplers.scheduler(name, "Exponential", SD15, steps=20)
        np.testing.assert_allclose(built.sigmas[:20].numpy(), published, rtol=1e-5)


def test_the_uniform_schedule_lays_its_timesteps_evenly():
    """k-diffusion's DiscreteSchedule.get_sigmas; between two trained noise levels diffusers goes straight."""
    published = np.interp(np.linspace(999, 0, 20), np.arange(1000), model_sigmas())
    for name in ("Euler", "Euler a", "LMS"):
        built = samplers.scheduler(name, "Uniform", SD15, steps=20)
        np.testing.assert_allclose(built.sigmas[:20].numpy(), published, rtol=1e-5)


def test_the_checkpoint_says_what_the_model_is_and_the_row_how_to_step():
    built = samplers.scheduler("Euler", "Uniform", {**SD15, "prediction_type": "v_prediction"})
    assert built.config.prediction_type == "v_prediction"
    assert not built.config.use_karras_sigmas


def test_naming_samplers_imports_no_torch():
    import subprocess
    import sys

    asked = "import sys; from pipeline import samplers; samplers.names(); print('torch' in sys.modules)"
    assert subprocess.check_output([sys.executable, "-c", asked], text=True).strip() == "False"
