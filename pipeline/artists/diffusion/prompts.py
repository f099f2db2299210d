"""Prompts → what the U-Net reads, as A1111 does it: chunks of 75 tokens, weights, any length.

A prompt longer than 75 tokens is parted into chunks (`tokens`); each is encoded by itself and they
stand behind one another. A weight multiplies a token's vector, after which the chunk's mean is put
back to what it was: A1111's "Original" emphasis. Its "No norm" leaves the mean as it comes.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from pipeline import tokens
from pipeline.grammar import Fragment

if TYPE_CHECKING:
    import torch

    from pipeline.artists.diffusion.loading import Engine


@dataclass(frozen=True)
class Encoded:
    """An encoded text: (1, 77 × chunks, width) for the attention; for SDXL also (1, width) for the whole."""

    vectors: torch.Tensor
    whole: torch.Tensor | None = None

    @property
    def chunks(self) -> int:
        """How many chunks of 77 tokens stand behind one another."""
        return self.vectors.shape[1] // (tokens.CHUNK + 2)

    def repeated(self, chunks: int) -> Encoded:
        """The same said over and over until it fills so many chunks, a multiple of its own: attention over keys that
        all repeat alike is what it was, while empty chunks would change the picture."""
        times = chunks // self.chunks
        return self if times == 1 else Encoded(self.vectors.repeat(1, times, 1), self.whole)


@dataclass(frozen=True)
class Reading:
    """How a text is read: the text encoder's layer counted from its end, the emphasis, whether it is a negative."""

    clip_skip: int = 1
    emphasis: str = ""
    negative: bool = False


NO_NORM = "No norm"
"""The emphasis that leaves a chunk's mean as the weights make it. Any other word restores it."""
KEPT = 64
"""Encoded texts that an engine keeps: a comic's negative and its panels are the same from one re-roll to the next."""


def encode(engine: Engine, fragments: Sequence[Fragment], reading: Reading = Reading()) -> Encoded:
    """Encode one text, inside `engine.painting_with`; a text encoded lately under the same LoRAs is not read again."""
    key = (tuple(fragments), reading, engine.active, len(engine.learnt))
    known = engine.encoded
    found = known.pop(key, None) or _encode(engine, fragments, reading)
    known[key] = found  # the last one used stands last
    while len(known) > KEPT:
        del known[next(iter(known))]
    return found


def _encode(engine: Engine, fragments: Sequence[Fragment], reading: Reading) -> Encoded:
    """Through the text encoders. An empty negative is zeros for SDXL, as it was trained."""
    import torch

    engine.need("text_encoder", "text_encoder_2")
    pipe = engine.pipe
    if not engine.is_xl:
        hidden, _ = _encode_with(engine, pipe.tokenizer, pipe.text_encoder, fragments, reading, final_norm=True)
        return Encoded(hidden)
    reading = replace(reading, clip_skip=2)
    first, _ = _encode_with(engine, pipe.tokenizer, pipe.text_encoder, fragments, reading, final_norm=False)
    second, whole = _encode_with(engine, pipe.tokenizer_2, pipe.text_encoder_2, fragments, reading, final_norm=False)
    vectors = torch.cat([first, second], dim=-1)
    if reading.negative and not any(text.strip() for text, _ in fragments):
        return Encoded(torch.zeros_like(vectors), torch.zeros_like(whole))
    return Encoded(vectors, whole)


def _encode_with(engine, tokenizer, encoder, fragments, reading: Reading, final_norm: bool) -> tuple[Any, Any]:
    """Through one text encoder: vectors of all chunks in a row, and the first chunk's whole."""
    import torch

    def ids_of(text: str) -> list[int]:
        text = text.lower()
        for name, token in engine.called.items():
            text = re.sub(rf"(?<![\w.-]){re.escape(name)}(?![\w.-])", token, text)
        text = engine.pipe.maybe_convert_prompt(text, tokenizer)  # an embedding of three vectors is three tokens
        return tokenizer(text, add_special_tokens=False, truncation=False, verbose=False).input_ids

    chunks = tokens.chunks(fragments, ids_of)
    ids = torch.tensor([_closed(chunk.ids, tokenizer) for chunk in chunks], device=encoder.device)
    told = encoder(ids, output_hidden_states=True)
    if reading.clip_skip == 1 and final_norm:
        hidden = told.last_hidden_state
    else:
        hidden = told.hidden_states[-reading.clip_skip]
        hidden = getattr(encoder, "text_model", encoder).final_layer_norm(hidden) if final_norm else hidden
    weights = [(1.0, *chunk.weights, *[1.0] * (ids.shape[1] - 1 - len(chunk.weights))) for chunk in chunks]
    hidden = _emphasised(hidden, torch.tensor(weights).to(hidden), keep_mean=reading.emphasis != NO_NORM)
    return hidden.reshape(1, -1, hidden.shape[-1]), getattr(told, "text_embeds", hidden[:, 0])[:1]


def _emphasised(hidden: torch.Tensor, weights: torch.Tensor, keep_mean: bool) -> torch.Tensor:
    """Each token's vector times its weight; then, with `keep_mean`, each chunk's mean is what it was before."""
    if bool((weights == 1).all()):
        return hidden
    weighted = hidden * weights.unsqueeze(-1)
    if not keep_mean:
        return weighted
    before = hidden.mean(dim=(1, 2), keepdim=True)
    after = weighted.mean(dim=(1, 2), keepdim=True)
    return weighted * (before / after).where(after != 0, 1.0)


def _closed(ids: Sequence[int], tokenizer: Any) -> list[int]:
    """A chunk with start, end and padding: 77 tokens."""
    padding = [tokenizer.pad_token_id] * (tokens.CHUNK - len(ids))
    return [tokenizer.bos_token_id, *ids, tokenizer.eos_token_id, *padding]
