"""The publisher: page → files. A file in this folder is a format.

A format's module has `SUFFIXES` (the first is the usual one), `MIME`, and
`publish(publication) -> bytes`. The suffix of the output's name chooses the format.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from types import ModuleType

from pipeline.comic import Comic
from pipeline.compose import Composed, PanelArt, compose
from pipeline.errors import InputError
from pipeline.families import member_module, member_names
from pipeline.files import write_atomic
from pipeline.layout import get as get_layout

DEFAULT = "png"
GENERATOR = "Necut"
AI_MARK = "AI-generated"
"""The mark that every exported file carries in its metadata."""


@dataclass(frozen=True)
class Publication:
    """A comic ready to be published: the document, its pictures, and the page width asked for (None: the
    layout's own)."""

    comic: Comic
    arts: tuple[PanelArt | None, ...]
    width: int | None = None

    @cached_property
    def composed(self) -> Composed:
        """The lettered page."""
        comic = self.comic
        return compose(comic.script, self.arts, get_layout(comic.layout), comic.lettering, width=self.width)

    @property
    def language(self) -> str:
        """The language of the letters."""
        return self.comic.lettering.language or self.comic.idea.language

    def alt_text(self, panel: int) -> str:
        """What a panel shows, for those who cannot see it: at most 250 characters."""
        script = self.comic.script
        if script is None:
            return ""
        told = script.panels[panel]
        return (told.description or told.scene)[:250]

    def transcript(self) -> str:
        """The whole comic in words: every panel's picture and its lines in reading order."""
        script = self.comic.script
        if script is None:
            return self.comic.title
        rows = [self.comic.title]
        for number, panel in enumerate(script.panels, 1):
            rows.append(f"{number}. {self.alt_text(number - 1)}")
            for line in panel.lines:
                said = line.said(self.comic.lettering.language)
                rows.append(f"{line.speaker}: {said}" if line.speaker else said)
        return "\n".join(rows)


def names() -> tuple[str, ...]:
    """Every format's id, the default first."""
    return member_names(__path__, DEFAULT)


def get(name: str) -> ModuleType:
    """The format called `name`. Raises InputError, naming the choices, when there is none."""
    return member_module(__name__, name, names())


def for_path(path: Path) -> ModuleType:
    """The format that a file's suffix asks for. Raises InputError, naming the suffixes, when none does."""
    suffix = Path(path).suffix.lower()
    formats = [get(name) for name in names()]
    for format_module in formats:
        if suffix in format_module.SUFFIXES:
            return format_module
    known = ", ".join(suffix for module in formats for suffix in module.SUFFIXES)
    raise InputError("export.unknown_suffix", suffix=suffix or str(path), known=known)


def save(publication: Publication, path: Path) -> None:
    """Publish to a file in the format of its suffix; the whole file or none of it."""
    write_atomic(Path(path), for_path(path).publish(publication))
