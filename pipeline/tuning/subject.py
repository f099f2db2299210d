"""What a grid is tried on when there is no comic yet: one made from an idea, in memory, and not in the Library."""

from __future__ import annotations

from pipeline import prompters, writers
from pipeline.comic import PANELS, Comic, Idea, Made, PromptOutput, Slot, StoryOutput, fingerprint
from pipeline.errors import InputError
from pipeline.flow import edits
from pipeline.presets.preset import Preset


def from_idea(idea: Idea, preset_name: str, preset: Preset, seed: int | None = None, **fields: object) -> Comic:
    """A comic with story and prompts and no pictures, by the writer and prompter that need neither key nor model.

    `seed` tells the story and draws the pictures; without one both come from the preset's seed or
    from the idea's words, so that the same request always means the same comic: what is drawn of it
    is found again. `fields` are further fields of Comic. Raises InputError for an empty idea.
    """
    if not idea.text.strip():
        raise InputError("flow.empty_idea")
    told_from = idea.model_dump(mode="json")
    story_seed = seed if seed is not None else preset.seed
    story_seed = int(fingerprint(told_from), 16) % edits.SEEDS if story_seed is None else story_seed
    values = preset.closed() | ({} if seed is None else {"seed": seed})
    comic = Comic(
        id=fingerprint([told_from, story_seed]),
        idea=idea,
        seed=story_seed,
        preset=values,
        preset_name=preset_name,
        **fields,
    )
    *_, wrote = writers.get(comic.writer).write(idea, story_seed)
    made = Made(by=comic.writer)
    comic = comic.with_changes(story=StoryOutput(script=wrote.script, made=made, idea=idea, seed=story_seed))
    prompter = prompters.get(comic.prompter)
    slots = tuple(_slot(prompter, comic, panel) for panel in range(PANELS))
    return comic.with_changes(slots=slots)


def _slot(prompter: prompters.Prompter, comic: Comic, panel: int) -> Slot:
    prompt = prompter.propose(comic.script, panel, comic.seed)
    return Slot(prompt=PromptOutput(prompt=prompt, made=Made(by=comic.prompter)))
