"""A family is a folder: every module in it whose name has no leading underscore is a member.

Members are listed without being imported, so that a family may hold one that needs torch and still
cost the first page nothing.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterable
from types import ModuleType

from pipeline.errors import InputError


def member_names(package_path: Iterable[str], first: str = "") -> tuple[str, ...]:
    """The members of a family in alphabetical order, the family's default first."""
    found = sorted(found.name for found in pkgutil.iter_modules(package_path) if not found.name.startswith("_"))
    return tuple(sorted(found, key=lambda name: (name != first, name)))


def member_module(package: str, name: str, known: tuple[str, ...]) -> ModuleType:
    """The module of a member. Raises InputError, naming the choices, when the family has none so called."""
    if name not in known:
        family = f"@families.{package.rpartition('.')[2]}"
        raise InputError("errors.unknown_member", family=family, name=name, known=", ".join(known))
    return importlib.import_module(f"{package}.{name}")
