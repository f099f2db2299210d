"""A prompt's text → weighted fragments, the LoRAs that its tags name, and notices for what cannot be obeyed."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.comic import Notice
from pipeline.presets.preset import Lora

_LORA = re.compile(r"<lora:([^:>]+)(?::(-?[\d.]+))?[^>]*>", re.IGNORECASE)
_TAG = re.compile(r"<\w+:[^>]+>")
_WEIGHT = re.compile(r"(?<!\\)[()\[\]]|:\s*-?[\d.]+\s*(?=[)\]])")


@dataclass(frozen=True)
class Words:
    """A prompt as it is encoded."""

    fragments: tuple[tuple[str, float], ...]
    loras: tuple[Lora, ...] = ()
    notices: tuple[Notice, ...] = ()


def read(text: str) -> Words:
    """What a prompt says."""
    loras = tuple(Lora(name=name.strip(), weight=float(weight or 1)) for name, weight in _LORA.findall(text))
    text = _TAG.sub(" ", text)
    bare = _WEIGHT.sub(" ", text)
    notices = (Notice(key="diffusion.weights_ignored"),) if bare != text else ()
    parts = re.split(r"\bBREAK\b", bare)
    fragments = [(part, 1.0) for part in parts]
    joined = [fragments[0]] + [each for part in fragments[1:] for each in (("BREAK", 1.0), part)]
    return Words(tuple(joined), loras, notices)
