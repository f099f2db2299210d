"""Finds the modules of a family of measurements by their names' beginning, so that adding one is adding a file."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator
from types import ModuleType


def modules(package: ModuleType, beginning: str) -> Iterator[ModuleType]:
    """The package's modules whose names begin so, in alphabetical order."""
    for found in sorted(pkgutil.iter_modules(package.__path__), key=lambda module: module.name):
        if found.name.startswith(beginning):
            yield importlib.import_module(f"{package.__name__}.{found.name}")
