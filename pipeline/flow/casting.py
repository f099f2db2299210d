"""What a hand changes of the cast (pure verbs): a character's sheet, the stars of the idea."""

from __future__ import annotations

from pipeline.cast import recast
from pipeline.comic import Character, Comic
from pipeline.flow.edits import with_script


def with_character(comic: Comic, name: str, sheet: Character) -> Comic:
    """The comic with the character called `name` become `sheet`, in every panel and line.

    What of it is drawn makes the prompts stale of the panels that the character is in; voice and colour make
    nothing stale. Raises InputError for a name that is taken, or a sheet without name or look.
    """
    return comic if comic.script is None else with_script(comic, recast(comic.script, name, sheet))


def with_stars(comic: Comic, stars: tuple[Character, ...]) -> Comic:
    """The comic whose idea has these stars; its story turns stale by it."""
    return comic.with_changes(idea=comic.idea.with_changes(stars=stars))
