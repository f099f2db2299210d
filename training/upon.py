"""What is built upon a trained painter shares this: its parts, frozen, and pictures as it sees them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from training import loop, painter, parts
from training.command import Asked
from training.pictures import Pictures

if TYPE_CHECKING:
    import torch


@dataclass
class Base:
    """A trained painter on a device, and what is shown to it."""

    device: str
    vae: Any
    text: Any
    unet: Any
    tokenizer: Any
    signal: torch.Tensor
    """How much of a picture is left at each noise level (ᾱ)."""
    latents: torch.Tensor
    numbers: list[int]
    """The pictures' numbers, as many as there are latents."""

    def shown(self, rows: torch.Tensor) -> torch.Tensor:
        """The latents of these rows."""
        return self.latents[rows].float()

    def read(self, texts: list[str]) -> torch.Tensor:
        """Texts through the text encoder, (n, 77, width)."""
        return self.text(painter.tokens(self.tokenizer, texts).to(self.device)).last_hidden_state


def base(asked: Asked, count: int, finish: Any = None, only: Any = None) -> Base:
    """The painter at `asked.base`, frozen, and `count` pictures encoded by it.

    `finish(number, picture)` changes a picture before; `only(number)` says which to keep.
    """
    import torch

    device = loop.device()
    pipe = parts.load(asked.base, device)
    for part in (pipe.vae, pipe.unet, pipe.text_encoder):
        part.requires_grad_(False)
    drawn = Pictures(asked.data, pipe.unet.config.sample_size * 8, 0, count)
    for done in drawn.draw():
        print(f"{asked.work.name}: {done} of {count} pictures drawn")
    latents = painter.encoded(asked, drawn, pipe.vae, finish)[:count]
    numbers = [number for number in range(len(latents)) if only is None or only(number)]
    return Base(
        device=device,
        vae=pipe.vae,
        text=pipe.text_encoder,
        unet=pipe.unet,
        tokenizer=pipe.tokenizer,
        signal=pipe.scheduler.alphas_cumprod.to(device),
        latents=latents[torch.tensor(numbers)].to(device),
        numbers=numbers,
    )


def rows(seed: int, step: int, batch: int, count: int) -> list[int]:
    """Which pictures a step looks at."""
    chance = loop.chance_of(seed, step, "rows")
    return [chance.randrange(count) for _ in range(batch)]


def with_lora(unet: Any, rank: int, layers: tuple[str, ...]) -> list[torch.Tensor]:
    """Put a LoRA (Hu et al. 2021) of this rank on the layers, and return its weights: all that is then learnt."""
    from peft import LoraConfig

    unet.add_adapter(LoraConfig(r=rank, lora_alpha=rank, init_lora_weights="gaussian", target_modules=list(layers)))
    return [weight for weight in unet.parameters() if weight.requires_grad]


def save_lora(unet: Any, path: Path) -> None:
    """Write the LoRA in float16 under the names of PEFT: `load_lora_weights` of plain diffusers reads it."""
    import torch
    from peft.utils import get_peft_model_state_dict
    from safetensors.torch import save_file

    layers = get_peft_model_state_dict(unet)
    tensors = {f"unet.{name}": value.detach().to("cpu", torch.float16).contiguous() for name, value in layers.items()}
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_suffix(".new")
    save_file(tensors, str(fresh))
    fresh.replace(path)


def lora_state(unet: Any) -> dict[str, torch.Tensor]:
    """The LoRA's weights, to be kept between two runs."""
    return {name: value.detach().cpu() for name, value in unet.named_parameters() if value.requires_grad}


def restore_lora(unet: Any, state: dict[str, torch.Tensor]) -> None:
    """Put them back."""
    import torch

    with torch.no_grad():
        for name, value in unet.named_parameters():
            if name in state:
                value.copy_(state[name])


ATTENTION = ("to_q", "to_k", "to_v", "to_out.0")
"""The layers that a style needs."""
EVERYTHING = (*ATTENTION, "proj_in", "proj_out", "ff.net.0.proj", "ff.net.2", "conv1", "conv2", "time_emb_proj")
"""The layers that another way of stepping needs (Luo et al. 2023, LCM-LoRA)."""
