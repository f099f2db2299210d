"""Edits: pure verbs, each a comic in and a changed comic out.

`store.change(comic_id, lambda comic: edits.with_line(comic, 0, 1, "Hello"))` carries one out.
"""

from __future__ import annotations

import secrets
from typing import Any

from pipeline import lexicon, presets, samplers
from pipeline.comic import (
    Comic,
    Language,
    Lettering,
    PageState,
    Panel,
    PanelPrompt,
    PromptOutput,
    Script,
    replaced,
    split_phrases,
)
from pipeline.lexicon.looks import KINDS
from pipeline.lexicon.visual import read_description
from pipeline.presets.preset import Preset

SEEDS = 2**32
UNDOABLE = 20
"""How many edits of the letters can be taken back."""


def draw_seed() -> int:
    """A seed that nobody chose."""
    return secrets.randbelow(SEEDS)


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


def with_line(comic: Comic, panel: int, number: int, text: str, language: Language | None = None) -> Comic:
    """The comic with one line rewritten (a pure verb), in the language shown unless another is given.

    A translation left empty is taken back; a line of the script itself cannot be. No picture turns stale by it.
    """
    script = comic.script
    if script is None or number >= len(script.panels[panel].lines):
        return comic
    told = script.panels[panel]
    language = language or comic.lettering.language or comic.idea.language
    line = told.lines[number]
    if language == script.language:
        line = line.with_changes(text=text if text.strip() else line.text)
    else:
        others = {each: said for each, said in line.other.items() if each != language}
        line = line.with_changes(other={**others, language: text.strip()} if text.strip() else others)
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
    scene = lexicon.to_visual(text, _spoken(text, comic), _kinds(script)) or told.scene
    changed = told.with_changes(description=text, scene=scene, characters=seen(script, told, scene))
    return with_script(comic, script.with_panel(panel, changed))


def not_understood(comic: Comic, description: str) -> tuple[str, ...]:
    """The words of a picture's description that no visual word is known for."""
    kinds = _kinds(comic.script) if comic.script else {}
    return tuple(read_description(description, _spoken(description, comic), kinds).unknown)


def _spoken(text: str, comic: Comic) -> str:
    """The language that a description is written in, whatever the comic's: Korean where there is any Hangul,
    English where there are Latin letters alone."""
    if any("가" <= letter <= "힣" for letter in text):
        return "ko"
    return "en" if any(letter.isalpha() for letter in text) else comic.idea.language


def seen(script: Script, panel: Panel, scene: str) -> tuple[str, ...]:
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
    desk = comic.desk.with_changes(retellings={}, verdict=None)
    return comic.with_changes(story=story, idea=idea, seed=seed, earlier_stories=others, page_history=(), desk=desk)


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
    the rules. A line that another tab has taken out meanwhile has no balloon: nothing is decided for the one that may
    come in its place."""
    if comic.script is None or line >= len(comic.script.panels[panel].lines):
        return comic
    balloon = comic.lettering.balloon(panel, line).with_changes(**decisions)
    return with_lettering(comic, comic.lettering.with_balloon(balloon))


def with_lettering(comic: Comic, lettering: Lettering) -> Comic:
    """The comic with its letters laid out otherwise (a pure verb)."""
    return _page_edited(comic, comic.with_changes(lettering=lettering))


def with_page(comic: Comic, script: Script, lettering: Lettering) -> Comic:
    """The comic with its lines and their balloons changed together (a pure verb)."""
    return _page_edited(comic, with_script(comic, script).with_changes(lettering=lettering))


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
