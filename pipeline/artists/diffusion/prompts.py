"""Prompts → what the U-Net reads, as A1111 does it: chunks of 75 tokens, weights, any length.

A prompt longer than 75 tokens is parted into chunks, not through the middle of a phrase; each is
encoded by itself and they stand behind one another. A weight multiplies a token's vector, after
which the chunk's mean is put back to what it was ("Original" emphasis).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from pipeline.grammar import BREAK

if TYPE_CHECKING:
    import torch

    from pipeline.artists.diffusion.loading import Engine

ROOM = 75
"""Tokens of one chunk, start and end not counted."""
BACKTRACK = 20
"""How many tokens before the end of a chunk a comma may stand and still end it."""

Fragments = Sequence[tuple[str, float]]
"""A prompt as texts with their weights; `grammar.BREAK` ends a chunk."""
Token = tuple[int, float]


@dataclass(frozen=True)
class Encoded:
    """An encoded text: (1, 77 × chunks, width) for the attention; for SDXL also (1, width) for the whole."""

    vectors: torch.Tensor
    whole: torch.Tensor | None = None

    @property
    def length(self) -> int:
        """Tokens, the padding included."""
        return self.vectors.shape[1]


def encode(engine: Engine, fragments: Fragments, clip_skip: int = 1, negative: bool = False) -> Encoded:
    """Encode one text, inside `engine.painting_with`. An empty negative is zeros for SDXL, as it was trained."""
    import torch

    pipe = engine.pipe
    if not engine.is_xl:
        hidden, _ = _encode_with(pipe, pipe.tokenizer, pipe.text_encoder, fragments, clip_skip, final_norm=True)
        return Encoded(hidden)
    first, _ = _encode_with(pipe, pipe.tokenizer, pipe.text_encoder, fragments, 2, final_norm=False)
    second, whole = _encode_with(pipe, pipe.tokenizer_2, pipe.text_encoder_2, fragments, 2, final_norm=False)
    vectors = torch.cat([first, second], dim=-1)
    if negative and not any(text.strip() for text, _ in fragments):
        return Encoded(torch.zeros_like(vectors), torch.zeros_like(whole))
    return Encoded(vectors, whole)


def _encode_with(pipe, tokenizer, encoder, fragments, clip_skip: int, final_norm: bool) -> tuple[Any, Any]:
    """Through one text encoder: vectors of all chunks in a row, and the first chunk's whole."""
    import torch

    chunks = [_close(chunk, tokenizer) for chunk in chunked(_tokens(pipe, tokenizer, fragments), _comma(tokenizer))]
    ids = torch.tensor([[token for token, _ in chunk] for chunk in chunks], device=encoder.device)
    told = encoder(ids, output_hidden_states=True)
    if clip_skip == 1 and final_norm:
        hidden = told.last_hidden_state
    else:
        hidden = told.hidden_states[-clip_skip]
        hidden = getattr(encoder, "text_model", encoder).final_layer_norm(hidden) if final_norm else hidden
    weights = torch.tensor([[weight for _, weight in chunk] for chunk in chunks])
    hidden = _emphasised(hidden, weights.to(hidden))
    return hidden.reshape(1, -1, hidden.shape[-1]), getattr(told, "text_embeds", hidden[:, 0])[:1]


def _emphasised(hidden: torch.Tensor, weights: torch.Tensor) -> torch.Tensor:
    """Each token's vector times its weight; then each chunk's mean is what it was before."""
    if bool((weights == 1).all()):
        return hidden
    before = hidden.mean(dim=(1, 2), keepdim=True)
    weighted = hidden * weights.unsqueeze(-1)
    after = weighted.mean(dim=(1, 2), keepdim=True)
    return weighted * (before / after).where(after != 0, 1.0)


def _tokens(pipe: Any, tokenizer: Any, fragments: Fragments) -> list[Token | None]:
    """The tokens of all fragments with their weights; None where a BREAK stands. Embeddings of several vectors
    become as many tokens."""
    tokens: list[Token | None] = []
    for text, weight in fragments:
        if (text, weight) == BREAK:
            tokens.append(None)
            continue
        text = pipe.maybe_convert_prompt(text.lower(), tokenizer)
        ids = tokenizer(text, add_special_tokens=False, truncation=False, verbose=False).input_ids
        tokens += [(token, weight) for token in ids]
    return tokens


def _comma(tokenizer: Any) -> int:
    return tokenizer.convert_tokens_to_ids(",</w>")


def chunked(tokens: Sequence[Token | None], comma: int) -> list[list[Token]]:
    """Tokens in chunks of at most 75, parted after a comma where one stands within the last 20; never none."""
    chunks: list[list[Token]] = [[]]
    last_comma = -1
    for token in tokens:
        if token is None:
            if chunks[-1]:
                chunks.append([])
            last_comma = -1
            continue
        if len(chunks[-1]) == ROOM:
            at = last_comma + 1 if last_comma >= 0 and ROOM - last_comma - 1 <= BACKTRACK else ROOM
            chunks[-1], carried = chunks[-1][:at], chunks[-1][at:]
            chunks.append(carried)
            last_comma = -1
        if token[0] == comma:
            last_comma = len(chunks[-1])
        chunks[-1].append(token)
    return chunks if len(chunks) == 1 or chunks[-1] else chunks[:-1]


def _close(chunk: list[Token], tokenizer: Any) -> list[Token]:
    """A chunk with start, end and padding: 77 tokens."""
    padding = [(tokenizer.pad_token_id, 1.0)] * (ROOM - len(chunk))
    return [(tokenizer.bos_token_id, 1.0), *chunk, (tokenizer.eos_token_id, 1.0), *padding]
