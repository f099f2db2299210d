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
    """The folder or hub name that Connect's words mean; a shipped model goes by the name of its folder. InputError when
    they can be neither."""
    from pipeline.prompters import gpt2

    wanted = wanted.strip()
    shipped = re.fullmatch(r"\w[\w.-]*", wanted) and (gpt2.SHIPPED / wanted).is_dir()
    folder = gpt2.SHIPPED / wanted if shipped else Path(wanted).expanduser()
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


def is_loaded(wanted: str) -> bool:
    """Whether the model is in memory. InputError for words that can be no model."""
    return where(wanted).path in _loaded


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
    return Continuer(place.name, tokenizer, ready(model))


def ready(model: Any) -> Any:
    """A loaded model made ready to write: nothing learns any more, and weights are halved where the processor
    multiplies halves. Writing reads every weight for every token, so that half of them is twice as fast."""
    import torch

    able = torch.cpu.get_capabilities()
    halves = able.get("avx512_bf16") or able.get("amx_bf16")  # elsewhere torch imitates them, slower
    return model.eval().to(torch.bfloat16) if halves else model.eval()


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
            told = _sampled(self.model, ids, count, added, torch.Generator().manual_seed(seed))
            texts = [self.tokenizer.decode(row, skip_special_tokens=True) for row in told]
        yield from texts


def _sampled(model: Any, ids: torch.Tensor, count: int, added: int, chance: torch.Generator) -> list[list[int]]:
    """`count` rows of up to `added` tokens behind `ids` (1, length), drawn as `generate(do_sample=True)` draws them.

    transformers' own loop draws from torch's global random state, which a picture painted meanwhile would feel;
    this one draws from `chance` alone, and reads the beginning once for all rows.
    """
    import torch

    end, read = model.config.eos_token_id, ids.shape[1]
    out = model(ids, use_cache=True, logits_to_keep=1)
    memory = out.past_key_values
    memory.batch_repeat_interleave(count)
    logits, told = out.logits[:, -1].repeat(count, 1), ids.repeat(count, 1)
    ended = torch.zeros(count, dtype=torch.bool)
    while True:
        ids = _drawn(logits.float(), told, chance)
        ids[ended] = end
        ended |= ids[:, 0] == end
        told = torch.cat([told, ids], dim=1)
        if told.shape[1] == read + added or bool(ended.all()):
            return told[:, read:].tolist()
        logits = model(ids, past_key_values=memory, use_cache=True).logits[:, -1]


def _drawn(scores: torch.Tensor, told: torch.Tensor, chance: torch.Generator) -> torch.Tensor:
    """The next token of each row, (rows, 1): one of the `TOP_K` likeliest. What was said before is said less
    readily: Keskar et al. 2019 (CTRL), section 4.1."""
    import torch

    there = scores.gather(1, told)
    there = torch.where(there < 0, there * REPETITION_PENALTY, there / REPETITION_PENALTY)
    best, tokens = scores.scatter(1, told, there).topk(min(TOP_K, scores.shape[1]))
    return tokens.gather(1, torch.multinomial((best / TEMPERATURE).softmax(-1), 1, generator=chance))
