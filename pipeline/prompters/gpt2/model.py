"""The GPT-2 in memory, and how it is asked: the forerunner's settings, a seed of its own, nothing global touched."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pipeline import remote
from pipeline.errors import DamagedFile, InputError, NeedsSetup

MAX_LENGTH = 80
"""The forerunner's `max_length`, in tokens. It counted the beginning too; here it holds for what is added when the
beginning alone is nearly as long."""
MIN_ADDED = 24
"""Tokens that are asked for at least, however long the beginning."""
SETTINGS = {
    "do_sample": True,
    "temperature": 0.9,
    "top_k": 8,
    "repetition_penalty": 1.2,
}
"""The model's card, without its contrastive search and its ban on repeated words: those cost the commas."""
PLAIN_TOKENIZER = "distilgpt2"
_HUB_ID = re.compile(r"[\w.-]+(?:/[\w.-]+)?")
_UNSAFE = (".bin", ".pt", ".ckpt", ".h5", ".msgpack")

_loaded: dict[str, Continuer] = {}
_lock = threading.Lock()


@dataclass(frozen=True)
class Place:
    """Where a model is: a folder of this machine, or a name of the hub, fetched before or not."""

    name: str
    path: str
    local: bool
    cached: bool = False


def where(wanted: str) -> Place:
    """The folder or hub name that Connect's words mean. InputError when they can be neither."""
    wanted = wanted.strip()
    folder = Path(wanted).expanduser()
    if folder.is_dir():
        if not (folder / "config.json").is_file():
            raise InputError("gpt2.no_model_in", name=folder.name)
        if not any(folder.glob("*.safetensors")):
            unsafe = next((path for path in folder.iterdir() if path.suffix in _UNSAFE), None)
            raise InputError("gpt2.unsafe_format" if unsafe else "gpt2.no_model_in", name=folder.name)
        return Place(folder.resolve().name, str(folder), local=True)
    if not _HUB_ID.fullmatch(wanted):
        raise InputError("gpt2.no_model_in", name=wanted)
    return Place(wanted, wanted, local=False, cached=_is_cached(wanted))


def _is_cached(name: str) -> bool:
    from huggingface_hub import try_to_load_from_cache

    return isinstance(try_to_load_from_cache(name, "config.json"), str)


def load(wanted: str, fetch: bool = False) -> Continuer:
    """The model, loaded once for the process. NeedsSetup when it is not here and cannot be fetched."""
    place = where(wanted)
    with _lock:
        if place.path not in _loaded:
            _loaded.clear()  # one at a time: changing the model in Connect must not fill the memory
            _loaded[place.path] = _open(place, fetch)
        return _loaded[place.path]


def _open(place: Place, fetch: bool) -> Continuer:
    import transformers

    transformers.utils.logging.set_verbosity_error()
    transformers.utils.logging.disable_progress_bar()
    local_only = place.local or place.cached
    if not local_only and not (fetch and remote.hub_answers()):
        raise NeedsSetup("gpt2.not_fetched", name=place.name)
    try:
        tokenizer = _tokenizer(place, local_only)
        model = transformers.GPT2LMHeadModel.from_pretrained(
            place.path, local_files_only=local_only, use_safetensors=True
        )
    except Exception as exc:  # transformers raises a dozen kinds for a folder that is not what it seems
        if place.local:
            raise DamagedFile("gpt2.cannot_load", name=place.name) from exc
        raise NeedsSetup("gpt2.not_fetched", name=place.name) from exc
    return Continuer(place.name, tokenizer, model.eval())


def _tokenizer(place: Place, local_only: bool) -> Any:
    """The model's own tokenizer; the plain one of distilgpt2 for models that, like the forerunner's, bring none."""
    import transformers

    try:
        return transformers.AutoTokenizer.from_pretrained(place.path, local_files_only=local_only)
    except (OSError, ValueError, KeyError):
        fetched = _is_cached(PLAIN_TOKENIZER)
        return transformers.AutoTokenizer.from_pretrained(PLAIN_TOKENIZER, local_files_only=local_only or fetched)


@dataclass
class Continuer:
    """A loaded GPT-2. One at a time may use it: tokenizers are not thread-safe."""

    name: str
    tokenizer: Any
    model: Any
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def continuations(self, beginning: str, seed: int, count: int) -> Iterator[str]:
        """`count` texts that continue `beginning`, the same for the same seed; the global random state is untouched.

        A beginning that is longer than the model reads is fed by its end.
        """
        import torch

        with self._lock:
            ids = self.tokenizer(beginning, return_tensors="pt", verbose=False).input_ids
            added = max(MIN_ADDED, MAX_LENGTH - ids.shape[1])
            ids = ids[:, -max(1, self.model.config.n_positions - added) :]
            with torch.random.fork_rng(devices=[]), torch.no_grad():
                torch.manual_seed(seed)
                told = self.model.generate(
                    ids,
                    attention_mask=torch.ones_like(ids),
                    max_new_tokens=min(added, self.model.config.n_positions - ids.shape[1]),
                    num_return_sequences=count,
                    pad_token_id=self.model.config.eos_token_id,
                    **SETTINGS,
                )
            texts = [self.tokenizer.decode(row[ids.shape[1] :], skip_special_tokens=True) for row in told]
        yield from texts
