"""`tune PRESET --x "cfg_scale: 1-11 (+2)" --idea "…" -o SHEET`: one comic under many settings, on one sheet."""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path
from typing import Annotated

import typer

from pipeline import artists, layout, presets, remote, settings, store
from pipeline.comic import MAX_IDEA, PANELS, Comic, Idea
from pipeline.commands.make import choose, idea_language
from pipeline.commands.render import format_for
from pipeline.errors import InputError
from pipeline.files import write_atomic
from pipeline.flow import edits
from pipeline.queue import Queue
from pipeline.tuning import axes, grids, plan, run, sheet, subject
from pipeline.tuning.grids import Grid

_OWNER = "command-line"
_PAINTER = "diffusion"
"""Who draws when a checkpoint is given and nobody is named."""


def command(
    preset: str,
    output: Annotated[Path, typer.Option("-o", "--output")],
    x: Annotated[str, typer.Option("--x")],
    y: Annotated[str | None, typer.Option("--y")] = None,
    z: Annotated[str | None, typer.Option("--z")] = None,
    idea: Annotated[str | None, typer.Option()] = None,
    comic: Annotated[str | None, typer.Option()] = None,
    panel: Annotated[int | None, typer.Option(min=1, max=PANELS)] = None,
    artist: Annotated[str | None, typer.Option()] = None,
    checkpoint: Annotated[str | None, typer.Option()] = None,
    layout_name: Annotated[str, typer.Option("--layout")] = layout.DEFAULT,
    seed: Annotated[int | None, typer.Option(min=0, max=edits.SEEDS - 1)] = None,
    lang: Annotated[str | None, typer.Option()] = None,
    home: Annotated[Path | None, typer.Option()] = None,
    json_file: Annotated[Path | None, typer.Option("--json")] = None,
) -> None:
    """Draw the grid's missing cells and save its contact sheet. Everything is checked before anything is drawn."""
    if home:
        settings.use_home(home)
    picture_format = format_for(output)
    if artist:
        choose("artists", artist, artists.names())
    layout.get(layout_name)
    found = [axis and axes.read(axis) for axis in (x, y, z)]
    subject_of = _from_library if comic else _from_idea
    tried = subject_of(comic or idea or "", preset, artist, checkpoint, seed=seed, lang=lang, layout_name=layout_name)
    grid = grids.make(tried, *found, panels=tuple(range(PANELS)) if panel is None else (panel - 1,))
    report = draw(grid)
    looked = plan.look(grid)
    picture = sheet.draw(looked, tried.idea.language)
    write_atomic(output, sheet.encoded(picture, picture_format))
    if json_file:
        write_atomic(json_file, json.dumps(report, indent=1))
    print(output)


def draw(grid: Grid) -> dict[str, int | float]:
    """Draw what is missing, reporting on stderr when a person watches; how many cells were drawn and how many found.

    Raises what the job failed with.
    """
    started = time.monotonic()
    before = plan.look(grid)
    queue = Queue(surroundings=remote.acting_for)
    if job := run.submit(queue, grid, _OWNER):
        for snapshot in queue.watch(job):
            if sys.stderr.isatty():
                print(f"\r{snapshot.share:4.0%}", end="\n" if snapshot.over else "", file=sys.stderr, flush=True)
        if snapshot.error:
            raise snapshot.error
    cells = len(before.tried)
    seconds = round(time.monotonic() - started, 3)
    return {"cells": cells, "rendered": cells - before.done, "reused": before.done, "seconds": seconds}


def _from_idea(
    idea: str,
    preset: str,
    artist: str | None,
    checkpoint: str | None,
    *,
    seed: int | None,
    lang: str | None,
    layout_name: str,
) -> Comic:
    """A comic made from an idea, for this grid alone."""
    language = idea_language(idea, lang)
    values = presets.read(preset)
    name = preset if preset in presets.names() else Path(preset).stem
    made = subject.from_idea(
        Idea(text=idea.strip()[:MAX_IDEA], language=language), name, values, seed, layout=layout_name
    )
    return _drawn_by(made, artist, checkpoint)


def _from_library(comic_id: str, preset: str, artist: str | None, checkpoint: str | None, **more: object) -> Comic:
    """A comic of the Library under another preset."""
    comic = store.read(comic_id)
    if comic.script is None:
        raise InputError("flow.no_script")
    values = presets.read(preset)
    seed = more["seed"]
    name = preset if preset in presets.names() else Path(preset).stem
    comic = edits.tune(comic, name, values if seed is None else values.with_changes(seed=seed))
    return _drawn_by(comic, artist, checkpoint)


def _drawn_by(comic: Comic, artist: str | None, checkpoint: str | None) -> Comic:
    """The comic with the artist and the checkpoint asked for."""
    if checkpoint:
        comic = comic.with_changes(preset={**comic.preset, "checkpoint": checkpoint})
        artist = artist or comic.preset.get("artist") or _PAINTER
    comic = comic.with_changes(artist=artist or comic.artist)
    choose("artists", artist or comic.preset.get("artist") or artists.DEFAULT, artists.names())
    return comic
