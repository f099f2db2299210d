"""Five GPT-2 candidates from a model of distilgpt2's size (82 M parameters, random weights), on two threads.

Beside it the same tokens by transformers' own `generate`, which draws from the global random state.
"""

from __future__ import annotations

import itertools
import statistics
import string
import time
from collections.abc import Iterator

PANEL = "orange cat, red scarf, cat searching, umbrella, rain"  # some 25 tokens, as GPT-2 counts a whole panel
ROUNDS = 3
THREADS = 2
GOAL = 1.5
"""Seconds."""


def figures() -> Iterator[str]:
    """Seconds for five candidates, and how they compare with `generate`."""
    import torch

    from pipeline.comic import Piece
    from pipeline.prompters import CANDIDATES
    from pipeline.prompters.gpt2.continuing import continued
    from pipeline.prompters.gpt2.model import Continuer

    before = torch.get_num_threads()
    torch.set_num_threads(THREADS)
    try:
        writer = Continuer("distilgpt2-sized", tokenizer(), model())
        pieces = tuple(Piece(text=phrase, origin="scene") for phrase in PANEL.split(", "))
        continued(writer, pieces, "warm", CANDIDATES)
        ours, theirs = [], []
        for number in range(ROUNDS):
            ours.append(_seconds(lambda number=number: continued(writer, pieces, str(number), CANDIDATES)))
            theirs.append(_seconds(lambda number=number: _generate(writer, number, CANDIDATES)))
    finally:
        torch.set_num_threads(before)
    own, other = statistics.median(ours), statistics.median(theirs)
    yield f"five GPT-2 candidates, distilgpt2's size, {THREADS} threads: {own:.2f} s (goal {GOAL} s)"
    yield f"transformers' generate / ours, five sequences of 80 tokens: {other / own:.2f}"


def model():
    """A GPT-2 of distilgpt2's shape with random weights, as `load` hands it out."""
    import torch
    from transformers import GPT2Config, GPT2LMHeadModel

    from pipeline.prompters.gpt2.model import ready

    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(0)
        return ready(GPT2LMHeadModel(GPT2Config(n_layer=6)))


def tokenizer():
    """A tokenizer of GPT-2's size that splits words into pairs and triples of letters."""
    from tokenizers import pre_tokenizers
    from transformers import GPT2TokenizerFast

    letters = sorted(pre_tokenizers.ByteLevel.alphabet())
    pairs = [(one, two) for one, two in itertools.product(["Ġ", *string.ascii_lowercase], string.ascii_lowercase)]
    triples = [(one + two, three) for (one, two), three in itertools.product(pairs, string.ascii_lowercase)]
    merges = (pairs + triples)[: 50256 - len(letters)]
    words = [*letters, *(one + two for one, two in merges)]
    words += [f"Ġ{one}{two}," for one, two in itertools.product(string.ascii_letters * 4, string.ascii_letters * 4)]
    words = list(dict.fromkeys(words))
    words += [f"word{number}" for number in range(50256)]
    vocabulary = {word: number for number, word in enumerate([*words[:50256], "<|endoftext|>"])}
    return GPT2TokenizerFast(vocab=vocabulary, merges=merges)


def _generate(writer, seed: int, count: int) -> None:
    import torch

    from pipeline.prompters.gpt2 import model as settings

    ids = writer.tokenizer(PANEL, return_tensors="pt").input_ids
    with torch.random.fork_rng(devices=[]), torch.inference_mode():
        torch.manual_seed(seed)
        writer.model.generate(
            ids,
            attention_mask=torch.ones_like(ids),
            max_length=settings.MAX_LENGTH,
            do_sample=True,
            temperature=settings.TEMPERATURE,
            top_k=settings.TOP_K,
            repetition_penalty=settings.REPETITION_PENALTY,
            num_return_sequences=count,
            pad_token_id=writer.model.config.eos_token_id,
        )


def _seconds(work) -> float:
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun
