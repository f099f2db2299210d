"""Popovers with fields: what is seen when one opens is what is stored, and looking at it changes nothing."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from pipeline import flow, store
from pipeline.comic import Idea
from pipeline.flow import edits
from tests.browser import steps


@pytest.fixture
def comic(workbench, monkeypatch):
    """A comic with a balloon placed by hand and a voice that is not the first of the list."""
    monkeypatch.setenv("NECUT_HOME", str(workbench.home))
    idea = Idea(text="a cat who lost its umbrella on a rainy day", language="en", tone="dramatic")
    comic_id = flow.begin(idea).id
    for stage in (flow.write_stage(comic_id), flow.prompt_stage(comic_id), flow.render_stage(comic_id)):
        list(stage.work())
    return store.change(comic_id, lambda comic: edits.with_balloon(comic, 0, 0, kind="thought", at=(0.7, 0.3)))


def toggled(page: Page, comic_id: str, shown: bool) -> None:
    """Show or hide the title: the page runs, and tells nothing new about any balloon."""
    page.locator(".st-key-show_title label").first.click()
    steps.settled(page)
    assert store.read(comic_id).lettering.show_title is shown


def test_a_balloon_is_where_it_was_before_it_was_looked_at(new_user, comic):
    page = new_user("en-US", f"/Comic?comic={comic.id}")
    expect(page.locator(".st-key-show_title")).to_be_visible()
    steps.settled(page)
    toggled(page, comic.id, False)
    steps.button(page, "balloon_0_0").click()
    expect(page.locator(".st-key-balloon_across_0_0")).to_contain_text("70%")
    expect(page.locator(".st-key-balloon_down_0_0")).to_contain_text("30%")
    expect(steps.field(page, "balloon_kind_0_0")).to_have_value("thought")
    steps.settled(page)
    page.keyboard.press("Escape")
    toggled(page, comic.id, True)
    assert store.read(comic.id).lettering.balloons == comic.lettering.balloons


def test_another_telling_begins_with_the_voice_of_the_comic(new_user, comic):
    page = new_user("en-US", f"/?comic={comic.id}")
    field = steps.field(page, "script_line_0_0")
    expect(field).to_be_visible()
    steps.settled(page)
    field.fill("Another line.")
    field.press("Enter")
    steps.settled(page)
    steps.button(page, "retelling_1").click()
    expect(page.locator(".st-key-retell_tone_1 [data-testid=stSliderThumbValue]")).to_have_text("Dramatic")
