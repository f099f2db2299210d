"""Checkpoints in memory: loaded once per (checkpoint, device, precision) for the whole process, and shared.

A diffusers pipeline is not thread-safe, and its LoRAs and tokenizer are state. So an engine is used
in short sections only, each under its lock and each putting the LoRAs of its own job in place
(`Engine.painting_with`); schedulers are never shared. Two jobs may then take turns step by step and
still get the pictures that they would get alone.
"""

from __future__ import annotations

import os
import re
import threading
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pipeline import remote
from pipeline.artists._checkpoint import Checkpoint
from pipeline.artists.diffusion import clip_vocabulary, device, hashes, on_disk
from pipeline.errors import DamagedFile, InputError, NeedsSetup, RenderError

if TYPE_CHECKING:
    from diffusers import DiffusionPipeline

CONFIGS = Path(__file__).parent.parent.parent / "data" / "diffusers"
"""Configurations of SD 1, SD 2 and SDXL, so that single files load without the network."""
_PIPELINES = ("StableDiffusionPipeline", "StableDiffusionXLPipeline")
PARTS = ("text_encoder", "text_encoder_2", "unet", "vae")
"""The parts of a pipeline that hold weights."""
_HEADROOM = 1.4
"""Memory that a checkpoint needs to load and paint, as a multiple of its file's size in the painting precision."""

loads: list[str] = []
"""The checkpoints that were loaded since the process began, in order: what a test counts."""
_HASHING = 0.5
"""The share of loading that the hash may take: it reads the whole file once."""
_engines: dict[tuple[str, str, str], Engine] = {}
_engines_lock = threading.RLock()

Adapters = tuple[tuple[str, float, float], ...]
"""The LoRAs of a job: adapter names and their weights in the text encoders and in the U-Net."""


@dataclass
class Engine:
    """One checkpoint in memory, ready to paint."""

    pipe: DiffusionPipeline
    checkpoint: Checkpoint
    device: str
    precision: str
    scheduler_config: dict[str, Any]
    """The scheduler configuration as it was loaded: every job makes a scheduler of its own from it."""
    hash: str = ""
    lock: threading.RLock = field(default_factory=threading.RLock)
    adapters: dict[str, str] = field(default_factory=dict)
    """LoRA files that are loaded → their adapter names."""
    learnt: dict[str, bool] = field(default_factory=dict)
    """Embedding files → whether they fit this checkpoint."""
    called: dict[str, str] = field(default_factory=dict)
    """Embeddings that are called by a word of the vocabulary → the tokens that they were taught as."""
    vaes: dict[str, Any] = field(default_factory=dict)
    encoded: dict[tuple, Any] = field(default_factory=dict)
    """Texts that were encoded lately: see `prompts.py`."""
    offloaded: bool = False
    """Whether only the part at work is on the device, because there is no room for all of them."""
    colours: Any = None
    """What turns latents into small previews: see `latents.py`."""
    _active: Adapters = ()

    @property
    def is_xl(self) -> bool:
        """Whether this is an SDXL checkpoint, with two text encoders."""
        return hasattr(self.pipe, "text_encoder_2")

    @property
    def parameters(self) -> int:
        """How many parameters the U-Net has."""
        return sum(each.numel() for each in self.pipe.unet.parameters())

    @property
    def channels(self) -> int:
        """The channels of its latents."""
        return self.pipe.unet.config.in_channels

    @property
    def factor(self) -> int:
        """Pixels per latent, along a side."""
        return self.pipe.vae_scale_factor

    @contextmanager
    def painting_with(self, adapters: Adapters) -> Iterator[DiffusionPipeline]:
        """The pipeline, nobody else's for the length of this block, with exactly these LoRAs acting."""
        import torch

        with self.lock, torch.no_grad():
            if adapters != self._active:
                self._activate(adapters)
            yield self.pipe

    def need(self, *names: str) -> None:
        """Have these parts of the pipeline on the device; of an offloaded engine, the others wait in main memory."""
        if self.offloaded:
            parts = {name: part for name in PARTS if (part := getattr(self.pipe, name, None)) is not None}
            for name in sorted(parts, key=lambda name: name in names):  # make room first
                parts[name].to(self.device if name in names else "cpu")

    def offload(self) -> None:
        """From now on keep only the part at work on the device."""
        self.offloaded = True
        self.need()

    def bring_back(self) -> None:
        """Have all parts on the device again, if there is room."""
        try:
            self.pipe.to(self.device)
            self.offloaded = False
        except RuntimeError as exc:
            if not device.is_out_of_memory(exc):
                raise
        if self.offloaded:  # outside the except block: the exception held on to what was moved
            self.offload()

    @property
    def active(self) -> Adapters:
        """The LoRAs that act now."""
        return self._active

    def _activate(self, adapters: Adapters) -> None:
        self._active = ()
        if adapters:
            self.pipe.enable_lora()
            parts = [name for name in ("text_encoder", "text_encoder_2") if hasattr(self.pipe, name)]
            weights = [{**dict.fromkeys(parts, text), "unet": unet} for _, text, unet in adapters]
            self.pipe.set_adapters([name for name, *_ in adapters], weights)
        elif any(self.adapters.values()):
            self.pipe.disable_lora()
        self._active = adapters

    def forget_active(self) -> None:
        """Say that LoRAs were just loaded: which of them act is set anew before the next step."""
        self._active = (("", 0.0, 0.0),)

    def forget_adapters(self) -> None:
        """Take all LoRAs out again; the weights are then what they were before the first."""
        with self.lock:
            if any(self.adapters.values()):
                self.pipe.unload_lora_weights()
            self.adapters.clear()
            self.encoded.clear()  # adapter names will be given anew
            self._active = ()


