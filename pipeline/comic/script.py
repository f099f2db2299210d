"""A story in four panels: what each shows, and what is said in it."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints, model_validator

from pipeline.comic.character import MAX_CAST, Character
from pipeline.comic.noun import Noun, replaced
from pipeline.comic.texts import Language, Short

Beat = Literal["setup", "development", "turn", "close"]
BEATS: tuple[Beat, ...] = ("setup", "development", "turn", "close")
PANELS = len(BEATS)
"""Four. The number is written here and nowhere else."""

LineKind = Literal["speech", "thought", "shout", "caption", "sound"]
LINE_KINDS: tuple[LineKind, ...] = ("speech", "thought", "shout", "caption", "sound")
MAX_LINES = 6
"""Of one panel: more leave no picture to be seen."""


class Line(Noun):
    """One thing said or written in a panel. Captions and sounds have no speaker.

    `text` is in the comic's language; `other` holds it in further languages, by language id.
    """

    speaker: Short | None = None
    text: Annotated[str, StringConstraints(max_length=300, strip_whitespace=True)]
    kind: LineKind = "speech"
    other: dict[Language, str] = {}

    def said(self, language: str | None = None) -> str:
        """The text in `language` where there is one, else in the comic's own."""
        return self.other.get(language, self.text) if language else self.text


class Panel(Noun):
    """One beat of the story.

    `scene` is what the picture shows in English visual words, phrases parted by commas; what
    somebody does starts with their kind ("cat searching, umbrella, street, night, rain").
    `description` says the same to the user in their own language. `shot` and `mood` are visual
    words too. `characters` names those who can be seen.
    """

    beat: Beat
    scene: Annotated[str, StringConstraints(max_length=600, strip_whitespace=True)]
    description: Annotated[str, StringConstraints(max_length=600, strip_whitespace=True)] = ""
    shot: Short = "full shot"
    mood: Short = "calm"
    characters: tuple[Short, ...] = ()
    lines: Annotated[tuple[Line, ...], Field(max_length=MAX_LINES)] = ()


class Script(Noun):
    """A story in four panels, its cast and its title. Raises ValidationError unless the beats stand in order
    and everybody who appears or speaks is in the cast (a speaker may be out of the picture)."""

    title: Short
    logline: Annotated[str, StringConstraints(max_length=500, strip_whitespace=True)] = ""
    language: Language = "en"
    characters: Annotated[tuple[Character, ...], Field(max_length=MAX_CAST)] = ()
    panels: Annotated[tuple[Panel, ...], Field(min_length=PANELS, max_length=PANELS)]

    @model_validator(mode="after")
    def _beats_in_order(self):
        if tuple(panel.beat for panel in self.panels) != BEATS:
            raise ValueError(f"the beats must be {', '.join(BEATS)}")
        return self

    @model_validator(mode="after")
    def _everybody_is_in_the_cast(self):
        names = {character.name for character in self.characters}
        for panel in self.panels:
            seen = set(panel.characters) | {line.speaker for line in panel.lines if line.speaker}
            if unknown := seen - names:
                raise ValueError(f"not in the cast: {', '.join(sorted(unknown))}")
        return self

    def character(self, name: str) -> Character | None:
        """The character of that name, if the cast has one."""
        return next((each for each in self.characters if each.name == name), None)

    def with_panel(self, index: int, panel: Panel) -> Script:
        """A copy with the panel at `index` (from 0) replaced."""
        return self.with_changes(panels=replaced(self.panels, index, panel))
