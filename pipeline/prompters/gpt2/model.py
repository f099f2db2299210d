"""The GPT-2 in memory, and how it is asked: the forerunner's settings, a seed of its own, nothing global touched."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pipeline import remote
from pipeline.errors import DamagedFile, InputError, NeedsSetup

if TYPE_CHECKING:
    import torch

MAX_LENGTH = 80
"""The forerunner's `max_length`, in tokens. It counted the beginning too; here it holds for what is added when the
beginning alone is nearly as long."""
MIN_ADDED = 24
"""Tokens that are asked for at least, however long the beginning."""
TEMPERATURE, TOP_K, REPETITION_PENALTY = 0.9, 8, 1.2
"""The model's card, without its contrastive search and its ban on repeated words: those cost the commas."""
SHIPPED = Path(__file__).parents[3] / "models"
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
    folder = SHIPPED / wanted if re.fullmatch(r"\w[\w.-]*", wanted) else Path(wanted).expanduser()
    if not folder.is_dir():
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
        """`count` texts that continue `beginning`, the same for the same seed; nothing global is touched.

        A beginning that is longer than the model reads is fed by its end.
        """
        import torch

        with self._lock, torch.inference_mode():
            ids = self.tokenizer(beginning, return_tensors="pt", verbose=False).input_ids
            most = self.model.config.n_positions
            added = min(max(MIN_ADDED, MAX_LENGTH - ids.shape[1]), most - 1)
            ids = ids[:, -(most - added) :]
            told = _sampled(self.model, ids.repeat(count, 1), added, torch.Generator().manual_seed(seed))
            texts = [self.tokenizer.decode(row, skip_special_tokens=True) for row in told]
        yield from texts


def _sampled(model: Any, ids: torch.Tensor, added: int, chance: torch.Generator) -> list[list[int]]:
    """Up to `added` tokens behind each row of `ids`, drawn as `generate(do_sample=True)` draws them.

    transformers' own loop draws from torch's global random state, which a picture painted meanwhile would feel;
    this one draws from `chance` alone.
    """
    import torch

    end, read = model.config.eos_token_id, ids.shape[1]
    told, memory = ids, None
    ended = torch.zeros(len(ids), dtype=torch.bool)
    while told.shape[1] < read + added and not bool(ended.all()):
        out = model(ids, past_key_values=memory, use_cache=True, logits_to_keep=1)
        memory = out.past_key_values
        scores = out.logits[:, -1].float()
        there = scores.gather(1, told)  # what was said before is said less readily: Keskar et al. 2019 (CTRL), 4.1
        there = torch.where(there < 0, there * REPETITION_PENALTY, there / REPETITION_PENALTY)
        best, tokens = scores.scatter(1, told, there).topk(min(TOP_K, scores.shape[1]))
        drawn = torch.multinomial((best / TEMPERATURE).softmax(-1), 1, generator=chance)
        ids = tokens.gather(1, drawn)
        ids[ended] = end
        ended |= ids[:, 0] == end
        told = torch.cat([told, ids], dim=1)
    return told[:, read:].tolist()
