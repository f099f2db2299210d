"""What a recipe asks for beside its checkpoint: LoRAs, embeddings, another VAE. What cannot be had is a notice."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pipeline import grammar
from pipeline.artists._checkpoint import embeddings_missing
from pipeline.artists.diffusion import device, hashes, on_disk
from pipeline.comic import Notice

if TYPE_CHECKING:
    from pipeline.artists.diffusion.loading import Adapters, Engine
    from pipeline.presets.preset import Lora

MAX_ADAPTERS = 8
"""LoRAs kept in memory with one checkpoint; with more, all are taken out first."""


@dataclass(frozen=True)
class Found:
    """What came of looking for a recipe's files: those that act, by the name they were asked by, and notices for the
    others."""

    kind: str
    files: dict[str, Path] = field(default_factory=dict)
    notices: tuple[Notice, ...] = ()


def loras(engine: Engine, wanted: Iterable[Lora], tagged: Iterable[grammar.Lora] = ()) -> tuple[Adapters, Found]:
    """Load the LoRAs, the preset's and those of tags, that are not loaded yet.

    Returns the adapters to paint with, and what was found; a notice for each LoRA that is not there or unfit.
    """
    there = on_disk.loras()
    asked = [*(grammar.Lora(each.name, each.weight, each.weight) for each in wanted), *tagged]
    adapters: dict[str, tuple[float, float]] = {}
    files, notices = {}, []
    with engine.lock:
        for lora in asked:
            path = there.get(on_disk.stem(lora.name))
            if path is None:
                notices.append(Notice(key="diffusion.no_lora", values={"name": lora.name}))
            elif path.suffix.lower() in on_disk.UNSAFE:
                notices.append(Notice(key="diffusion.lora_unsafe", values={"name": path.name}))
            elif name := _adapter(engine, str(path)):
                text, unet = adapters.get(name, (0.0, 0.0))
                adapters[name] = (text + lora.text_encoder, unet + lora.unet)
                files[lora.name] = path
            else:
                notices.append(Notice(key="diffusion.lora_unfit", values={"name": lora.name}))
    given = tuple((name, *weights) for name, weights in adapters.items())
    return given, Found("lora", files, tuple(notices))


def _adapter(engine: Engine, path: str) -> str:
    """The adapter name of a LoRA file, loaded if need be; "" when it does not fit the checkpoint."""
    if path in engine.adapters:
        return engine.adapters[path]
    if len([name for name in engine.adapters.values() if name]) >= MAX_ADAPTERS:
        engine.forget_adapters()
    name = f"lora{len(engine.adapters)}"
    try:
        from safetensors.torch import load_file

        engine.pipe.load_lora_weights(load_file(path), adapter_name=name)
        engine.pipe.disable_lora()
        engine.adapters[path] = name
    except Exception:  # whatever is wrong with somebody's file, the picture is painted without it
        _drop(engine, name)
        engine.adapters[path] = ""
    engine.forget_active()
    return engine.adapters[path]


def _drop(engine: Engine, name: str) -> None:
    """Take out what a LoRA that failed has left behind."""
    for part in ("unet", "text_encoder", "text_encoder_2"):
        model = getattr(engine.pipe, part, None)
        if name in getattr(model, "peft_config", {}):
            model.delete_adapters(name)


def embeddings(engine: Engine, text: str) -> Found:
    """Teach the checkpoint the embeddings that `text` names; notices for those called that are not there.

    An embedding's name is its file's stem. Only safetensors is read.
    """
    there = on_disk.embeddings()
    words = set(re.findall(r"[\w.-]+", text.lower()))
    files, notices = {}, []
    with engine.lock:
        for name, path in there.items():
            if name not in words:
                continue
            if path.suffix.lower() in on_disk.UNSAFE:
                notices.append(Notice(key="diffusion.embedding_unsafe", values={"name": path.name}))
            elif _learn(engine, name, str(path)):
                files[name] = path
            else:
                notices.append(Notice(key="diffusion.embedding_unfit", values={"name": name}))
    absent = embeddings_missing(text, set(there))
    notices += [Notice(key="diffusion.no_embedding", values={"name": name}) for name in absent]
    return Found("embedding", files, tuple(notices))


def _learn(engine: Engine, name: str, path: str) -> bool:
    if path not in engine.learnt:
        try:
            _load_embedding(engine, name, path)
            engine.learnt[path] = True
        except Exception:  # an embedding for another width, say: the word is read as text
            engine.learnt[path] = False
    return engine.learnt[path]


def _load_embedding(engine: Engine, name: str, path: str) -> None:
    from safetensors.torch import load_file

    tensors = load_file(path)
    pipe = engine.pipe
    token = name
    if name in pipe.tokenizer.get_vocab():  # a word, or a piece of words: the embedding needs a name of its own
        token = engine.called[name] = f"<{name}>"
    if not engine.is_xl:
        vectors = tensors.get("emb_params", next(iter(tensors.values())))
        pipe.load_textual_inversion(vectors, token=token)
        return
    pairs = (("clip_l", pipe.tokenizer, pipe.text_encoder), ("clip_g", pipe.tokenizer_2, pipe.text_encoder_2))
    for key, tokenizer, encoder in pairs:
        pipe.load_textual_inversion(tensors[key], token=token, tokenizer=tokenizer, text_encoder=encoder)


def vae(engine: Engine, name: str) -> tuple[Any, Found]:
    """The VAE of that name, None for the checkpoint's own; a notice when it is not there or unfit."""
    if not name or name.lower() in ("automatic", "none"):
        return None, Found("vae")
    refused = Found("vae", notices=(Notice(key="diffusion.no_vae", values={"name": name}),))
    path = on_disk.vaes().get(on_disk.stem(name))
    if path is None or path.suffix.lower() in on_disk.UNSAFE:
        return None, refused
    with engine.lock:
        if str(path) not in engine.vaes:
            try:
                engine.vaes[str(path)] = _load_vae(engine, str(path))
            except Exception:  # whatever is wrong with somebody's file, the checkpoint's own decodes
                engine.vaes[str(path)] = None
    loaded = engine.vaes[str(path)]
    return (loaded, Found("vae", {name: path})) if loaded is not None else (None, refused)


def _load_vae(engine: Engine, path: str) -> Any:
    import diffusers

    config = dict(engine.pipe.vae.config)
    loaded = diffusers.AutoencoderKL.from_config(config)
    from diffusers.loaders.single_file_utils import convert_ldm_vae_checkpoint
    from safetensors.torch import load_file

    tensors = load_file(path)
    if not any(name.startswith("decoder.up_blocks") for name in tensors):  # A1111's names, with or without a head
        if not any(name.startswith("first_stage_model.") for name in tensors):
            tensors = {f"first_stage_model.{name}": value for name, value in tensors.items()}
        tensors = convert_ldm_vae_checkpoint(tensors, config)
    loaded.load_state_dict(tensors)
    return loaded.to(engine.device, device.dtype(device.vae_precision(engine.precision))).eval()


def hashes_of(*found: Found) -> dict[str, str]:
    """The hashes of files that act, under the recipe's names for what A1111 calls Lora hashes, TI hashes, VAE hash."""
    told: dict[str, str] = {}
    for each in found:
        for name, path in each.files.items():
            digest = hashes.of_file(path, tensors_only=each.kind == "lora")
            if each.kind == "vae":
                told["vae_hash"] = digest[: hashes.SHORT]
            else:
                before = told.get(f"{each.kind}_hashes", "")
                told[f"{each.kind}_hashes"] = f"{before}, " * bool(before) + f"{name}: {digest[: hashes.SHORT_EXTRA]}"
    return told
