"""The open document: everything that a comic.json holds."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Field

from pipeline.comic.desk import Desk
from pipeline.comic.idea import Idea
from pipeline.comic.lettering import Lettering, PageState
from pipeline.comic.made import Made
from pipeline.comic.noun import Noun, replaced
from pipeline.comic.script import PANELS, Script
from pipeline.comic.slot import KEPT, Slot

VERSION = 1
"""The version of comic.json. An older one is migrated by the store, a newer one is refused."""


class StoryOutput(Noun):
    """A script, how it was made, and the idea and seed that it tells."""

    script: Script
    made: Made
    idea: Idea | None = None
    seed: int | None = None


class Comic(Noun):
    """The open document: idea, script, prompts, takes, layout and lettering."""

    version: int = VERSION
    id: str
    revision: int = 0
    created: str = ""
    changed: str = ""
    name: str = ""
    idea: Idea
    seed: Annotated[int, Field(ge=0, lt=2**32)] = 0
    """The story's seed."""
    story: StoryOutput | None = None
    earlier_stories: tuple[StoryOutput, ...] = ()
    slots: Annotated[tuple[Slot, ...], Field(min_length=PANELS, max_length=PANELS)] = (Slot(),) * PANELS
    writer: str = "offline"
    prompter: str = "cast"
    artist: str | None = None
    """The artist of this comic; None leaves it to the preset, then to `sketch`."""
    preset: dict[str, Any] = {}
    """The preset as tuned in this comic, open keys absent."""
    preset_name: str = "classic"
    layout: str = "grid"
    lettering: Lettering = Lettering()
    page_history: tuple[PageState, ...] = ()
    """What "Undo" on the Comic page goes back to, the latest last. Another script begins it anew."""
    desk: Desk = Desk()
    job: str = ""
    """What a job is doing to this comic; what a restart cut off still stands here afterwards."""

    @property
    def script(self) -> Script | None:
        """The current script."""
        return self.story.script if self.story else None

    @property
    def title(self) -> str:
        """The name the user gave, else the script's title, else the idea's first words."""
        return self.name or (self.script.title if self.script else self.idea.text.strip()[:40])

    def with_story(self, output: StoryOutput) -> Comic:
        """A copy with a new script; the one before is kept. Other ways to tell its beats were of that one."""
        earlier = (*self.earlier_stories, self.story) if self.story else self.earlier_stories
        desk = self.desk.with_changes(retellings={}, verdict=None)
        return self.with_changes(story=output, earlier_stories=earlier[-KEPT:], page_history=(), desk=desk)

    def with_slot(self, index: int, slot: Slot) -> Comic:
        """A copy with the slot at `index` (from 0) replaced."""
        return self.with_changes(slots=replaced(self.slots, index, slot))
