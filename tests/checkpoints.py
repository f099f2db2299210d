"""Tiny checkpoints with random weights in the real formats: a diffusers folder, or one file with A1111's names."""

from __future__ import annotations

import re
import shutil
from functools import cache
from pathlib import Path
from typing import Any

CHANNELS = (32, 64)
WIDTH, SECOND_WIDTH = 32, 48


@cache
def tiny_parts(seed: int = 0, xl: bool = False) -> dict[str, Any]:
    """The parts of a tiny pipeline. Do not change them: they are shared."""
    import torch
    from diffusers import AutoencoderKL, PNDMScheduler, UNet2DConditionModel
    from transformers import CLIPTextConfig, CLIPTextModel, CLIPTextModelWithProjection

    from pipeline.artists.diffusion import clip_vocabulary

    width = WIDTH + SECOND_WIDTH if xl else WIDTH
    more = (
        {
            "addition_embed_type": "text_time",
            "addition_time_embed_dim": 8,
            "projection_class_embeddings_input_dim": 8 * 6 + SECOND_WIDTH,
        }
        if xl
        else {}
    )
    text = {"vocab_size": clip_vocabulary.SIZE, "hidden_size": WIDTH, "intermediate_size": 64, "num_attention_heads": 4,
            "num_hidden_layers": 3, "projection_dim": WIDTH, "bos_token_id": 0, "eos_token_id": 2}  # fmt: skip
    with torch.random.fork_rng():
        torch.manual_seed(seed)
        unet = UNet2DConditionModel(
            sample_size=16,
            block_out_channels=CHANNELS,
            layers_per_block=2,
            down_block_types=("CrossAttnDownBlock2D", "DownBlock2D"),
            up_block_types=("UpBlock2D", "CrossAttnUpBlock2D"),
            cross_attention_dim=width,
            attention_head_dim=4,
            norm_num_groups=8,
            **more,
        )
        vae = AutoencoderKL(
            block_out_channels=(16, 16, 16, 16),
            down_block_types=("DownEncoderBlock2D",) * 4,
            up_block_types=("UpDecoderBlock2D",) * 4,
            layers_per_block=2,
            latent_channels=4,
            norm_num_groups=8,
            sample_size=128,
        )
        vae.decoder.conv_out.weight.data *= 4  # random weights paint pale pictures otherwise
        parts = {
            "unet": unet,
            "vae": vae,
            "text_encoder": CLIPTextModel(CLIPTextConfig(**text)),
            "tokenizer": clip_vocabulary.tokenizer("tokenizer", "sd1"),
            "scheduler": PNDMScheduler(
                beta_start=0.00085,
                beta_end=0.012,
                beta_schedule="scaled_linear",
                skip_prk_steps=True,
                set_alpha_to_one=False,
                steps_offset=1,
            ),
        }
        if xl:
            parts["text_encoder_2"] = CLIPTextModelWithProjection(
                CLIPTextConfig(
                    **{**text, "hidden_size": SECOND_WIDTH, "projection_dim": SECOND_WIDTH, "hidden_act": "gelu"}
                )
            )
            parts["tokenizer_2"] = clip_vocabulary.tokenizer("tokenizer_2", "sdxl")
    return parts


def tiny_pipeline(seed: int = 0, xl: bool = False):
    """A tiny StableDiffusionPipeline, or an XL one."""
    import diffusers

    parts = tiny_parts(seed, xl)
    if xl:
        return diffusers.StableDiffusionXLPipeline(**parts)
    return diffusers.StableDiffusionPipeline(
        **parts, safety_checker=None, feature_extractor=None, requires_safety_checker=False
    )


def save_folder(path: Path, seed: int = 0, xl: bool = False) -> Path:
    """Write a tiny checkpoint as a diffusers folder."""
    tiny_pipeline(seed, xl).save_pretrained(path, safe_serialization=True)
    return path


