"""One beat told otherwise: the same people in a moment of another shape, or in other words of their own."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from pipeline.comic import BEATS, Character, Idea, Line, Panel, Script
from pipeline.lexicon import category, understand
from pipeline.lexicon.entries import entries
from pipeline.lexicon.looks import KINDS, PLACES, TIMES, WEATHER
from pipeline.writers import RETELLINGS, Wish
from pipeline.writers.offline.casting import Role
from pipeline.writers.offline.choosing import choose, suitable
from pipeline.writers.offline.lines import story_lines
from pipeline.writers.offline.picture import Picture
from pipeline.writers.offline.screenplay import Shape, shapes
from pipeline.writers.offline.situation import Player, Situation, understand_idea
from pipeline.writers.offline.teller import Telling

_PARTS = ("hero", "friend", "third", "fourth")
_WORDINGS = 3
"""A line of a shape has about so many wordings."""
_APART = ("advertisement", "gentle", "nonsense", "orders", "recipe")
"""Shapes that only the ideas they are made for can use."""
_GRAVE = "gentle"
_TURN = BEATS.index("turn")


def retell(wish: Wish) -> tuple[tuple[Panel, ...], ...]:
    """Up to `RETELLINGS` versions of a beat, none of them the one that stands in the script.

    A setup or a punchline is first offered in other words of the same story; a turn is another turn, with the
    close that follows from it.
    """
    versions: list[tuple[Panel, ...]] = []
    told = [wish.script.panels[wish.panel]]
    for version in _candidates(wish):
        if not any(_same(version[0], other) for other in told):
            versions.append(version)
            told.append(version[0])
        if len(versions) == (wish.lap + 1) * RETELLINGS:
            return tuple(versions[-RETELLINGS:])
    start = wish.lap * RETELLINGS % len(versions) if versions else 0  # all have been offered: begin again
    return tuple((versions[start:] + versions[:start])[:RETELLINGS])


def _same(one: Panel, other: Panel) -> bool:
    return [line.text for line in one.lines] == [line.text for line in other.lines]


def _candidates(wish: Wish) -> Iterator[tuple[Panel, ...]]:
    situation = understand_idea(wish.idea.text, understand(wish.idea.text, wish.script.language))
    own, lap = choose(wish.idea, situation, wish.seed)
    if wish.note.strip():
        noted = f"{wish.note} {wish.idea.text}"
        situation = understand_idea(noted, understand(noted, wish.script.language))
    others = [shape for shape in _fitting(wish, situation) if shape is not own]
    same_story = [(own, lap + step) for step in range(_WORDINGS)] if _can_be_played(own, wish.script) else []
    other_stories = [(shape, step) for step in range(_WORDINGS) for shape in others]
    order = other_stories if wish.panel == _TURN else _mixed(same_story, other_stories)
    for shape, step in order:
        try:
            yield _Retelling(wish, situation, shape, step).version()
        except (KeyError, IndexError):  # this shape needs somebody or something that this story has not
            continue


def _mixed(first: list, then: list) -> list:
    """Two in other words of the same story, then a moment of another, and on."""
    return [*first[1:], *then[:1], *first[:1], *then[1:]]


def _fitting(wish: Wish, situation: Situation) -> list[Shape]:
    """The shapes that suit the idea, then those that may stand in any story, the nearest genre first; each playable
    by this cast. Where they are too few, moments made for other ideas follow."""
    best = suitable(wish.idea, situation)
    grave = best[0].genre == _GRAVE  # nobody jokes where somebody grieves
    rest = [shape for shape in shapes() if shape not in best and (shape.genre == _GRAVE if grave else _is_open(shape))]
    Random(wish.idea.fingerprint()).shuffle(rest)
    rest.sort(key=lambda shape: _strangeness(shape, wish.idea, situation, best[0].genre))
    return [shape for shape in (*best, *rest) if _can_be_played(shape, wish.script)]


def _is_open(shape: Shape) -> bool:
    return shape.genre not in _APART


def _strangeness(shape: Shape, idea: Idea, situation: Situation, genre: str) -> tuple[bool, bool, bool]:
    """How strange a shape's moment would be in this story, least first."""
    shared = bool(shape.fits & set(situation.doings))
    fits = shared or not shape.fits
    return not fits, idea.genre not in ("any", shape.genre), not (shared or shape.genre == genre)


def _can_be_played(shape: Shape, script: Script) -> bool:
    wanted = {line.who for line in shape.text(script.language).lines} | set(" ".join(shape.pictures).split())
    return all(part not in wanted for part in _PARTS[len(script.characters) :])


class _Retelling(Telling):
    """A telling played by the people of a script, where and when the script's panel is."""

    def __init__(self, wish: Wish, situation: Situation, shape: Shape, lap: int) -> None:
        self._wish = wish
        idea = wish.idea.with_changes(tone=wish.tone, language=wish.script.language)
        super().__init__(idea, situation, shape, lap, Random(f"{wish.idea.fingerprint()} {shape.id} {wish.seed}"))

    def _cast(self) -> dict[str, Role]:
        super()._cast()  # whatever it draws, what follows is drawn as it was in the story's own telling
        roles = [_role(character, self.language) for character in self._wish.script.characters]
        return dict(zip(_PARTS, roles, strict=False))

    def version(self) -> tuple[Panel, ...]:
        """The beat's panel; after a turn the close as well."""
        last = self._wish.panel + (2 if self._wish.panel == _TURN else 1)
        lines = story_lines(self)
        return tuple(
            self._panel(BEATS[index], self._placed(index), _in_tone(lines[index], self._wish.tone))
            for index in range(self._wish.panel, last)
        )

    def _placed(self, index: int) -> Picture:
        """The picture where and when the script's own panel is, unless the wish or the shape says otherwise."""
        picture = self._picture(index)
        said = {category(phrase): phrase for phrase in self._wish.script.panels[index].scene.split(", ")}
        noted = bool(self._wish.note.strip())
        if said.get("place") in PLACES and "; at " not in self.shape.pictures[index] and not (
            noted and self.situation.places
        ):  # fmt: skip
            picture.place = said["place"]
        if said.get("time") in TIMES and not (noted and self.situation.times):
            picture.time = said["time"]
        if said.get("weather") in WEATHER and not (noted and self.situation.weather):
            picture.weather = said["weather"]
        return picture


def _role(character: Character, language: str) -> Role:
    """A character of any script as somebody the shapes can speak of."""
    kind = next((word for word in character.look[0].split() if word in KINDS), "") if character.look else ""
    figure = next((each for each in entries() if each.sort == "figure" and each.visual[0].endswith(kind)), None)
    noun, cries = (figure.words(language)[0], figure.cries) if kind and figure else (character.name, "person")
    look = character.look or ("child",)
    return Role(Player(noun, character.name, look, cries), character)


def _in_tone(lines: tuple[Line, ...], tone: str) -> tuple[Line, ...]:
    """Deadpan raises no voice; drama raises it where a line cries out anyway."""
    if tone == "deadpan":
        return tuple(
            line.with_changes(text=_calm(line.text), kind="speech" if line.kind == "shout" else line.kind)
            for line in lines
        )
    if tone == "dramatic":
        return tuple(
            line.with_changes(kind="shout") if line.kind == "speech" and line.text.endswith("!") else line
            for line in lines
        )
    return lines


def _calm(text: str) -> str:
    return text.replace("?!", "?").replace("!?", "?").replace("!", ".").replace("..", ".")
