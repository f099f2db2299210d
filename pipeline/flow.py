"""The verbs: write, prompt, render, letter, make. Pages and command line both call these.

Each verb that takes time is a `Stage`: a generator for the queue that reports as it goes and puts
what it has made into the store by itself, so that nothing is lost when nobody watches. `make` is
the chain of the first three; `letter` paints the page from what is there.
"""

from __future__ import annotations

import secrets
import time
from collections.abc import Iterator, Sequence
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pipeline import artists, cells, compose, layout, lexicon, presets, prompters, samplers, store, writers
from pipeline.comic import (
    PANELS,
    Comic,
    Idea,
    Lettering,
    Made,
    PageState,
    Panel,
    PanelPrompt,
    PromptOutput,
    Recipe,
    Script,
    StoryOutput,
    Take,
    replaced,
    split_phrases,
)
from pipeline.errors import FileError, InputError
from pipeline.lexicon.looks import KINDS
from pipeline.lexicon.visual import read_description
from pipeline.presets.preset import Preset
from pipeline.queue import Progress, Queue, Stage

if TYPE_CHECKING:
    from PIL.Image import Image

SEEDS = 2**32
UNDOABLE = 20
"""How many edits of the letters can be taken back."""
_PREVIEW_QUALITY = 70


def draw_seed() -> int:
    """A seed that nobody chose."""
    return secrets.randbelow(SEEDS)


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
            yield Progress(report.done, report.total, text=report.text)
        else:
            made = _made(comic.writer, started, inputs)
            output = StoryOutput(script=report.script, made=made, idea=comic.idea, seed=comic.seed)
            store.change(comic_id, lambda newest, output=output: newest.with_story(output))
    yield Progress(PANELS, PANELS)


def _prompt(comic_id: str, panels: tuple[int, ...]) -> Iterator[Progress]:
    comic = store.read(comic_id)
    if comic.script is None:
        raise InputError("flow.no_script")
    prompter = prompters.get(comic.prompter)
    for done, panel in enumerate(panels):
        yield Progress(done, len(panels), (panel,))
        started = time.monotonic()
        inputs = cells.prompt_inputs(comic, comic.script, panel)
        prompt = prompter.propose(comic.script, panel, comic.seed)
        output = PromptOutput(prompt=prompt, made=_made(comic.prompter, started, inputs))
        store.change(comic_id, lambda newest, panel=panel, output=output: _with_prompt(newest, panel, output))
    yield Progress(len(panels), len(panels), panels)


def _with_prompt(comic: Comic, panel: int, output: PromptOutput) -> Comic:
    return comic.with_slot(panel, comic.slots[panel].with_prompt(output))


def _render(comic_id: str, panels: tuple[int, ...], reroll: bool) -> Iterator[Progress]:
    comic = store.change(comic_id, lambda newest: _with_seeds(newest, panels, reroll))
    artist = artists.get(cells.artist_name(comic))
    regions = layout.lay_out(layout.get(comic.layout)).panels
    recipes, inputs = [], []
    for panel in panels:
        prompt = _prompt_of(comic, panel)
        recipes.append(artist.resolve(cells.panel_preset(comic, panel), _bare(prompt), regions[panel].size))
        inputs.append(cells.picture_inputs(comic, prompt, panel))
    started = time.monotonic()
    yield Progress(0, len(panels), panels[:1])
    for report in artist.draw(recipes):
        if isinstance(report, artists.Step):
            at_work = tuple(panels[index] for index in report.indices)
            previews = dict(zip(at_work, map(_small_jpeg, report.previews), strict=False))
            yield Progress(report.done, report.total, at_work, previews)
        else:
            panel = panels[report.index]
            _keep(comic_id, panel, report, recipes[report.index], _made(artist.name, started, inputs[report.index]))
            started = time.monotonic()


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


def _bare(prompt: PanelPrompt) -> PanelPrompt:
    """The prompt without its candidates: a recipe keeps what was sent, not what was not."""
    return prompt.with_changes(candidates=())


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
        return compose.PanelArt(store.open_take(comic.id, take), take.figures)
    except FileError:
        return None


