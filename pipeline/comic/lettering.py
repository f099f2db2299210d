"""The letters over the pictures, as far as a hand decided about them."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from pipeline.comic.noun import Noun
from pipeline.comic.script import LINE_KINDS, MAX_LINES, PANELS, Script
from pipeline.comic.take import Point
from pipeline.comic.texts import Language

BalloonKind = Literal["speech", "thought", "shout", "caption", "sound", "whisper", "off_panel", "narration"]
BALLOON_KINDS: tuple[BalloonKind, ...] = (*LINE_KINDS, "whisper", "off_panel", "narration")


class Balloon(Noun):
    """What the user decided about one balloon; whatever is None is placed by rule.

    `line` counts the lines of the panel from 0. `at` is the balloon's centre as a share (0–1) of the
    panel, `kind` overrides the line's.
    """

    panel: Annotated[int, Field(ge=0, lt=PANELS)]
    line: Annotated[int, Field(ge=0, lt=MAX_LINES)]
    at: Point | None = None
    kind: BalloonKind | None = None


class Lettering(Noun):
    """The live layer over the pictures: the language shown and the balloons that a hand has placed."""

    language: Language | None = None
    balloons: tuple[Balloon, ...] = ()
    show_title: bool = True

    def balloon(self, panel: int, line: int) -> Balloon:
        """What was decided about a line's balloon; an empty decision when nothing was."""
        same = (each for each in self.balloons if (each.panel, each.line) == (panel, line))
        return next(same, Balloon(panel=panel, line=line))

    def with_balloon(self, balloon: Balloon) -> Lettering:
        """A copy with this decision replacing the earlier one for the same line."""
        others = tuple(b for b in self.balloons if (b.panel, b.line) != (balloon.panel, balloon.line))
        return self.with_changes(balloons=(*others, balloon))


class PageState(Noun):
    """What stood on the page before an edit of its letters: the script with its lines, and the lettering."""

    script: Script
    lettering: Lettering
