"""Half precision where the device has it: nearly the same picture, recorded, never broken, and off when asked."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from pipeline.artists.diffusion import device, loading
from pipeline.artists.diffusion.on_disk import find
from pipeline.presets.preset import Lora
from tests.artists.diffusion.making import drawn, pixels, recipe
from tests.checkpoints import save_lora


@pytest.fixture
def half(monkeypatch):
    """As on a CPU with bfloat16 of its own (torch reckons in it on any, only slower)."""
    monkeypatch.delenv("NECUT_PRECISION")
    monkeypatch.setattr(device, "_has_bfloat16", lambda: True)


def test_the_precision_is_the_devices_unless_the_setting_asks_for_float32(half, monkeypatch):
    assert device.precision("cpu") == "bfloat16"
    monkeypatch.setenv("NECUT_PRECISION", "fp32")
    assert device.precision("cpu") == "float32"
    monkeypatch.delenv("NECUT_PRECISION")
    monkeypatch.setattr(device, "_has_bfloat16", lambda: False)
    assert device.precision("cpu") == "float32"


@pytest.mark.parametrize("checkpoint", ["tiny", "single", "large"])
def test_half_precision_paints_nearly_the_same_picture_and_says_so(half, monkeypatch, checkpoint):
    asked = recipe(checkpoint=checkpoint)
    fast = drawn(asked)[0]
    monkeypatch.setenv("NECUT_PRECISION", "float32")
    full = drawn(asked)[0]
    assert (fast.recipe.extra["precision"], full.recipe.extra["precision"]) == ("bfloat16", "float32")
    assert 0 < np.abs(pixels(fast.picture) - pixels(full.picture)).mean() <= 4


def test_numbers_that_break_in_half_precision_are_painted_again_in_full(half, fresh_engines, monkeypatch):
    four = [recipe(seed=seed) for seed in range(3)]
    engine = loading.get(find("tiny"), "cpu")
    engine.pipe.unet.register_forward_hook(lambda _module, _inputs, output: (output[0] * float("nan"),))
    got = drawn(four)
    assert [each.recipe.extra["precision"] for each in got] == ["float32"] * 3
    monkeypatch.setenv("NECUT_PRECISION", "float32")
    assert [each.picture.tobytes() for each in got] == [each.picture.tobytes() for each in drawn(four)]
    assert fresh_engines == ["tiny", "tiny"]


def test_a_text_is_encoded_once_for_all_panels_and_jobs(fresh_engines):
    engine = loading.get(find("tiny"), "cpu")
    calls = []
    engine.pipe.text_encoder.register_forward_hook(lambda *_: calls.append(1))
    before = drawn([recipe(f"cat {seed}", seed=seed) for seed in range(3)])
    assert len(calls) == 4, "three panels and the negative that they share"
    again = drawn([recipe(f"cat {seed}", seed=seed) for seed in range(3)])
    assert len(calls) == 4
    assert [each.picture.tobytes() for each in before] == [each.picture.tobytes() for each in again]
    drawn(recipe("cat 0", loras=(Lora(name="nowhere"),)))
    assert len(calls) == 4, "a LoRA that is not there changes no text"


def test_encoded_texts_are_forgotten_beyond_a_number(fresh_engines, monkeypatch):
    from pipeline.artists.diffusion import prompts
    from pipeline.grammar import fragments

    monkeypatch.setattr(prompts, "KEPT", 2)
    engine = loading.get(find("tiny"), "cpu")
    with engine.painting_with(()):
        first = [prompts.encode(engine, fragments(text)).vectors for text in ("cat", "dog", "owl")]
        assert len(engine.encoded) == 2
        assert torch.equal(prompts.encode(engine, fragments("cat")).vectors, first[0])


def test_a_lora_in_half_precision_paints_nearly_what_it_paints_in_full_and_leaves_nothing_behind(
    half, fresh_engines, monkeypatch, shelf
):
    save_lora(shelf / "Lora" / "halfway.safetensors", seed=3)
    plain = drawn(recipe())[0].picture
    asked = recipe(loras=(Lora(name="halfway", weight=0.05),))
    fast = drawn(asked)[0]
    assert fast.notices == () and fast.recipe.extra["precision"] == "bfloat16"
    assert all(each.dtype == torch.bfloat16 for each in loading.get(find("tiny"), "cpu").pipe.unet.parameters())
    assert np.abs(pixels(fast.picture) - pixels(plain)).mean() > 1, "it acts"
    assert drawn(recipe())[0].picture.tobytes() == plain.tobytes()
    monkeypatch.setenv("NECUT_PRECISION", "float32")
    full = drawn(asked)[0]
    assert 0 < np.abs(pixels(fast.picture) - pixels(full.picture)).mean() <= 4
