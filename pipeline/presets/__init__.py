"""Presets: what a person tunes, as YAML files whose names are the presets' names.

The shipped ones stand in `presets/` beside this package and are never written. A user's own stand in
NECUT_HOME/presets; one that bears a shipped one's name is used in its stead.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pipeline import settings
from pipeline.errors import InputError
from pipeline.files import safe_path

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


def _file(name_or_path: str | Path) -> Path:
    if isinstance(name_or_path, Path):
        return name_or_path
    given = Path(name_or_path)
    if given.suffix.lower() in _FILE_SUFFIXES or len(given.parts) > 1 or "\\" in name_or_path:
        return given.expanduser()
    return path_of(name_or_path)
