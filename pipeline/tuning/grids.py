"""A grid: one comic, tuned otherwise in every cell. It is kept as `trials/grids/ID.json`.

A grid holds the comic as it was when the grid was asked for: later edits of the comic change no cell.
Its id is the fingerprint of what was asked, so that asking for the same again finds the same grid.
Cells hold no pictures: those are trials, found by their recipes (`trials`).
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any

from filelock import FileLock
from pydantic import Field, ValidationError

from pipeline import settings, store
from pipeline.comic import PANELS, Comic, Noun, Slot, fingerprint
from pipeline.errors import DamagedFile, FileError, InputError, NecutError
from pipeline.files import read_bytes, safe_path, write_atomic
from pipeline.flow import edits
from pipeline.tuning import axes
from pipeline.tuning.axes import Axis

MOST_CELLS = 400
_MAX_BYTES = 4_000_000
_WHOLE = tuple(range(PANELS))


class Grid(Noun):
    """What is tried: the comic, up to three axes, and which panels are drawn in each cell (all of them by default)."""

    version: int = 1
    id: str
    created: str = ""
    comic: Comic
    x: Axis
    y: Axis | None = None
    z: Axis | None = None
    panels: Annotated[tuple[int, ...], Field(min_length=1, max_length=PANELS)] = _WHOLE
    job: str = ""
    """What a job is doing to it; what a restart cut off still stands here afterwards."""

    @property
    def axes(self) -> tuple[Axis, ...]:
        """The axes that there are: x, y, z."""
        return tuple(axis for axis in (self.x, self.y, self.z) if axis is not None)

    @property
    def shape(self) -> tuple[int, int, int]:
        """How many columns, rows and sheets."""
        return len(self.x), len(self.y) if self.y else 1, len(self.z) if self.z else 1

    @property
    def whole(self) -> bool:
        """Whether a cell is the whole comic."""
        return self.panels == _WHOLE


@dataclass(frozen=True)
class Cell:
    """One cell: its column, row and sheet from 0, the values there by field, and the comic tuned so."""

    at: tuple[int, int, int]
    values: dict[str, str]
    comic: Comic

    @property
    def name(self) -> str:
        """A short name, for keys of widgets: "1_0_0"."""
        return "_".join(map(str, self.at))


def make(comic: Comic, x: Axis, y: Axis | None = None, z: Axis | None = None, panels: tuple[int, ...] = _WHOLE) -> Grid:
    """A grid over a comic that has its prompts. Seeds still open are closed, the same for every cell.

    Raises InputError for a panel without a prompt, a field on two axes, or too many cells.
    """
    panels = tuple(sorted(set(panels)))
    for panel in panels:
        if comic.slots[panel].prompt is None:
            raise InputError("flow.no_prompt", panel=panel + 1)
    asked = [axis.field for axis in (x, y, z) if axis is not None]
    if twice := next((field for field in asked if asked.count(field) > 1), None):
        raise InputError("tuning.twice", field=twice)
    held = snapshot(comic)
    told = {"comic": _told(held), "axes": [each and each.text for each in (x, y, z)], "panels": panels}
    grid = Grid(id=fingerprint(told), created=store.now(), comic=held, x=x, y=y, z=z, panels=panels)
    columns, rows, sheets = grid.shape
    if columns * rows * sheets > MOST_CELLS:
        raise InputError("tuning.too_many_cells", count=columns * rows * sheets, most=MOST_CELLS)
    return grid


def snapshot(comic: Comic) -> Comic:
    """The comic with nothing in it that a grid does not need: no takes, no history, every seed closed.

    An open seed is made from the comic's id, so that asking for a grid again asks for the same pictures.
    """
    slots = []
    for panel, slot in enumerate(comic.slots):
        seed = slot.seed
        if seed is None and comic.preset.get("seed") is None:
            seed = int(fingerprint([comic.id, panel]), 16) % edits.SEEDS
        prompt = slot.prompt
        if prompt is not None:
            prompt = prompt.with_changes(prompt=prompt.prompt.with_changes(candidates=()))
        slots.append(Slot(prompt=prompt, seed=seed))
    return comic.with_changes(slots=tuple(slots), earlier_stories=(), page_history=(), job="")


def _told(comic: Comic) -> dict[str, Any]:
    """What decides how the cells look: neither when the comic was changed nor how its words were made."""
    prompts = [slot.prompt and slot.prompt.prompt.model_dump(mode="json") for slot in comic.slots]
    script = comic.script.model_dump(mode="json") if comic.script else None
    lettering = comic.lettering.model_dump(mode="json")
    seeds = [slot.seed for slot in comic.slots]
    return {"prompts": prompts, "script": script, "lettering": lettering, "seeds": seeds,
            **{name: getattr(comic, name) for name in ("id", "artist", "preset", "preset_name", "layout")}}  # fmt: skip


def cells(grid: Grid) -> tuple[Cell, ...]:
    """Every cell, row by row and sheet by sheet. Raises InputError, naming the cell, for values that do not fit
    together."""
    return tuple(cell(grid, at) for at in places(grid))


def places(grid: Grid) -> Iterator[tuple[int, int, int]]:
    """Column, row and sheet of every cell in reading order."""
    columns, rows, sheets = grid.shape
    for sheet, row, column in itertools.product(range(sheets), range(rows), range(columns)):
        yield column, row, sheet


def cell(grid: Grid, at: tuple[int, int, int]) -> Cell:
    """The cell at a column, row and sheet."""
    chosen = [(axis, axis.values[place]) for axis, place in zip((grid.x, grid.y, grid.z), at, strict=True) if axis]
    comic = grid.comic
    try:
        for axis, value in sorted(chosen, key=lambda pair: pair[0].field == "schedule_type"):  # after its sampler
            comic = axes.tuned(comic, axis, value)
    except NecutError as error:
        told = error.values.get("error", error)
        raise InputError("tuning.impossible_cell", cell=named(chosen), error=told) from error
    return Cell(at, {axis.field: value for axis, value in chosen}, comic)


def named(chosen: list[tuple[Axis, str]]) -> str:
    """Values in a few words: "sampler Euler a · schedule_type Karras"."""
    return " · ".join(f"{axis.field} {value or '–'}" for axis, value in chosen)


def preset_changes(grid: Grid, cell: Cell) -> dict[str, Any]:
    """The preset's fields in which a cell differs from the grid's comic; None where the cell leaves one open."""
    before, after = grid.comic.preset, cell.comic.preset
    return {name: after.get(name) for name in {**before, **after} if before.get(name) != after.get(name)}


def folder() -> Path:
    """Where grids are kept."""
    return settings.home() / "trials" / "grids"


def _path(grid_id: str) -> Path:
    return safe_path(folder(), f"{grid_id}.json")


def save(grid: Grid) -> Grid:
    """Keep a grid; the one already kept under its id stays. Returns the one kept."""
    if _path(grid.id).exists():
        return read(grid.id)
    write_atomic(_path(grid.id), grid.model_dump_json())
    return grid


def read(grid_id: str) -> Grid:
    """A kept grid. Raises FileError, or DamagedFile when it is broken."""
    path = _path(grid_id)
    try:
        return Grid.model_validate_json(read_bytes(path, _MAX_BYTES))
    except ValidationError as exc:
        raise DamagedFile("store.damaged", path=str(path)) from exc


def note_job(grid_id: str, what: str) -> None:
    """Write down that a job is at work on a grid, or that none is any more."""
    path = _path(grid_id)
    with FileLock(path.with_suffix(".lock")):
        write_atomic(path, read(grid_id).with_changes(job=what).model_dump_json())


def kept(comic_id: str | None = None) -> tuple[Grid, ...]:
    """The grids kept, of one comic or of all, the newest first. A broken one hides no other."""
    found = []
    paths = sorted(folder().glob("*.json"), key=lambda path: path.stat().st_mtime, reverse=True)
    for path in paths:
        try:
            grid = read(path.stem)
        except (FileError, InputError):
            continue
        if comic_id in (None, grid.comic.id):
            found.append(grid)
    return tuple(sorted(found, key=lambda grid: grid.created, reverse=True))


def forget(grid_id: str) -> None:
    """Take a grid off the list. Its pictures stay: they are in the log, and serve the next grid."""
    _path(grid_id).unlink(missing_ok=True)
    _path(grid_id).with_suffix(".lock").unlink(missing_ok=True)
