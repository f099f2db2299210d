"""What this machine cannot give: packages, a device, checkpoints and other files, memory. (The artist `diffusion`.)

Only names and headers of files are read; torch is asked only where that is allowed.
"""

from __future__ import annotations

import importlib
import math
import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pipeline import artists, settings
from pipeline.doctor.finding import Case, Finding, Repair, drawn_by, opened, set_to
from pipeline.errors import NecutError

if TYPE_CHECKING:
    from pipeline.artists import Missing
    from pipeline.artists._checkpoint import Checkpoint

ARTIST = "diffusion"
_LEAST_SIDE = 256
_LARGE, _SMALL = 1.9, 0.4
"""Areas, as multiples of what the checkpoint was trained at, beyond which figures double or fall apart."""
_BYTES_PER_PIXEL = 4_000
"""About what painting takes beside the weights; decoding with the VAE in float32 is the peak of it."""
_LATENT_CHANNELS = 4
_LORA_WIDTHS = {768: "sd1", 1024: "sd2", 2048: "sdxl"}
"""How wide the text is that a LoRA's cross-attention reads, by family."""
_FAMILY_NAMES = {"sd1": "SD 1", "sd2": "SD 2", "sdxl": "SDXL"}


def cannot_paint(case: Case) -> Iterator[Finding]:
    """Neither torch nor a checkpoint, or a device that is not there."""
    if case.artist != ARTIST:
        return
    from pipeline.artists import diffusion

    ready = diffusion.readiness()
    if not ready.ready and ready.key in ("diffusion.not_installed", "diffusion.no_checkpoint"):
        yield Finding(ready.key, "fails", drawn_by(artists.DEFAULT), ready.values, "artist")
    elif case.torch_may_load and ready.key != "diffusion.not_installed":
        tested = diffusion.test_device()
        if not tested.ready:
            yield Finding(tested.key, "fails", drawn_by(artists.DEFAULT), tested.values, "artist")


def no_checkpoint(case: Case) -> Iterator[Finding]:
    """A checkpoint that is not there, damaged, or of a kind that cannot be used."""
    if case.artist != ARTIST or not case.says("checkpoint"):
        return
    from pipeline.artists.diffusion import on_disk

    try:
        found = on_disk.find(case.values["checkpoint"])
        if found.kind == "file":
            on_disk.header(Path(found.path))
    except NecutError as error:
        others = on_disk.checkpoints()
        repair = opened("checkpoint") if others else drawn_by(artists.DEFAULT)
        yield Finding(error.key, "fails", repair, error.values, "checkpoint")


def missing_files(case: Case) -> Iterator[Finding]:
    """LoRAs, embeddings and VAEs that the preset names and the artist cannot have, as the artist itself tells."""
    module = importlib.import_module(f"{artists.__name__}.{case.artist}")
    if case.preset is None or not hasattr(module, "missing"):
        return
    for missing in module.missing(case.preset, ()):
        if missing.kind != "checkpoint":
            yield _missing(case, missing)


def _missing(case: Case, missing: Missing) -> Finding:
    key = f"doctor.{missing.kind}_{missing.why}"
    return Finding(key, "differs", without(case, missing.kind, missing.name), {"name": missing.name}, missing.kind)


def without(case: Case, kind: str, name: str) -> Repair:
    """The preset without a LoRA, an embedding or a VAE, wherever it names it."""
    if kind == "vae":
        return opened("vae")
    changes: dict[str, Any] = {}
    if kind == "lora":
        kept = [lora for lora in _loras(case) if lora["name"].lower() != name.lower()]
        if len(kept) != len(_loras(case)):
            changes["loras"] = kept or None
    for field in ("negative_prompt", "style"):
        text = case.values.get(field) or ""
        if (shorter := without_word(text, kind, name)) != text:
            changes[field] = shorter or None
    return Repair("doctor.take_out", {"name": name}, changes)


def without_word(text: str, kind: str, name: str) -> str:
    """A prompt without a LoRA's tag or an embedding's word; brackets and commas that it leaves empty go with it."""
    plain = re.escape(name)
    pattern = (
        rf"<(?:lora|lyco):\s*{plain}\s*(?::[^>]*)?>"
        if kind == "lora"
        else rf"(?<![\w.-])(?:embedding:)?{plain}(?![\w-])"
    )
    shorter = re.sub(pattern, "", text, flags=re.IGNORECASE)
    if shorter == text:
        return text
    shorter = re.sub(r"[(\[]\s*(?::[\d.]+)?\s*[)\]]", "", shorter)
    return re.sub(r"\s*,(?:\s*,)+", ",", shorter).strip(" ,\n")


def _loras(case: Case) -> list[dict[str, Any]]:
    return [dict(lora) for lora in case.values.get("loras") or ()]


def other_family(case: Case) -> Iterator[Finding]:
    """A LoRA or a VAE made for another kind of checkpoint."""
    checkpoint, family = _checkpoint(case)
    if checkpoint is None or not family or case.preset is None:
        return
    from pipeline.artists.diffusion import on_disk

    names = {"checkpoint": checkpoint.name, "family": _FAMILY_NAMES[family]}
    for lora in case.preset.loras or ():
        path = on_disk.loras().get(on_disk.stem(lora.name))
        made_for = _lora_family(path) if path else ""
        if made_for and made_for != family:
            values = {**names, "name": lora.name, "other": _FAMILY_NAMES[made_for]}
            yield Finding("doctor.lora_family", "differs", without(case, "lora", lora.name), values, "loras")
    path = on_disk.vaes().get(on_disk.stem(case.preset.vae or ""))
    if path and not _vae_fits(path, family):
        yield Finding("doctor.vae_family", "differs", opened("vae"), {**names, "name": case.preset.vae}, "vae")


