"""CLIP's vocabulary, as it is shipped, in the form that a pipeline wants: for single files, which carry none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline import tokens

if TYPE_CHECKING:
    from transformers import CLIPTokenizer

SIZE = 49408
LENGTH = 77
"""Tokens that a text encoder reads at once, start and end included."""


def tokenizer(part: str, family: str) -> CLIPTokenizer:
    """A new tokenizer for a part of a pipeline. OpenCLIP's encoders (SD 2, SDXL's second) are padded with "!"."""
    from transformers import CLIPTokenizer

    pieces, merges = tokens.vocabulary()
    padding = "!" if family == "sd2" or part == "tokenizer_2" else "<|endoftext|>"
    return CLIPTokenizer(vocab=dict(pieces), merges=list(merges), pad_token=padding, model_max_length=LENGTH)
