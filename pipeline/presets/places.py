"""Where presets stand: the shipped ones beside the package, the user's own in NECUT_HOME/presets."""

from __future__ import annotations

from pathlib import Path

from pipeline import settings
from pipeline.errors import InputError
from pipeline.files import safe_path

DEFAULT = "classic"
SHIPPED = Path(__file__).parents[2] / "presets"
SUFFIX = ".yaml"


def own_folder() -> Path:
    """Where the user's own presets stand."""
    return settings.home() / "presets"


def names() -> tuple[str, ...]:
    """Every preset's name, the default first."""
    found = {path.stem for folder in (SHIPPED, own_folder()) for path in folder.glob(f"*{SUFFIX}")}
    visible = (name for name in found if not name.startswith("."))
    return tuple(sorted(visible, key=lambda name: (name != DEFAULT, name)))


def is_shipped(name: str) -> bool:
    """Whether Necut ships a preset of that name (the user's own may stand in its stead)."""
    return shipped_path(name).is_file()


def is_own(name: str) -> bool:
    """Whether the user has a preset of that name."""
    return own_path(name).is_file()


def own_path(name: str) -> Path:
    """Where the user's own preset of that name stands or would stand. Raises InputError for an unusable name."""
    return safe_path(own_folder(), f"{name}{SUFFIX}")


def shipped_path(name: str) -> Path:
    """Where a shipped preset of that name stands or would stand. Raises InputError for an unusable name."""
    return safe_path(SHIPPED, f"{name}{SUFFIX}")


def path_of(name: str) -> Path:
    """The file of the preset called `name`: the user's own, else the shipped one. Raises InputError."""
    for path in (own_path(name), shipped_path(name)):
        if path.is_file():
            return path
    raise InputError("errors.unknown_member", family="@families.presets", name=name, known=", ".join(names()))
