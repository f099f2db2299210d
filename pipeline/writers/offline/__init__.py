"""The offline writer: a small story with a real turn, from the idea's own words, without key or network.

Read it in this order: `situation` (what the idea is about), `shapes/` (the stories, as text), `fill` (blanks in
lines), `picture` (what a panel shows), `teller` (all together).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pipeline.writers import Writer, Writing, Wrote

if TYPE_CHECKING:
    from pipeline.comic import Idea


class OfflineWriter:
    """Tells an idea with one of the shapes. The same idea and seed give the same script."""

    name = "offline"
    lane = "painting"

    def write(self, idea: Idea, seed: int) -> Iterator[Writing | Wrote]:
        """One `Wrote`, at once."""
        from pipeline.writers.offline.teller import tell_story

        yield Wrote(tell_story(idea, seed))


def create() -> Writer:
    """The writer."""
    return OfflineWriter()
