"""Presets: what a person tunes, as YAML files whose names are the presets' names.

The shipped ones stand in `presets/` beside this package and are never written. A user's own stand in
NECUT_HOME/presets; one that bears a shipped one's name is used in its stead (`places`). Read on in
`preset` (the shape), `yaml_text` and `reading` (in), `extending` (a preset that builds on another),
`saving` (out, comments kept), `thumbnails` and `importing` (other programs' styles and presets).
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pipeline import words
from pipeline.errors import FileError, InputError
from pipeline.files import read_bytes, write_atomic
from pipeline.presets import thumbnails
from pipeline.presets.places import (
    DEFAULT,
    SHIPPED,
    is_own,
    is_shipped,
    names,
    own_folder,
    own_path,
    path_of,
)

if TYPE_CHECKING:  # listing the presets must not cost the first page pydantic or a YAML library
    from pipeline.presets.preset import Preset

__all__ = [
    "DEFAULT", "SHIPPED", "add", "delete", "description", "duplicate", "extended_by", "free_name", "from_values",
    "is_own", "is_shipped", "names", "own_folder", "own_path", "path_of", "read", "rename", "save",
]  # fmt: skip
_FILE_SUFFIXES = (".yaml", ".yml")


def read(name_or_path: str | Path) -> Preset:
    """The preset called so, or in that file (a `Path`, or text with a separator or ending in .yaml or .yml).

    Raises InputError for an unknown name, FileError when the file cannot be read, PresetError when it says what a
    preset may not say.
    """
    from pipeline.presets.reading import read_file

    return read_file(_file(name_or_path))


def from_values(values: Mapping[str, Any], source: str = "preset") -> Preset:
    """The preset that these values make. Raises PresetError, naming `source` and the key."""
    from pipeline.presets.reading import checked

    return checked(dict(values), source)


def save(name: str, preset: Preset | Mapping[str, Any], based_on: str = "", extends: str = "") -> Path:
    """Write the user's own preset of that name and return its file.

    A Preset replaces every value; a mapping changes the fields it names (None opens one again, but
    `seed: None` is `seed: null`). Comments, order and quotes stay: those of the user's own file, else
    of the preset `based_on`, else of the shipped one that the name shadows. A new file that `extends` a preset
    says only how it differs from that one. Raises InputError for an unusable name or an unknown preset,
    PresetError for values that do not fit, FileError when it cannot be written.
    """
    from pipeline.presets.extending import KEY
    from pipeline.presets.saving import read_source, write_preset

    path = own_path(name)
    if path.is_file():
        text = read_source(path)
    elif extends:
        text = f'{KEY}: "{path_of(extends).stem}"\n'
    else:
        text = read_source(path_of(based_on or name)) if based_on or is_shipped(name) else ""
    write_preset(path, text, preset)
    return path


def add(name: str, text: str) -> Path:
    """Keep a preset's YAML from elsewhere, as it stands, as the user's own called `name`, or a number behind it
    where the name is taken. Raises InputError for an unusable name, PresetError when the text is no preset."""
    from pipeline.presets.reading import read_text

    path = own_path(free_name(name))
    read_text(text, path.name)
    write_atomic(path, text)
    return path


def free_name(name: str) -> str:
    """The name itself, or the first of "name 2", "name 3", … that no preset has."""
    taken = names()
    numbered = (f"{name} {number}" for number in range(2, len(taken) + 3))
    return name if name not in taken else next(each for each in numbered if each not in taken)


def duplicate(name: str, copy: str) -> Path:
    """Copy a preset, comments and all, to one of the user's own called `copy`. Raises InputError when that is there."""
    source, path = path_of(name), _free_path(copy)
    write_atomic(path, read_bytes(source))
    return path


def rename(name: str, new: str) -> Path:
    """Give one of the user's own presets another name. Raises InputError for a shipped one, a name that is taken, or
    one that others extend."""
    path = duplicate(_unneeded(name), new)
    thumbnails.move(name, new)
    delete(name)
    return path


def delete(name: str) -> None:
    """Remove one of the user's own presets; a shipped one that it shadowed shows again. Raises InputError for a
    shipped one, or one that others extend."""
    path = own_path(_unneeded(name))
    try:
        path.unlink()
        thumbnails.drop(name)
    except OSError as exc:
        raise FileError("files.cannot_write", path=str(path), reason=exc.strerror or str(exc)) from exc


def description(name: str, language: str) -> str:
    """What a preset is for, in a sentence: the catalogue's for a shipped one, else the comment its file opens with."""
    if not is_own(name) and words.has(f"preset.{name}_about", language):
        return words.say(f"preset.{name}_about", language)
    opening = []
    for line in read_bytes(path_of(name)).decode("utf-8-sig", "replace").splitlines():
        if not line.startswith("#"):
            break
        opening.append(line.lstrip("# ").rstrip())
    return " ".join(opening)


def extended_by(name: str) -> tuple[str, ...]:
    """The user's own presets that extend the one called `name`; one that cannot be read extends none."""
    from pipeline.errors import NecutError
    from pipeline.presets.extending import KEY
    from pipeline.presets.yaml_text import read_document

    found = []
    for path in sorted(own_folder().glob("*.yaml")):
        try:
            values = read_document(path).values
        except NecutError:
            continue
        if path.stem != name and isinstance(values, dict) and values.get(KEY) == name:
            found.append(path.stem)
    return tuple(found)


def _unneeded(name: str) -> str:
    """An own preset's name, after making sure that no other would break without it."""
    if (others := extended_by(_own(name))) and not is_shipped(name):
        raise InputError("presets.is_extended", name=name, others=", ".join(others))
    return name


def _own(name: str) -> str:
    if not is_own(name):
        path_of(name)  # an unknown name is told as such
        raise InputError("presets.not_own", name=name)
    return name


def _free_path(name: str) -> Path:
    path = own_path(name)
    if name in names():
        raise InputError("presets.is_there", name=name)
    return path


def _file(name_or_path: str | Path) -> Path:
    if isinstance(name_or_path, Path):
        return name_or_path
    given = Path(name_or_path)
    if given.suffix.lower() in _FILE_SUFFIXES or len(given.parts) > 1 or "\\" in name_or_path:
        return given.expanduser()
    return path_of(name_or_path)
