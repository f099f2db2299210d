"""A model folder whose files have true headers and hardly any content: the doctor reads no more than headers."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
from safetensors.numpy import save_file

_UNET = "model.diffusion_model.input_blocks.0.0.weight"
_CROSS = "lora_unet_down_blocks_0_attn2_to_k.lora_down.weight"
_DECODER = "decoder.conv_in.weight"
_EMBEDDING = "emb_params"


def checkpoint(folder: Path, name: str, xl: bool = False) -> Path:
    """A single-file checkpoint of SD 1, or of SDXL."""
    text = "conditioner.embedders.1.model.x" if xl else "cond_stage_model.transformer.x"
    return _saved(folder / f"{name}.safetensors", {_UNET: (8, 4, 3, 3), text: (2, 2)})


def heavy_checkpoint(folder: Path, name: str) -> Path:
    """A checkpoint of which the header alone speaks of more memory than any machine has; a hole in a file, not data."""
    shape = [2**17, 4, 2**10, 2**10]
    size = 2 * 2**17 * 4 * 2**20  # a terabyte
    told = {_UNET: {"dtype": "F16", "shape": shape, "data_offsets": [0, size]}}
    text = json.dumps(told).encode()
    path = folder / f"{name}.safetensors"
    path.parent.mkdir(parents=True, exist_ok=True)
    with open(path, "wb") as file:
        file.write(len(text).to_bytes(8, "little") + text)
        file.truncate(8 + len(text) + size)
    return path


def lora(folder: Path, name: str, width: int = 768) -> Path:
    """A LoRA that reads text of this width."""
    return _saved(folder / "Lora" / f"{name}.safetensors", {_CROSS: (4, width)})


def vae(folder: Path, name: str, channels: int = 4) -> Path:
    """A VAE with this many latent channels."""
    return _saved(folder / "VAE" / f"{name}.safetensors", {_DECODER: (8, channels, 3, 3)})


def embedding(folder: Path, name: str, width: int = 768) -> Path:
    """A textual inversion of this width."""
    return _saved(folder / "embeddings" / f"{name}.safetensors", {_EMBEDDING: (2, width)})


def unsafe(folder: Path, kind: str, name: str) -> Path:
    """A file in a format that is never opened."""
    path = folder / kind / f"{name}.pt"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"not read")
    return path


def _saved(path: Path, shapes: dict[str, tuple[int, ...]]) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    save_file({name: np.zeros(shape, np.float16) for name, shape in shapes.items()}, str(path))
    return path
