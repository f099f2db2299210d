"""The parts of the painter: a standard Stable Diffusion pipeline, only small. And how it is written to disk.

Nothing here is ours alone: `StableDiffusionPipeline.from_pretrained` loads what `save` writes. The
vocabulary is CLIP's scheme (Radford et al. 2021) with merges learnt on Necut's captions.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from copy import deepcopy
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from diffusers import AutoencoderTiny, DDIMScheduler, StableDiffusionPipeline, UNet2DConditionModel
    from transformers import CLIPTextModel, CLIPTokenizer

LENGTH = 77
SHARD = "14MB"
"""The largest file that is written."""
_START, _END = "<|startoftext|>", "<|endoftext|>"
NOISE = {
    "num_train_timesteps": 1000,
    "beta_start": 0.00085,
    "beta_end": 0.012,
    "beta_schedule": "scaled_linear",
    "prediction_type": "v_prediction",
    "clip_sample": False,
    "set_alpha_to_one": False,
    "steps_offset": 1,
}
"""The noise of Stable Diffusion 1; v-prediction (Salimans & Ho 2022) keeps night dark and paper white."""


@dataclass(frozen=True)
class Widths:
    """How wide and deep the parts are."""

    side: int
    """Pixels along a picture."""
    unet: tuple[int, ...]
    heads: int
    text: int
    text_layers: int
    text_heads: int
    words: int
    encoder: int
    decoder: int
    latents: int = 4


FULL = Widths(256, (80, 160, 192), 8, 192, 4, 6, 2048, 40, 56)
"""Thirteen million weights in the U-Net, two in the text encoder, one in the autoencoder."""
SMOKE = Widths(64, (32, 32, 64), 4, 32, 1, 2, 700, 8, 8)


def tokenizer(captions: Iterable[str], words: int) -> CLIPTokenizer:
    """A CLIPTokenizer with `words` tokens whose merges are learnt from these captions; no text is unknown to it."""
    import json

    from tokenizers import Tokenizer, models, pre_tokenizers, trainers
    from transformers import CLIPTokenizer

    letters = sorted(pre_tokenizers.ByteLevel.alphabet())
    alphabet = [*letters, *(f"{letter}</w>" for letter in letters)]
    bare = CLIPTokenizer(vocab={word: place for place, word in enumerate([*alphabet, _START, _END])}, merges=[])
    taught = Tokenizer(models.BPE(end_of_word_suffix="</w>"))
    taught.normalizer = bare.backend_tokenizer.normalizer
    taught.pre_tokenizer = bare.backend_tokenizer.pre_tokenizer
    trainer = trainers.BpeTrainer(
        vocab_size=words, end_of_word_suffix="</w>", initial_alphabet=letters, show_progress=False
    )
    taught.train_from_iterator(captions, trainer)
    merges = [tuple(merge) for merge in json.loads(taught.to_str())["model"]["merges"]]
    merges = merges[: max(0, words - len(alphabet) - 2)]
    vocabulary = dict.fromkeys([*alphabet, *("".join(merge) for merge in merges), _START, _END])
    return CLIPTokenizer(
        vocab={word: place for place, word in enumerate(vocabulary)}, merges=merges, model_max_length=LENGTH
    )


def text_encoder(widths: Widths, words: CLIPTokenizer) -> CLIPTextModel:
    """A fresh text encoder."""
    from transformers import CLIPTextConfig, CLIPTextModel

    return CLIPTextModel(
        CLIPTextConfig(
            vocab_size=len(words),
            hidden_size=widths.text,
            intermediate_size=4 * widths.text,
            num_hidden_layers=widths.text_layers,
            num_attention_heads=widths.text_heads,
            max_position_embeddings=LENGTH,
            projection_dim=widths.text,
            bos_token_id=words.bos_token_id,
            eos_token_id=words.eos_token_id,
            pad_token_id=words.pad_token_id,
        )
    )


def unet(widths: Widths) -> UNet2DConditionModel:
    """A fresh U-Net. The words are read at the two smaller scales, where the things are; the largest has the lines."""
    from diffusers import UNet2DConditionModel

    return UNet2DConditionModel(
        sample_size=widths.side // 8,
        in_channels=widths.latents,
        out_channels=widths.latents,
        block_out_channels=widths.unet,
        layers_per_block=1,
        down_block_types=("DownBlock2D", "CrossAttnDownBlock2D", "CrossAttnDownBlock2D"),
        up_block_types=("CrossAttnUpBlock2D", "CrossAttnUpBlock2D", "UpBlock2D"),
        cross_attention_dim=widths.text,
        attention_head_dim=widths.heads,
        norm_num_groups=16,
    )


def autoencoder(widths: Widths) -> AutoencoderTiny:
    """A fresh autoencoder: eight pixels along a side are one latent (after TAESD, Ollin Boer Bohan 2023)."""
    from diffusers import AutoencoderTiny

    return AutoencoderTiny(
        encoder_block_out_channels=(widths.encoder,) * 4,
        decoder_block_out_channels=(widths.decoder,) * 4,
        num_encoder_blocks=(1, 2, 2, 2),
        num_decoder_blocks=(2, 2, 2, 1),
        latent_channels=widths.latents,
    )


def scheduler() -> DDIMScheduler:
    """The scheduler that says what the model predicts; whoever paints chooses another."""
    from diffusers import DDIMScheduler

    return DDIMScheduler(**NOISE)


def save(parts: dict[str, Any], folder: Path) -> None:
    """Write a pipeline folder in float16, at once or not at all: a machine that stops midway leaves the older one.

    `parts`: vae, text_encoder, tokenizer, unet, as `StableDiffusionPipeline` calls them.
    """
    import torch
    from diffusers import StableDiffusionPipeline

    models = {
        name: deepcopy(part).to("cpu", torch.float16) if hasattr(part, "parameters") else part
        for name, part in parts.items()
    }
    pipe = StableDiffusionPipeline(
        **models, scheduler=scheduler(), safety_checker=None, feature_extractor=None, requires_safety_checker=False
    )
    fresh, old = folder.with_name(f"{folder.name}.new"), folder.with_name(f"{folder.name}.old")
    shutil.rmtree(fresh, ignore_errors=True)
    pipe.save_pretrained(fresh, safe_serialization=True, max_shard_size=SHARD)
    for card in folder.glob("*.[mp][dn]*"):
        shutil.copy(card, fresh)  # a card that was written, and its sheet, stay
    for file in fresh.rglob("*"):
        file.chmod(0o755 if file.is_dir() else 0o644)
    shutil.rmtree(old, ignore_errors=True)
    if folder.exists():
        folder.rename(old)
    fresh.rename(folder)
    shutil.rmtree(old, ignore_errors=True)


def load(folder: Path, device: str = "cpu") -> StableDiffusionPipeline:
    """The pipeline of a folder in float32, by plain diffusers. Raises FileNotFoundError when there is none."""
    import torch
    from diffusers import StableDiffusionPipeline

    if not (folder / "model_index.json").is_file():
        raise FileNotFoundError(f"{folder} holds no painter: run training.painter first")
    pipe = StableDiffusionPipeline.from_pretrained(
        folder, dtype=torch.float32, safety_checker=None, requires_safety_checker=False, local_files_only=True
    )
    pipe.set_progress_bar_config(disable=True)
    return pipe.to(device)
