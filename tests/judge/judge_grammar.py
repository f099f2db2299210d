"""10 000 random prompts: no crash, no lost word, tokens neither lost nor added, and a second opinion on weights."""

from __future__ import annotations

import importlib.util
import random
import re
from collections.abc import Iterator

from pipeline import grammar, tokens
from pipeline.grammar.schedule import _nodes

PROMPTS = 10_000
STEPS = 150
_WORDS = ("cat", "umbrella", "비", "street", "night", "1girl", "glow", "우산")
_MARKS = (*"()[]:|,#", "\\(", "\\]", "\\", " ", " ", "\n", " AND ", " BREAK ", ":1.3)", ":0.5]", ":7]", "::.2]")
_WHOLE = ("(sun:1.2)", "[moon]", "[tree:house:0.5]", "[red|blue]", "((deep))", "<lora:ink:0.8>", "<lora:a:1:unet=0>")
_WORD = re.compile(r"[^\W_]+")


def figures(share: float = 1.0) -> Iterator[str]:
    """Raises AssertionError at the first prompt that loses a word or a token."""
    chance = random.Random(20)
    prompts = [_prompt(chance) for _ in range(max(50, round(PROMPTS * share)))]
    chunks = 0
    for prompt in prompts:
        parsed = grammar.parse(prompt, STEPS)
        assert parsed.schedule[-1].until == STEPS, prompt
        _no_word_is_lost(prompt, parsed)
        chunks += _no_token_is_lost(prompt, parsed)
    yield f"{len(prompts)} random prompts, no crash, no lost word, {chunks} chunks without a lost token"
    yield from _second_opinion(prompts)


def _prompt(chance: random.Random) -> str:
    choices = (*_WORDS, *_MARKS, *_WHOLE)
    return "".join(chance.choice(choices) + chance.choice(("", "", " ")) for _ in range(chance.randrange(40)))


def _no_word_is_lost(prompt: str, parsed: grammar.Prompt) -> None:
    """Every word outside of comments and tags is sent at some step; where changes stand within changes, a word may
    have left before its turn came, but it is there in the schedule."""
    text = grammar.take_tags(grammar.strip_comments(prompt))[0]
    sent = " ".join(fragment.text for span in parsed.schedule for part in span.parts for fragment in part.fragments)
    for word in set(_WORD.findall(text)) & set(_WORDS):
        assert word in sent or word in scheduled_words(text), f"{word!r} is lost of {prompt!r}"


def scheduled_words(text: str) -> set[str]:
    """The words on every way that a schedule's changes and turns may take, whether or not their step comes."""
    found: set[str] = set()
    for part in re.split(r"\bAND\b", text):
        waiting = list(_nodes(part, STEPS) or [part])
        while waiting:
            node = waiting.pop()
            if isinstance(node, str):
                found |= set(_WORD.findall(node))
            else:
                waiting += (each for way in node.ways() for each in way)
    return found


def _no_token_is_lost(prompt: str, parsed: grammar.Prompt) -> int:
    fragments = parsed.schedule[0].parts[0].fragments
    cut = tokens.chunks(fragments)
    given = [token for fragment in fragments if not fragment.is_break for token in tokens.ids(fragment.text)]
    assert [token for chunk in cut for token in chunk.ids] == given, prompt
    return len(cut)


def _second_opinion(prompts: list[str]) -> Iterator[str]:
    """diffusion-prompt-embedder reads weights by the same rules, where it is installed."""
    if importlib.util.find_spec("diffusion_prompt_embedder") is None:
        yield "diffusion-prompt-embedder is not installed: no second opinion on weights"
        return
    from diffusion_prompt_embedder import parse_prompt_attention

    agreed = skipped = 0
    for prompt in prompts:
        # It takes BREAK in brackets for a word of another weight, and a lone backslash for a mistake.
        if "BREAK" in prompt or re.search(r"\\(?![()\[\]\\])", prompt):
            skipped += 1
            continue
        theirs = [(text, round(weight, 9)) for text, weight in parse_prompt_attention(prompt)]
        ours = [(text, round(weight, 9)) for text, weight in grammar.fragments(prompt)]
        assert ours == theirs, f"{prompt!r}: {ours} is not {theirs}"
        agreed += 1
    yield f"{agreed} prompts weighed as diffusion-prompt-embedder weighs them ({skipped} it reads otherwise by design)"
