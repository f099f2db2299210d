"""Tests of choices and wildcards."""

from __future__ import annotations

from pipeline import wildcards
from pipeline.comic import PanelPrompt


def prompt(text: str) -> PanelPrompt:
    """A prompt of these words."""
    return PanelPrompt(text="").with_text(text)


def drawn(text: str, seed: int = 3) -> str:
    """What the seed makes of the text."""
    return wildcards.draw(prompt(text), seed).prompt.text
