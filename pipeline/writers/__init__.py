"""The writers: Idea → Script. A file in this folder is a writer.

A writer's module has a function `create() -> Writer`. Its verbs are generators: each may yield any
number of `Writing` for those who watch, and ends with what was asked for.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from pipeline.families import member_module, member_names

if TYPE_CHECKING:  # listing the writers must not cost the first page the import of pydantic
    from pipeline.comic import Change, Idea, Notice, Panel, Script

DEFAULT = "offline"
RETELLINGS = 3
"""How many other ways to tell a beat are offered."""


@dataclass(frozen=True)
class Writing:
    """How far a writer is: panels done out of all, and the words so far for whoever watches.

    `panels` holds, for each panel begun, what happens in it and then its lines.
    """

    done: int
    total: int
    text: str = ""
    panels: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True)
class Bill:
    """Which model worked, and its tokens sent and received (0 for a writer without a meter)."""

    model: str = ""
    tokens_sent: int = 0
    tokens_received: int = 0


@dataclass(frozen=True)
class Wrote:
    """The finished script, and what it cost."""

    script: Script
    bill: Bill = Bill()


@dataclass(frozen=True)
class Retold:
    """Other ways to tell a beat: each is that panel, and for a turn perhaps the close that follows from it."""

    versions: tuple[tuple[Panel, ...], ...]
    bill: Bill = Bill()


@dataclass(frozen=True)
class Judged:
    """Whether a panel changes anything: "yes", "little" or "no", with what was found or a sentence that says it."""

    changes: str
    said: str = ""
    found: tuple[Notice, ...] = ()
    bill: Bill = Bill()


@dataclass(frozen=True)
class Answered:
    """An answer to a question about the comic, and the changes it proposes."""

    answer: str
    changes: tuple[Change, ...] = ()
    bill: Bill = Bill()


@dataclass(frozen=True)
class Worded:
    """A picture's description as English visual words, and the words of it that were not understood."""

    scene: str
    unknown: tuple[str, ...] = ()
    bill: Bill = Bill()


class Writer(Protocol):
    """Who turns an idea into a script."""

    name: str
    lane: str
    """Where its jobs run: "painting" (plain Python), "torch" or "network"."""

    def write(self, idea: Idea, seed: int) -> Iterator[Writing | Wrote]:
        """Yield `Writing` while at work and finish with one `Wrote`. The same seed gives an offline
        writer the same script. Raises NeedsSetup or RemoteError when it cannot work."""

    def retell(self, wish: Wish) -> Iterator[Writing | Retold]:
        """Finish with up to `RETELLINGS` other ways to tell one beat of a script, played by its cast."""

    def judge(self, idea: Idea, script: Script) -> Iterator[Writing | Judged]:
        """Finish with whether the turn changes anything."""


@dataclass(frozen=True)
class Wish:
    """A beat to be told otherwise: which (from 0), in which tone, and in the user's own words how.

    `note` is theirs, verbatim: data for a writer, never an instruction to Necut. `seed` is the story's;
    `lap` counts how often this beat was asked for before, so that every time brings others.
    """

    idea: Idea
    script: Script
    panel: int
    seed: int = 0
    lap: int = 0
    tone: str = "warm"
    note: str = ""


def names() -> tuple[str, ...]:
    """Every writer's id, the default first."""
    return member_names(__path__, DEFAULT)


def get(name: str) -> Writer:
    """The writer called `name`. Raises InputError when there is none."""
    return member_module(__name__, name, names()).create()
