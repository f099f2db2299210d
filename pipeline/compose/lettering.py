"""A panel's lines as words to place; the placed balloons; what the user should know about them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from pipeline import typeset
from pipeline.balloons import Body, Words, look_at, place
from pipeline.cast.actors import staged
from pipeline.comic import BalloonKind, Figure, Lettering, Notice, Panel, Script
from pipeline.layout import Page, Region

if TYPE_CHECKING:
    from PIL.Image import Image

Box = tuple[float, float, float, float]
Point = tuple[float, float]
_LETTER = 0.056
"""The ordinary letter size as a share of a panel's mean side."""
_SMALL, _LARGE = 0.02, 0.037
"""Bounds of the ordinary letter size, as shares of the page's width."""
_FLOOR = 0.014
"""No letter is smaller, whatever its kind, as a share of the page's width: 11.2 pixels of 800."""


@dataclass(frozen=True)
class PlacedBalloon:
    """A line in its place, in page pixels.

    `text` is as in the script, `box` the balloon's body within its panel, `tail` the tip of its tail
    (None without one). `colour` is the speaker's, as on their sheet ("" for none): the balloon is filled with a tint
    of it. The rest is for painting: the letter `size`, the `body` in em with its `centre`,
    where the tail leaves it (`root`; None where another balloon's tail serves both), and the line
    that it is `joined` to.
    """

    panel: int
    line: int
    kind: BalloonKind
    speaker: str | None
    text: str
    box: Box
    tail: Point | None
    size: float = 0.0
    centre: Point = (0.0, 0.0)
    root: Point | None = None
    joined: int | None = None
    colour: str = ""
    body: Body | None = field(default=None, repr=False)

    def moved(self, own: Region, target: Region) -> PlacedBalloon:
        """The balloon on the page, from pixels of the panel `own` to the panel `target`."""
        across, down = target.width / own.width, target.height / own.height

        def point(at: Point | None) -> Point | None:
            return at and (target.x0 + at[0] * across, target.y0 + at[1] * down)

        corner, opposite = point(self.box[:2]), point(self.box[2:])
        return replace(
            self,
            box=(*corner, *opposite),
            tail=point(self.tail),
            root=point(self.root),
            centre=point(self.centre),
            size=self.size * min(across, down),
        )


@dataclass(frozen=True)
class TextRun:
    """One line of letters on the page: its plain text, its box, its letter size in pixels and its angle in
    degrees counter-clockwise."""

    panel: int
    line: int
    text: str
    box: Box
    size: float
    angle: float = 0.0


def letter_sizes(page: Page) -> tuple[float, float]:
    """The ordinary and the smallest letter size of a page in pixels: the same for all its panels."""
    areas = [(panel.width * panel.height) ** 0.5 for panel in page.panels]
    size = _LETTER * sum(areas) / len(areas)
    return min(max(size, _SMALL * page.width), _LARGE * page.width), _FLOOR * page.width


def letter_panel(
    script: Script,
    index: int,
    size: tuple[int, int],
    figures: Sequence[Figure],
    thumbnail: Image | None,
    lettering: Lettering,
    letters: tuple[float, float],
    seen: tuple[str, ...] = (),
) -> tuple[list[PlacedBalloon], list[Notice]]:
    """The balloons of one panel in the panel's own pixels, and what to know about them. `letters` are the
    ordinary and the smallest letter size; `seen` is whom the picture was asked to show, from left to right."""
    panel = script.panels[index]
    if not panel.lines:
        return [], []
    shown = lettering.language or script.language
    words, notices = [], []
    for number, line in enumerate(panel.lines):
        hand = lettering.balloon(index, number)
        text = line.said(lettering.language)
        words.append(Words(text, hand.kind or line.kind, line.speaker, hand.at))
        if lost := typeset.dropped(text, shown):
            notices.append(Notice(key="lettering.dropped", values={"panel": index + 1, "letters": lost[:20]}))
    scene = look_at(thumbnail, size, figures, _across(script, panel, seen))
    placement = place(tuple(words), scene, shown, *letters)
    if placement.forbidden:
        notices.append(Notice(key="lettering.crowded", values={"panel": index + 1}))
    balloons = [
        PlacedBalloon(
            index, number, word.kind, word.speaker, word.text, put.box, put.tip,
            put.size, put.centre, put.root, put.joined, _colour_of(script, word.speaker), put.body,
        )
        for number, (word, put) in enumerate(zip(words, placement.balloons, strict=True))
    ]  # fmt: skip
    return balloons, notices


def _across(script: Script, panel: Panel, seen: tuple[str, ...]) -> tuple[str, ...]:
    """Who stands where, from left to right: as the picture's prompt named them. Whoever is called otherwise since then
    takes the place of a name that is gone."""
    staged_now = [character.name for character in staged(script, panel)]
    new = [name for name in staged_now if name not in seen]
    there = [new.pop(0) if new and name not in staged_now else name for name in seen]
    return (*there, *new)


def _colour_of(script: Script, speaker: str | None) -> str:
    character = script.character(speaker) if speaker else None
    return character.colour if character else ""


def text_runs(balloon: PlacedBalloon) -> Iterator[TextRun]:
    """The lines of letters of a balloon."""
    if balloon.body is None:
        return
    for line, x, y in set_lines(balloon):
        box = (x, y - 0.5 * balloon.size, x + line.width * balloon.size, y + 0.5 * balloon.size)
        yield TextRun(balloon.panel, balloon.line, line.text, box, balloon.size, balloon.body.angle)


def set_lines(balloon: PlacedBalloon) -> Iterator[tuple[typeset.SetLine, float, float]]:
    """Each set line with its left edge and the middle of its height, in page pixels."""
    lines = balloon.body.words.lines
    for row, line in enumerate(lines):
        x = balloon.centre[0] - (line.width - line.hang) / 2 * balloon.size
        y = balloon.centre[1] + (row - (len(lines) - 1) / 2) * typeset.LEADING * balloon.size
        yield line, x, y