def _lora_family(path: Path) -> str:
    """The family that a LoRA was made for, by how wide the text is that its cross-attention reads; "" if unknown."""
    from pipeline.artists.diffusion import on_disk

    try:
        shapes = on_disk.header(path)
    except (NecutError, OSError):
        return ""
    widths = {
        shape[1]
        for name, shape in shapes.items()
        if "attn2" in name and re.search(r"to_[kv]", name) and re.search(r"(lora_down|lora_A|lora\.down)", name)
        and len(shape) == 2
    }  # fmt: skip
    return _LORA_WIDTHS.get(widths.pop(), "") if len(widths) == 1 else ""


def _vae_fits(path: Path, family: str) -> bool:
    """Whether a VAE has this family's latents. SD's and SDXL's are built alike but scaled apart: names tell them."""
    from pipeline.artists.diffusion import on_disk

    try:
        shapes = on_disk.header(path)
    except (NecutError, OSError):
        return True  # not readable: told as such elsewhere
    decoder = next((shape for name, shape in shapes.items() if name.endswith("decoder.conv_in.weight")), None)
    if decoder is not None and decoder[1] != _LATENT_CHANNELS:
        return False
    is_xl = bool(re.search(r"(?<![a-z])(sd)?xl(?![a-z])", path.stem.lower().replace("_", "-")))
    return not is_xl or family == "sdxl"


def far_from_native(case: Case) -> Iterator[Finding]:
    """A size much larger or smaller than the checkpoint was trained at."""
    checkpoint, _ = _checkpoint(case)
    if checkpoint is None or not (case.says("width") and case.says("height")):
        return
    from pipeline.artists.diffusion import on_disk

    width, height = case.values["width"], case.values["height"]
    native = on_disk.native_area(checkpoint)
    share = width * height / native
    if not _SMALL <= share <= _LARGE:
        side = round(math.sqrt(native) / 8) * 8
        key = "doctor.too_large" if share > 1 else "doctor.too_small"
        values = {"width": width, "height": height, "checkpoint": checkpoint.name, "side": side}
        yield Finding(key, "advice", opened("width", "height"), values, "width")


def idle_clip_skip(case: Case) -> Iterator[Finding]:
    """Clip skip on an SDXL checkpoint, which has none."""
    checkpoint, family = _checkpoint(case)
    if checkpoint is not None and family == "sdxl" and (case.values.get("clip_skip") or 1) > 1:
        values = {"name": checkpoint.name}
        yield Finding("doctor.idle_clip_skip", "advice", opened("clip_skip"), values, "clip_skip")


def too_little_memory(case: Case) -> Iterator[Finding]:
    """A checkpoint or a size for which this device has too little memory."""
    checkpoint, _ = _checkpoint(case)
    if checkpoint is None or not case.torch_may_load:
        return
    from pipeline.artists.diffusion import device, on_disk

    try:
        on = device.pick()
    except NecutError:
        return
    free = device.free_bytes(on)
    weights = weights_bytes(checkpoint, 4 if device.precision(on) == "float32" else 2)
    native = on_disk.native_area(checkpoint)
    pixels = (case.values.get("width") or math.sqrt(native)) * (case.values.get("height") or math.sqrt(native))
    if not free or weights + pixels * _BYTES_PER_PIXEL <= free:
        return
    values = {"device": device.describe(on), "checkpoint": checkpoint.name, "free": _gigabytes(free)}
    values["needed"] = _gigabytes(weights + pixels * _BYTES_PER_PIXEL)
    left = (free - weights) / _BYTES_PER_PIXEL
    if left < _LEAST_SIDE**2:
        yield Finding("doctor.no_memory", "fails", drawn_by(artists.DEFAULT), values, "checkpoint")
        return
    scale = math.sqrt(left / pixels)
    sides = {
        name: max(64, int((case.values.get(name) or math.sqrt(native)) * scale) // 8 * 8)
        for name in ("width", "height")
    }
    yield Finding("doctor.no_memory", "fails", set_to(**sides), values, "width")


def weights_bytes(checkpoint: Checkpoint, size: int) -> int:
    """The memory that a checkpoint's weights take with numbers of `size` bytes, by its files' headers."""
    from pipeline.artists.diffusion import on_disk

    path = Path(checkpoint.path)
    files = [path] if path.is_file() else sorted(path.rglob("*.safetensors")) if path.is_dir() else []
    total = 0
    for file in files:
        try:
            total += sum(math.prod(shape) for shape in on_disk.header(file).values())
        except NecutError:
            continue
    return total * size


def _gigabytes(count: float) -> str:
    return f"{count / 2**30:.1f}"


def _checkpoint(case: Case) -> tuple[Checkpoint | None, str]:
    """The checkpoint that would paint and its family ("" when unknown); None when there is none or another artist."""
    if case.artist != ARTIST:
        return None, ""
    from pipeline.artists.diffusion import on_disk

    try:
        found = on_disk.find(case.values.get("checkpoint") or settings.load().checkpoint)
    except NecutError:
        return None, ""
    if found.kind == "file":
        family = on_disk.family(Path(found.path))
        return found, family if family in _FAMILY_NAMES else ""
    config = on_disk.folder_config(Path(found.path), "unet")
    width = config.get("cross_attention_dim")
    return found, _LORA_WIDTHS.get(width, "") if isinstance(width, int) else ""


CHECKS = (
    cannot_paint, no_checkpoint, missing_files, other_family, far_from_native, idle_clip_skip, too_little_memory,
)  # fmt: skip