def letter(comic: Comic, width: int | None = None) -> compose.Composed:
    """The page as it is now: layout, pictures and letters. `width` in pixels; the layout's own by default."""
    return compose.compose(comic.script, arts(comic), layout.get(comic.layout), comic.lettering, width=width)


def tune(comic: Comic, preset_name: str, preset: Preset) -> Comic:
    """The comic with another preset (a pure verb). Panels keep seeds that a re-roll drew."""
    return comic.with_changes(preset=preset.closed(), preset_name=preset_name)


def with_preset_field(comic: Comic, name: str, value: Any) -> Comic:
    """The comic with one field of its preset tuned (a pure verb); an empty value leaves it open.

    A sampler that cannot take the schedule type chosen before takes its own instead. A seed typed here
    draws every panel: seeds that a re-roll drew give way. Raises PresetError for a value that no preset takes.
    """
    tuned = {key: kept for key, kept in comic.preset.items() if key != name}
    if value not in (None, "", []):
        tuned[name] = value
    if name == "sampler" and tuned.get("schedule_type") not in samplers.schedule_types(value or None):
        tuned.pop("schedule_type", None)
    if name == "seed":
        comic = comic.with_changes(slots=tuple(slot.with_changes(seed=None) for slot in comic.slots))
    return comic.with_changes(preset=presets.from_values(tuned, comic.preset_name).closed())


def reseed(comic: Comic, seed: int | None) -> Comic:
    """The comic ready to be told anew (a pure verb): a given seed seeds story and pictures, none draws another
    story."""
    if seed is None:
        return comic.with_changes(seed=draw_seed())
    slots = tuple(slot.with_changes(seed=None) for slot in comic.slots)
    return comic.with_changes(seed=seed, preset={**comic.preset, "seed": seed}, slots=slots)


def with_script(comic: Comic, script: Script) -> Comic:
    """The comic with its script changed by hand (a pure verb): marked as edited, so that a rerun asks first."""
    if comic.story is None or script == comic.story.script:
        return comic
    made = comic.story.made.with_changes(edited=True)
    return comic.with_changes(story=comic.story.with_changes(script=script, made=made))


def with_line(comic: Comic, panel: int, number: int, text: str) -> Comic:
    """The comic with one line rewritten (a pure verb). No picture turns stale by it."""
    script = comic.script
    if script is None or number >= len(script.panels[panel].lines) or not text.strip():
        return comic
    told = script.panels[panel]
    language = comic.lettering.language or comic.idea.language
    line = told.lines[number]
    if language == script.language:
        line = line.with_changes(text=text)
    else:
        line = line.with_changes(other={**line.other, language: text.strip()})
    told = told.with_changes(lines=replaced(told.lines, number, line))
    return _page_edited(comic, with_script(comic, script.with_panel(panel, told)))


def with_description(comic: Comic, panel: int, text: str) -> Comic:
    """The comic with a panel's picture described anew in the user's language (a pure verb).

    The English visual words follow it; an English description is understood as it stands.
    """
    script = comic.script
    if script is None or not text.strip():
        return comic
    told = script.panels[panel]
    scene = lexicon.to_visual(text, comic.idea.language, _kinds(script)) or told.scene
    changed = told.with_changes(description=text, scene=scene, characters=_seen(script, told, scene))
    return with_script(comic, script.with_panel(panel, changed))


def not_understood(comic: Comic, description: str) -> tuple[str, ...]:
    """The words of a picture's description that no visual word is known for."""
    kinds = _kinds(comic.script) if comic.script else {}
    return tuple(read_description(description, comic.idea.language, kinds).unknown)


def _seen(script: Script, panel: Panel, scene: str) -> tuple[str, ...]:
    """Who can be seen in a scene described anew: those of its kinds; as before when it names nobody at all."""
    named = {kind for kind in KINDS for phrase in split_phrases(scene) if kind in phrase.split()}
    if not named:
        return panel.characters
    return tuple(name for name, kind in _kinds(script).items() if kind in named)


def _kinds(script: Script) -> dict[str, str]:
    """What each character is, by name: {"Tabby": "cat"}, for reading descriptions that call them by name."""
    return {
        character.name: next(kind for kind in KINDS if character.look[0].endswith(kind))
        for character in script.characters
        if character.look and character.look[0].endswith(KINDS)
    }


