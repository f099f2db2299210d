"""The prompt desk in a real browser: words are moved, weighed and struck by button, key and mouse."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from pipeline import flow, store
from pipeline.comic import Idea
from tests.browser import steps

IDEAS = {"ko-KR": "비 오는 날 우산을 잃어버린 고양이", "en-US": "a robot learning to cook ramen"}


@pytest.fixture
def desk(new_user, workbench, monkeypatch):
    """Opens the Prompt page of a comic whose words have just been made: the page, and a panel's words as stored."""
    monkeypatch.setenv("NECUT_HOME", str(workbench.home))

    def opened(locale: str, **options):
        comic = flow.begin(Idea(text=IDEAS[locale], language=locale[:2]))
        for stage in (flow.write_stage(comic.id), flow.prompt_stage(comic.id)):
            list(stage.work())
        page = new_user(locale, f"/Prompt?comic={comic.id}", **options)
        expect(chips(page).first).to_be_visible()
        return page, lambda panel=0: store.read(comic.id).slots[panel].prompt.prompt.text.split(", ")

    return opened


def chips(page: Page, panel: int = 0):
    """The words of a panel."""
    return page.locator(f".st-key-frame_{panel} .chip")


def tool(page: Page, name: str, panel: int = 0):
    """A button beside the word that is picked."""
    return page.locator(f".st-key-frame_{panel} .tool.{name}")


def shown(page: Page, words: list[str], panel: int = 0) -> None:
    """Wait until the text field says these words: the store has them, and the page has heard of it."""
    expect(steps.field(page, f"prompt_{panel}")).to_have_value(", ".join(words))


@pytest.mark.parametrize("locale", IDEAS)
def test_words_are_moved_weighed_struck_and_brought_back(desk, locale):
    page, text = desk(locale)
    words = text()
    chips(page).nth(1).click()
    tool(page, "earlier").click()
    shown(page, [words[1], words[0], *words[2:]])
    for _ in range(3):  # faster than the server answers
        tool(page, "heavier").click()
    shown(page, [f"({words[1]}:1.3)", words[0], *words[2:]])
    expect(chips(page).first).to_contain_text("×1.3")
    tool(page, "strike").click()
    shown(page, [words[0], *words[2:]])
    assert text() == [words[0], *words[2:]]
    steps.press(page, "prompt_history_0")
    steps.press(page, "prompt_back_0_0")  # the oldest: it stands last, and comes last
    shown(page, words)


def test_no_click_is_lost_and_none_undone_however_fast_they_come(desk):
    page, text = desk("en-US")
    words = [text(panel) for panel in (0, 1)]
    for panel in (0, 1):
        chips(page, panel).nth(1).click()
    for _ in range(8):
        for panel in (0, 1):
            tool(page, "heavier", panel).click()
    tool(page, "lighter", 1).click()
    for panel, weight in ((0, 1.8), (1, 1.7)):
        first, second, *others = words[panel]
        shown(page, [first, f"({second}:{weight})", *others], panel)
        assert text(panel) == [first, f"({second}:{weight})", *others]
    assert page.locator("[class*='st-key-take_mine_']").count() == 0  # none was taken for a second hand's


def test_words_are_dragged_and_the_keyboard_does_all_of_it(desk):
    page, text = desk("en-US")
    words = text()
    chips(page).nth(0).drag_to(chips(page).nth(2), target_position={"x": 2, "y": 10})
    shown(page, [words[1], words[0], *words[2:]])
    chips(page).nth(0).focus()
    page.keyboard.press("Alt+ArrowRight")
    shown(page, words)
    page.keyboard.press("Control+ArrowUp")
    shown(page, [words[0], f"({words[1]}:1.1)", *words[2:]])
    page.keyboard.press("Delete")
    shown(page, [words[0], *words[2:]])


def test_ctrl_up_weighs_in_the_text_and_a_choice_is_drawn(desk):
    page, text = desk("ko-KR")
    words = text(1)
    field = steps.field(page, "prompt_1")
    field.fill(", ".join([*words, "{red|red} kite"]))
    field.press("Control+Home")
    field.press("Control+ArrowUp")
    field.press("Control+ArrowUp")
    expect(field).to_have_value(", ".join([f"({words[0]}:1.2)", *words[1:], "{red|red} kite"]))
    field.press("Control+Enter")
    expect(chips(page, 1).first).to_contain_text("×1.2")
    expect(chips(page, 1).last).to_contain_text("→ red kite")
    expect(page.locator(".st-key-frame_1")).to_contain_text("뽑힌 말")


@pytest.mark.parametrize("locale", IDEAS)
def test_a_candidate_is_taken_and_a_hint_followed(desk, locale):
    page, _ = desk(locale)
    steps.press(page, "candidates_0")
    steps.press(page, "candidate_0_1")
    expect(steps.button(page, "candidate_0_1")).to_be_disabled()
    page.keyboard.press("Escape")
    field = steps.field(page, "prompt_2")
    field.fill("orange cat, going down the mountain, night")
    field.press("Control+Enter")
    steps.press(page, "hints_2")
    steps.press(page, "hint_2_short")
    shown(page, ["orange cat", "mountain", "going down", "night"], 2)


def test_a_phone_can_use_it(new_user, workbench):
    """A new one, who makes a comic first."""
    page = new_user("ko-KR", viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    steps.type_idea(page, IDEAS["ko-KR"])
    steps.press(page, "make_comic")
    steps.comic_ready(page)
    page.goto(f"{workbench.url}/Prompt?comic={steps.comic_id(page)}")
    expect(chips(page).first).to_be_visible()
    steps.settled(page)  # a field is filled a little after it is shown
    expect(steps.field(page, "prompt_0")).not_to_have_value("")
    words = steps.field(page, "prompt_0").input_value().split(", ")
    chips(page).nth(1).tap()
    tool(page, "earlier").tap()
    shown(page, [words[1], words[0], *words[2:]])
    assert page.evaluate("document.documentElement.scrollWidth") <= 391
