"""YAML as other people may have written it: read without trusting it, and with the line of every key.

PyYAML's parser (the C one where there is one) splits the text; the values are built here, by the
core schema of YAML 1.2: `0777` is 777, `12:30` and `on` are text. PyYAML's own schema is that of 1.1
and ruamel.yaml, which saves presets, follows 1.2; a preset must mean the same to both.

Anchors, aliases, tags, duplicate keys and deep nesting are refused: a preset needs none of them, and
with them a few lines of text can fill the memory.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from pipeline.errors import FileError, PresetError
from pipeline.files import read_bytes

MAX_BYTES = 64 * 1024
MAX_DEPTH = 20

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_NULL = re.compile(r"~|null|Null|NULL|")
_TRUE, _FALSE = {"true", "True", "TRUE"}, {"false", "False", "FALSE"}
_WHOLE = re.compile(r"[-+]?[0-9]+")
_NUMBER = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")


@dataclass(frozen=True)
class Document:
    """What a file says: its values, and the line (from 1) on which each key or item stands, by its path."""

    values: object
    lines: dict[tuple[str | int, ...], int] = field(default_factory=dict)

    def line(self, path: tuple[str | int, ...]) -> int:
        """The line of `path`, or of the nearest thing around it."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 1)


def read_document(path: Path) -> Document:
    """The YAML file at `path`. Raises FileError, or PresetError naming file and line."""
    try:
        text = read_bytes(path, MAX_BYTES).decode("utf-8-sig")
    except UnicodeDecodeError as exc:
        raise FileError("presets.not_text", path=str(path)) from exc
    return parse(text, path.name)


def parse(text: str, file: str) -> Document:
    """The values of a YAML text. `file` is what the errors call it. Raises PresetError."""
    try:
        return _Builder(yaml.parse(text, Loader=_LOADER), file).document()
    except yaml.YAMLError as exc:
        mark = getattr(exc, "problem_mark", None)
        line = mark.line + 1 if mark else text.count("\n", 0, getattr(exc, "position", 0) or 0) + 1
        raise PresetError("presets.not_yaml", file=file, line=line) from exc


class _Builder:
    """Builds values from the parser's events, refusing what a preset needs not."""

    def __init__(self, events: Iterator[yaml.Event], file: str) -> None:
        self._events = events
        self._file = file
        self._lines: dict[tuple[str | int, ...], int] = {}

    def document(self) -> Document:
        """The one document of the text; without values if there is none."""
        next(self._events)  # the stream's start
        opening = next(self._events)
        if isinstance(opening, yaml.StreamEndEvent):
            return Document(None)
        if opening.version or opening.tags:  # a %YAML or %TAG line would change what the values mean
            raise self._refused("presets.no_directives", opening)
        values = self._value(next(self._events), ())
        next(self._events)  # the document's end
        following = next(self._events)
        if not isinstance(following, yaml.StreamEndEvent):
            raise self._refused("presets.one_document", following)
        return Document(values, self._lines)

    def _value(self, event: yaml.Event, path: tuple[str | int, ...]) -> object:
        if isinstance(event, yaml.AliasEvent) or event.anchor or event.tag:
            raise self._refused("presets.no_anchors", event)
        if len(path) > MAX_DEPTH:
            raise self._refused("presets.too_deep", event)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(path)
        if isinstance(event, yaml.MappingStartEvent):
            return self._mapping(path)
        return _scalar(event.value) if event.implicit[0] else event.value

    def _sequence(self, path: tuple[str | int, ...]) -> list:
        items = []
        while not isinstance(event := next(self._events), yaml.SequenceEndEvent):
            place = (*path, len(items))
            self._lines[place] = event.start_mark.line + 1
            items.append(self._value(event, place))
        return items

    def _mapping(self, path: tuple[str | int, ...]) -> dict:
        items = {}
        while not isinstance(event := next(self._events), yaml.MappingEndEvent):
            if not isinstance(event, yaml.ScalarEvent):
                raise self._refused("presets.not_yaml", event)
            key, place = event.value, (*path, event.value)
            if key in items:
                raise self._refused("presets.duplicate_key", event, field=key)
            self._value(event, place)
            self._lines[place] = event.start_mark.line + 1
            items[key] = self._value(next(self._events), place)
        return items

    def _refused(self, key: str, event: yaml.Event, **values: object) -> PresetError:
        return PresetError(key, file=self._file, line=event.start_mark.line + 1, **values)


def _scalar(text: str) -> object:
    """A plain scalar by YAML 1.2's core schema."""
    if _NULL.fullmatch(text):
        return None
    if text in _TRUE or text in _FALSE:
        return text in _TRUE
    if _WHOLE.fullmatch(text) and len(text) < 40:
        return int(text)
    return float(text) if _NUMBER.fullmatch(text) else text
