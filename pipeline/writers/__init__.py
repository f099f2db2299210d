"""The writers: Idea → Script. A file in this folder is a writer.

A writer's module has a function `create() -> Writer`. `write` is a generator: it may yield any
number of `Wrote` with a partial reading (for those who watch) and ends with one that is whole.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from pipeline.families import member_module, member_names

if TYPE_CHECKING:  # listing the writers must not cost the first page the import of pydantic
    from pipeline.comic import Idea, Script

DEFAULT = "offline"


@dataclass(frozen=True)
class Writing:
    """How far a writer is: panels done out of all, and the words so far for whoever watches."""

    done: int
    total: int
    text: str = ""


@dataclass(frozen=True)
class Wrote:
    """The finished script, and what it cost: tokens sent and received (0 for a writer without a meter)."""

    script: Script
    tokens_sent: int = 0
    tokens_received: int = 0


class Writer(Protocol):
    """Who turns an idea into a script."""

    name: str
    lane: str
    """Where its jobs run: "painting" (plain Python), "torch" or "network"."""

    def write(self, idea: Idea, seed: int) -> Iterator[Writing | Wrote]:
        """Yield `Writing` while at work and finish with one `Wrote`. The same seed gives an offline
        writer the same script. Raises NeedsSetup or RemoteError when it cannot work."""


def names() -> tuple[str, ...]:
    """Every writer's id, the default first."""
    return member_names(__path__, DEFAULT)


def get(name: str) -> Writer:
    """The writer called `name`. Raises InputError when there is none."""
    return member_module(__name__, name, names()).create()
