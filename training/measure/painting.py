"""Asking a painter for many pictures, through plain diffusers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pipeline import samplers
from training import loop, parts

if TYPE_CHECKING:
    from PIL.Image import Image

SEED = 564_404_008
"""The first picture's seed; each next one has the next."""


@dataclass(frozen=True)
class Manner:
    """How pictures are painted."""

    sampler: str = "DPM++ 2M"
    schedule_type: str = "Karras"
    steps: int = 20
    cfg_scale: float = 6.0
    negative: str = ""


STANDARD = Manner()
"""What accuracy is measured with."""


@dataclass
class Painter:
    """A pipeline, and how many pictures it paints at once."""

    pipe: Any
    batch: int

    @classmethod
    def load(cls, folder: Path, lora: Path | None = None) -> Painter:
        """The painter in a folder, with a LoRA if one is given."""
        import torch

        device = loop.device()
        pipe = parts.load(folder, device)
        if lora:
            from safetensors.torch import load_file

            pipe.load_lora_weights(load_file(str(lora)))
        if device == "cuda":
            pipe.unet.to(torch.bfloat16)
            pipe.text_encoder.to(torch.bfloat16)
            pipe.vae.to(torch.bfloat16)
        return cls(pipe, 64 if device == "cuda" else 4)

    def paint(self, prompts: Sequence[str], manner: Manner = STANDARD, seeds: Sequence[int] = ()) -> Iterator[Image]:
        """A picture for each prompt, in order. The seeds are `SEED` and the next ones unless they are given."""
        import torch

        own = list(seeds) or [SEED + place for place in range(len(prompts))]
        self.pipe.scheduler = samplers.scheduler(manner.sampler, manner.schedule_type, self.pipe.scheduler.config)
        for first in range(0, len(prompts), self.batch):
            part = list(prompts[first : first + self.batch])
            yield from self.pipe(
                part,
                negative_prompt=[manner.negative] * len(part),
                num_inference_steps=manner.steps,
                guidance_scale=manner.cfg_scale,
                generator=[torch.Generator().manual_seed(seed) for seed in own[first : first + self.batch]],
            ).images
