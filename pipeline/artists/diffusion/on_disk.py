"""Finding checkpoints, LoRAs and embeddings on this machine, and telling what they are without loading them.

Only safetensors is read: the older formats (.ckpt, .bin, .pt) can run code when they are opened. A
safetensors file begins with a JSON header that names every tensor and its shape; that tells an SD 1
checkpoint from an SDXL one, and a LoRA from both, for the price of a few kilobytes.
"""

from __future__ import annotations

import json
import os
import re
import struct
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from pipeline import settings
from pipeline.artists._checkpoint import Checkpoint
from pipeline.errors import DamagedFile, InputError, NeedsSetup

SHIPPED = Path(__file__).parent.parent.parent.parent / "models"
"""Checkpoints small enough to ship with Necut."""
CONVERTED = "converted"
"""The folder of the user's data that holds what `converting` made."""
UNSAFE = (".ckpt", ".pt", ".pth", ".bin", ".pkl", ".pickle")
DEPTH = 3
"""How many folders deep checkpoints are looked for."""
PAINTERS = ("sd1", "sd2", "sdxl")
"""The families of checkpoints that paint from words alone."""
_MAX_HEADER = 100 * 1024 * 1024
_NOT_CHECKPOINTS = {"lora", "loras", "lycoris", "embeddings", "vae", "vae-approx", "controlnet", "gpt2", "clip"}
_HUB_ID = re.compile(r"[\w.-]+/[\w.-]+")
_given: dict[str, Checkpoint] = {}


def roots() -> list[Path]:
    """The folders that may hold models: Connect's own, an existing WebUI's `models`, those converted, Necut's."""
    found = settings.load()
    webui = Path(found.webui_models).expanduser() if found.webui_models else None
    given = [Path(found.models).expanduser()] if found.models else []
    given += [folder for folder in (webui and webui / "models", webui) if folder and folder.is_dir()][:1]
    return [folder for folder in (*given, settings.home() / CONVERTED, SHIPPED) if folder.is_dir()]


def checkpoints() -> list[Checkpoint]:
    """Every checkpoint found, Connect's folders first; of two with one name the first counts."""
    found: dict[str, Checkpoint] = {}
    for root in roots():
        for checkpoint in _in_folder(root, DEPTH):
            found.setdefault(checkpoint.name.lower(), checkpoint)
    return list(found.values())


def _in_folder(folder: Path, depth: int) -> Iterator[Checkpoint]:
    if (folder / "model_index.json").is_file():
        yield Checkpoint(folder.name, str(folder), "folder")
        return
    for entry in _listed(folder):
        if entry.suffix.lower() == ".safetensors" and entry.is_file():
            if family(entry) in PAINTERS:
                yield Checkpoint(entry.stem, str(entry), "file")
        elif depth and entry.is_dir() and not _is_something_else(entry.name.lower()):
            yield from _in_folder(entry, depth - 1)


def _is_something_else(name: str) -> bool:
    """Whether a folder of this name holds other models, hidden files, or the configuration of a single file."""
    return name in _NOT_CHECKPOINTS or name[0] in "._" or name.endswith(".config")


def find(name: str) -> Checkpoint:
    """The checkpoint that a preset, Connect or the command line means: a name, a path, or a hub id.

    An empty name means Connect's checkpoint, else the first that is found. Raises NeedsSetup when
    there is none at all, InputError for a name nobody knows or a format that is not safe.
    """
    name = name or settings.load().checkpoint
    found = checkpoints()
    if not name:
        if not found:
            raise NeedsSetup("diffusion.no_checkpoint")
        return found[0]
    if named := next((each for each in found if _is_called(each, name)), None):
        return named
    path = Path(name).expanduser()
    if path.suffix.lower() in UNSAFE:
        raise InputError("diffusion.unsafe_format", name=path.name)
    if (path / "model_index.json").is_file():
        return _outside(path.resolve().name, path, "folder", found)
    if path.is_file():
        _refuse_other_models(path)
        return _outside(path.stem, path, "file", found)
    if name in _given:
        return _given[name]
    if _HUB_ID.fullmatch(name):
        return Checkpoint(name, name, "folder")
    known = ", ".join(each.name for each in found[:8]) or "–"
    raise (InputError if found else NeedsSetup)("diffusion.unknown_checkpoint", name=name, known=known)


def _is_called(checkpoint: Checkpoint, name: str) -> bool:
    plain = name.removesuffix(".safetensors").lower()
    return plain == checkpoint.name.lower() or Path(name).expanduser() == Path(checkpoint.path)


