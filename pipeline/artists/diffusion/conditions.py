"""What the U-Net is told at each step: a prompt taken apart by the grammar, its parts encoded.

`[a:b:0.5]` and `[a|b]` make several spans of steps, `AND` several parts with weights of their own.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipeline import grammar
from pipeline.comic import Notice

if TYPE_CHECKING:
    from pipeline.artists.diffusion.prompts import Encoded


@dataclass(frozen=True)
class Condition:
    """An encoded prompt: for each span of steps, up to and including step `until`, its weighted parts."""

    spans: tuple[tuple[int, tuple[tuple[float, Encoded], ...]], ...]

    def at(self, step: int) -> tuple[tuple[float, Encoded], ...]:
        """The parts at a step, counted from 1."""
        return next((parts for until, parts in self.spans if step <= until), self.spans[-1][1])

    @property
    def shape(self) -> tuple:
        """What conditions must have in common to share a batch."""
        return tuple((until, tuple(weight for weight, _ in parts)) for until, parts in self.spans)


def read(text: str, steps: int, negative: bool = False) -> tuple[grammar.Prompt, tuple[Notice, ...]]:
    """A prompt by the grammar, and what the user should know about it."""
    parsed = grammar.parse(text, steps, negative=negative)
    return parsed, tuple(Notice(key=each.key, values={"text": each.text}) for each in parsed.notices)


def encode(parsed: grammar.Prompt, encoder: Callable[[Sequence[grammar.Fragment]], Encoded]) -> Condition:
    """Encode every part of a prompt, each wording once."""
    known: dict[tuple, Encoded] = {}

    def once(fragments: tuple) -> Encoded:
        if fragments not in known:
            known[fragments] = encoder(fragments)
        return known[fragments]

    return Condition(
        tuple(
            (span.until, tuple((part.weight, once(part.fragments)) for part in span.parts)) for span in parsed.schedule
        )
    )
