"""Clicking the page: the first click picks a balloon, the next says where it should go.

Streamlit's own pictures do not tell where they were clicked. This inline component listens to the picture
that stands in the container `comic_page` and hands back the point as shares (0–1) of its width and height.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from pages.widgets import errors, state

if TYPE_CHECKING:
    from pipeline.comic import Comic
    from pipeline.compose import Composed, PlacedBalloon

CONTAINER = "comic_page"
_KEY, _PICKED = "spot", "necut.picked"
_LISTEN = """
export default function(component) {
  const { setTriggerValue } = component;
  const listen = (event) => {
    const picture = event.target.closest(".st-key-comic_page img");
    if (!picture) return;
    const box = picture.getBoundingClientRect();
    setTriggerValue("point", {
      x: (event.clientX - box.left) / box.width,
      y: (event.clientY - box.top) / box.height,
    });
  };
  document.addEventListener("click", listen);
  return () => document.removeEventListener("click", listen);
}
"""


@st.cache_resource(show_spinner=False)
def _component():
    return st.components.v2.component("necut_spot", js=_LISTEN)


def listen(comic: Comic, composed: Composed) -> None:
    """Say what a click will do, and do it."""
    picked = st.session_state.get(_PICKED)
    if picked and picked[0] == comic.id and picked[2] >= len(comic.script.panels[picked[1]].lines):
        picked = st.session_state.pop(_PICKED) and None  # the line has been taken out elsewhere
    if picked and picked[0] == comic.id:
        line = comic.script.panels[picked[1]].lines[picked[2]]
        said = state.plain(line.said(comic.lettering.language))
        st.caption(":material/ads_click: " + state.text("comic.put", text=said))
    else:
        st.caption(":material/ads_click: " + state.text("comic.pick"))
    _component()(key=_KEY, on_point_change=errors.callback(lambda: _clicked(comic, composed)))


def _clicked(comic: Comic, composed: Composed) -> None:
    """Pick the balloon or put it there, on the page as it was shown when it was clicked."""
    point = st.session_state[_KEY].get("point")
    if not point:
        return
    point = (float(point["x"]) * composed.page.width, float(point["y"]) * composed.page.height)
    picked = st.session_state.get(_PICKED)
    hit = balloon_at(composed, point)
    if picked and picked[0] == comic.id and (hit is None or (hit.panel, hit.line) == picked[1:]):
        st.session_state.pop(_PICKED)
        _put(composed, picked[1], picked[2], point)
    elif hit is not None:
        st.session_state[_PICKED] = (comic.id, hit.panel, hit.line)


def balloon_at(composed: Composed, point: tuple[float, float]) -> PlacedBalloon | None:
    """The balloon under a point of the page, the one painted last first."""
    x, y = point
    for balloon in reversed(composed.balloons):
        if balloon.box[0] <= x <= balloon.box[2] and balloon.box[1] <= y <= balloon.box[3]:
            return balloon
    return None


def stands(composed: Composed, panel: int, line: int) -> tuple[float, float]:
    """Where a balloon's centre stands, as shares (0–1) of its panel; in the middle when it is on no page."""
    placed = next((each for each in composed.balloons if (each.panel, each.line) == (panel, line)), None)
    if placed is None:
        return 0.5, 0.5
    left, top, right, bottom = placed.box
    return _shares(composed, panel, ((left + right) / 2, (top + bottom) / 2))


def _shares(composed: Composed, panel: int, point: tuple[float, float]) -> tuple[float, float]:
    """A point of the page as shares of a panel's width and height; one outside becomes the nearest inside."""
    region = composed.page.panels[panel]
    return (
        min(1.0, max(0.0, (point[0] - region.x0) / region.width)),
        min(1.0, max(0.0, (point[1] - region.y0) / region.height)),
    )


def _put(composed: Composed, panel: int, line: int, point: tuple[float, float]) -> None:
    """Place a balloon's centre at a point; a point outside its panel moves it to the nearest place inside."""
    from pipeline.flow import edits

    at = _shares(composed, panel, point)
    state.change(lambda comic: edits.with_balloon(comic, panel, line, at=at))