def save_single_file(path: Path, seed: int = 0, family: str = "sd1") -> Path:
    """Write the same tiny checkpoint as one .safetensors file with A1111's names, its configuration beside it."""
    from safetensors.torch import save_file

    parts = tiny_parts(seed, family == "sdxl")
    path.parent.mkdir(parents=True, exist_ok=True)
    save_file(single_file_tensors(parts, family), str(path))
    config = path.with_name(f"{path.stem}.config")
    for name in ("unet", "vae", "scheduler"):
        parts[name].save_config(config / name)
    for name in ("text_encoder", "text_encoder_2"):
        if name in parts:
            parts[name].config.save_pretrained(config / name)
    shipped = Path(__file__).parent.parent / "pipeline" / "data" / "diffusers" / family
    shutil.copy(shipped / "model_index.json", config)
    return path


def save_lora(path: Path, seed: int = 0, rank: int = 4) -> Path:
    """Write a LoRA over every attention of the tiny U-Net, under diffusers' own names."""
    import torch
    from safetensors.torch import save_file

    generator = torch.Generator().manual_seed(seed)
    tensors = {}
    for name, weight in tiny_parts()["unet"].state_dict().items():
        if name.endswith(("to_q.weight", "to_v.weight")):
            layer = f"unet.{name.removesuffix('.weight')}"
            tensors[f"{layer}.lora_A.weight"] = torch.randn((rank, weight.shape[1]), generator=generator)
            tensors[f"{layer}.lora_B.weight"] = torch.randn((weight.shape[0], rank), generator=generator)
    path.parent.mkdir(parents=True, exist_ok=True)
    save_file(tensors, str(path))
    return path


def single_file_tensors(parts: dict[str, Any], family: str) -> dict[str, Any]:
    """The weights under the names that single files use (those of the original latent-diffusion code)."""
    unet, vae, text = (parts[name] for name in ("unet", "vae", "text_encoder"))
    levels = len(vae.config.block_out_channels)
    tensors = {
        f"model.diffusion_model.{unet_name(name, unet.config)}": value for name, value in unet.state_dict().items()
    }
    for name, value in vae.state_dict().items():
        new = vae_name(name, levels)
        is_attention = re.search(r"attn_1\.(q|k|v|proj_out)\.weight", new)
        tensors[f"first_stage_model.{new}"] = value[:, :, None, None] if is_attention else value
    if family == "sd2":
        tensors |= open_clip_tensors(text, "cond_stage_model.model.")
    else:
        head = "conditioner.embedders.0" if family == "sdxl" else "cond_stage_model"
        for name, value in text.state_dict().items():
            tensors[f"{head}.transformer.text_model.{name.removeprefix('text_model.')}"] = value
    if family == "sdxl":
        tensors |= open_clip_tensors(parts["text_encoder_2"], "conditioner.embedders.1.model.")
    return {name: value.clone().contiguous() for name, value in tensors.items()}


_OPEN_CLIP = {
    "layer_norm1": "ln_1", "layer_norm2": "ln_2", "self_attn.out_proj": "attn.out_proj", "mlp.fc1": "mlp.c_fc",
    "mlp.fc2": "mlp.c_proj",
}  # fmt: skip


def open_clip_tensors(text_encoder: Any, head: str) -> dict[str, Any]:
    """A text encoder's weights as OpenCLIP names them; it keeps queries, keys and values in one."""
    import torch

    state = {name.removeprefix("text_model."): value for name, value in text_encoder.state_dict().items()}
    width = text_encoder.config.hidden_size
    projection = state.get("text_projection.weight", torch.eye(width))
    tensors = {
        f"{head}token_embedding.weight": state["embeddings.token_embedding.weight"],
        f"{head}positional_embedding": state["embeddings.position_embedding.weight"],
        f"{head}ln_final.weight": state["final_layer_norm.weight"],
        f"{head}ln_final.bias": state["final_layer_norm.bias"],
        f"{head}text_projection": projection.T,
    }
    for layer in range(text_encoder.config.num_hidden_layers):
        ours, theirs = f"encoder.layers.{layer}.", f"{head}transformer.resblocks.{layer}."
        for end in ("weight", "bias"):
            each = [state[f"{ours}self_attn.{part}_proj.{end}"] for part in "qkv"]
            tensors[f"{theirs}attn.in_proj_{end}"] = torch.cat(each)
            for name, new in _OPEN_CLIP.items():
                tensors[f"{theirs}{new}.{end}"] = state[f"{ours}{name}.{end}"]
    return tensors


