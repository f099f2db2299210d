"""The verbs: write, prompt, render, letter, make. Pages and command line both call these.

Each verb that takes time is a `Stage`: a generator for the queue that reports as it goes and puts
what it has made into the store by itself, so that nothing is lost when nobody watches. `make` is
the chain of the first three; `letter` paints the page from what is there. What a hand changes stands
in `edits`.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline import (
    artists,
    cast,
    cells,
    compose,
    layout,
    presets,
    prompters,
    remote,
    settings,
    store,
    wildcards,
    writers,
)
from pipeline.comic import (
    PANELS,
    Comic,
    Idea,
    Made,
    Notice,
    PanelPrompt,
    PromptOutput,
    Recipe,
    StoryOutput,
    Take,
)
from pipeline.errors import FileError, InputError
from pipeline.flow.edits import draw_seed
from pipeline.queue import Progress, Queue, Stage
from pipeline.xray import dialect

if TYPE_CHECKING:
    from PIL.Image import Image

    from pipeline.presets.preset import Preset

_PREVIEW_QUALITY = 70


def begin(idea: Idea, preset_name: str = presets.DEFAULT, seed: int | None = None, **fields: object) -> Comic:
    """A new comic in the store. `seed` seeds the story and all four pictures; without it the story's
    seed is drawn and the preset's seed draws the pictures. Raises InputError for an empty idea."""
    if not idea.text.strip():
        raise InputError("flow.empty_idea")
    preset = presets.read(preset_name)
    tuned = preset.closed() | ({} if seed is None else {"seed": seed})
    story_seed = draw_seed() if seed is None else seed
    name = preset_name if preset_name in presets.names() else Path(preset_name).stem
    return store.create(idea, seed=story_seed, preset=tuned, preset_name=name, **fields)


def write_stage(comic_id: str) -> Stage:
    """The Story cell: the comic's writer writes a script."""
    lane = writers.get(store.read(comic_id).writer).lane
    return Stage("story", lane, lambda: _write(comic_id))


def prompt_stage(comic_id: str, panels: Sequence[int] = range(PANELS)) -> Stage:
    """The Prompt cells of some panels."""
    lane = prompters.get(store.read(comic_id).prompter).lane
    return Stage("prompt", lane, lambda: _prompt(comic_id, tuple(panels)))


def render_stage(comic_id: str, panels: Sequence[int] = range(PANELS), reroll: bool = False) -> Stage:
    """The Picture cells of some panels; `reroll` draws a new seed for each first."""
    lane = artists.get(cells.artist_name(store.read(comic_id))).lane
    return Stage("picture", lane, lambda: _render(comic_id, tuple(panels), reroll))


def submit(queue: Queue, comic_id: str, what: str, stages: Sequence[Stage], owner: str) -> str:
    """Line up stages as one job; its id. Short text jobs go before waiting renders.

    The comic notes what is going on until the job is over: after a restart it still says so.
    """
    words_only = all(stage.name != "picture" for stage in stages)
    _note_job(comic_id, what)
    return queue.submit(
        tuple(stages),
        owner=owner,
        comic_id=comic_id,
        what=what,
        priority=0 if words_only else 1,
        on_over=lambda _last: _note_job(comic_id, ""),
    )


def _note_job(comic_id: str, what: str) -> None:
    store.change(comic_id, lambda comic: comic.with_changes(job=what))


def make(queue: Queue, comic_id: str, owner: str) -> str:
    """Story, prompts and pictures in one job; its id."""
    stages = (write_stage(comic_id), prompt_stage(comic_id), render_stage(comic_id))
    return submit(queue, comic_id, "make", stages, owner)


def run_stale(queue: Queue, comic_id: str, owner: str) -> str | None:
    """One job for what is stale or empty, passing by what a hand has edited or locked; None when all is fresh."""
    comic = store.read(comic_id)
    due = list(cells.to_run(comic))
    names = {cell.name for cell in due}
    if "story" in names:
        return make(queue, comic_id, owner)
    stages = []
    if prompts := [cell.panel for cell in due if cell.name == "prompt"]:
        stages.append(prompt_stage(comic_id, prompts))
    if pictures := [cell.panel for cell in due if cell.name == "picture"]:
        stages.append(render_stage(comic_id, pictures))
    return submit(queue, comic_id, "run_stale", stages, owner) if stages else None


def _write(comic_id: str) -> Iterator[Progress]:
    comic = store.read(comic_id)
    inputs = cells.story_inputs(comic)
    started = time.monotonic()
    yield Progress(0, PANELS)
    for report in writers.get(comic.writer).write(comic.idea, comic.seed):
        if isinstance(report, writers.Writing):
            yield reading(report)
        else:
            made = billed(_made(comic.writer, started, inputs), report.bill)
            script = cast.pinned(report.script, comic.idea.stars)
            output = StoryOutput(script=script, made=made, idea=comic.idea, seed=comic.seed)
            store.change(comic_id, lambda newest, output=output: newest.with_story(output))
    yield Progress(PANELS, PANELS)


def reading(report: writers.Writing) -> Progress:
    """What a writer reports, for the queue."""
    return Progress(report.done, report.total, text=report.text, told=report.panels)


def billed(made: Made, bill: writers.Bill) -> Made:
    """How an output came to be, with the model, its tokens and what they cost by Connect's prices of today."""
    cost = remote.cost(settings.load(), bill.tokens_sent, bill.tokens_received)
    return made.with_changes(
        model=bill.model, tokens_sent=bill.tokens_sent, tokens_received=bill.tokens_received, cost=cost
    )


