"""The comic page in a real browser: a click picks a balloon up, the next puts it down; Enter hands a line in."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from pipeline import flow, store
from pipeline.comic import Idea
from tests.browser import steps

_COMPONENTS = "**/static/js/BidiComponent*"
IDEAS = {"ko-KR": "비 오는 날 우산을 잃어버린 고양이", "en-US": "a cat who lost its umbrella on a rainy day"}


@pytest.fixture
def made(workbench, monkeypatch):
    """Makes a comic in the workbench's data folder: its id."""
    monkeypatch.setenv("NECUT_HOME", str(workbench.home))

    def make(locale: str) -> str:
        comic_id = flow.begin(Idea(text=IDEAS[locale], language=locale[:2])).id
        for stage in (flow.write_stage(comic_id), flow.prompt_stage(comic_id), flow.render_stage(comic_id)):
            list(stage.work())
        return comic_id

    return make


@pytest.mark.parametrize("locale", IDEAS)
def test_a_balloon_is_moved_by_two_clicks(new_user, made, locale):
    comic_id = made(locale)
    page = new_user(locale, f"/Comic?comic={comic_id}")
    picture = page.locator(".st-key-comic_page img").first
    expect(picture).to_be_visible()
    steps.settled(page)
    composed = flow.letter(store.read(comic_id))
    balloon = composed.balloons[0]
    region = composed.page.panels[balloon.panel]
    scale = picture.bounding_box()["width"] / composed.page.width

    def click(x: float, y: float) -> None:
        picture.click(position={"x": x * scale, "y": y * scale})
        steps.settled(page)

    click((balloon.box[0] + balloon.box[2]) / 2, (balloon.box[1] + balloon.box[3]) / 2)
    said = store.read(comic_id).script.panels[balloon.panel].lines[balloon.line].text
    expect(page.locator("[data-testid=stCaptionContainer]").filter(has_text=said[:12])).to_be_visible()
    click(region.x0 + 0.5 * region.width, region.y0 + 0.6 * region.height)

    def moved_to():
        return store.read(comic_id).lettering.balloon(balloon.panel, balloon.line).at

    steps.stored(page, moved_to, pytest.approx((0.5, 0.6), abs=0.02))


def test_enter_is_heard_even_before_the_pages_own_script_is_there(new_user, made, workbench):
    comic_id = made("en-US")
    page = new_user("en-US", "/Library")
    waiting = []
    page.route(_COMPONENTS, lambda route: waiting.append(route))
    page.goto(f"{workbench.url}/Comic?comic={comic_id}")
    field = steps.field(page, "line_0_0")
    field.fill("Said in haste.")
    field.press("Enter")
    expect(field).to_have_value("Said in haste.\n")
    for route in waiting:
        route.continue_()
    steps.stored(page, lambda: store.read(comic_id).script.panels[0].lines[0].text, "Said in haste.")
    expect(field).to_have_value("Said in haste.")
