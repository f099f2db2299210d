"""What the user asked for."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StringConstraints

from pipeline.comic.character import MAX_CAST, Character
from pipeline.comic.noun import Noun, fingerprint
from pipeline.comic.texts import Language, Short

MAX_IDEA = 1000


class Idea(Noun):
    """What the user asked for. `text` is theirs, verbatim: data for a writer, never an instruction.

    `stars` are characters of the cast library who shall be in the story, sheets and all: an idea holds
    everything it needs, whatever becomes of the library.
    """

    text: Annotated[str, StringConstraints(max_length=MAX_IDEA)]
    form: Short = "joke"
    genre: Short = "any"
    tone: Short = "warm"
    language: Language = "en"
    stars: Annotated[tuple[Character, ...], Field(max_length=MAX_CAST)] = ()

    def fingerprint(self) -> str:
        """Twelve hexadecimal digits. An idea without stars has those that it had before there were any: stories are
        drawn from them."""
        return fingerprint(self.model_dump(mode="json", exclude=None if self.stars else {"stars"}))
