"""`list FAMILY`: the members of a family, one id a line."""

from __future__ import annotations

import importlib

from pipeline.errors import InputError
from pipeline.lexicon.ideas import FORMS, GENRES

# Family → the module whose `names()` tells its members. Only the one asked for is imported.
_FAMILIES = {
    "presets": "presets",
    "samplers": "samplers",
    "layouts": "layout",
    "writers": "writers",
    "prompters": "prompters",
    "artists": "artists",
    "formats": "export",
}
_IDEAS = {"genres": GENRES, "forms": FORMS}


def command(family: str, lang: str | None = None) -> None:
    """Print the ids."""
    print("\n".join(members(family)))


def members(family: str) -> tuple[str, ...]:
    """The ids of a family. Raises InputError, naming the choices, for one that is none."""
    if family in _IDEAS:
        return _IDEAS[family]
    if family not in _FAMILIES:
        known = ", ".join((*_FAMILIES, *_IDEAS))
        raise InputError("errors.unknown_member", family="@families.families", name=family, known=known)
    return importlib.import_module(f"pipeline.{_FAMILIES[family]}").names()
