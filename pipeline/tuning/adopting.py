"""A cell has won: what is different about it becomes a preset, and its pictures the comic's."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

from pipeline import cells, presets, store
from pipeline.comic import Comic, Slot, Take
from pipeline.errors import FileError, InputError
from pipeline.flow import edits
from pipeline.tuning import trials
from pipeline.tuning.grids import Cell, Grid
from pipeline.tuning.plan import Tried


def changes(grid: Grid, cell: Cell, name: str = "") -> dict[str, Any]:
    """The keys in which the cell differs from the file that `presets.save(name, …)` will write over or build on.

    That is the user's own preset called `name`, else the one that the comic was tuned from. None opens a key.
    """
    before = _file_of(name if name and presets.is_own(name) else grid.comic.preset_name)
    after = cell.comic.preset
    return {field: after.get(field) for field in {**before, **after} if before.get(field, ...) != after.get(field, ...)}


def _file_of(name: str) -> dict[str, Any]:
    """What a preset's file says; nothing when there is no such file (it was given by its path, or deleted)."""
    return presets.read(name).closed() if name in presets.names() else {}


def save(grid: Grid, cell: Cell, name: str) -> Path:
    """Write the cell's preset under a name: only the changed keys, everything else as it stands in the file.

    Raises InputError for an unusable name, FileError when it cannot be written.
    """
    if not name.strip():
        raise InputError("files.bad_name", name=name)
    based_on = grid.comic.preset_name if grid.comic.preset_name in presets.names() else ""
    return presets.save(name, changes(grid, cell, name), based_on=based_on)


def tune(comic: Comic, cell: Cell, preset_name: str | None = None) -> Comic:
    """The comic tuned as the cell was (a pure verb): preset, artist, seeds, and the words that an axis replaced."""
    tuned = cell.comic
    comic = comic.with_changes(preset=tuned.preset, artist=tuned.artist, preset_name=preset_name or tuned.preset_name)
    for panel, slot in enumerate(tuned.slots):
        comic = comic.with_slot(panel, comic.slots[panel].with_changes(seed=slot.seed))
        if "prompt" in cell.values and slot.prompt:
            comic = edits.with_prompt_text(comic, panel, slot.prompt.prompt.text)
    return comic


def use(comic_id: str, tried: Tried, preset_name: str | None = None) -> Comic:
    """Tune a comic of the store as the cell was and give it the cell's pictures, each a take of its panel.

    Nothing is drawn again, and no earlier take is lost. Raises FileError, InputError.
    """
    copies = {panel: _copied(comic_id, take, tried, panel) for panel, take in tried.takes.items()}

    def verb(comic: Comic) -> Comic:
        comic = tune(comic, tried.cell, preset_name)
        for panel, take in copies.items():
            slot: Slot = comic.slots[panel]
            comic = comic.with_slot(panel, slot.with_take(take))
        return comic

    return store.change(comic_id, verb)


def _copied(comic_id: str, take: Take, tried: Tried, panel: int) -> Take:
    """A trial's picture as a file of the comic, and the take that names it."""
    made_from = tried.cell.comic
    inputs = cells.picture_inputs(made_from, made_from.slots[panel].prompt.prompt, panel)
    copy = take.with_changes(id=store.new_id(), made=take.made.with_changes(inputs=inputs))
    path = store.take_path(comic_id, copy.id)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(trials.picture_path(take.id), path)
    except OSError as exc:
        raise FileError("files.cannot_write", path=str(path), reason=exc.strerror or str(exc)) from exc
    return copy
