"""The Comic page: a balloon's box says where the balloon stands, whoever has put it there."""

from __future__ import annotations

import pytest

from pages.widgets import resources
from pipeline import store
from tests.pages import bench


@pytest.fixture
def app():
    return bench.drawer(bench.goto(bench.made(), "4_Comic"), "balloon_0_0")


def balloon(app):
    return store.read(bench.comic_id(app)).lettering.balloon(0, 0)


def test_a_balloon_moved_sideways_keeps_its_height(app):
    composed = resources.composed(store.read(bench.comic_id(app)))
    region = composed.page.panels[0]
    _, top, _, bottom = next(each.box for each in composed.balloons if (each.panel, each.line) == (0, 0))
    down = app.slider(key="balloon_down_0_0").value
    assert down == pytest.approx(100 * ((top + bottom) / 2 - region.y0) / region.height, abs=1)
    app.slider(key="balloon_across_0_0").set_value(60)
    bench.healthy(app.run())
    assert balloon(app).at == (0.6, down / 100)
    assert app.slider(key="balloon_down_0_0").value == down


def test_placed_again_it_stands_where_it_stood(app):
    where = [app.slider(key=f"balloon_{way}_0_0").value for way in ("across", "down")]
    app.slider(key="balloon_across_0_0").set_value(90 if where[0] < 50 else 10)
    bench.healthy(app.run())
    app.button(key="place_again_0_0").click()
    bench.healthy(app.run())
    assert balloon(app).at is None
    assert [app.slider(key=f"balloon_{way}_0_0").value for way in ("across", "down")] == where
