"""A panel painted by a second artist: its words as they are, a checkpoint in the place of the comic's own artist.

The comic keeps its artist and its preset. The new take stands beside the sketch, which is what makes one see
what a sampler or a negative prompt does; going back is choosing the other take.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import replace

from pipeline import artists, cells, layout, store
from pipeline.comic import Comic
from pipeline.flow import _keep, _made, _prompt_of, drawing, resolved
from pipeline.presets.preset import Preset
from pipeline.queue import Progress, Stage

ARTIST = "diffusion"


def paint_stage(comic_id: str, panel: int, checkpoint: str) -> Stage:
    """Paint one panel with the checkpoint of that name, under the comic's preset; the picture is a new take."""
    return Stage("picture", artists.get(ARTIST).lane, lambda: _paint(comic_id, panel, checkpoint))


def warm_stage(checkpoint: str) -> Stage:
    """Load the checkpoint, so that the first picture need not wait for it."""
    return Stage("picture", artists.get(ARTIST).lane, lambda: _warm(checkpoint))


def _paint(comic_id: str, panel: int, checkpoint: str) -> Iterator[Progress]:
    comic = store.read(comic_id)
    artist, prompt = artists.get(ARTIST), _prompt_of(comic, panel)
    region = layout.lay_out(layout.get(comic.layout)).panels[panel].size
    recipe, noted = resolved(artist, preset_for(comic, panel, checkpoint), prompt, region)
    inputs = cells.picture_inputs(comic, prompt, panel)
    started = time.monotonic()
    yield Progress(0, recipe.steps, (panel,))
    for report in artist.draw([recipe]):
        if isinstance(report, artists.Step):
            yield drawing(report, (panel,), 0)
        else:
            report = replace(report, notices=(*noted, *report.notices))
            _keep(comic_id, panel, report, recipe, _made(artist.name, started, inputs))


def preset_for(comic: Comic, panel: int, checkpoint: str) -> Preset:
    """The comic's preset with this checkpoint, at the checkpoint's own size; a seed that is open is the sketch's."""
    preset = cells.panel_preset(comic, panel).without("width", "height", "vae")
    take = comic.slots[panel].take
    seed = preset.seed if preset.seed is not None else take.recipe.seed if take else 0
    return preset.with_changes(artist=ARTIST, checkpoint=checkpoint, seed=seed)


def _warm(checkpoint: str) -> Iterator[Progress]:
    from pipeline.artists.diffusion import device, loading, on_disk

    yield Progress(0, 1, loading=checkpoint)
    loading.get(on_disk.find(checkpoint), device.pick())
    yield Progress(1, 1)
