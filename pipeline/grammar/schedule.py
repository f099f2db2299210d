"""The third stage: `[from:to:when]` and `[one|other]`, what the text is at each step."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from pipeline.grammar.values import Notice

_SCHEDULE = re.compile(r"(?P<mark>[()\[\]:|])|(?P<plain>(?:[^\\()\[\]:|]|\\.)+)|(?P<fault>\\)")
_WHEN = re.compile(r"\s*([-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?)\s*")
_CLOSES = {")": "(", "]": "["}


class _Change:
    """`[before:after:when]`: two ways to go on, and the step that parts them."""

    def __init__(self, before: list, after: list, when: int) -> None:
        self._before, self._after, self._when = before, after, when

    def steps(self, last: int) -> range:
        """The steps after which the text changes."""
        return range(self._when, self._when + 1) if self._when >= 1 else range(0)

    def chosen(self, step: int) -> list:
        """The nodes at a step, counted from 1."""
        return self._before if step <= self._when else self._after

    def ways(self) -> tuple[list, ...]:
        """Every way it may go."""
        return self._before, self._after


class _Turns:
    """`[one|other]`: ways to go on, taken in turn."""

    def __init__(self, ways: list[list]) -> None:
        self._ways = ways

    def steps(self, last: int) -> range:
        """The steps after which the text changes: all of them."""
        return range(1, last + 1)

    def chosen(self, step: int) -> list:
        """The nodes at a step, counted from 1."""
        return self._ways[(step - 1) % len(self._ways)]

    def ways(self) -> tuple[list, ...]:
        """Every way it may go."""
        return tuple(self._ways)


@dataclass
class _Bracket:
    """An open bracket: its segments so far, and the marks that parted them."""

    opener: str
    segments: list[list] = field(default_factory=lambda: [[]])
    marks: str = ""

    def flat(self, closer: str = "") -> list:
        """Its contents as if it were letters."""
        parts: list = [self.opener, *self.segments[0]]
        for mark, segment in zip(self.marks, self.segments[1:], strict=True):
            parts += [mark, *segment]
        return [*parts, *closer]

    def between_colons(self) -> list[list]:
        """Its segments as colons alone part them; a bar among them is a letter."""
        ways = [list(self.segments[0])]
        for mark, segment in zip(self.marks, self.segments[1:], strict=True):
            if mark == ":":
                ways.append(list(segment))
            else:
                ways[-1] += [mark, *segment]
        return ways


def schedule(text: str, steps: int, notices: list[Notice] | None = None) -> tuple[tuple[int, str], ...]:
    """What the text is at each step: (until, text) pairs, the last until `steps`.

    Where A1111's grammar cannot make sense of a text (a `|` outside of brackets), it is taken as it stands; a notice
    says so if there was something to make sense of.
    """
    nodes = _nodes(text, steps)
    if nodes is None:
        if notices is not None and "[" in text:
            notices.append(Notice("grammar.literal", text.strip()))
        return ((steps, text),)
    ends = sorted({steps, *(end for end in _ends(nodes, steps) if end < steps)})
    return tuple((end, _text_at(nodes, end)) for end in ends)


def _nodes(text: str, steps: int) -> list | None:
    """Text, `_Change` and `_Turns` in a row; None when the text does not follow the grammar.

    One pass over the marks. Inside a bracket everything must fit; as soon as something does not, all brackets that are
    open turn into letters, and what was complete within them stays.
    """
    top: list = []
    opened: list[_Bracket] = []

    def give_up(*letters: str) -> None:
        for bracket in opened:
            top.extend(bracket.flat())
        opened.clear()
        top.extend(letters)

    for token in _SCHEDULE.finditer(text):
        mark = token["mark"]
        if token["fault"]:
            return None
        if not mark:
            (opened[-1].segments[-1] if opened else top).append(token[0])
        elif mark in "([":
            opened.append(_Bracket(mark))
        elif mark in ":|":
            if opened:
                opened[-1].marks += mark
                opened[-1].segments.append([])
            else:
                top.append(mark)
        elif opened and opened[-1].opener == _CLOSES[mark] and (closed := _closed(opened[-1], mark, steps)) is not None:
            opened.pop()
            (opened[-1].segments[-1] if opened else top).extend(closed)
        else:
            give_up(mark)
    give_up()
    return None if "|" in top else top


def _closed(bracket: _Bracket, closer: str, steps: int) -> list | None:
    """What a bracket means once it is closed; None when it means nothing."""
    if not bracket.marks or (closer == ")" and bracket.marks == ":"):
        return bracket.flat(closer)
    if closer == ")":
        return None
    if ":" not in bracket.marks:
        return [_Turns(bracket.segments)]
    *ways, last = bracket.between_colons()
    when = _WHEN.fullmatch("".join(last)) if all(isinstance(each, str) for each in last) else None
    if when is None or len(ways) > 2:
        return None
    return [_Change(ways[0] if len(ways) == 2 else [], ways[-1], _step(when[1], steps))]


def _step(when: str, steps: int) -> int:
    """A step, from a number of steps or, with a point in it, a share of them."""
    number = float(when)
    return int(max(-1, min(steps, number * steps if "." in when else number)))


def _ends(nodes: list, steps: int) -> Iterator[int]:
    """Every step after which something changes."""
    waiting = list(nodes)
    while waiting:
        node = waiting.pop()
        if not isinstance(node, str):
            yield from node.steps(steps)
            waiting += (each for way in node.ways() for each in way)


def _text_at(nodes: list, step: int) -> str:
    """The text at a step. It keeps its own stack: brackets may nest deeper than Python's."""
    said: list[str] = []
    walking = [iter(nodes)]
    while walking:
        node = next(walking[-1], None)
        if node is None:
            walking.pop()
        elif isinstance(node, str):
            said.append(node)
        else:
            walking.append(iter(node.chosen(step)))
    return "".join(said)