def _prompt(comic_id: str, panels: tuple[int, ...]) -> Iterator[Progress]:
    comic = store.read(comic_id)
    if comic.script is None:
        raise InputError("flow.no_script")
    prompter = prompters.get(comic.prompter)
    if hasattr(prompter, "prepare"):
        yield from (Progress(0, len(panels), panels[:1], loading=name) for name in prompter.prepare())
    for done, panel in enumerate(panels):
        yield Progress(done, len(panels), (panel,))
        started = time.monotonic()
        inputs = cells.prompt_inputs(comic, comic.script, panel)
        prompt = dialect.fitting(comic, prompter.propose(comic.script, panel, comic.seed))
        output = PromptOutput(prompt=prompt, made=_made(comic.prompter, started, inputs))
        store.change(comic_id, lambda newest, panel=panel, output=output: _with_prompt(newest, panel, output))
    yield Progress(len(panels), len(panels), panels)


def _with_prompt(comic: Comic, panel: int, output: PromptOutput) -> Comic:
    return comic.with_slot(panel, comic.slots[panel].with_prompt(output))


def _render(comic_id: str, panels: tuple[int, ...], reroll: bool) -> Iterator[Progress]:
    comic = store.change(comic_id, lambda newest: _with_seeds(newest, panels, reroll))
    artist = artists.get(cells.artist_name(comic))
    regions = layout.lay_out(layout.get(comic.layout)).panels
    recipes, noted, inputs = [], [], []
    for panel in panels:
        prompt = _prompt_of(comic, panel)
        recipe, notices = resolved(artist, cells.panel_preset(comic, panel), prompt, regions[panel].size)
        recipes.append(recipe)
        noted.append(notices)
        inputs.append(cells.picture_inputs(comic, prompt, panel))
    started = time.monotonic()
    yield Progress(0, len(panels), panels[:1])
    finished = 0
    for report in artist.draw(recipes):
        if isinstance(report, artists.Step):
            yield drawing(report, panels, finished)
        else:
            finished += 1
            panel = panels[report.index]
            report = replace(report, notices=(*noted[report.index], *report.notices))
            _keep(comic_id, panel, report, recipes[report.index], _made(artist.name, started, inputs[report.index]))
            started = time.monotonic()


def drawing(step: artists.Step, panels: Sequence[int], finished: int) -> Progress:
    """What an artist reports, for the queue: steps of all the pictures together, those finished before included."""
    at_work = tuple(panels[index] for index in step.indices)
    if step.loading:
        return Progress(step.done, step.total, at_work, loading=step.loading)
    previews = dict(zip(at_work, map(_small_jpeg, step.previews), strict=False))
    done = finished * step.total + step.done * len(at_work)
    return Progress(done, len(panels) * step.total, at_work, previews)


def _with_seeds(comic: Comic, panels: tuple[int, ...], reroll: bool) -> Comic:
    """Draw the seeds that are missing (all of them on a re-roll). They stay until the next re-roll."""
    for panel in panels:
        slot = comic.slots[panel]
        open_seed = slot.seed is None and comic.preset.get("seed") is None
        if reroll or open_seed:
            comic = comic.with_slot(panel, slot.with_changes(seed=draw_seed()))
    return comic


def _prompt_of(comic: Comic, panel: int) -> PanelPrompt:
    output = comic.slots[panel].prompt
    if output is None:
        raise InputError("flow.no_prompt", panel=panel + 1)
    return output.prompt


def resolved(
    artist: artists.Artist, preset: Preset, prompt: PanelPrompt, region: tuple[int, int]
) -> tuple[Recipe, tuple[Notice, ...]]:
    """The recipe of a panel, and what the user should know of its words.

    Choices and wildcards are drawn by the preset's seed, which must be given: the recipe says what was drawn, and
    keeps prompt, style and negative prompt as they were written (`wildcards.TEMPLATES`). Candidates are left out: a
    recipe keeps what was sent.
    """
    asked = wildcards.draw_all(preset, prompt.with_changes(candidates=()))
    recipe = artist.resolve(asked.preset, asked.prompt, region)
    if asked.templates:
        recipe = recipe.with_changes(extra={**recipe.extra, **asked.templates})
    return recipe, asked.notices


def _keep(comic_id: str, panel: int, drawn: artists.Drawn, recipe: Recipe, made: Made) -> None:
    """The worker writes its take itself: first the picture, then the comic that names it."""
    recipe = drawn.recipe or recipe
    take = Take(id=store.new_id(), recipe=recipe, figures=drawn.figures, notices=drawn.notices, made=made)
    store.save_picture(comic_id, take, drawn.picture)
    store.change(comic_id, lambda newest: newest.with_slot(panel, newest.slots[panel].with_take(take)))


def _small_jpeg(picture: Image) -> bytes:
    buffer = BytesIO()
    picture.convert("RGB").save(buffer, "JPEG", quality=_PREVIEW_QUALITY)
    return buffer.getvalue()


def _made(by: str, started: float, inputs: dict[str, str]) -> Made:
    return Made(by=by, seconds=round(time.monotonic() - started, 3), at=store.now(), inputs=inputs)


def arts(comic: Comic) -> tuple[compose.PanelArt | None, ...]:
    """The chosen pictures with their figures; None for a panel that has none or whose file is broken."""
    return tuple(_art(comic, panel) for panel in range(PANELS))


def _art(comic: Comic, panel: int) -> compose.PanelArt | None:
    take = comic.slots[panel].take
    if take is None:
        return None
    try:
        return compose.PanelArt(store.open_take(comic.id, take), take.figures, take.recipe.prompt.seen)
    except FileError:
        return None


def letter(comic: Comic, width: int | None = None) -> compose.Composed:
    """The page as it is now: layout, pictures and letters. `width` in pixels; the layout's own by default."""
    return compose.compose(comic.script, arts(comic), layout.get(comic.layout), comic.lettering, width=width)
