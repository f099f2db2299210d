"""The story desk in a real browser: with nothing connected, with a model that streams, on a phone."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, TimeoutError, expect

from pipeline import store
from tests.browser import steps
from tests.servers.chat import Reply
from tests.servers.desk import ANSWER, STORY, DeskServer

IDEA = {"ko-KR": "비 오는 날 우산을 잃어버린 고양이", "en-US": "a robot learning to cook ramen"}
_FIRST_CALL = 90_000  # milliseconds: a server's first call imports its client, on a machine that may be busy
OTHERWISE = {"ko-KR": "다르게 써 보기", "en-US": "Tell it otherwise"}


@pytest.fixture(autouse=True)
def home(workbench, monkeypatch):
    monkeypatch.setenv("NECUT_HOME", str(workbench.home))


def connect(page: Page, address: str) -> None:
    """Connect a server as a user does, and let it write."""
    steps.press(page, "connect")
    for name, value in (("openai_base_url", address), ("openai_model", "tiny-writer"), ("price_reply", "8")):
        steps.field(page, f"connect_{name}").fill(value)
        steps.field(page, f"connect_{name}").press("Tab")
    page.locator("[role=dialog] [data-testid=stFormSubmitButton] button").click()
    expect(page.locator("[role=dialog] [data-testid=stAlert]").first).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("[role=dialog]")).to_have_count(0)
    steps.settled(page)
    page.locator(".st-key-who_writes summary").click()
    expect(steps.field(page, "writer")).to_be_visible()
    option = page.get_by_role("option", name="ChatGPT")
    for _ in range(5):  # a list that opens while its expander still unfolds closes again
        steps.settled(page)
        steps.field(page, "writer").click()
        try:
            option.click(timeout=3000)
            break
        except TimeoutError:
            page.keyboard.press("Escape")
    expect(page.locator(".st-key-list_models")).to_be_visible()


def write(page: Page, locale: str) -> None:
    """Have the story written."""
    steps.type_idea(page, IDEA[locale])
    steps.press(page, "write_story")
    expect(steps.field(page, "script_title")).to_be_visible()
    expect(page.locator(".st-key-job")).to_have_count(0)  # the page runs once more when its job is over
    steps.settled(page)


def reworked(page: Page, panel: int, locale: str) -> None:
    """Ask for three other ways to tell a panel."""
    steps.settled(page)
    page.locator(f".st-key-frame_{panel} button:has-text('{OTHERWISE[locale]}')").click()
    expect(steps.button(page, f"retell_{panel}")).to_be_enabled()
    steps.press(page, f"retell_{panel}")
    steps.settled(page)
    page.keyboard.press("Escape")


@pytest.mark.parametrize("locale", IDEA)
def test_a_new_user_reworks_a_story_with_nothing_connected(new_user, locale):
    page = new_user(locale)
    write(page, locale)
    comic_id = steps.comic_id(page)
    reworked(page, 2, locale)
    expect(page.locator(".st-key-version_2_2")).to_be_visible()
    before = store.read(comic_id)
    steps.press(page, "take_close_2_0")
    expect(steps.button(page, "take_close_2_0")).to_be_disabled()
    after = store.read(comic_id)
    assert after.script.panels[2:] == before.desk.retellings["turn"].versions[0]
    steps.press(page, "judge")
    expect(page.locator(".st-key-verdict")).to_be_visible()
    steps.press(page, "move_later_0")
    expect(steps.field(page, "script_picture_1")).to_have_value(after.script.panels[0].description)
    steps.press(page, "ask_open")
    expect(steps.button(page, "ask_connect")).to_be_visible()
    steps.press(page, "ask_connect")
    expect(page.locator("[role=dialog]")).to_be_visible()


def test_panels_stream_in_the_talk_answers_and_its_proposals_are_taken(new_user):
    with DeskServer(pause=0.15, piece=20) as server:
        page = new_user("ko-KR")
        connect(page, server.base_url)
        steps.type_idea(page, IDEA["ko-KR"])
        steps.press(page, "write_story")
        first, last = (page.locator(f".st-key-growing_{panel}") for panel in (0, 3))
        expect(first).to_contain_text(STORY["panels"][0]["description"], timeout=_FIRST_CALL)
        assert STORY["panels"][3]["description"] not in last.inner_text(), "panels appear one by one"
        server.pause = 0.02
        expect(steps.field(page, "script_title")).to_have_value(STORY["title"])
        expect(page.locator(".st-key-script")).to_contain_text("1,300")
        steps.press(page, "ask_open")
        steps.field(page, "ask_text").fill("더 놀랍게 바꿔 줘")
        steps.button(page, "ask_send").click()
        talk = page.locator(".st-key-talk")
        expect(talk).to_contain_text("더 놀랍게 바꿔 줘")
        expect(talk).to_contain_text(ANSWER["answer"].splitlines()[0])
        accept = talk.locator("[class*=st-key-accept_] button")
        expect(accept).to_have_count(3)
        accept.first.click()
        expect(steps.field(page, "script_title")).to_have_value("내 우산 어디")
        server.failing = Reply(status=500, error={"message": "oh"})
        reworked(page, 0, "ko-KR")
        offline = page.locator("[class*=st-key-offline_] button")
        expect(offline).to_be_visible()
        offline.click()
        expect(page.locator(".st-key-version_0_2")).to_be_visible()


def test_a_key_is_nowhere_to_be_found_afterwards(new_user, workbench):
    key, other = "sk-browser-Zq81kd", "sk-paints-Yw52me"
    with DeskServer(key=key) as server:
        page = new_user("en-US")
        steps.press(page, "connect")
        steps.field(page, "connect_key").fill(key)
        steps.field(page, "connect_key").press("Tab")
        steps.field(page, "connect_image_key").fill(other)
        steps.field(page, "connect_image_key").press("Tab")
        steps.field(page, "connect_openai_base_url").fill(server.base_url)
        steps.field(page, "connect_openai_base_url").press("Tab")
        page.locator("[role=dialog] [data-testid=stFormSubmitButton] button").click()
        expect(page.locator("[role=dialog] [data-testid=stAlert]").first).to_be_visible()
        for emptied in ("connect_key", "connect_image_key"):
            expect(steps.field(page, emptied)).to_have_value("")
        page.keyboard.press("Escape")
        write(page, "en-US")
        steps.press(page, "ask_open")
        steps.press(page, "ask_example_1")
        expect(page.locator(".st-key-talk")).to_contain_text(ANSWER["answer"].splitlines()[0])
        assert key not in page.content() and other not in page.content()
    files = [path.read_bytes() for path in workbench.home.rglob("*") if path.is_file()]
    assert files and not any(each.encode() in file for each in (key, other) for file in files)


def test_the_desk_fits_a_phone(new_user):
    page = new_user("ko-KR", viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    write(page, "ko-KR")
    steps.press(page, "ask_open")
    expect(page.locator(".st-key-ask")).to_be_visible()
    steps.settled(page)  # while the script runs, a field may stand there twice: as it was and as it will be
    assert page.evaluate("document.documentElement.scrollWidth") <= 391
    line = steps.field(page, "script_line_0_0").bounding_box()
    remove = page.locator(".st-key-remove_line_0_0 button:visible").first.bounding_box()
    assert abs(line["y"] - remove["y"]) < line["height"], "the button stands beside its line"
