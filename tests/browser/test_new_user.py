"""A new user in a real browser, in both languages."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from pipeline import infotext
from tests.browser import steps

IDEAS = {"ko-KR": "비 오는 날 우산을 잃어버린 고양이", "en-US": "a robot learning to cook ramen"}


@pytest.mark.parametrize("locale", IDEAS)
def test_the_whole_way_with_nothing_lost(new_user, workbench, locale):
    page = new_user(locale)
    steps.type_idea(page, IDEAS[locale])
    steps.press(page, "make_comic")
    steps.comic_ready(page)
    comic_id = steps.comic_id(page)
    for key in ("prompt_all", "render_all", "layout"):
        steps.press(page, "next")
        expect(page.locator(f".st-key-{key}")).to_be_visible()
        assert comic_id in page.url
    line = steps.field(page, "line_0_0")
    line.fill("야옹! 어디 갔지?" if locale == "ko-KR" else "Beep! Where is it?")
    line.press("Enter")
    steps.settled(page)
    steps.press(page, "next")
    expect(page.locator(f".st-key-shelf_{comic_id}")).to_be_visible()
    page.goto(f"{workbench.url}/?comic={comic_id}")
    expect(steps.field(page, "idea")).to_have_value(IDEAS[locale])
    expect(steps.field(page, "script_line_0_0")).to_have_value(
        "야옹! 어디 갔지?" if locale == "ko-KR" else "Beep! Where is it?"
    )


@pytest.mark.parametrize("locale", IDEAS)
def test_ctrl_enter_uses_what_was_just_typed(new_user, locale):
    page = new_user(locale)
    steps.field(page, "idea").click()
    page.keyboard.insert_text(IDEAS[locale])
    page.keyboard.press("Control+Enter")
    expect(page.locator(".st-key-script_title textarea")).to_be_visible()
    expect(steps.field(page, "idea")).to_have_value(IDEAS[locale])
    assert "comic=" in page.url


def test_example_to_download_in_three_clicks(new_user, tmp_path):
    page = new_user("ko-KR")
    steps.press(page, "example_1")
    expect(steps.field(page, "idea")).not_to_have_value("")
    steps.press(page, "make_comic")
    steps.comic_ready(page)
    with page.expect_download() as download:
        steps.press(page, "download_png")
    download.value.save_as(tmp_path / "comic.png")
    from PIL import Image

    with Image.open(tmp_path / "comic.png") as picture:
        assert picture.width >= 1200
    assert download.value.suggested_filename.endswith(".png")


def test_takes_are_compared_chosen_and_locked(new_user, workbench, monkeypatch):
    from pipeline import store

    monkeypatch.setenv("NECUT_HOME", str(workbench.home))
    page = new_user("en-US")
    steps.type_idea(page, IDEAS["en-US"])
    steps.press(page, "make_comic")
    steps.comic_ready(page)
    comic_id = steps.comic_id(page)
    page.goto(f"{workbench.url}/Render?comic={comic_id}")
    steps.press(page, "reroll_0")
    expect(steps.button(page, "takes_0")).to_contain_text("2")
    first, second = store.read(comic_id).slots[0].takes
    assert first.recipe.seed != second.recipe.seed
    steps.press(page, "takes_0")
    steps.press(page, f"choose_{first.id}")
    expect(steps.button(page, f"choose_{first.id}")).to_be_disabled()
    steps.press(page, f"lock_{first.id}")
    expect(steps.button(page, f"lock_{first.id}")).to_contain_text("Unlock")
    page.keyboard.press("Escape")
    steps.press(page, "reroll_0")
    expect(steps.button(page, "takes_0")).to_contain_text("3")
    slot = store.read(comic_id).slots[0]
    assert slot.chosen == first.id and slot.take.locked
    assert infotext.read_picture(store.take_path(comic_id, first.id))["seed"] == first.recipe.seed


def test_a_phone_can_use_it(new_user):
    page = new_user("ko-KR", viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    steps.type_idea(page, IDEAS["ko-KR"])
    steps.press(page, "make_comic")
    steps.comic_ready(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= 391


def test_the_console_has_no_errors_and_nothing_is_fetched_from_elsewhere(new_user, workbench):
    page = new_user("en-US")
    asked, said = [], []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
    steps.press(page, "example_2")
    expect(steps.field(page, "idea")).not_to_have_value("")
    steps.press(page, "make_comic")
    steps.comic_ready(page)
    page.reload()
    steps.comic_ready(page)
    assert not [url for url in asked if not url.startswith((workbench.url, "data:", "blob:"))]
    assert not said