def get(checkpoint: Checkpoint, on: str, precision: str = "") -> Engine:
    """The engine of a checkpoint on a device, in the device's own precision or another; loaded if it is not yet.

    Where the old and the new do not fit into memory together, the old ones go first. Raises
    DamagedFile, InputError, or RenderError when memory does not suffice for one.
    """
    work = getting(checkpoint, on, precision)
    while True:
        try:
            next(work)
        except StopIteration as finished:
            return finished.value


def getting(checkpoint: Checkpoint, on: str, precision: str = "") -> Generator[float, None, Engine]:
    """The same, reporting how far loading is, 0–1; nothing for one that is loaded. It may be closed in between.

    The hash comes first: a file that is not what it should be costs no loaded engine its place.
    """
    key = (checkpoint.path, on, precision or device.precision(on))
    engine = _engines.get(key)
    if engine is None:
        yield 0.0
        digest = yield from _scaled(hashes.reckoning(checkpoint), _HASHING)
        with _engines_lock:
            engine = _engines.get(key) or _loaded(checkpoint, key)
        engine.hash = digest
        yield 1.0
    with _engines_lock:
        if key in _engines:
            _engines[key] = _engines.pop(key)  # the last one used stands last
    return engine


def _scaled(work: Generator[float, None, str], most: float) -> Generator[float, None, str]:
    """The same work, its share told as a share of `most`."""
    while True:
        try:
            yield most * next(work)
        except StopIteration as finished:
            return finished.value


def _loaded(checkpoint: Checkpoint, key: tuple[str, str, str]) -> Engine:
    _, on, precision = key
    _make_room(checkpoint, on, precision)
    _engines[key] = engine = _load(checkpoint, on, precision)
    loads.append(checkpoint.name)
    return engine


def release(keep: Engine | None = None) -> int:
    """Let go of every engine but `keep`; how many went. One that still paints lives until its job ends."""
    with _engines_lock:
        going = [key for key, engine in _engines.items() if engine is not keep]
        devices = {_engines.pop(key).device for key in going}
    for each in devices:
        device.give_back(each)
    return len(going)


def _make_room(checkpoint: Checkpoint, on: str, precision: str) -> None:
    """Release engines, the longest unused first, until the checkpoint fits or none is left."""
    needed = _needed_bytes(checkpoint, precision)
    for key in list(_engines):
        if device.free_bytes(on) >= needed:
            return
        del _engines[key]
        device.give_back(on)


def _needed_bytes(checkpoint: Checkpoint, precision: str) -> float:
    """Raises DamagedFile for a file that is not whole: before anything makes room for it."""
    size = {"float32": 4, "float16": 2, "bfloat16": 2}[precision]
    tensors = (shape for file in hashes.weights(checkpoint) for shape in on_disk.header(file).values())
    return _HEADROOM * size * sum(_count(shape) for shape in tensors)


def _count(shape: list[int]) -> int:
    count = 1
    for side in shape:
        count *= side
    return count


def _load(checkpoint: Checkpoint, on: str, precision: str) -> Engine:
    import torch

    os.environ.setdefault("DIFFUSERS_DISABLE_REMOTE_CODE", "1")
    _quiet()
    try:
        file_or_folder = _from_file if checkpoint.kind == "file" else _from_folder
        pipe = file_or_folder(Path(checkpoint.path), checkpoint, device.dtype(precision))
        pipe.vae.to(device.dtype(device.vae_precision(precision)))
        if on.startswith("cuda"):
            pipe.unet.to(memory_format=torch.channels_last)  # what cuDNN's fast convolutions read
        pipe.set_progress_bar_config(disable=True)
        engine = Engine(pipe, checkpoint, on, precision, _scheduler_config(pipe, checkpoint), offloaded=True)
        engine.bring_back()
        return engine
    except (OSError, ValueError, KeyError, TypeError, RuntimeError, AttributeError) as exc:
        if device.is_out_of_memory(exc):
            raise RenderError("diffusion.too_big", name=checkpoint.name, device=on) from exc
        reason = re.sub(r"\s+", " ", str(exc))[:160]
        raise DamagedFile("diffusion.cannot_load", name=checkpoint.name, reason=reason) from exc
    except Exception as exc:
        if type(exc).__name__ == "SafetensorError":
            raise DamagedFile("diffusion.damaged", name=checkpoint.name) from exc
        raise


