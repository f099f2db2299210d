"""One panel of the open comic: its prompts and its takes."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from pipeline.comic.made import Made
from pipeline.comic.noun import Noun
from pipeline.comic.prompt import PanelPrompt
from pipeline.comic.take import Take

KEPT = 20
"""How many earlier scripts and prompts a cell keeps. Takes are kept without limit."""


class PromptOutput(Noun):
    """A panel's prompt and how it was made."""

    prompt: PanelPrompt
    made: Made


class Slot(Noun):
    """One panel of the open comic: its prompt, its takes and its own seed.

    `seed` is what a re-roll or `seed: null` drew; it wins over the preset's until the next re-roll.
    """

    prompt: PromptOutput | None = None
    earlier_prompts: tuple[PromptOutput, ...] = ()
    takes: tuple[Take, ...] = ()
    chosen: str | None = None
    seed: Annotated[int, Field(ge=0, lt=2**32)] | None = None

    @property
    def take(self) -> Take | None:
        """The chosen take."""
        return next((take for take in self.takes if take.id == self.chosen), None)

    def with_prompt(self, output: PromptOutput) -> Slot:
        """A copy with a new prompt; the one before is kept."""
        earlier = (*self.earlier_prompts, self.prompt) if self.prompt else self.earlier_prompts
        return self.with_changes(prompt=output, earlier_prompts=earlier[-KEPT:])

    def with_take(self, take: Take) -> Slot:
        """A copy with a take added and chosen, unless the chosen one is locked."""
        keep = self.take is not None and self.take.locked
        return self.with_changes(takes=(*self.takes, take), chosen=self.chosen if keep else take.id)
