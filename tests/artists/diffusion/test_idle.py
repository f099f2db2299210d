"""What is left out changes nothing, and only that is left out."""

from __future__ import annotations

import torch

from pipeline.artists.diffusion import loading
from pipeline.artists.diffusion.idle import without_divisions_by_one
from pipeline.artists.diffusion.on_disk import find


def test_only_divisions_by_the_number_one_are_left_out():
    numbers = torch.randn(5, generator=torch.Generator().manual_seed(0))
    with without_divisions_by_one():
        assert (numbers / 1) is numbers and numbers.div(1.0) is numbers
        assert torch.equal(numbers / 2, numbers * 0.5)
        assert torch.equal(numbers / torch.ones(5), numbers)
        assert torch.equal(torch.div(numbers, 4, rounding_mode="floor"), torch.floor(numbers / 4))
    assert (numbers / 1) is not numbers, "outside of the block nothing is changed"


def test_a_unet_says_to_the_last_bit_what_it_said():
    unet = loading.get(find("tiny"), "cpu").pipe.unet
    generator = torch.Generator().manual_seed(1)
    asked = (
        torch.randn((2, 4, 8, 8), generator=generator),
        torch.tensor(500),
        torch.randn((2, 77, unet.config.cross_attention_dim), generator=generator),
    )
    with torch.no_grad():
        plain = unet(*asked).sample
        with without_divisions_by_one():
            assert torch.equal(unet(*asked).sample, plain)
