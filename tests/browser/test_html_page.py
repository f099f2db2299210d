"""The HTML file as a reader opens it: in a browser, from disk, with nothing else around it."""

from __future__ import annotations

import pytest

from pipeline import export, flow, store
from pipeline.comic import Idea
from pipeline.flow import edits
from pipeline.queue import Queue


@pytest.fixture
def page_file(tmp_path, monkeypatch):
    """A comic with letters in both languages, as an HTML file."""
    monkeypatch.setenv("NECUT_HOME", str(tmp_path / "home"))
    comic = flow.begin(Idea(text="비 오는 날 우산을 잃어버린 고양이", language="ko"), seed=7)
    queue = Queue()
    assert queue.wait(flow.make(queue, comic.id, "test"), 60).state == "done"
    comic = store.read(comic.id)
    for panel, told in enumerate(comic.script.panels):
        for number in range(len(told.lines)):
            comic = edits.with_line(comic, panel, number, f"Line {number} & <b>more</b>", "en")
    path = tmp_path / "comic.html"
    export.save(export.Publication(comic, flow.arts(comic)), path)
    return path


def test_a_reader_sees_the_page_and_switches_its_language(chromium, page_file):
    page = chromium.new_page()
    complaints, asked = [], []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("request", lambda request: asked.append(request.url))
    page.goto(page_file.as_uri())
    korean, english = page.locator("#page-ko img"), page.locator("#page-en img")
    assert korean.is_visible() and not english.is_visible()
    assert korean.evaluate("picture => picture.complete && picture.naturalWidth") >= 800
    page.get_by_text("English", exact=True).click()
    assert english.is_visible() and not korean.is_visible()
    assert english.evaluate("picture => picture.naturalWidth") >= 800
    page.locator("#page-en summary").click()
    assert "Line 0 & <b>more</b>" in page.locator("#page-en details").inner_text()
    page.set_viewport_size({"width": 390, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert not complaints and all(url.startswith(("file:", "data:")) for url in asked)
    page.close()