def _outside(name: str, path: Path, kind: str, found: list[Checkpoint]) -> Checkpoint:
    """A checkpoint given by its path. Recipes carry its plain name, not the path, so it is remembered by that."""
    if any(each.name.lower() == name.lower() for each in found):
        name = f"{name} ({path.resolve().parent.name})"
    _given[name] = checkpoint = Checkpoint(name, str(path), kind)
    return checkpoint


def _refuse_other_models(path: Path) -> None:
    if path.suffix.lower() == ".safetensors":
        header(path)
    if family(path) not in PAINTERS:
        raise InputError("diffusion.no_painter", name=path.name)


def header(path: Path) -> dict[str, list[int]]:
    """The tensors of a safetensors file and their shapes. DamagedFile when the file is not whole."""
    status = path.stat()
    return _header(str(path), status.st_size, status.st_mtime_ns)


@lru_cache(maxsize=256)
def _header(path: str, size: int, _changed: int) -> dict[str, list[int]]:
    try:
        with open(path, "rb") as file:
            (length,) = struct.unpack("<Q", file.read(8))
            if not 2 <= length <= min(_MAX_HEADER, size - 8):
                raise ValueError("the header does not fit the file")
            told = json.loads(file.read(length))
        tensors = {name: entry for name, entry in told.items() if name != "__metadata__"}
        if max((entry["data_offsets"][1] for entry in tensors.values()), default=0) != size - 8 - length:
            raise ValueError("the file was cut short")
        return {name: entry["shape"] for name, entry in tensors.items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError, struct.error) as exc:
        raise DamagedFile("diffusion.damaged", name=Path(path).name) from exc


def family(path: Path) -> str:
    """What a safetensors file holds: "sd1", "sd2", "sdxl", "lora", "other", or "" when it is damaged.

    Checkpoints that need more than words (inpainting, the SDXL refiner) are "other".
    """
    try:
        shapes = header(path)
    except (DamagedFile, OSError):
        return ""
    if any(".lora_" in name or name.startswith("lora_") for name in shapes):
        return "lora"
    entry = shapes.get("model.diffusion_model.input_blocks.0.0.weight")
    if entry is None or entry[1] != 4:
        return "other"
    if any(name.startswith("conditioner.embedders.1.") for name in shapes):
        return "sdxl"
    if any(name.startswith("conditioner.") for name in shapes):
        return "other"
    return "sd2" if any(name.startswith("cond_stage_model.model.") for name in shapes) else "sd1"


def folder_config(folder: Path, part: str) -> dict:
    """The configuration of one part of a diffusers folder; empty when it has none."""
    try:
        return json.loads((folder / part / "config.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}


def native_area(checkpoint: Checkpoint) -> int:
    """The area, in pixels, that the checkpoint was trained at."""
    if checkpoint.kind == "folder":
        folder = Path(checkpoint.path)
        side = folder_config(folder, "unet").get("sample_size") or 64
        levels = len(folder_config(folder, "vae").get("block_out_channels") or (1,) * 4)
        return (side * 2 ** (levels - 1)) ** 2
    return {"sdxl": 1024**2, "sd2": 768**2}.get(family(Path(checkpoint.path)), 512**2)


def files_named(folders: tuple[str, ...]) -> dict[str, Path]:
    """The files in the model folders of these names ("lora", "embeddings"), by lower-case stem; safetensors wins."""
    found: dict[str, Path] = {}
    for root in roots():
        for place in (root, root.parent) if root.name == "models" else (root,):
            for folder in _listed(place):
                if folder.name.lower() in folders and folder.is_dir():
                    for file in sorted(folder.rglob("*")):
                        _keep_the_safer(found, file)
    return found


def _keep_the_safer(found: dict[str, Path], file: Path) -> None:
    """Note a file by its stem; one that is there already gives way only to a safe one, if it is not safe itself."""
    kind, known = file.suffix.lower(), found.get(file.stem.lower())
    if kind in UNSAFE and known is None:
        found[file.stem.lower()] = file
    elif kind == ".safetensors" and (known is None or known.suffix.lower() in UNSAFE):
        found[file.stem.lower()] = file


def stem(name: str) -> str:
    """What a LoRA, an embedding or a VAE is looked up by: its name in lower case, without the suffix."""
    return name.lower().removesuffix(".safetensors")


def loras() -> dict[str, Path]:
    """The LoRA files, by lower-case stem."""
    return files_named(("lora", "loras", "lycoris"))


def embeddings() -> dict[str, Path]:
    """The textual inversions, by lower-case stem: the word that calls them."""
    return files_named(("embeddings",))


def vaes() -> dict[str, Path]:
    """The single-file VAEs, by lower-case stem."""
    return files_named(("vae", "vaes"))


def _listed(folder: Path) -> list[Path]:
    try:
        return sorted(folder / name for name in os.listdir(folder))
    except OSError:
        return []
