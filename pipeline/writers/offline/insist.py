"""What the idea names must be seen: whatever a shape left out is put into at least two of the pictures."""

from __future__ import annotations

from collections.abc import Callable

from pipeline.lexicon.looks import PROPS
from pipeline.lexicon.phrases import without_colour
from pipeline.writers.offline.casting import Role
from pipeline.writers.offline.picture import Figure, Picture
from pipeline.writers.offline.situation import Situation

TWICE = 2
_SPARE = (0, 1, 3, 2)
"""Where to add what is missing, the best panel first: never the turn if it can be helped."""


def insist(pictures: list[Picture], situation: Situation, roles: dict[str, Role]) -> None:
    """Change the pictures so that players, things, places, times, weather, poses and feelings stand in two of them."""
    for role in dict.fromkeys(roles.values()):
        _ensure(
            pictures, lambda picture, role=role: picture.figure(role), lambda picture, role=role: _add(picture, role)
        )
    for thing in situation.things:
        for visual in thing.visual:
            _ensure_word(pictures, visual)
    for word in situation.extras:
        _ensure_word(pictures, word)
    for number, (_, place) in enumerate(situation.places[:2]):
        _ensure_in_half(pictures, number, lambda picture, place=place: picture.place == place, "place", place)
    for number, (_, time) in enumerate(situation.times[:2]):
        _ensure_in_half(pictures, number, lambda picture, time=time: picture.time == time, "time", time)
    for number, (_, weather) in enumerate(situation.weather[:2]):
        _ensure_in_half(
            pictures, number, lambda picture, weather=weather: picture.weather == weather, "weather", weather
        )
    _ensure_acting(pictures, situation, roles["hero"])


def _ensure(pictures: list[Picture], there: Callable[[Picture], object], add: Callable[[Picture], None]) -> None:
    for index in _SPARE:
        if sum(bool(there(picture)) for picture in pictures) >= TWICE:
            return
        if not there(pictures[index]):
            add(pictures[index])


def _add(picture: Picture, role: Role) -> None:
    picture.figures.append(Figure(role, "standing", "", "happy"))


def _ensure_word(pictures: list[Picture], visual: str) -> None:
    """A prop becomes a prop; any other visual word (night, storm, a scarf) a phrase of its own."""

    def there(picture: Picture) -> bool:
        return any(visual in phrase for phrase in picture.phrases())

    def add(picture: Picture) -> None:
        (picture.props if without_colour(visual) in PROPS else picture.marks).append(visual)

    _ensure(pictures, there, add)


def _ensure_in_half(
    pictures: list[Picture], half: int, there: Callable[[Picture], bool], name: str, value: str
) -> None:
    order = (2, 3, 1, 0) if half else (0, 1, 3, 2)
    for index in order:
        if sum(there(picture) for picture in pictures) >= TWICE:
            return
        setattr(pictures[index], name, value)


def _ensure_acting(pictures: list[Picture], situation: Situation, hero: Role) -> None:
    """The hero does what the idea says they do, and feels what it says they feel."""
    figures = [figure for picture in pictures if (figure := picture.figure(hero))]
    for feeling in situation.feelings[:1]:
        for figure in figures:
            if sum(each.expression == feeling for each in figures) < TWICE:
                figure.expression = feeling
    for number, pose in enumerate(situation.poses[:2]):
        order = figures if number == 0 else figures[::-1]
        for figure in order:
            if sum(each.pose == pose for each in figures) < TWICE and figure.pose not in situation.poses:
                _strike(pictures, figure, pose)
        for figure in order:  # two doings in four pictures: the first may have taken them all
            if sum(each.pose == pose for each in figures) < TWICE and _is_spare(figures, figure):
                _strike(pictures, figure, pose)


def _is_spare(figures: list[Figure], figure: Figure) -> bool:
    """Whether a pose is struck so often that one picture of it can go."""
    return sum(each.pose == figure.pose for each in figures) > TWICE


def _strike(pictures: list[Picture], figure: Figure, pose: str) -> None:
    """Change what somebody does; what they held lies beside them."""
    picture = next(picture for picture in pictures if figure in picture.figures)
    if figure.prop and pose not in ("holding", "eating", "drinking", "reading", "giving"):
        picture.props.append(figure.prop)
        figure.prop = ""
    figure.pose = pose
