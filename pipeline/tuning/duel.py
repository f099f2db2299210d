"""A duel: the same comic under two presets, side by side, again and again, until it is clear which preset is liked.

It is kept as `trials/duels/ID.json`: what was chosen among, and every choice. What is asked next, the ranking
and the result follow from these alone (`duel_asking`), so that a duel goes on after a restart, in another
tab or on another day exactly where it stood. Every preset that is shown is a grid of one cell: grids draw
it, and its pictures are trials, never drawn twice.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import Annotated, Any

from filelock import FileLock
from pydantic import Field, ValidationError

from pipeline import cells, presets, settings, store
from pipeline.comic import PANELS, Comic, Noun, fingerprint
from pipeline.errors import DamagedFile, FileError, InputError
from pipeline.files import read_bytes, safe_path, write_atomic
from pipeline.queue import Queue, Snapshot
from pipeline.tuning import adopting, axes, duel_asking, grids, plan, run
from pipeline.tuning.axes import PROMPT, Axis
from pipeline.tuning.duel_asking import Rank, Standing
from pipeline.tuning.duel_model import Judged, Verdict
from pipeline.tuning.duel_space import Dimension, Space
from pipeline.tuning.plan import Tried

MOST_AXES = 5
MOST_PRESETS = 20_000
"""More than this cannot be weighed up in the blink of an eye."""
PRIORITY, PRIORITY_AHEAD = 1, 3
"""Somebody waits for the pair that is asked about; nobody yet for the one after it."""
WHAT = "duel"
_MAX_BYTES = 4_000_000
_UNORDERED = ("seed", "variation_seed")

Place = tuple[int, ...]
"""Which value of each axis a preset has, from 0."""


class Choice(Noun):
    """One answer: two presets, and which of them makes the better comic."""

    left: Place
    right: Place
    verdict: Verdict


class Duel(Noun):
    """The comic that is tried on, the axes whose values are combined, and the choices made."""

    version: int = 1
    id: str
    created: str = ""
    comic: Comic
    axes: Annotated[tuple[Axis, ...], Field(min_length=1, max_length=MOST_AXES)]
    choices: Annotated[tuple[Choice, ...], Field(max_length=duel_asking.MOST)] = ()
    stopped: bool = False
    """Whether its owner has called it enough."""
    result: str = ""
    """The name of the preset that it was saved as."""


def begin(comic: Comic, given: tuple[Axis, ...]) -> Duel:
    """A duel over a comic that has its prompts, kept; the one already kept for the same request goes on.

    Raises InputError for a panel without a prompt, an axis that cannot be weighed or that the artist does not
    obey, values that do not fit together, and too few or too many presets.
    """
    for panel in range(PANELS):
        if comic.slots[panel].prompt is None:
            raise InputError("flow.no_prompt", panel=panel + 1)
    _refuse(comic, given)
    held = grids.snapshot(comic)
    told = [grids.make(held, given[0]).id, *(axis.text for axis in given[1:]), "duel"]
    duel = Duel(id=fingerprint(told), created=store.now(), comic=held, axes=given)
    for axis, values in enumerate(given):  # every value by itself must make a preset
        for value in range(len(values)):
            arm(duel, _with(start(duel), axis, value))
    if not _path(duel.id).exists():
        _write(duel)
    return read(duel.id)


def _refuse(comic: Comic, given: tuple[Axis, ...]) -> None:
    fields = [axis.field for axis in given]
    if twice := next((field for field in fields if fields.count(field) > 1), None):
        raise InputError("tuning.twice", field=twice)
    if PROMPT in fields:
        raise InputError("duel.no_words")
    if {"sampler", "schedule_type"} <= set(fields):
        raise InputError("duel.joint_names")
    artist = cells.artist_name(comic)
    for axis in given:
        if axis.preset_field not in plan.obeyed(artist):
            known = ", ".join(sorted(plan.obeyed(artist)))
            label = f"@preset_fields.{axis.preset_field}"
            raise InputError("tuning.not_obeyed", field=label, artist=f"@artists.{artist}", known=known)
    size = Space([_dimension(axis) for axis in given]).size if given else 0
    if size < 2:
        raise InputError("duel.too_few")
    if size > MOST_PRESETS:
        raise InputError("duel.too_many", count=size, most=MOST_PRESETS)


def space(duel: Duel) -> Space:
    """The presets that the duel is over, as the model sees them."""
    return _space(tuple(_dimension(axis) for axis in duel.axes))


@lru_cache(maxsize=8)
def _space(dimensions: tuple[Dimension, ...]) -> Space:
    return Space(dimensions)


def _dimension(axis: Axis) -> Dimension:
    try:
        if axis.preset_field not in _UNORDERED:
            return Dimension.numbers([float(value) for value in axis.values])
    except ValueError:
        pass
    return Dimension.names(len(axis.values))


def start(duel: Duel) -> Place:
    """The preset as it is now, or the nearest to it that the axes have."""
    return tuple(_now(duel.comic.preset, axis) for axis in duel.axes)


def _now(preset: dict[str, Any], axis: Axis) -> int:
    """Which of an axis' values the preset has; the nearest number; else the first."""
    value = preset.get(axis.preset_field)
    if isinstance(value, int | float) and _dimension(axis).places:
        return min(range(len(axis)), key=lambda place: abs(float(axis.values[place]) - value))
    return axis.values.index(value) if value in axis.values else 0