def _from_folder(folder: Path, checkpoint: Checkpoint, dtype: Any) -> DiffusionPipeline:
    """A diffusers folder, or a hub id when there is no such folder."""
    import diffusers

    common = {"dtype": dtype, "use_safetensors": True, "safety_checker": None, "requires_safety_checker": False}
    if not folder.is_dir():
        return _from_hub(checkpoint.path, common)
    family = _class_name(folder)
    _refuse_unsafe(folder)
    for file in folder.rglob("*.safetensors"):
        on_disk.header(file)
    return getattr(diffusers, family).from_pretrained(str(folder), local_files_only=True, **common)


def _from_hub(name: str, common: dict[str, Any]) -> DiffusionPipeline:
    """What was fetched before, without asking the network; else fetched now. NeedsSetup when it cannot be."""
    import diffusers

    try:
        pipe = diffusers.DiffusionPipeline.from_pretrained(name, local_files_only=True, **common)
    except (OSError, ValueError):
        pipe = None
    if pipe is None:
        if not remote.hub_answers():
            raise NeedsSetup("diffusion.not_fetched", name=name)
        pipe = diffusers.DiffusionPipeline.from_pretrained(name, **common)
    if type(pipe).__name__ not in _PIPELINES:
        raise InputError("diffusion.no_painter", name=name)
    return pipe


def _class_name(folder: Path) -> str:
    import json

    name = json.loads((folder / "model_index.json").read_text(encoding="utf-8")).get("_class_name")
    if name not in _PIPELINES:
        raise InputError("diffusion.no_painter", name=folder.name)
    return name


def _refuse_unsafe(folder: Path) -> None:
    """A folder whose weights are there in an unsafe format only is refused with a sentence of its own."""
    unsafe = next((path for path in (folder / "unet").glob("*") if path.suffix in on_disk.UNSAFE), None)
    if unsafe and not any((folder / "unet").glob("*.safetensors")):
        raise InputError("diffusion.unsafe_format", name=f"{folder.name}/unet/{unsafe.name}")


def _from_file(path: Path, checkpoint: Checkpoint, dtype: Any) -> DiffusionPipeline:
    """A single .safetensors file, with the configuration folder beside it (`NAME.config`) or ours."""
    import diffusers

    on_disk.header(path)
    family = on_disk.family(path)
    beside = path.with_name(f"{path.stem}.config")
    config = beside if beside.is_dir() else CONFIGS / family
    parts = ("tokenizer", "tokenizer_2") if family == "sdxl" else ("tokenizer",)
    tokenizers = {part: clip_vocabulary.tokenizer(part, family) for part in parts}
    pipeline = diffusers.StableDiffusionXLPipeline if family == "sdxl" else diffusers.StableDiffusionPipeline
    return pipeline.from_single_file(
        str(path), config=str(config), dtype=dtype, local_files_only=True, **tokenizers, **_extras(family)
    )


def _extras(family: str) -> dict[str, Any]:
    return {} if family == "sdxl" else {"safety_checker": None, "requires_safety_checker": False}


def _scheduler_config(pipe: DiffusionPipeline, checkpoint: Checkpoint) -> dict[str, Any]:
    """The checkpoint's scheduler configuration; for a single file, what it says itself about its prediction."""
    config = dict(pipe.scheduler.config)
    if checkpoint.kind == "file":
        shapes = on_disk.header(Path(checkpoint.path))
        if "v_pred" in shapes:
            config["prediction_type"] = "v_prediction"
        if "ztsnr" in shapes:
            config["rescale_betas_zero_snr"] = True
        if on_disk.family(Path(checkpoint.path)) == "sd2" and re.search("base|512", checkpoint.name.lower()):
            config["prediction_type"] = "epsilon"  # SD 2 came in two kinds that only their names tell apart
    return config


def _quiet() -> None:
    """Progress bars and advice of the libraries belong to no page."""
    import diffusers
    import transformers

    diffusers.utils.logging.set_verbosity_error()
    diffusers.utils.logging.disable_progress_bar()
    transformers.utils.logging.set_verbosity_error()
    transformers.utils.logging.disable_progress_bar()
