"""The lists that wildcards are drawn from: `NECUT_HOME/wildcards/*.txt`, one value a line.

A few are shipped (`data/wildcards`), and a user's file of the same name comes before. Names come from prompts, so from
anybody: a name is looked up only as a file below these folders.
"""

from __future__ import annotations

import fnmatch
import re
from collections.abc import Iterator
from pathlib import Path

from pipeline import settings
from pipeline.errors import InputError, NecutError
from pipeline.files import read_bytes, safe_path, write_atomic

SHIPPED = Path(__file__).parents[1] / "data" / "wildcards"
LONGEST_FILE = 256 * 1024
"""Bytes of a wildcard file that are read at most."""
MOST_LINES = 2000
MOST_LETTERS = 500
"""Of one line; longer ones are passed over."""
MOST_FILES = 500


def folder() -> Path:
    """Where the user's own files are."""
    return settings.home() / "wildcards"


def names() -> tuple[str, ...]:
    """Every wildcard's name, as it stands between the underscores, in alphabetical order."""
    return tuple(sorted({name for root in (folder(), SHIPPED) for name in _names_in(root)}))


def own_names() -> tuple[str, ...]:
    """The names of the user's own files."""
    return tuple(_names_in(folder()))


def text(name: str) -> str:
    """A wildcard's file as it stands, comments with it: what a user edits. Empty for a name nobody knows."""
    for root in (folder(), SHIPPED):
        try:
            path = _path(root, name)
            if path.is_file():
                return read_bytes(path, LONGEST_FILE).decode("utf-8-sig", "replace")
        except NecutError:
            continue
    return ""


def values(name: str) -> tuple[str, ...]:
    """The values of a wildcard, or of all that a name with `*` fits; none for a name nobody knows. Never raises."""
    wanted = name.strip().strip("/")
    found = fnmatch.filter(names(), wanted) if "*" in wanted else [wanted]
    return tuple(dict.fromkeys(value for each in found for value in _read(each)))


def save(name: str, text: str) -> str:
    """Write a user's file, one value a line; its name. Raises InputError for a name that is none or a text too long."""
    name = name.strip().removesuffix(".txt")
    if not re.fullmatch(r"[\w-]+(?:/[\w-]+)*", name) or "__" in name:
        raise InputError("wildcards.bad_name", name=name[:40])
    if len(text.encode()) > LONGEST_FILE:
        raise InputError("wildcards.too_long", name=name)
    lines = [line.strip() for line in text.splitlines()]
    write_atomic(_path(folder(), name), "\n".join(line for line in lines if line) + "\n")
    return name


def _names_in(root: Path) -> Iterator[str]:
    for count, path in enumerate(sorted(root.rglob("*.txt")) if root.is_dir() else ()):
        if count == MOST_FILES:
            return
        yield path.relative_to(root).with_suffix("").as_posix()


def _path(root: Path, name: str) -> Path:
    *folders, last = name.split("/")
    return safe_path(root, *folders, f"{last}.txt")


def _read(name: str) -> Iterator[str]:
    """The lines of a wildcard; comments (`#`) and lines too long are passed over."""
    for line in text(name).splitlines()[:MOST_LINES]:
        value = line.strip()
        if value and not value.startswith("#") and len(value) <= MOST_LETTERS:
            yield value