def _with(place: Place, axis: int, value: int) -> Place:
    return (*place[:axis], value, *place[axis + 1 :])


def standing(duel: Duel) -> Standing:
    """The best so far, how sure that is, and the next pair (None when the duel is over). Points count in `space`."""
    dimensions = tuple(_dimension(axis) for axis in duel.axes)
    first = _space(dimensions).point(start(duel))
    return _stand(dimensions, judged(duel), int(duel.id[:8], 16), first)


@lru_cache(maxsize=256)
def _stand(dimensions: tuple[Dimension, ...], answers: tuple[Judged, ...], seed: int, first: int) -> Standing:
    return duel_asking.stand(_space(dimensions), answers, seed, first)


def ranking(duel: Duel) -> list[Rank]:
    """The presets that were seen and the best one, the best first."""
    dimensions = tuple(_dimension(axis) for axis in duel.axes)
    return list(_ranked(dimensions, judged(duel), int(duel.id[:8], 16), standing(duel).best))


@lru_cache(maxsize=64)
def _ranked(dimensions: tuple[Dimension, ...], answers: tuple[Judged, ...], seed: int, best: int) -> tuple[Rank, ...]:
    return tuple(duel_asking.ranking(_space(dimensions), answers, seed, best))


def judged(duel: Duel) -> tuple[Judged, ...]:
    """The choices as the model reads them."""
    points = space(duel).point
    return tuple(Judged(points(each.left), points(each.right), each.verdict) for each in duel.choices)


def values(duel: Duel, place: Place) -> dict[str, str]:
    """The values of a preset by field, as written on the axes."""
    return {axis.field: axis.values[digit] for axis, digit in zip(duel.axes, place, strict=True)}


def arm(duel: Duel, place: Place) -> grids.Grid:
    """The preset at a place as a grid of one cell. Raises InputError for values that do not fit together."""
    comic = duel.comic
    for axis, digit in zip(duel.axes, place, strict=True):
        comic = axes.tuned(comic, axis, axis.values[digit])
    first = duel.axes[0]
    only = first.with_changes(values=(first.values[place[0]],))
    return grids.Grid(id=duel.id, created=duel.created, comic=comic, x=only)


def tried(duel: Duel, place: Place) -> Tried:
    """The preset at a place with its recipes and the pictures that are there. Raises what `resolve` raises."""
    grid = arm(duel, place)
    cell = grids.Cell((0, 0, 0), values(duel, place), grid.comic)
    return plan.examined(grid, cell)


def pair(duel: Duel) -> tuple[Place, Place] | None:
    """The two presets that are asked about now; None when the duel is over."""
    found = standing(duel).pair
    return None if found is None or duel.stopped else tuple(space(duel).digits(point) for point in found)


def best(duel: Duel) -> Place:
    """The preset that is believed the best."""
    return space(duel).digits(standing(duel).best)


def due(duel: Duel) -> tuple[Place, ...]:
    """The presets whose pictures are needed now: the pair's, or at the end the best one's."""
    asked = pair(duel)
    return (best(duel),) if asked is None else asked


