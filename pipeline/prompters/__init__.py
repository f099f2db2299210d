"""The prompters: Script → one PanelPrompt per panel. A file in this folder is a prompter.

A prompter's module has a function `create() -> Prompter`. One that works with a model may have `prepare(self) ->
Iterator[str]` as well: it loads what is not in memory yet, and yields its name first, for whoever waits.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from pipeline.families import member_module, member_names

if TYPE_CHECKING:  # listing the prompters must not cost the first page the import of pydantic
    from pipeline.comic import PanelPrompt, Script

DEFAULT = "cast"
CANDIDATES = 5
"""How many candidates a prompter offers, as the forerunner did."""


class Prompter(Protocol):
    """Who turns a panel into the words an artist is sent."""

    name: str
    lane: str
    """Where its jobs run: "painting" (plain Python), "torch" or "network"."""

    def propose(self, script: Script, index: int, seed: int) -> PanelPrompt:
        """The prompt of panel `index` (from 0), with `CANDIDATES` different candidates, the first of
        which is taken. The same seed proposes the same."""


def names() -> tuple[str, ...]:
    """Every prompter's id, the default first."""
    return member_names(__path__, DEFAULT)


def get(name: str) -> Prompter:
    """The prompter called `name`. Raises InputError when there is none."""
    return member_module(__name__, name, names()).create()
