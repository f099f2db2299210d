"""Pages hold no logic, and a page's time does not grow with the library."""

from __future__ import annotations

import ast

import pytest

from pages.widgets import library
from pipeline import store
from pipeline.comic import Idea
from tests.pages import bench

FILES = sorted((bench.ROOT / "pages").rglob("*.py"))
_LONGEST = 60


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_no_page_function_is_long(path):
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef):
            assert node.end_lineno - node.lineno < _LONGEST, f"{path.name}: {node.name}"


def test_every_widget_of_the_contract_has_its_key():
    app = bench.made()
    keys = {"idea", "form", "genre", "tone", "language", "seed", "write_story", "make_comic", "next"}
    keys |= {"interface_language", "script_line_0_0"}
    bench.goto(app, "3_Render")
    app.run()
    render = {element.key for family in ("selectbox", "button") for element in getattr(app, family)}
    assert {"preset", "artist", "render_all", "next"} <= render
    bench.goto(app, "4_Comic")
    assert {"line_0_0", "layout", "next"} <= {
        element.key for family in ("text_area", "selectbox", "button") for element in getattr(app, family)
    }
    bench.goto(app, "1_Story")
    shown = {
        element.key
        for family in ("text_area", "text_input", "selectbox", "number_input", "button", "button_group")
        for element in app.get(family)
    }
    assert keys <= shown


def test_select_boxes_hold_ids_and_show_labels():
    app = bench.opened("ko-KR")
    box = app.selectbox(key="form")
    assert box.value == "joke" and "joke" not in box.options


def test_a_thousand_comics_open_no_more_than_a_shelf(necut_home, monkeypatch):
    for number in range(12):
        store.create(Idea(text=f"comic {number}"))
    original = store.comics_folder() / store.ids()[0] / "comic.json"
    document = original.read_text(encoding="utf-8")
    for number in range(1000):
        folder = store.comics_folder() / f"{number:012x}"
        folder.mkdir()
        (folder / "comic.json").write_text(document.replace(original.parent.name, folder.name), encoding="utf-8")
    opened = []
    read = store.read
    monkeypatch.setattr(store, "read", lambda comic_id: opened.append(comic_id) or read(comic_id))
    app = bench.opened()
    app.switch_page("pages/6_Library.py")
    bench.healthy(app.run())
    assert len(set(opened)) == library.SHELF
    assert any("1012" in caption.value for caption in app.caption)