def ahead(duel: Duel) -> tuple[Place, ...]:
    """The presets that will be needed after whichever answer comes next."""
    asked = pair(duel)
    if asked is None:
        return ()
    found: list[Place] = []
    for verdict in ("left", "right"):
        choice = Choice(left=asked[0], right=asked[1], verdict=verdict)
        found += due(duel.with_changes(choices=(*duel.choices, choice)))
    return tuple(dict.fromkeys(found))


def live(queue: Queue, duel_id: str) -> Snapshot | None:
    """The job that draws for a duel now; None when none does."""
    jobs = [job for job in queue.jobs(comic_id=duel_id) if not job.over]
    return jobs[-1] if jobs else None


def draw(queue: Queue, duel: Duel, places: tuple[Place, ...], owner: str, priority: int = PRIORITY) -> str | None:
    """Line up the pictures that these presets lack; the job's id, None when all are there.

    Raises InputError or NeedsSetup for what cannot be drawn.
    """
    stages = tuple(stage for place in dict.fromkeys(places) for stage in run.stages(arm(duel, place)))
    if not stages:
        return None
    return queue.submit(stages, owner=owner, comic_id=duel.id, what=WHAT, priority=priority)


def answer(duel_id: str, verdict: Verdict, number: int) -> Duel:
    """Write down the answer to question `number` (from 0). One that was answered before, a click too many, changes
    nothing."""

    def verb(duel: Duel) -> Duel:
        asked = pair(duel)
        if asked is None or number != len(duel.choices):
            return duel
        choice = Choice(left=asked[0], right=asked[1], verdict=verdict)
        return duel.with_changes(choices=(*duel.choices, choice))

    return change(duel_id, verb)


def stop(duel_id: str) -> Duel:
    """Call it enough: the best so far is the result."""
    return change(duel_id, lambda duel: duel.with_changes(stopped=bool(duel.choices)))


def undo(duel_id: str) -> Duel:
    """Take the last step back: having called it enough, else the last answer."""

    def verb(duel: Duel) -> Duel:
        if duel.stopped:
            return duel.with_changes(stopped=False, result="")
        return duel.with_changes(choices=duel.choices[:-1], result="")

    return change(duel_id, verb)


def restart(duel_id: str) -> Duel:
    """Forget all answers; what was drawn stays."""
    return change(duel_id, lambda duel: duel.with_changes(choices=(), stopped=False, result=""))


def save(duel: Duel, name: str) -> Path:
    """Write the best preset under a name, changing only the keys that differ, and note it in the duel."""
    place = best(duel)
    cell = grids.Cell((0, 0, 0), values(duel, place), arm(duel, place).comic)
    path = adopting.save(arm(duel, place).with_changes(comic=duel.comic), cell, name)
    change(duel.id, lambda newest: newest.with_changes(result=name))
    return path


def found_preset(duel: Duel) -> presets.Preset:
    """The best preset, whole."""
    return presets.from_values(arm(duel, best(duel)).comic.preset, duel.comic.preset_name)


def change(duel_id: str, verb: Callable[[Duel], Duel]) -> Duel:
    """Apply a pure verb to the newest state of a duel under its lock; the result is written and returned."""
    path = _path(duel_id)
    with FileLock(path.with_suffix(".lock")):
        before = read(duel_id)
        after = verb(before)
        if after != before:
            _write(after)
        return after


def read(duel_id: str) -> Duel:
    """A kept duel. Raises FileError, or DamagedFile when it is broken."""
    path = _path(duel_id)
    try:
        return Duel.model_validate_json(read_bytes(path, _MAX_BYTES))
    except ValidationError as exc:
        raise DamagedFile("store.damaged", path=str(path)) from exc


def kept(comic_id: str) -> tuple[Duel, ...]:
    """The duels kept of a comic, the one changed last first. A broken one hides no other."""
    found = []
    for path in sorted(folder().glob("*.json"), key=lambda path: path.stat().st_mtime, reverse=True):
        try:
            duel = read(path.stem)
        except (FileError, InputError):
            continue
        if duel.comic.id == comic_id:
            found.append(duel)
    return tuple(found)


def folder() -> Path:
    """Where duels are kept."""
    return settings.home() / "trials" / "duels"


def _path(duel_id: str) -> Path:
    return safe_path(folder(), f"{duel_id}.json")


def _write(duel: Duel) -> None:
    write_atomic(_path(duel.id), duel.model_dump_json())
