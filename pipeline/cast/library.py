"""The cast library: sheets as YAML files, kept across comics in NECUT_HOME/cast.

A few come with Necut, in each language of the interface; they are never written. One of the user's own
with a shipped one's name is used in its stead. Files may come from other people: they are read
by the presets' reader, which trusts nothing, and checked as a Character.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from pipeline import settings, words
from pipeline.errors import DamagedFile, FileError, InputError, PresetError
from pipeline.files import safe_path, write_atomic

if TYPE_CHECKING:  # listing the sheets must not cost the first page pydantic or a YAML library
    from pipeline.comic import Character

SHIPPED = Path(__file__).parents[1] / "data" / "cast"
_SUFFIX = ".yaml"


def own_folder() -> Path:
    """Where the user's own sheets stand."""
    return settings.home() / "cast"


def names(language: str) -> tuple[str, ...]:
    """Every sheet's name: the user's own first, then those that are shipped for this language."""
    own, shipped = (_stems(folder) for folder in (own_folder(), SHIPPED / language))
    return (*own, *(name for name in shipped if name not in own))


def _stems(folder: Path) -> tuple[str, ...]:
    return tuple(sorted(path.stem for path in folder.glob(f"*{_SUFFIX}") if not path.name.startswith(".")))


def is_own(name: str) -> bool:
    """Whether the user keeps a sheet of that name."""
    return own_path(name).is_file()


def own_path(name: str) -> Path:
    """Where the user's own sheet of that name stands or would stand. Raises InputError for an unusable name."""
    return safe_path(own_folder(), f"{name}{_SUFFIX}")


def read(name: str) -> Character:
    """The sheet called `name`. Raises InputError when there is none, DamagedFile when it is not a character's."""
    places = (own_path(name), *(safe_path(SHIPPED / language, f"{name}{_SUFFIX}") for language in words.LANGUAGES))
    path = next((path for path in places if path.is_file()), None)
    if path is None:
        raise InputError("cast.not_kept", name=name)
    return read_file(path)


def read_file(path: Path) -> Character:
    """The sheet in a file. Raises FileError or DamagedFile, which names the file and what is wrong with it."""
    from pydantic import ValidationError

    from pipeline.comic import Character
    from pipeline.presets.yaml_text import read_document

    try:
        sheet = Character.model_validate(read_document(path).values)
    except PresetError as exc:
        raise DamagedFile("cast.not_yaml", file=path.name, line=exc.values.get("line", 1)) from exc
    except ValidationError as exc:
        first = exc.errors(include_url=False)[0]
        field = ".".join(map(str, first["loc"])) or "–"
        raise DamagedFile("cast.damaged", file=path.name, field=field) from exc
    if not sheet.name or not any(sheet.look):
        raise DamagedFile("cast.damaged", file=path.name, field="look" if sheet.name else "name")
    return sheet


def keep(character: Character) -> Path:
    """Write a sheet into the library under the character's name, over an earlier one of that name. Raises InputError
    for a name that no file can have, FileError when it cannot be written."""
    if not character.name:
        raise InputError("cast.no_name")
    if not character.look:
        raise InputError("cast.no_look", name=character.name)
    path = own_path(character.name)
    write_atomic(path, _as_text(character))
    return path


def forget(name: str) -> None:
    """Remove the user's own sheet of that name; comics that star the character keep it. Shipped ones stay."""
    try:
        own_path(name).unlink(missing_ok=True)
    except OSError as exc:
        raise FileError("files.cannot_write", path=str(own_path(name)), reason=exc.strerror or str(exc)) from exc


def _as_text(character: Character) -> str:
    import yaml

    said: dict[str, Any] = character.model_dump(mode="json", exclude_defaults=True)
    return yaml.safe_dump(said, allow_unicode=True, sort_keys=False)
