"""Which device paints, in which precision, and how much memory it has left."""

from __future__ import annotations

import os
from functools import cache
from typing import TYPE_CHECKING

from pipeline import settings
from pipeline.artists import Readiness
from pipeline.errors import NeedsSetup

if TYPE_CHECKING:
    import torch

KNOWN = ("cuda", "mps", "cpu")
"""From fast to slow: the first that works is taken."""
_FULL = ("float32", "fp32", "full")


def pick(wanted: str = "") -> str:
    """The device to paint on: what is wanted, NECUT_DEVICE or Connect's, else the first that works.

    Raises NeedsSetup for a device that this machine, or the torch installed, does not have.
    """
    wanted = (wanted or settings.load().device).strip().lower()
    if not wanted or wanted == "auto":
        return next(name for name in KNOWN if works(name))
    if not works(wanted):
        raise NeedsSetup("diffusion.no_device", device=wanted)
    return wanted


def works(name: str) -> bool:
    """Whether torch can reckon on the device; it is tried, not asked."""
    import torch

    try:
        return bool((torch.ones(2, device=name) + 1).sum().item() == 4)
    except (RuntimeError, AssertionError, NotImplementedError, ValueError):
        return False


def test_device(name: str = "") -> Readiness:
    """What Connect's Test button says about a device; "" asks for the one that would be picked."""
    try:
        device = pick(name)
    except NeedsSetup as error:
        return Readiness(False, error.key, error.values)
    return Readiness(True, "diffusion.device_works", {"device": describe(device), "precision": precision(device)})


test_device.__test__ = False  # the name is Connect's: pytest must not take it for a test


def describe(device: str) -> str:
    """The device in words, with the graphics card's own name."""
    import torch

    if device.startswith("cuda"):
        return f"{device} ({torch.cuda.get_device_name(device)})"
    return f"{device} ({torch.get_num_threads()} threads)" if device == "cpu" else device


def precision(device: str) -> str:
    """The number format that the U-Net and text encoders run in: half as long where the device has arithmetic for
    it and NECUT_PRECISION, or settings.yaml, does not ask for float32."""
    import torch

    if settings.load().precision.strip().lower() in _FULL:
        return "float32"
    if device.startswith("cuda"):
        return "bfloat16" if torch.cuda.is_bf16_supported() else "float16"
    return "bfloat16" if device == "cpu" and _has_bfloat16() else "float32"


def vae_precision(precision: str) -> str:
    """The number format of the VAE beside a U-Net in `precision`. Never float16: its range ends where black pictures
    begin. bfloat16 has the range of float32."""
    return "float32" if precision == "float16" else precision


@cache
def _has_bfloat16() -> bool:
    """Whether this CPU multiplies bfloat16 itself; elsewhere torch emulates it, slower than float32."""
    import torch

    able = torch.cpu.get_capabilities()
    return bool(able.get("avx512_bf16") or able.get("amx_bf16"))


def free_bytes(device: str) -> int:
    """Memory that is free on the device now, in bytes."""
    import torch

    if device.startswith("cuda"):
        held_back = torch.cuda.memory_reserved(device) - torch.cuda.memory_allocated(device)
        return torch.cuda.mem_get_info(device)[0] + held_back  # torch keeps what it freed, for its own next use
    try:
        with open("/proc/meminfo", encoding="ascii") as told:
            available = next(line for line in told if line.startswith("MemAvailable"))
        return int(available.split()[1]) * 1024
    except (OSError, StopIteration, ValueError):
        pass
    try:
        return os.sysconf("SC_AVPHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    except (AttributeError, OSError, ValueError):
        return 0  # unknown: hold one checkpoint at a time


def give_back(device: str) -> None:
    """Return memory that nobody holds any more to the device."""
    import gc

    import torch

    gc.collect()
    if device.startswith("cuda"):
        torch.cuda.empty_cache()
    elif device == "mps":
        torch.mps.empty_cache()


def is_out_of_memory(error: BaseException) -> bool:
    """Whether an error of torch means that memory has run out."""
    import torch

    told = str(error).lower()
    return isinstance(error, torch.OutOfMemoryError) or (
        isinstance(error, RuntimeError) and ("out of memory" in told or "not enough memory" in told)
    )


def dtype(name: str) -> torch.dtype:
    """The torch number format of that name."""
    import torch

    return getattr(torch, name)
