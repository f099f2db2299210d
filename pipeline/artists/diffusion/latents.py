"""Latents: the noise a picture begins with, small previews on the way, the picture at the end."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from pipeline.artists._pictures import PREVIEW_SIDE, refuse_flat
from pipeline.artists.diffusion import device
from pipeline.errors import RenderError

if TYPE_CHECKING:
    import torch
    from PIL.Image import Image

    from pipeline.artists.diffusion.loading import Engine
    from pipeline.comic import Recipe

TILES, FULL_VAE = "tiles", "full VAE"
_SAMPLES, _PATCH = 6, 8
"""How many pictures, and how many latents along their side, the preview colours are learnt from."""


def starting_noise(engine: Engine, recipe: Recipe, generator: torch.Generator) -> torch.Tensor:
    """Noise of unit variance, (1, channels, height, width) in latents, from the CPU: every device begins alike.

    A variation seed's noise is mixed in along the arc between the two (slerp), as A1111 does.
    """
    import torch

    shape = (1, engine.channels, recipe.height // engine.factor, recipe.width // engine.factor)
    noise = torch.randn(shape, generator=generator)
    strength = float(recipe.extra.get("variation_strength") or 0)
    if not strength:
        return noise
    other = torch.Generator().manual_seed(int(recipe.extra.get("variation_seed") or 0))
    return _slerp(strength, noise, torch.randn(shape, generator=other))


def _slerp(share: float, first: torch.Tensor, second: torch.Tensor) -> torch.Tensor:
    """Spherical interpolation (Shoemake 1985); along the line where the two are nearly parallel."""
    import torch

    cosine = (first / first.norm() * (second / second.norm())).sum().clamp(-1, 1)
    if cosine.abs() > 0.9995:
        return torch.lerp(first, second, share)
    angle = torch.acos(cosine)
    return (torch.sin((1 - share) * angle) * first + torch.sin(share * angle) * second) / torch.sin(angle)


def clean_estimate(scheduler, model_input: torch.Tensor, predicted: torch.Tensor, timestep) -> torch.Tensor:
    """What the finished latents would be if the model were right at once (Ho et al. 2020, eq. 15), for previews."""
    index = int(round(float(timestep)))
    signal = scheduler.alphas_cumprod[min(index, len(scheduler.alphas_cumprod) - 1)].to(model_input)
    if scheduler.config.prediction_type == "v_prediction":
        return signal.sqrt() * model_input - (1 - signal).sqrt() * predicted
    if scheduler.config.prediction_type == "sample":
        return predicted
    return (model_input - (1 - signal).sqrt() * predicted) / signal.sqrt()


def previews(engine: Engine, latents: torch.Tensor) -> tuple[Image, ...]:
    """A small picture of each: colours by the linear map that fits this checkpoint's own VAE best."""
    import torch
    from PIL import Image

    if engine.colours is None:
        engine.need("vae")
        engine.colours = _learn_colours(engine)
    ones = torch.ones_like(latents[:, :1])
    seen = torch.einsum("nchw,ck->nhwk", torch.cat([latents, ones], dim=1).float(), engine.colours)
    pixels = (seen.clamp(-1, 1) * 127.5 + 127.5).nan_to_num(0).byte().cpu().numpy()
    return tuple(_enlarged(Image.fromarray(each)) for each in pixels)


def _enlarged(picture: Image) -> Image:
    from PIL import Image

    scale = PREVIEW_SIDE / max(picture.size)
    size = tuple(max(1, round(side * scale)) for side in picture.size)
    return picture.resize(size, Image.Resampling.BICUBIC)


def _learn_colours(engine: Engine) -> torch.Tensor:
    """Least squares between latents and the colours that the VAE makes of them: (channels + 1, 3).

    The latents are soft patches, as pictures are, not white noise; a fixed seed makes it the same each time.
    """
    import torch
    import torch.nn.functional as F

    generator = torch.Generator().manual_seed(0)
    patches = torch.randn((_SAMPLES, engine.channels, 3, 3), generator=generator)
    latents = F.interpolate(patches, (_PATCH, _PATCH), mode="bilinear").to(engine.device)
    pixels = _pixels(engine.pipe.vae, latents).nan_to_num(0)  # what breaks here is told at the end, not by a preview
    small = F.adaptive_avg_pool2d(pixels, (_PATCH, _PATCH)).movedim(1, -1).reshape(-1, 3)
    known = torch.cat([latents, torch.ones_like(latents[:, :1])], dim=1).movedim(1, -1).reshape(-1, engine.channels + 1)
    return torch.linalg.lstsq(known.cpu(), small.cpu()).solution.to(engine.device)


def decode(engine: Engine, latents: torch.Tensor, vae=None) -> tuple[Image, tuple[str, ...]]:
    """The picture of one (1, channels, height, width), and what it took: "tiles" when memory ran out, "full VAE" when
    half precision broke the numbers and float32 did not.

    Raises RenderError rather than give a broken or flat picture.
    """
    import torch
    from PIL import Image

    if not torch.isfinite(latents).all():
        raise RenderError("diffusion.not_finite")
    engine.need("vae")
    vae = vae or engine.pipe.vae
    pixels, rungs = _decoded(engine, vae, latents)
    if not torch.isfinite(pixels).all() and vae.dtype != torch.float32:
        half = vae.dtype
        try:
            pixels, more = _decoded(engine, vae.float(), latents)
        finally:
            vae.to(half)
        rungs = (*dict.fromkeys((*rungs, FULL_VAE, *more)),)
    if not torch.isfinite(pixels).all():
        raise RenderError("diffusion.not_finite")
    array = (pixels[0].clamp(-1, 1) * 127.5 + 127.5).round().byte().movedim(0, -1).cpu().numpy()
    picture = Image.fromarray(array)
    refuse_flat(picture)
    return picture, rungs


def _decoded(engine: Engine, vae, latents: torch.Tensor) -> tuple[torch.Tensor, tuple[str, ...]]:
    """The pixels; when memory runs out they are made in tiles."""
    try:
        return _pixels(vae, latents), ()
    except RuntimeError as exc:
        if not device.is_out_of_memory(exc):
            raise
    return _in_tiles(engine, vae, latents), (TILES,)  # outside the except block: the exception held on to the memory


def _pixels(vae, latents: torch.Tensor) -> torch.Tensor:
    """Latents through the VAE: colours from -1 to 1."""
    shift = getattr(vae.config, "shift_factor", None) or 0.0
    asked = latents.float() / vae.config.scaling_factor + shift
    return vae.decode(asked.to(vae.dtype), return_dict=False)[0].float()


def _in_tiles(engine: Engine, vae, latents: torch.Tensor) -> torch.Tensor:
    device.give_back(engine.device)
    vae.enable_slicing()
    vae.enable_tiling()
    try:
        return _pixels(vae, latents)
    except RuntimeError as exc:
        if not device.is_out_of_memory(exc):
            raise
    finally:
        vae.disable_slicing()
        vae.disable_tiling()
    raise RenderError("diffusion.out_of_memory", device=engine.device)


def stacked(tensors: Sequence[torch.Tensor]) -> torch.Tensor:
    """Tensors of one picture each as one batch."""
    import torch

    return torch.cat(list(tensors), dim=0)
