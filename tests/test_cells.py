"""Exactly what was touched turns stale, and says why."""

from __future__ import annotations

import pytest

from pipeline import cells
from pipeline.comic import PANELS, Comic, Idea, Made, PromptOutput, StoryOutput
from pipeline.flow import edits
from pipeline.store import new_id
from tests.values import a_prompt, a_script, a_take


@pytest.fixture
def comic() -> Comic:
    """A comic in which everything is fresh."""
    comic = Comic(id=new_id(), idea=Idea(text="a cat"), seed=7, preset={"seed": 5, "cfg_scale": 6.0, "style": "ink"})
    comic = comic.with_story(StoryOutput(script=a_script(), made=Made(by="offline", inputs=cells.story_inputs(comic))))
    for panel in range(PANELS):
        inputs = cells.prompt_inputs(comic, comic.script, panel)
        prompt = PromptOutput(prompt=a_prompt(), made=Made(by="cast", inputs=inputs))
        comic = comic.with_slot(panel, comic.slots[panel].with_prompt(prompt))
        comic = _drawn(comic, panel)
    return comic


def _drawn(comic: Comic, panel: int) -> Comic:
    slot = comic.slots[panel]
    inputs = cells.picture_inputs(comic, slot.prompt.prompt, panel)
    take = a_take().with_changes(made=Made(by="sketch", inputs=inputs))
    return comic.with_slot(panel, slot.with_take(take))


def _stale(comic: Comic) -> set:
    return {(cell.name, cell.panel) for cell in cells.cells(comic) if cell.state == "stale"}


def _with_scene(comic: Comic, panel: int, scene: str) -> Comic:
    told = comic.script.panels[panel].with_changes(scene=scene)
    return edits.with_script(comic, comic.script.with_panel(panel, told))


def test_a_comic_just_made_is_fresh(comic):
    assert {cell.state for cell in cells.cells(comic)} == {"fresh"}
    assert not list(cells.to_run(comic))


def test_an_empty_comic_is_empty():
    comic = Comic(id=new_id(), idea=Idea(text="x"))
    assert {cell.state for cell in cells.cells(comic)} == {"empty"}
    assert len(cells.cells(comic)) == 2 + 2 * PANELS


def test_one_word_of_panel_2_turns_its_prompt_its_picture_and_the_page_stale(comic):
    changed = _with_scene(comic, 1, "cat running, street, night")
    assert _stale(changed) == {("prompt", 1), ("picture", 1), ("page", None)}
    assert cells.cell(changed, "prompt", 1).changed == ("scene",)
    assert cells.cell(changed, "picture", 1).changed == ("before",)
    assert {(cell.name, cell.panel) for cell in cells.to_run(changed) if cell.name != "page"} == {
        ("prompt", 1),
        ("picture", 1),
    }


def test_a_line_changes_letters_only(comic):
    changed = edits.with_line(comic, 2, 0, "Meow, all of you!")
    assert changed.script.panels[2].lines[0].text == "Meow, all of you!"
    assert not _stale(changed)


def test_a_line_in_another_language_leaves_the_first_alone(comic):
    korean = comic.with_changes(lettering=comic.lettering.with_changes(language="ko"))
    changed = edits.with_line(korean, 0, 0, "야옹")
    line = changed.script.panels[0].lines[0]
    assert line.said("ko") == "야옹" and line.said("en") == comic.script.panels[0].lines[0].text


def test_another_idea_turns_all_stale_and_deletes_nothing(comic):
    changed = comic.with_changes(idea=comic.idea.with_changes(text="a dog"))
    assert len(_stale(changed)) == 2 + 2 * PANELS
    assert cells.cell(changed, "story").changed == ("idea",)
    assert changed.slots == comic.slots and changed.story == comic.story


def test_only_fields_that_the_artist_obeys_turn_pictures_stale(comic):
    sampler = edits.with_preset_field(comic, "sampler", "Euler a")
    assert not _stale(sampler)
    style = edits.with_preset_field(comic, "style", "watercolour")
    assert _stale(style) == {("picture", panel) for panel in range(PANELS)} | {("page", None)}
    assert cells.cell(style, "picture", 0).changed == ("style",)


def test_a_seed_of_its_own_concerns_one_panel(comic):
    changed = comic.with_slot(3, comic.slots[3].with_changes(seed=99))
    assert _stale(changed) == {("picture", 3), ("page", None)}


def test_layout_and_lettering_turn_nothing_stale(comic):
    assert not _stale(comic.with_changes(layout="yonkoma"))
    assert not _stale(comic.with_changes(lettering=comic.lettering.with_changes(show_title=False)))


def test_what_a_hand_has_edited_or_locked_is_passed_by(comic):
    edited = edits.with_prompt_text(comic, 1, "orange cat, moon")
    changed = _with_scene(edited, 1, "cat running, street")
    prompt = cells.cell(changed, "prompt", 1)
    assert prompt.state == "stale" and prompt.kept
    take = edited.slots[2].chosen
    locked = edits.with_lock(edits.with_preset_field(edited, "style", "noir"), 2, take, True)
    due = {(cell.name, cell.panel) for cell in cells.to_run(locked)}
    assert ("prompt", 1) not in due and ("picture", 2) not in due and ("picture", 1) in due


def test_an_edited_prompt_makes_one_picture_stale(comic):
    edited = edits.with_prompt_text(comic, 1, "orange cat, moon")
    assert _stale(edited) == {("picture", 1), ("page", None)}
    assert cells.cell(edited, "picture", 1).changed == ("prompt",)
    assert edited.slots[1].earlier_prompts[-1].prompt.text == a_prompt().text


def test_earlier_outputs_come_back_and_the_current_one_is_kept(comic):
    edited = edits.with_prompt_text(comic, 1, "orange cat, moon")
    back = edits.bring_back_prompt(edited, 1, 0)
    assert back.slots[1].prompt.prompt.text == a_prompt().text
    assert [each.prompt.text for each in back.slots[1].earlier_prompts] == ["orange cat, moon"]
    assert not _stale(back)


def test_a_locked_take_stays_chosen_when_another_is_drawn(comic):
    chosen = comic.slots[0].chosen
    locked = edits.with_lock(comic, 0, chosen, True)
    again = locked.with_slot(0, locked.slots[0].with_take(a_take()))
    assert again.slots[0].chosen == chosen and len(again.slots[0].takes) == 2


def test_edits_of_the_letters_are_taken_back_one_by_one(comic):
    edited = edits.with_line(comic, 0, 0, "first")
    edited = edits.with_balloon(edited, 0, 0, at=(0.2, 0.8))
    edited = edits.with_line(edited, 0, 0, "second")
    back = edits.undo_page(edited)
    assert back.script.panels[0].lines[0].text == "first" and back.lettering.balloon(0, 0).at == (0.2, 0.8)
    back = edits.undo_page(edits.undo_page(back))
    assert back.script.panels == comic.script.panels and back.lettering == comic.lettering
    assert edits.undo_page(back) == back
