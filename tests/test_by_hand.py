"""A balloon that a hand has moved stays where it was put, and the others keep their size."""

from __future__ import annotations

import pytest
from PIL import Image

from pipeline import compose, layout
from pipeline.comic import Balloon, Figure, Lettering, Line
from tests.values import a_script


@pytest.fixture
def script():
    """Two lines in each panel."""
    script = a_script()
    panels = tuple(
        panel.with_changes(lines=(*panel.lines, Line(speaker="Tabby", text="And this is what comes after it.")))
        for panel in script.panels
    )
    return script.with_changes(panels=panels)


def _composed(script, *balloons: Balloon):
    figure = Figure(character="Tabby", box=(180, 260, 340, 500), face=(200, 270, 320, 380), mouth=(260, 350))
    art = compose.PanelArt(Image.new("RGB", (512, 512), "#cde"), (figure,))
    return compose.compose(script, [art] * 4, layout.get("grid"), Lettering(balloons=balloons))


@pytest.mark.parametrize("at", [(0.3, 0.85), (0.75, 0.8), (0.5, 0.6)])
def test_it_stays_where_it_was_put_and_shrinks_nothing(script, at):
    before = _composed(script)
    after = _composed(script, Balloon(panel=0, line=0, at=at))
    region = after.page.panels[0]
    moved, other = (balloon for balloon in after.balloons if balloon.panel == 0)
    centre = (moved.box[0] + moved.box[2]) / 2, (moved.box[1] + moved.box[3]) / 2
    assert abs((centre[0] - region.x0) / region.width - at[0]) < 0.12
    assert abs((centre[1] - region.y0) / region.height - at[1]) < 0.12
    assert other.size >= before.balloons[1].size * 0.85
    assert not after.notices


def test_place_again_gives_it_back_to_the_rules(script):
    moved = Lettering().with_balloon(Balloon(panel=0, line=0, at=(0.3, 0.8)))
    again = moved.with_balloon(moved.balloon(0, 0).with_changes(at=None))
    assert _composed(script, *again.balloons).balloons == _composed(script).balloons
