"""A grid looked at before it starts: what cannot be tried is refused in a sentence, the rest counted and timed.

`look` draws nothing. Cells are put in an order in which checkpoints, VAEs and LoRAs are loaded as
seldom as possible; cells whose pictures are all there are not drawn at all.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from pipeline import artists, cells, samplers
from pipeline.comic import Recipe, Take, split_phrases
from pipeline.errors import InputError
from pipeline.tuning import axes, grids, trials
from pipeline.tuning.axes import LORA, PROMPT, Axis
from pipeline.tuning.grids import Cell, Grid

_SHOWN = 20  # phrases that an error names
FIELDS_OF_ALL = {"artist"}
"""What every artist obeys: being chosen."""


@dataclass(frozen=True)
class Tried:
    """A cell, the recipes of its panels, and the takes of those that are drawn."""

    cell: Cell
    recipes: dict[int, Recipe]
    keys: dict[int, str]
    takes: dict[int, Take]

    @property
    def done(self) -> bool:
        """Whether every panel is drawn."""
        return len(self.takes) == len(self.keys)

    @property
    def seconds(self) -> float:
        """How long its pictures took."""
        return sum(take.made.seconds for take in self.takes.values())


@dataclass(frozen=True)
class Plan:
    """All cells in reading order, how many pictures they need, how many are missing."""

    grid: Grid
    tried: tuple[Tried, ...]
    pictures: int
    missing: tuple[Recipe, ...]

    @property
    def done(self) -> int:
        """How many cells are drawn."""
        return sum(each.done for each in self.tried)

    def at(self, place: tuple[int, int, int]) -> Tried:
        """The cell at a column, row and sheet."""
        columns, rows, _ = self.grid.shape
        column, row, sheet = place
        return self.tried[(sheet * rows + row) * columns + column]


def look(grid: Grid) -> Plan:
    """The plan of a grid. Raises InputError or NeedsSetup for what cannot be tried."""
    found = grids.cells(grid)
    _refuse_what_is_not_obeyed(grid, found)
    _refuse_words_that_are_nowhere(grid)
    _refuse_missing_loras(grid, found)
    tried = tuple(examined(grid, cell) for cell in found)
    wanted = {key: each.recipes[panel] for each in tried for panel, key in each.keys.items()}
    drawn = {key for each in tried for panel, key in each.keys.items() if panel in each.takes}
    missing = tuple(recipe for key, recipe in wanted.items() if key not in drawn)
    return Plan(grid, tried, len(wanted), missing)


def examined(grid: Grid, cell: Cell) -> Tried:
    """One cell with its recipes and what is already drawn of it."""
    recipes = {panel: trials.recipe_of(cell.comic, panel) for panel in grid.panels}
    keys = {panel: trials.key_of(recipe, grid.id) for panel, recipe in recipes.items()}
    takes = {panel: take for panel, key in keys.items() if (take := trials.find(key))}
    return Tried(cell, recipes, keys, takes)


def in_order(tried: Iterable[Tried]) -> list[Tried]:
    """The cells in an order that avoids reloads: artist, checkpoint, VAE, LoRAs, then as they stand."""
    seen: dict[tuple, int] = {}

    def rank(each: Tried) -> tuple[int, ...]:
        loads = _loads(next(iter(each.recipes.values())))
        return tuple(seen.setdefault(loads[: depth + 1], len(seen)) for depth in range(len(loads)))

    return sorted(list(tried), key=rank)


def _loads(recipe: Recipe) -> tuple:
    """What must be loaded for a recipe, the dearest first."""
    loras = tuple(sorted(lora.name for lora in recipe.loras))
    return recipe.artist, recipe.checkpoint, str(recipe.extra.get("vae") or ""), loras


def artists_of(found: Iterable[Cell]) -> tuple[str, ...]:
    """Who draws the cells, each once."""
    return tuple(dict.fromkeys(cells.artist_name(cell.comic) for cell in found))


def obeyed(artist: str) -> frozenset[str]:
    """The fields that an axis may change for this artist."""
    return artists.get(artist).obeys | FIELDS_OF_ALL


def _refuse_what_is_not_obeyed(grid: Grid, found: Sequence[Cell]) -> None:
    for axis in grid.axes:
        for name in artists_of(found):
            if axis.preset_field is not None and axis.preset_field not in obeyed(name):
                raise InputError(
                    "tuning.not_obeyed",
                    field=_field(axis),
                    artist=f"@artists.{name}",
                    known=", ".join(sorted(obeyed(name))),
                )


def _field(axis: Axis) -> str:
    return axis.field if axis.field.startswith(LORA) else f"@preset_fields.{axis.field}"


def _refuse_words_that_are_nowhere(grid: Grid) -> None:
    for axis in grid.axes:
        texts = axes.searchable(grid.comic, grid.panels)
        if axis.field == PROMPT and not any(axis.values[0] in text for text in texts):
            known = dict.fromkeys(phrase for text in texts for phrase in split_phrases(text))
            raise InputError("tuning.not_found", text=axis.values[0], known=", ".join(list(known)[:_SHOWN]))


def _refuse_missing_loras(grid: Grid, found: Sequence[Cell]) -> None:
    """A LoRA that is not there would silently change nothing along its axis."""
    if not any(axis.preset_field == "loras" for axis in grid.axes) or "diffusion" not in artists_of(found):
        return
    from pipeline.artists.diffusion import on_disk

    known = on_disk.loras()
    for cell in found:
        for lora in cell.comic.preset.get("loras") or []:
            if lora["name"].removesuffix(".safetensors").lower() not in known:
                raise InputError("tuning.no_lora", name=lora["name"], known=", ".join(sorted(known)) or "–")


def seconds_left(missing: Sequence[Recipe], measured: Iterable[tuple[Recipe, float]]) -> float | None:
    """How long the missing pictures will take, by what earlier ones took; None when none of the kind was measured.

    A picture's work is its pixels times how often the model is asked; an artist without a model is asked once.
    """
    spent: dict[tuple[str, str], list[float]] = {}
    for recipe, seconds in measured:
        for kind in _kinds(recipe):
            total = spent.setdefault(kind, [0.0, 0.0])
            total[0] += seconds
            total[1] += _work(recipe)
    left = 0.0
    for recipe in missing:
        total = next((spent[kind] for kind in _kinds(recipe) if kind in spent), None)
        if total is None or not total[1]:
            return None
        left += _work(recipe) * total[0] / total[1]
    return left


def _kinds(recipe: Recipe) -> Iterator[tuple[str, str]]:
    """Whose times tell about this picture's: the same checkpoint's, else the same artist's."""
    yield recipe.artist, recipe.checkpoint
    yield recipe.artist, "*"


def _work(recipe: Recipe) -> float:
    pixels = recipe.width * recipe.height
    if "steps" not in artists.get(recipe.artist).obeys:
        return pixels
    row = samplers.SAMPLERS.get(recipe.sampler)
    return pixels * recipe.steps * (row.calls if row else 1)
