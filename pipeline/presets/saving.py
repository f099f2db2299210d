"""Back into the file: only what changed is written, the user's comments, order and quotes stay.

ruamel.yaml keeps every other byte of a file it read. What it writes is read again, and compared,
before it replaces anything.
"""

from __future__ import annotations

import io
import re
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap
from ruamel.yaml.scalarstring import DoubleQuotedScalarString, SingleQuotedScalarString

from pipeline.errors import PresetError
from pipeline.files import read_bytes, write_atomic
from pipeline.presets.preset import FIELDS, Preset
from pipeline.presets.reading import base_of_text, checked, read_text
from pipeline.presets.yaml_text import MAX_BYTES, parse

_LONG_LINE = 100_000  # never fold what the user wrote on one line
_LIST_ITEM = re.compile(r"^( *)- ", re.MULTILINE)
_PLAIN = re.compile(r"[A-Za-z][A-Za-z0-9+_./-]*( [A-Za-z0-9+_./-]+)*")
_PAIR = {"sampler", "schedule_type"}
_NEVER_PLAIN = {"true", "false", "null", "yes", "no", "on", "off", "y", "n"}  # YAML 1.1 reads these as no text


def write_preset(path: Path, text: str, preset: Preset | Mapping[str, Any]) -> None:
    """Write `text`, a preset's YAML, to `path` with its values changed to those of `preset`.

    A Preset replaces every value; a mapping changes the fields it names, None opening one again (but
    `seed: None` is `seed: null`). Where the text extends another preset, only what differs from that one is
    written. Raises PresetError when either does not fit together.
    """
    name = path.name
    before = read_text(text, name, path)
    after = preset if isinstance(preset, Preset) else _changed(before, preset, name)
    base = base_of_text(text, name, path)
    if base is None:
        changed = rewritten(text, before.closed(), after.closed())
    else:
        changed = _rewritten_over(text, base, before, after, name)
    assert read_text(changed, name, path) == after, "the file would say something else"
    write_atomic(path, changed)


def _rewritten_over(text: str, base: Preset, before: Preset, after: Preset, name: str) -> str:
    """The YAML of a preset that extends `base`: fields that came to agree with it are left to it, fields
    that it says and this one leaves open are set to null."""
    given, old, new = base.closed(), before.closed(), after.closed()
    if "seed" in given and "seed" not in new:
        raise PresetError("presets.seed_cannot_be_open", file=name)
    own = parse(text, name).values
    changed = {field for field in FIELDS if old.get(field, ...) != new.get(field, ...)}
    if changed & _PAIR:
        changed |= _PAIR & {*given, *new, *own}
    kept = {field: own[field] for field in own if field in FIELDS}
    wanted = {field: value for field, value in kept.items() if field not in changed}
    for field in changed:
        if field in new and new[field] != given.get(field, ...):
            wanted[field] = new[field]
        elif field not in new and field in given:
            wanted[field] = None
    return rewritten(text, kept, wanted)


def read_source(path: Path) -> str:
    """The text of a preset's file, to be written back with changes."""
    return read_bytes(path, MAX_BYTES).decode("utf-8-sig")


def _changed(before: Preset, changes: Mapping[str, Any], name: str) -> Preset:
    opened = [field for field, value in changes.items() if value is None and field != "seed" and field in FIELDS]
    kept = before.without(*opened).closed()
    return checked({**kept, **{field: value for field, value in changes.items() if field not in opened}}, name)


def rewritten(text: str, before: dict[str, Any], after: dict[str, Any]) -> str:
    """The YAML with the fields that differ set or removed."""
    differing = {field for field in FIELDS if before.get(field, ...) != after.get(field, ...)}
    if differing & _PAIR:  # one key may have said both
        differing |= _PAIR
    if not differing:
        return text
    writer = _writer(text)
    document = writer.load(text)
    opening = _comments(text) if document is None else ""  # with no key to hang on, they would be lost
    document = CommentedMap() if document is None else document
    for field in (field for field in FIELDS if field in differing):
        if field in after:
            document[field] = _styled(after[field], document.get(field))
        else:
            document.pop(field, None)
    if not document:  # an empty mapping would be written {}
        return _comments(text)
    file = io.StringIO()
    writer.dump(document, file)
    return opening + file.getvalue()


def _comments(text: str) -> str:
    """The lines of a YAML text that hold nothing but a comment."""
    return "".join(f"{line}\n" for line in text.split("\n") if line.lstrip().startswith("#"))


def _styled(value: Any, earlier: Any) -> Any:
    """A value in the quotes that the earlier one had; text that YAML might misread in double quotes."""
    if isinstance(value, str):
        if isinstance(earlier, SingleQuotedScalarString) and "\n" not in value:
            return SingleQuotedScalarString(value)
        plain = _PLAIN.fullmatch(value) and value.lower() not in _NEVER_PLAIN
        quoted = isinstance(earlier, DoubleQuotedScalarString) or not plain
        return DoubleQuotedScalarString(value) if quoted else value
    if isinstance(value, float) and value.is_integer():
        return int(value)
    if isinstance(value, list):
        return [_styled(item, None) for item in value]
    if isinstance(value, dict):
        return {key: _styled(item, None) for key, item in value.items()}
    return value


def _writer(text: str) -> YAML:
    """A reader and writer that keeps what it does not change, lists indented as in `text`."""
    writer = YAML(typ="rt")
    writer.width = _LONG_LINE
    writer.preserve_quotes = True
    writer.representer.add_representer(type(None), _write_null)
    writer.representer.add_representer(float, _write_number)
    item = _LIST_ITEM.search(text)
    offset = len(item[1]) if item else 2
    writer.indent(mapping=2, sequence=offset + 2, offset=offset)
    return writer


def _write_null(representer: Any, value: None) -> Any:
    return representer.represent_scalar("tag:yaml.org,2002:null", "null")


def _write_number(representer: Any, value: float) -> Any:
    """In decimals: PyYAML takes 1e-05 for text."""
    return representer.represent_scalar("tag:yaml.org,2002:float", f"{Decimal(repr(value)):f}")
