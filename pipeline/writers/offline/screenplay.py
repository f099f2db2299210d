"""The shapes: stories as text files in `shapes/`. Please add new ones.

A file is named by its genre, with a word of its own after a hyphen where a genre has several (office-monday.txt).

    = shape_id
    fits: lose, find                the doings it is made for; left out, it fits every idea
    thing: lose                     an ability the thing must have ("any" for none in particular)
    place: kitchen                  where it happens when the idea does not say
    friend: dog, cat                who plays opposite the hero when the idea names nobody
    friend name: 점장님 / the clerk   what that somebody is called, when not by a name
    speech: friend polite           everybody speaks casually (반말) who is not named here
    heart: yes                      good for a drama
    any: yes                        quotes the idea, so that it suits whatever nothing else was made for
    bound: classroom                its words speak of its place (or of these): of no other that an idea names, and
                                    where it says "named", only of ideas that do name it
    only: yes                       told only of ideas that name what it fits
    1: hero searching worried; question mark; full shot; calm
    2: hero holding thing happy + friend waving; bust shot; funny
    ...
    -- ko
    title: a title
    | another wording
    1 hero~: a thought (speech without a mark, ! for a shout)
    1 sound: a sound
    1 caption: a caption
    moral: what a lesson ends with
    -- en
    ...

Blanks: see `fill`. Every line has several wordings, each on a line of its own that starts with `|`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

_FOLDER = Path(__file__).parent / "shapes"
_KINDS = {"~": "thought", "!": "shout"}


@dataclass(frozen=True)
class Spoken:
    """A line of a shape: which panel (from 0), who, of which kind, and its wordings."""

    panel: int
    who: str
    kind: str
    wordings: tuple[str, ...]


@dataclass(frozen=True)
class Text:
    """A shape's words in one language."""

    titles: tuple[str, ...]
    morals: tuple[str, ...]
    lines: tuple[Spoken, ...]


@dataclass(frozen=True)
class Shape:
    """A story with blanks. `body` is parsed only when the shape is told."""

    id: str
    genre: str
    head: dict[str, str] = field(hash=False)
    pictures: tuple[str, ...] = ()
    body: str = ""

    @property
    def fits(self) -> frozenset[str]:
        """The doings it is made for; empty for any."""
        return frozenset(_items(self.head.get("fits", "")))

    @property
    def heart(self) -> bool:
        """Whether it is good for a drama."""
        return "heart" in self.head

    def items(self, name: str) -> tuple[str, ...]:
        """The comma-parted values of one heading."""
        return _items(self.head.get(name, ""))

    def text(self, language: str) -> Text:
        """The words in one language."""
        return _text(self.body, language)

    def level(self, who: str) -> str:
        """ "polite" or "casual": the speech level of a role."""
        return "polite" if f"{who} polite" in self.items("speech") else "casual"


@cache
def shapes() -> tuple[Shape, ...]:
    """Every shape of every file, in the files' order."""
    found = []
    for path in sorted(_FOLDER.glob("*.txt")):
        for block in ("\n" + path.read_text(encoding="utf-8")).split("\n= ")[1:]:
            found.append(_shape(path.stem.partition("-")[0], block))
    return tuple(found)


def _items(value: str) -> tuple[str, ...]:
    return tuple(item.strip() for item in value.split(",") if item.strip())


def _shape(genre: str, block: str) -> Shape:
    top, _, body = block.partition("\n-- ")
    first, *rows = top.splitlines()
    head, pictures = {}, {}
    for row in rows:
        name, colon, value = row.partition(":")
        if colon and not row.startswith("#"):
            (pictures if name.strip().isdigit() else head)[name.strip()] = value.strip()
    return Shape(first.strip(), genre, head, tuple(pictures[key] for key in sorted(pictures)), "-- " + body)


@cache
def _text(body: str, language: str) -> Text:
    part = body.partition(f"-- {language}\n")[2].partition("\n-- ")[0]
    titles: list[str] = []
    morals: list[str] = []
    lines: list[Spoken] = []
    wordings: list[str] = []
    for row in part.splitlines():
        if row.startswith("|"):
            wordings.append(row[1:].strip())
        elif ":" in row and not row.startswith("#"):
            head, _, value = row.partition(":")
            wordings = titles if head == "title" else morals if head == "moral" else []
            wordings.append(value.strip())
            if wordings is not titles and wordings is not morals:
                lines.append(_spoken(head, wordings))
    return Text(tuple(titles), tuple(morals), tuple(lines))


def _spoken(head: str, wordings: list[str]) -> Spoken:
    number, _, who = head.strip().partition(" ")
    kind = _KINDS.get(who[-1], "")
    who = who.rstrip("~!")
    if who in ("sound", "caption"):
        kind, who = who, ""
    return Spoken(int(number) - 1, who, kind or "speech", wordings)  # the list still grows: the parser adds to it
