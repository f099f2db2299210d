"""The drift meter: who departs, who does not whatever the light, and when it says that it cannot tell."""

from __future__ import annotations

import pytest
from PIL import Image

from pipeline.artists.sketch.artist import SketchArtist, draw_recipe
from pipeline.cast.drift import Shown, measure
from pipeline.comic import PanelPrompt, Piece, join_pieces
from pipeline.presets.preset import Preset

CAT = ("orange cat", "red scarf")
GIRL = ("girl", "black bob hair", "yellow raincoat")
DOINGS = ("waving, street, day", "searching, street", "happy, park, day", "sitting, street, morning")


def panel(number: int, looks: dict[str, tuple[str, ...]], more: str = "", style: str = "") -> Shown:
    pieces = [Piece(text=word, origin="character", character=name) for name, look in looks.items() for word in look]
    pieces.append(Piece(text=DOINGS[number], origin="scene", character=next(iter(looks), None)))
    pieces.append(Piece(text=f"full shot{more}", origin="shot"))
    prompt = PanelPrompt(text=join_pieces(tuple(pieces)), pieces=tuple(pieces))
    drawn = draw_recipe(SketchArtist().resolve(Preset(seed=number, style=style or None), prompt, (420, 420)))
    return Shown(number, drawn.picture, drawn.figures, style)


def says(shown: list[Shown], who: str = "Nabi") -> list[str]:
    return [verdict.says for verdict in measure(shown) if verdict.character == who]


@pytest.mark.parametrize("who", [CAT, GIRL], ids=["cat", "girl"])
@pytest.mark.parametrize("where", range(4))
def test_a_stranger_under_the_same_name_is_found_and_where_it_differs_is_told(who, where):
    stranger = GIRL if who is CAT else ("mint robot", "bow tie")
    shown = [panel(number, {"Nabi": stranger if number == where else who}) for number in range(4)]
    assert says(shown) == ["departs" if number == where else "same" for number in range(4)]
    (departs,) = (verdict for verdict in measure(shown) if verdict.says == "departs")
    assert departs.where and set(departs.where) <= {"top", "skin", "torso", "shape"}


def test_another_coat_of_fur_is_found():
    shown = [panel(number, {"Nabi": ("gray cat", "red scarf") if number == 2 else CAT}) for number in range(4)]
    assert says(shown)[2] == "departs"


@pytest.mark.parametrize("more", [", night", ", rain, gloomy", ", sunset, warm"])
def test_light_and_weather_change_nobody(more):
    shown = [panel(number, {"Nabi": CAT}, more if number == 1 else "") for number in range(4)]
    assert says(shown) == ["same"] * 4


def test_of_two_that_differ_nobody_knows_which_is_right():
    assert says([panel(0, {"Nabi": CAT}), panel(1, {"Nabi": GIRL})]) == ["cannot_tell"] * 2


def test_who_looks_away_cannot_be_told_and_the_others_can():
    shown = [panel(number, {"Nabi": CAT}, ", cat facing away" if number == 3 else "") for number in range(4)]
    assert says(shown) == ["same", "same", "same", "cannot_tell"]


def test_finishes_are_not_compared_with_one_another():
    shown = [panel(number, {"Nabi": CAT}, style="noir" if number == 0 else "") for number in range(4)]
    assert sorted(says(shown)) == ["cannot_tell", "same", "same", "same"]


def test_pictures_that_name_nobody_have_no_verdicts():
    assert measure([Shown(number, Image.new("RGB", (64, 64)), ()) for number in range(4)]) == ()


def test_a_speck_is_too_small_to_be_told():
    tiny = [panel(number, {"Nabi": CAT}) for number in range(4)]
    shrunk = []
    for each in tiny:
        figures = tuple(
            figure.with_changes(
                box=tuple(side / 20 for side in figure.box),
                face=tuple(side / 20 for side in figure.face),
                mouth=tuple(side / 20 for side in figure.mouth),
            )
            for figure in each.figures
        )
        shrunk.append(Shown(each.panel, each.picture.resize((21, 21)), figures))
    assert says(shrunk) == ["cannot_tell"] * 4
