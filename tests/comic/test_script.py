"""A story has four beats in order, and a cast that everybody belongs to."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from pipeline.comic import Line, replaced
from tests.values import a_script


def test_beats_out_of_order_and_strangers_are_refused():
    script = a_script()
    with pytest.raises(ValidationError, match="beats"):
        script.with_changes(panels=script.panels[::-1])
    with pytest.raises(ValidationError, match="Nobody"):
        script.with_panel(2, script.panels[2].with_changes(characters=("Nobody",)))
    stranger = Line(speaker="Stranger", text="Hi")
    with pytest.raises(ValidationError, match="Stranger"):
        script.with_panel(0, script.panels[0].with_changes(lines=(stranger,)))


def test_a_panel_is_replaced_and_the_others_stay():
    script = a_script()
    panel = script.panels[3].with_changes(mood="merry")
    assert script.with_panel(3, panel).panels == replaced(script.panels, 3, panel)


def test_a_line_is_said_in_a_language_it_has_and_else_in_its_own():
    line = Line(text="야옹", other={"en": "Meow"})
    assert [line.said(), line.said("en"), line.said("ko")] == ["야옹", "Meow", "야옹"]


def test_a_character_is_found_by_name():
    script = a_script()
    assert script.character("Tabby") is script.characters[0]
    assert script.character("Rex") is None
