"""A recipe carried out again: the picture that it made, as a new take of a panel."""

from __future__ import annotations

import time
from collections.abc import Iterator

from pipeline import artists, flow, store
from pipeline.artists import Step
from pipeline.comic import Comic, Made, Recipe, Take, fingerprint
from pipeline.errors import InputError
from pipeline.queue import Progress, Stage


def again_stage(comic_id: str, panel: int, recipe: Recipe) -> Stage:
    """Carry out a recipe, read back from a picture, for a panel (from 0). The take is locked: its settings are the
    picture's, not the comic's, and "Run what is stale" is to leave it. Raises InputError for an unknown artist."""
    return Stage("picture", artists.get(recipe.artist).lane, lambda: _again(comic_id, panel, recipe))


def _again(comic_id: str, panel: int, recipe: Recipe) -> Iterator[Progress]:
    _refuse_strangers(recipe, store.read(comic_id))
    started = time.monotonic()
    yield Progress(0, 1, (panel,))
    for report in artists.get(recipe.artist).draw([recipe]):
        if isinstance(report, Step):
            yield flow.drawing(report, (panel,), 0)
            continue
        made = Made(
            by=recipe.artist,
            seconds=round(time.monotonic() - started, 3),
            at=store.now(),
            inputs={"prompt": fingerprint(recipe.prompt.text), "artist": fingerprint(recipe.artist)},
        )
        take = Take(
            id=store.new_id(),
            recipe=report.recipe or recipe,
            figures=report.figures,
            notices=report.notices,
            made=made,
            locked=True,
        )
        store.save_picture(comic_id, take, report.picture)
        store.change(comic_id, lambda comic, take=take: comic.with_slot(panel, comic.slots[panel].with_take(take)))


def _refuse_strangers(recipe: Recipe, comic: Comic) -> None:
    """A picture may come from anybody: what it names as its checkpoint must not fetch anything or reach into folders.

    A plain name is looked up among the models that are here; a path or a hub id must be one that the comic itself uses.
    """
    name = recipe.checkpoint
    if ("/" in name or "\\" in name) and name != comic.preset.get("checkpoint"):
        raise InputError("flow.strange_checkpoint", name=name)
