"""Somebody in the story."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import StringConstraints

from pipeline.comic.noun import Noun
from pipeline.comic.texts import Short
from pipeline.presets.preset import Lora

MAX_CAST = 4
"""Of one story."""
SpeechLevel = Literal["", "casual", "polite"]


class Character(Noun):
    """Somebody in the story: their sheet.

    `look` is a fixed list of English visual words, kind first ("orange cat", "red scarf"): compiled
    verbatim into every panel the character appears in, so that they look the same in all four.
    `voice` says in anybody's words how they talk, `speech_level` how politely ("" leaves it to the
    story). `colour` is that of their card, as "#rrggbb"; their balloons are tinted with it. `trigger` is
    the word that wakes a LoRA trained on them, `lora` that LoRA: both are sent with the look.
    """

    name: Short
    look: tuple[Short, ...]
    voice: Short = ""
    speech_level: SpeechLevel = ""
    colour: Annotated[str, StringConstraints(pattern=r"^(#[0-9a-f]{6})?$")] = ""
    trigger: Short = ""
    lora: Lora | None = None

    @property
    def drawn(self) -> dict[str, Any]:
        """What of the sheet reaches a picture: the inputs of every prompt the character is in."""
        return self.model_dump(mode="json", include={"name", "look", "trigger", "lora"})
