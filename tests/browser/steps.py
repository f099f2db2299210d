"""What a user does, in a user's words."""

from __future__ import annotations

import time
from collections.abc import Callable

from playwright.sync_api import Page, expect

_QUIET = """() => {
  const running = document.querySelector('[data-testid="stApp"][data-test-script-state="running"]');
  window.quietSince = running ? null : window.quietSince ?? performance.now();
  return window.quietSince !== null && performance.now() - window.quietSince > 400;
}"""
"""True once no script has run for 400 milliseconds, counted from when `settled` begins to look."""


def field(page: Page, key: str):
    """The input of the widget with this key."""
    return page.locator(f".st-key-{key} textarea, .st-key-{key} input").first


def press(page: Page, key: str) -> None:
    """Press the button with this key."""
    page.locator(f".st-key-{key} button").first.click()


def type_idea(page: Page, idea: str) -> None:
    """Type into the idea's field, and stay in it."""
    field(page, "idea").click()
    field(page, "idea").fill(idea)


def settled(page: Page) -> None:
    """Wait until the page's script has run, and no second run has followed at once: one run may ask for another, and
    a click between the two can be lost."""
    page.evaluate("window.quietSince = null")
    page.wait_for_function(_QUIET)


def stored(page: Page, read: Callable[[], object], value: object, within: int = 30_000) -> None:
    """Wait until what is read from the store equals a value; fails with what it was at last."""
    end = time.monotonic() + within / 1000
    while read() != value and time.monotonic() < end:
        page.wait_for_timeout(100)
    assert read() == value


def comic_ready(page: Page, within: int = 30_000) -> None:
    """Wait until the whole comic has been made and its page stands on the screen."""
    expect(page.locator(".st-key-download_png button").first).to_be_visible(timeout=within)


def comic_id(page: Page) -> str:
    """The open comic's id, from the URL."""
    page.wait_for_url("**comic=*")
    return page.url.partition("comic=")[2].partition("&")[0]
