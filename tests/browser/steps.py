"""What a user does, in a user's words."""

from __future__ import annotations

import time
from collections.abc import Callable

from playwright.sync_api import Browser, Page, expect

_LISTEN = """(() => {
  window.wire = { said: 0, heard: 0 };
  const Plain = window.WebSocket;
  window.WebSocket = class extends Plain {
    constructor(...where) {
      super(...where);
      this.addEventListener("message", () => { wire.heard = performance.now(); });
    }
    send(message) {
      wire.said = performance.now();
      super.send(message);
    }
  };
})()"""
"""Runs in a page before anything of it: notes when the browser last spoke to the server, and last heard of it."""

_QUIET = """pause => {
  const running = document.querySelector('[data-testid="stApp"][data-test-script-state="running"]');
  const since = Math.max(wire.heard, wire.asked ??= performance.now());
  return !running && wire.said <= wire.heard && performance.now() - since > pause;
}"""
"""True once the server has answered, no script runs, and nothing has come for a while since `settled` began to look."""


def new_page(browser: Browser, **options) -> Page:
    """A page of a new user, in a context of its own; `options` are the context's."""
    context = browser.new_context(**options)
    context.add_init_script(_LISTEN)
    return context.new_page()


def field(page: Page, key: str):
    """The input of the widget with this key."""
    return page.locator(f".st-key-{key} textarea, .st-key-{key} input").first


def button(page: Page, key: str):
    """The button of the widget with this key. (While the script runs it may stand there twice, as it was and as it
    will be.)"""
    return page.locator(f".st-key-{key} button").first


def press(page: Page, key: str) -> None:
    """Press the button with this key."""
    button(page, key).click()


def type_idea(page: Page, idea: str) -> None:
    """Type into the idea's field, and stay in it."""
    field(page, "idea").click()
    field(page, "idea").fill(idea)


def settled(page: Page, pause: int = 400) -> None:
    """Wait until the page's script has run, and nothing has come for `pause` milliseconds: one run may ask for another,
    and a click between the two can be lost."""
    page.evaluate("wire.asked = undefined")
    page.wait_for_function(_QUIET, arg=pause)


def stored(page: Page, read: Callable[[], object], value: object, within: int = 30_000) -> None:
    """Wait until what is read from the store equals a value; fails with what it was at last."""
    end = time.monotonic() + within / 1000
    while read() != value and time.monotonic() < end:
        page.wait_for_timeout(100)
    assert read() == value


def comic_ready(page: Page, within: int = 30_000) -> None:
    """Wait until the whole comic has been made and its page stands on the screen."""
    expect(button(page, "download_png")).to_be_visible(timeout=within)


def comic_id(page: Page) -> str:
    """The open comic's id, from the URL."""
    page.wait_for_url("**comic=*")
    return page.url.partition("comic=")[2].partition("&")[0]
