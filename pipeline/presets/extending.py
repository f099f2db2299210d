"""`extends: classic`: a preset that says only how it differs from another one.

What the file does not say comes from the preset that it extends, which may extend another in turn. A
key that the file sets to `null` is open again, whatever the other one says. A user's own preset may
extend the shipped one whose name it bears.
"""

from __future__ import annotations

from pathlib import Path

from pipeline.errors import InputError, PresetError
from pipeline.presets import places
from pipeline.presets.yaml_text import Document

KEY = "extends"


def base_path(document: Document, file: str, within: tuple[Path, ...]) -> Path | None:
    """The file of the preset that a document extends; None when it extends none.

    `within` are the files being read that extend one another, the first one first, the document's own last
    (none for a text that stands in no file). Raises PresetError for a name that is no preset's, and for presets
    that extend each other in a circle.
    """
    values = document.values
    if not isinstance(values, dict) or KEY not in values:
        return None
    name, where = values[KEY], {"file": file, "line": document.line((KEY,))}
    if not isinstance(name, str):
        raise PresetError("presets.extends_no_name", **where)
    path = _found(name, where, within[-1] if within else None)
    if path.resolve() in {each.resolve() for each in within}:
        raise PresetError("presets.circle", **where, name=name)
    return path


def _found(name: str, where: dict[str, object], own: Path | None) -> Path:
    try:
        shadowed = own is not None and own.resolve() == places.own_path(name).resolve() and places.is_shipped(name)
        return places.shipped_path(name) if shadowed else places.path_of(name)
    except InputError as exc:
        raise PresetError("presets.no_base", **where, name=name, known=", ".join(places.names())) from exc
