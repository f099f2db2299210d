"""Presets: what a person tunes, as YAML files whose names are the presets' names.

The shipped ones stand in `presets/` beside this package and are never written. A user's own stand in
NECUT_HOME/presets; one that bears a shipped one's name is used in its stead.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pipeline import settings, words
from pipeline.errors import FileError, InputError
from pipeline.files import read_bytes, safe_path, write_atomic

if TYPE_CHECKING:  # listing the presets must not cost the first page pydantic or a YAML library
    from pipeline.presets.preset import Preset

DEFAULT = "classic"
SHIPPED = Path(__file__).parents[2] / "presets"
_SUFFIX = ".yaml"
_FILE_SUFFIXES = (".yaml", ".yml")


def own_folder() -> Path:
    """Where the user's own presets stand."""
    return settings.home() / "presets"


def names() -> tuple[str, ...]:
    """Every preset's name, the default first."""
    found = {path.stem for folder in (SHIPPED, own_folder()) for path in folder.glob(f"*{_SUFFIX}")}
    visible = (name for name in found if not name.startswith("."))
    return tuple(sorted(visible, key=lambda name: (name != DEFAULT, name)))


def is_shipped(name: str) -> bool:
    """Whether Necut ships a preset of that name (the user's own may stand in its stead)."""
    return safe_path(SHIPPED, f"{name}{_SUFFIX}").is_file()


def is_own(name: str) -> bool:
    """Whether the user has a preset of that name."""
    return own_path(name).is_file()


def own_path(name: str) -> Path:
    """Where the user's own preset of that name stands or would stand. Raises InputError for an unusable name."""
    return safe_path(own_folder(), f"{name}{_SUFFIX}")


def path_of(name: str) -> Path:
    """The file of the preset called `name`: the user's own, else the shipped one. Raises InputError."""
    for path in (own_path(name), safe_path(SHIPPED, f"{name}{_SUFFIX}")):
        if path.is_file():
            return path
    raise InputError("errors.unknown_member", family="@families.presets", name=name, known=", ".join(names()))


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


def save(name: str, preset: Preset | Mapping[str, Any], based_on: str = "") -> Path:
    """Write the user's own preset of that name and return its file.

    A Preset replaces every value; a mapping changes the fields it names (None opens one again, but
    `seed: None` is `seed: null`). Comments, order and quotes stay: those of the user's own file, else
    of the preset `based_on`, else of the shipped one that the name shadows. Raises InputError for an
    unusable name, PresetError for values that do not fit, FileError when it cannot be written.
    """
    from pipeline.presets.saving import read_source, write_preset

    path = own_path(name)
    source = path if path.is_file() else path_of(based_on or name) if based_on or is_shipped(name) else None
    write_preset(path, read_source(source) if source else "", preset)
    return path


def duplicate(name: str, copy: str) -> Path:
    """Copy a preset, comments and all, to one of the user's own called `copy`. Raises InputError when that is there."""
    source, path = path_of(name), _free_path(copy)
    write_atomic(path, read_bytes(source))
    return path


def rename(name: str, new: str) -> Path:
    """Give one of the user's own presets another name. Raises InputError for a shipped one, or a name that is taken."""
    path = duplicate(_own(name), new)
    delete(name)
    return path


def delete(name: str) -> None:
    """Remove one of the user's own presets; a shipped one that it shadowed shows again. Raises InputError for a
    shipped one."""
    path = own_path(_own(name))
    try:
        path.unlink()
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
