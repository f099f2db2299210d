"""The story desk: the talk about a comic, the changes proposed in it, other ways to tell a beat, a verdict."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from pipeline.comic.character import MAX_CAST, Character
from pipeline.comic.made import Made, Notice
from pipeline.comic.noun import Noun
from pipeline.comic.script import MAX_LINES, PANELS, Beat, Line, Panel
from pipeline.comic.texts import Short, Text


class Change(Noun):
    """One change of the script that somebody proposes: another title, another picture or other lines of a panel.

    Empty fields stay as they are. `cast` are the characters it needs who are not in the story yet.
    """

    what: Literal["title", "picture", "lines"]
    panel: Annotated[int, Field(ge=0, lt=PANELS)] = 0
    title: Short = ""
    scene: Annotated[str, StringConstraints(max_length=600, strip_whitespace=True)] = ""
    description: Annotated[str, StringConstraints(max_length=600, strip_whitespace=True)] = ""
    shot: Short = ""
    mood: Short = ""
    characters: tuple[Short, ...] = ()
    lines: Annotated[tuple[Line, ...], Field(max_length=MAX_LINES)] = ()
    cast: Annotated[tuple[Character, ...], Field(max_length=MAX_CAST)] = ()
    state: Literal["open", "accepted", "rejected"] = "open"


MAX_QUESTION = 2000


class Exchange(Noun):
    """A question about the comic, its answer with the changes it proposes, or why there is none."""

    id: str
    asked: Annotated[str, StringConstraints(max_length=MAX_QUESTION, strip_whitespace=True)]
    answer: Text = ""
    changes: Annotated[tuple[Change, ...], Field(max_length=3 * PANELS)] = ()
    made: Made | None = None


class Retelling(Noun):
    """Other ways to tell one beat. A version is that panel, and for a turn perhaps the close that follows from it.

    `lap` counts how often the beat was asked for before.
    """

    versions: tuple[Annotated[tuple[Panel, ...], Field(min_length=1, max_length=PANELS)], ...]
    lap: int = 0
    made: Made


class Verdict(Noun):
    """Whether a panel changes anything: what was found, by name (`found`) or in words (`said`).

    `read` is the fingerprint of the panels it speaks of; when they differ by now, it is out of date.
    """

    changes: Literal["yes", "little", "no"]
    said: Text = ""
    found: tuple[Notice, ...] = ()
    read: str = ""
    made: Made


class Desk(Noun):
    """What lies on the story desk beside the script: the talk about it, other ways to tell its beats, a verdict."""

    chat: tuple[Exchange, ...] = ()
    retellings: dict[Beat, Retelling] = {}
    verdict: Verdict | None = None
