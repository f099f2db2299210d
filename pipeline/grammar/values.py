"""What the grammar makes of a prompt."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from pipeline import words


class Fragment(NamedTuple):
    """Text and how much attention it gets; 1 is as much as any other."""

    text: str
    weight: float

    @property
    def is_break(self) -> bool:
        """Whether this is no text, but the start of a new chunk."""
        return self == BREAK


BREAK = Fragment("BREAK", -1.0)


class Lora(NamedTuple):
    """A `<lora:…>` tag: the file's stem, and its strength in the text encoder and in the UNet."""

    name: str
    text_encoder: float
    unet: float


class Part(NamedTuple):
    """What stands between two `AND`s: its text at this step, its weight in the mix, its fragments."""

    text: str
    weight: float
    fragments: tuple[Fragment, ...]


class Span(NamedTuple):
    """What is sent up to and including step `until`, counted from 1 and from the span before."""

    until: int
    parts: tuple[Part, ...]


class Notice(NamedTuple):
    """Something the user should know: a key of the catalogue, and the text that it is about."""

    key: str
    text: str

    def told(self, language: str) -> str:
        """The notice as a sentence."""
        return words.say(self.key, language, text=self.text)


@dataclass(frozen=True)
class Prompt:
    """A prompt taken apart. `schedule` has at least one span and ends at the last step."""

    schedule: tuple[Span, ...]
    loras: tuple[Lora, ...] = ()
    notices: tuple[Notice, ...] = ()

    def at(self, step: int) -> tuple[Part, ...]:
        """The parts that are sent at `step`, counted from 1."""
        return next((span.parts for span in self.schedule if step <= span.until), self.schedule[-1].parts)
