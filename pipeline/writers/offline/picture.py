"""What a panel shows: a row of a shape becomes a scene in visual words and the same picture told to the user."""

from __future__ import annotations

from dataclasses import dataclass, field

from pipeline.lexicon.looks import EXPRESSIONS, MARKS, MOODS, PLACES, POSES, PROPS, SHOTS, TIMES, WEATHER
from pipeline.lexicon.phrases import without_colour
from pipeline.writers.offline.casting import Role
from pipeline.writers.offline.situation import Thing, is_indoors

_HANDS = ("holding", "eating", "drinking", "reading", "giving")
_DRAWN_AS_THING = frozenset(PROPS)


@dataclass
class Figure:
    """Somebody in the picture: what they do, with which prop, and their face."""

    role: Role
    pose: str = "standing"
    prop: str = ""
    expression: str = "neutral"


@dataclass
class Picture:
    """One panel's picture while it is being put together."""

    figures: list[Figure] = field(default_factory=list)
    props: list[str] = field(default_factory=list)
    marks: list[str] = field(default_factory=list)
    place: str = "street"
    time: str = "day"
    weather: str = ""
    shot: str = "full shot"
    mood: str = "calm"

    def figure(self, role: Role) -> Figure | None:
        """Where somebody stands in the picture, if they do."""
        return next((figure for figure in self.figures if figure.role is role), None)

    def phrases(self) -> list[str]:
        """The scene's phrases."""
        phrases: list[str] = []
        seen: dict[str, int] = {}
        for figure in self.figures:
            kind = figure.role.player.kind
            seen[kind] = seen.get(kind, 0) + 1
            who = f"{('', 'second ', 'third ')[min(seen[kind], 3) - 1]}{kind}"
            phrases.append(f"{who} {figure.pose} {figure.prop}".strip())
            if figure.expression != "neutral":
                phrases.append(f"{who} {figure.expression}")
        held = {figure.prop for figure in self.figures}
        phrases += [prop for prop in dict.fromkeys(self.props) if prop not in held]
        phrases += [self.place, self.time]
        if self.weather:
            phrases.append(self.weather)
        return [*phrases, *dict.fromkeys(self.marks)]

    def scene(self) -> str:
        """The scene."""
        return ", ".join(self.phrases())


def draft(row: str, roles: dict[str, Role], things: dict[str, Thing], picture: Picture) -> Picture:
    """The picture that a shape's row asks for, on top of what the idea decides (place, time, weather)."""
    figures, *rest = [part.strip() for part in row.split(";")]
    picture.figures = [_figure(part.strip(), roles, things) for part in figures.split("+")]
    for word in rest:
        _place_word(word, things, picture)
    if is_indoors(picture.place) and picture.weather not in ("rain", "snow", "storm"):
        picture.weather = ""
    return picture


def _figure(words: str, roles: dict[str, Role], things: dict[str, Thing]) -> Figure:
    who, _, rest = words.partition(" ")
    pose = next(
        (pose for pose in sorted(POSES, key=len, reverse=True) if f"{rest} ".startswith(f"{pose} ")), "standing"
    )
    rest = rest.removeprefix(pose).strip() if rest.startswith(pose) else rest
    expression = next(
        (face for face in sorted(EXPRESSIONS, key=len, reverse=True) if f" {rest}".endswith(f" {face}")), ""
    )
    prop = rest.removesuffix(expression).strip() if expression else rest
    prop = _drawn(prop, things) if prop else ""
    if pose in _HANDS and without_colour(prop) not in _DRAWN_AS_THING:
        pose, prop = ("standing" if pose in ("holding", "giving") else pose), ""
    return Figure(roles[who], pose, prop, expression or "neutral")


def _drawn(word: str, things: dict[str, Thing]) -> str:
    return things[word].visual[0] if word in things else word


def _place_word(word: str, things: dict[str, Thing], picture: Picture) -> None:
    if word.startswith("at ") and word[3:] in PLACES:
        picture.place = word[3:]
    elif word in SHOTS:
        picture.shot = word
    elif word in MOODS:
        picture.mood = word
    elif word in TIMES:
        picture.time = word
    elif word in WEATHER:
        picture.weather = word
    elif word in MARKS:
        picture.marks.append(word)
    elif (prop := _drawn(word, things)) and without_colour(prop) in _DRAWN_AS_THING:
        picture.props.append(prop)
