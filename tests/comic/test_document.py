"""The open document: what was before stays, and a lock holds."""

from __future__ import annotations

from pipeline.comic import KEPT, Comic, Desk, Idea, Made, PageState, PromptOutput, Slot, StoryOutput, Verdict
from tests.values import a_prompt, a_script, a_take

MADE = Made(by="offline")


def test_earlier_prompts_are_kept_up_to_a_number():
    slot = Slot()
    for number in range(KEPT + 3):
        slot = slot.with_prompt(PromptOutput(prompt=a_prompt(f"cat, {number}"), made=MADE))
    assert slot.prompt.prompt.text == f"cat, {KEPT + 2}"
    assert [each.prompt.text for each in slot.earlier_prompts] == [f"cat, {number}" for number in range(2, KEPT + 2)]


def test_a_new_take_is_chosen_unless_the_chosen_one_is_locked():
    first, second = a_take(), a_take()
    slot = Slot().with_take(first).with_take(second)
    assert slot.take == second
    locked = Slot().with_take(first.with_changes(locked=True)).with_take(second)
    assert (locked.take.id, len(locked.takes)) == (first.id, 2)


def test_another_script_begins_its_page_and_its_desk_anew_and_keeps_the_one_before():
    script = a_script()
    told = Comic(id="a", idea=Idea(text="a cat")).with_story(StoryOutput(script=script, made=MADE))
    read = told.with_changes(
        desk=Desk(verdict=Verdict(changes="yes", made=MADE)),
        page_history=(PageState(script=script, lettering=told.lettering),),
    )
    again = read.with_story(StoryOutput(script=script.with_changes(title="Again"), made=MADE))
    assert (again.desk.verdict, again.page_history) == (None, ())
    assert again.earlier_stories == (told.story,)


def test_a_comic_is_called_by_the_name_given_then_its_script_then_its_idea():
    comic = Comic(id="a", idea=Idea(text=" a cat finds an umbrella"))
    assert comic.title == "a cat finds an umbrella"
    told = comic.with_story(StoryOutput(script=a_script(), made=MADE))
    assert told.title == "The Cat"
    assert told.with_changes(name="Rain").title == "Rain"
