"""The offline writer: a small story with a real turn, from the idea's own words, without key or network.

Read it in this order: `situation` (what the idea is about), `shapes/` (the stories, as text), `fill` (blanks in
lines), `picture` (what a panel shows), `teller` (all together), `beats` (one beat told otherwise), `turning`
(whether the turn turns).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pipeline.writers import Judged, Retold, Wish, Writer, Writing, Wrote

if TYPE_CHECKING:
    from pipeline.comic import Idea, Script


class OfflineWriter:
    """Tells an idea with one of the shapes. The same idea and seed give the same script."""

    name = "offline"
    lane = "painting"

    def write(self, idea: Idea, seed: int) -> Iterator[Writing | Wrote]:
        """One `Wrote`, at once."""
        from pipeline.writers.offline.forms import framed
        from pipeline.writers.offline.teller import tell_story

        yield Wrote(framed(tell_story(idea, seed), idea))

    def retell(self, wish: Wish) -> Iterator[Writing | Retold]:
        """Moments of other shapes, and other words of its own."""
        from pipeline.writers.offline.beats import retell

        yield Retold(retell(wish))

    def judge(self, idea: Idea, script: Script) -> Iterator[Writing | Judged]:
        """By what can be counted in the turn's words: see `turning`."""
        from pipeline.writers.offline.turning import changes

        verdict, found = changes(script)
        yield Judged(verdict, found=found)


def create() -> Writer:
    """The writer."""
    return OfflineWriter()