def bring_back_story(comic: Comic, number: int) -> Comic:
    """The comic with an earlier script as the current one, its idea and seed with it (a pure verb); the current
    one is kept."""
    earlier = comic.earlier_stories
    if not 0 <= number < len(earlier) or comic.story is None:
        return comic
    others = (*earlier[:number], *earlier[number + 1 :], comic.story)
    story = earlier[number]
    idea = story.idea or comic.idea
    seed = comic.seed if story.seed is None else story.seed
    return comic.with_changes(story=story, idea=idea, seed=seed, earlier_stories=others, page_history=())


def with_prompt_text(comic: Comic, panel: int, text: str) -> Comic:
    """The comic with a panel's prompt rewritten by hand (a pure verb)."""
    output = comic.slots[panel].prompt
    if output is None or not text.strip() or text == output.prompt.text:
        return comic
    return _with_edited_prompt(comic, panel, output, output.prompt.with_text(text.strip()))


def with_candidate(comic: Comic, panel: int, number: int) -> Comic:
    """The comic with one of a prompt's candidates taken (a pure verb)."""
    output = comic.slots[panel].prompt
    if output is None or not 0 <= number < len(output.prompt.candidates):
        return comic
    return _with_edited_prompt(comic, panel, output, output.prompt.with_candidate(output.prompt.candidates[number]))


def _with_edited_prompt(comic: Comic, panel: int, output: PromptOutput, prompt: PanelPrompt) -> Comic:
    made = output.made.with_changes(edited=True)
    slot = comic.slots[panel].with_prompt(PromptOutput(prompt=prompt, made=made))
    return comic.with_slot(panel, slot)


def bring_back_prompt(comic: Comic, panel: int, number: int) -> Comic:
    """The comic with an earlier prompt of a panel as the current one (a pure verb); the current one is kept."""
    slot = comic.slots[panel]
    if not 0 <= number < len(slot.earlier_prompts) or slot.prompt is None:
        return comic
    others = (*slot.earlier_prompts[:number], *slot.earlier_prompts[number + 1 :], slot.prompt)
    return comic.with_slot(panel, slot.with_changes(prompt=slot.earlier_prompts[number], earlier_prompts=others))


def with_chosen(comic: Comic, panel: int, take_id: str) -> Comic:
    """The comic with another take of a panel chosen (a pure verb)."""
    slot = comic.slots[panel]
    known = any(take.id == take_id for take in slot.takes)
    return comic.with_slot(panel, slot.with_changes(chosen=take_id)) if known else comic


def with_lock(comic: Comic, panel: int, take_id: str, locked: bool) -> Comic:
    """The comic with a take locked or unlocked (a pure verb). A locked take stays chosen when others are drawn."""
    slot = comic.slots[panel]
    takes = tuple(take.with_changes(locked=locked) if take.id == take_id else take for take in slot.takes)
    return comic.with_slot(panel, slot.with_changes(takes=takes))


def with_balloon(comic: Comic, panel: int, line: int, **decisions: Any) -> Comic:
    """The comic with what a hand decided about one balloon (a pure verb): `at` or `kind`; None gives it back to
    the rules."""
    balloon = comic.lettering.balloon(panel, line).with_changes(**decisions)
    return with_lettering(comic, comic.lettering.with_balloon(balloon))


def with_lettering(comic: Comic, lettering: Lettering) -> Comic:
    """The comic with its letters laid out otherwise (a pure verb)."""
    return _page_edited(comic, comic.with_changes(lettering=lettering))


def _page_edited(before: Comic, after: Comic) -> Comic:
    """The edited comic, remembering what stood on the page before."""
    if before.script is None or (before.script == after.script and before.lettering == after.lettering):
        return after
    history = (*before.page_history, PageState(script=before.script, lettering=before.lettering))
    return after.with_changes(page_history=history[-UNDOABLE:])


def undo_page(comic: Comic) -> Comic:
    """The comic with the last edit of its letters taken back (a pure verb)."""
    if not comic.page_history:
        return comic
    *earlier, last = comic.page_history
    comic = with_script(comic, last.script)
    return comic.with_changes(lettering=last.lettering, page_history=tuple(earlier))
