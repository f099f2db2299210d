"""Everything that decides a picture."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from pipeline.comic.noun import Noun
from pipeline.comic.prompt import PanelPrompt
from pipeline.presets.preset import Lora


class Recipe(Noun):
    """A preset and a prompt with nothing left open: the same recipe makes the same picture again."""

    artist: str
    prompt: PanelPrompt
    negative_prompt: str
    style: str
    sampler: str
    schedule_type: str
    steps: Annotated[int, Field(ge=1, le=150)]
    cfg_scale: Annotated[float, Field(ge=0, le=30)]
    seed: Annotated[int, Field(ge=0, lt=2**32)]
    width: Annotated[int, Field(ge=64, le=4096)]
    height: Annotated[int, Field(ge=64, le=4096)]
    checkpoint: str = ""
    checkpoint_hash: str = ""
    loras: tuple[Lora, ...] = ()
    versions: dict[str, str] = {}
    extra: dict[str, str | int | float | bool] = {}
    """What else decides the picture: precision, threads, batch, clip skip, the RNG's source …"""

    @property
    def sent_text(self) -> str:
        """The prompt with the preset's style words, as the artist receives it."""
        return ", ".join(part for part in (self.prompt.text, self.style) if part)
