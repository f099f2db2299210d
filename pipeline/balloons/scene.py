"""A panel as a letterer sees it: who stands where, and which parts are quiet.

An artist that knows its figures names them. Where a picture comes without figures, quiet parts (those
with few edges) and likely heads (`heads`) are found in the picture itself by plain image statistics.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.Image import Image

    from pipeline.balloons.heads import Head
    from pipeline.comic import Figure

Box = tuple[float, float, float, float]
Point = tuple[float, float]
CELLS = 32
"""A picture is looked at as a square of this many cells a side."""
THUMBNAIL = 4 * CELLS


@dataclass(frozen=True)
class Person:
    """Somebody in a panel, in the panel's pixels. `sure` says that an artist told us, not a guess."""

    character: str | None
    box: Box
    face: Box | None
    mouth: Point | None
    sure: bool = True

    @property
    def aim(self) -> Point:
        """Where a tail points: the mouth, else the middle of the face, else the upper part of the figure."""
        if self.mouth:
            return self.mouth
        x0, y0, x1, y1 = self.face or (self.box[0], self.box[1], self.box[2], self.box[1] * 0.6 + self.box[3] * 0.4)
        return (x0 + x1) / 2, (y0 + y1) / 2

    @property
    def head(self) -> Box | None:
        """Roughly the head around the face: a tail stops before it where there is way enough."""
        if self.face is None:
            return None
        x0, y0, x1, y1 = self.face
        wide, high = x1 - x0, y1 - y0
        return x0 - 0.18 * wide, max(self.box[1], y0 - 0.7 * high), x1 + 0.18 * wide, y1 + 0.08 * high


@dataclass(frozen=True)
class Scene:
    """A panel's size in pixels, the people in it, and how busy each of CELLS × CELLS cells is (0–255)."""

    width: float
    height: float
    people: tuple[Person, ...] = ()
    busy: bytes = bytes(CELLS * CELLS)

    @property
    def guessed(self) -> bool:
        """Whether the people are likely rather than known."""
        return any(not person.sure for person in self.people)

    def person(self, speaker: str | None) -> Person | None:
        """The person of that name, if they can be seen."""
        return next((each for each in self.people if speaker and each.character == speaker), None)


def look_at(
    thumbnail: Image | None,
    size: tuple[float, float],
    figures: Sequence[Figure],
    characters: Sequence[str] = (),
) -> Scene:
    """The scene of a panel of `size` pixels.

    `thumbnail` is its picture as THUMBNAIL × THUMBNAIL pixels (None for an empty panel), `figures` stand
    in the panel's pixels; `characters` should be visible, listed from left to right.
    """
    width, height = size
    people = tuple(
        Person(figure.character, figure.box, figure.face, figure.mouth)
        for figure in figures
        if figure.box[2] > 0 and figure.box[3] > 0 and figure.box[0] < width and figure.box[1] < height
    )
    people = _with_names(people, characters)
    if thumbnail is None:
        return Scene(width, height, people)
    busy = _busy(thumbnail)
    if not figures and characters:
        people = _likely_people(thumbnail, size, characters)
    return Scene(width, height, people, busy)


def _with_names(people: tuple[Person, ...], characters: Sequence[str]) -> tuple[Person, ...]:
    """Nameless figures get, from left to right, the names that no figure has."""
    from dataclasses import replace

    taken = {each.character for each in people}
    free = [name for name in characters if name not in taken]
    named = {}
    for person in sorted((each for each in people if each.character is None), key=lambda each: each.box[0]):
        if free:
            named[person] = replace(person, character=free.pop(0))
    return tuple(named.get(each, each) for each in people)


def _busy(thumbnail: Image) -> bytes:
    """How much goes on in each cell: the strength of its edges."""
    from PIL import Image, ImageFilter

    edges = thumbnail.convert("L").filter(ImageFilter.FIND_EDGES).crop((1, 1, THUMBNAIL - 1, THUMBNAIL - 1))
    return edges.resize((CELLS, CELLS), Image.Resampling.BOX).point(lambda value: min(255, value * 3)).tobytes()


def _likely_people(thumbnail: Image, size: tuple[float, float], names: Sequence[str]) -> tuple[Person, ...]:
    """As many people as should be visible, from left to right as they are listed: so painters place them."""
    from pipeline.balloons.heads import likely_heads

    heads = sorted(likely_heads(thumbnail, len(names)), key=lambda head: head.x)
    return tuple(_guessed(name, head, size) for name, head in zip(names, heads, strict=True))


def _guessed(name: str, head: Head, size: tuple[float, float]) -> Person:
    """Somebody whose eyes were seen, or who most likely stands there: the face is told a little too large."""
    x, y, half = head.x * size[0], head.y * size[1], max(0.07, head.width * 0.6) * size[0]
    face = (x - half, y - 0.8 * half, x + half, y + 0.9 * half)
    box = (face[0], face[1], face[2], min(size[1], face[3] + 3 * half))
    return Person(name, box, face, (x, y + 0.5 * half), sure=False)