_RESNET = {
    "norm1": "in_layers.0", "conv1": "in_layers.2", "norm2": "out_layers.0", "conv2": "out_layers.3",
    "time_emb_proj": "emb_layers.1", "conv_shortcut": "skip_connection",
}  # fmt: skip
_UNET_ENDS = {
    "time_embedding.linear_1": "time_embed.0", "time_embedding.linear_2": "time_embed.2",
    "add_embedding.linear_1": "label_emb.0.0", "add_embedding.linear_2": "label_emb.0.2",
    "conv_in": "input_blocks.0.0", "conv_norm_out": "out.0", "conv_out": "out.2",
}  # fmt: skip


def unet_name(name: str, config: Any) -> str:
    """A U-Net weight's name in a single file."""
    for ours, theirs in _UNET_ENDS.items():
        if name.startswith(f"{ours}."):
            return name.replace(ours, theirs, 1)
    stride = config["layers_per_block"] + 1
    if found := re.match(r"(down|up)_blocks\.(\d+)\.(resnets|attentions)\.(\d+)\.(.*)", name):
        way, level, kind, place, rest = found.groups()
        number = stride * int(level) + int(place) + (1 if way == "down" else 0)
        rest = _resnet_name(rest) if kind == "resnets" else rest
        return f"{'input' if way == 'down' else 'output'}_blocks.{number}.{0 if kind == 'resnets' else 1}.{rest}"
    if found := re.match(r"down_blocks\.(\d+)\.downsamplers\.0\.conv\.(.*)", name):
        return f"input_blocks.{stride * (int(found[1]) + 1)}.0.op.{found[2]}"
    if found := re.match(r"up_blocks\.(\d+)\.upsamplers\.0\.conv\.(.*)", name):
        level = int(found[1])
        after = 2 if "CrossAttn" in config["up_block_types"][level] else 1
        return f"output_blocks.{stride * level + stride - 1}.{after}.conv.{found[2]}"
    if found := re.match(r"mid_block\.(resnets|attentions)\.(\d+)\.(.*)", name):
        kind, place, rest = found.groups()
        return (
            f"middle_block.1.{rest}" if kind == "attentions" else f"middle_block.{2 * int(place)}.{_resnet_name(rest)}"
        )
    raise KeyError(name)


def _resnet_name(rest: str) -> str:
    part, _, end = rest.partition(".")
    return f"{_RESNET[part]}.{end}"


_VAE_ATTENTION = {"group_norm": "norm", "to_q": "q", "to_k": "k", "to_v": "v", "to_out.0": "proj_out"}


def vae_name(name: str, levels: int) -> str:
    """A VAE weight's name in a single file; its decoder counts the levels from the other end."""
    name = name.replace("conv_norm_out", "norm_out").replace("conv_shortcut", "nin_shortcut")
    if found := re.match(r"(encoder|decoder)\.(down|up)_blocks\.(\d+)\.(.*)", name):
        half, way, level, rest = found.groups()
        number = int(level) if way == "down" else levels - 1 - int(level)
        rest = (
            rest.replace("resnets.", "block.")
            .replace("downsamplers.0", "downsample")
            .replace("upsamplers.0", "upsample")
        )
        return f"{half}.{way}.{number}.{rest}"
    name = re.sub(r"mid_block\.resnets\.(\d)", lambda found: f"mid.block_{int(found[1]) + 1}", name)
    if "mid_block.attentions.0" in name:
        name = name.replace("mid_block.attentions.0", "mid.attn_1")
        for ours, theirs in _VAE_ATTENTION.items():
            name = name.replace(f".{ours}.", f".{theirs}.")
    return name
