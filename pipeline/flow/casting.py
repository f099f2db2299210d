"""What a hand changes of the cast (pure verbs): a character's sheet, the stars of the idea."""

from __future__ import annotations

from pipeline.cast import recast
from pipeline.comic import Character, Comic, Slot
from pipeline.flow.edits import with_script


def with_character(comic: Comic, name: str, sheet: Character) -> Comic:
    """The comic with the character called `name` become `sheet`, in every panel and line.

    What of it is drawn makes the prompts stale of the panels that the character is in; voice and colour make
    nothing stale. A new name is that of the drawn figures too: balloons go on pointing at them. Raises InputError for
    a name that is taken, or a sheet without name or look.
    """
    if comic.script is None:
        return comic
    told = with_script(comic, recast(comic.script, name, sheet))
    if sheet.name == name:
        return told
    return told.with_changes(slots=tuple(_with_name(slot, name, sheet.name) for slot in told.slots))


def _with_name(slot: Slot, before: str, after: str) -> Slot:
    """A panel whose pictures call somebody otherwise."""
    takes = tuple(
        take.with_changes(
            figures=tuple(
                figure.with_changes(character=after) if figure.character == before else figure
                for figure in take.figures
            )
        )
        for take in slot.takes
    )
    return slot.with_changes(takes=takes)


def with_stars(comic: Comic, stars: tuple[Character, ...]) -> Comic:
    """The comic whose idea has these stars; its story turns stale by it."""
    return comic.with_changes(idea=comic.idea.with_changes(stars=stars))
