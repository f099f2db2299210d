"""`list FAMILY`: the members of a family, one id a line."""

from __future__ import annotations

from enum import StrEnum


class Family(StrEnum):
    """What can be listed."""

    presets = "presets"
    samplers = "samplers"
    layouts = "layouts"
    writers = "writers"
    prompters = "prompters"
    artists = "artists"
    formats = "formats"
    genres = "genres"
    forms = "forms"


def command(family: Family, lang: str | None = None) -> None:
    """Print the ids."""
    print("\n".join(members(family)))


def members(family: Family) -> tuple[str, ...]:
    """The ids of a family. Only the family asked for is imported."""
    match family:
        case Family.genres:
            from pipeline.lexicon.ideas import GENRES

            return GENRES
        case Family.forms:
            from pipeline.lexicon.ideas import FORMS

            return FORMS
        case Family.samplers:
            from pipeline import samplers

            return samplers.names()
        case Family.layouts:
            from pipeline import layout

            return layout.names()
        case Family.presets:
            from pipeline import presets

            return presets.names()
        case Family.writers:
            from pipeline import writers

            return writers.names()
        case Family.prompters:
            from pipeline import prompters

            return prompters.names()
        case Family.artists:
            from pipeline import artists

            return artists.names()
        case Family.formats:
            from pipeline import export

            return export.names()
