"""A balloon is filled with a tint of its speaker's colour, and its letters stay easy to read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import ImageChops

from pipeline.comic import Balloon, Lettering, Script
from pipeline.compose import Composed, compose
from pipeline.compose.inks import CREAM, HUSHED, INK, WHITE, rgb, tint
from tests.compose.test_page import ARTS, GRID, _script

TEAL = "#17806d"
HUES = ("#ff0000", "#00ff00", "#0000ff", "#000080", "#8b0000", "#17806d", "#000000", "#ffffff", "#7a6a58")
KINDS = ("speech", "thought", "shout", "whisper", "off_panel", "caption", "narration")


def page(lettering: Lettering | None = None, **colours: str) -> Composed:
    """The page with these colours on the sheets of its cast, by name."""
    script: Script = _script()
    cast = tuple(each.with_changes(colour=colours.get(each.name, "")) for each in script.characters)
    return compose(script.with_changes(characters=cast), ARTS, GRID, lettering or Lettering())


def used(composed: Composed, panel: int, line: int) -> dict[tuple[int, int, int], int]:
    """The colours within a balloon's body and how often each is there."""
    (balloon,) = [each for each in composed.balloons if (each.panel, each.line) == (panel, line)]
    inside = composed.picture.crop(tuple(round(edge) for edge in balloon.box))
    return {colour: count for count, colour in inside.getcolors(inside.width * inside.height)}


def contrast(one: str, other: str) -> float:
    """How far two colours stand apart, from 1 to 21 (WCAG 2.2's contrast ratio)."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    """Relative luminance of an sRGB colour, 0–1."""
    shares = (part / 255 for part in rgb(colour))
    linear = (each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in shares)
    return sum(weight * each for weight, each in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


@given(st.integers(0, 0xFFFFFF))
def test_letters_stand_out_from_the_tint_of_any_colour(number):
    assert contrast(tint(f"#{number:06x}"), INK) >= 7


@pytest.mark.parametrize("colour", HUES)
def test_a_tint_is_light_and_of_the_same_hue(colour):
    parts, found = rgb(colour), rgb(tint(colour))
    assert min(found) >= 190 and max(found) >= 245
    if max(parts) - min(parts) > 60:
        assert found.index(max(found)) == parts.index(max(parts))


def test_the_measure_is_that_of_wcag_and_a_whisper_can_be_read():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)
    assert contrast(WHITE, HUSHED) >= 7


@pytest.mark.parametrize("kind", KINDS)
def test_a_balloon_of_any_kind_takes_its_speakers_tint_and_its_letters_are_ink(kind):
    lettering = Lettering(balloons=(Balloon(panel=3, line=0, kind=kind),))
    seen = used(page(lettering, 나비=TEAL), 3, 0)
    assert seen[rgb(tint(TEAL))] > 0.2 * sum(seen.values())
    assert rgb(INK) in seen, "the letters"


def test_a_sound_and_a_caption_that_nobody_says_keep_their_colours():
    plain, coloured = page(), page(나비=TEAL, 코코="#b03a68")
    for panel, line in ((1, 0), (2, 1)):
        assert used(plain, panel, line) == used(coloured, panel, line)
    assert rgb(CREAM) in used(coloured, 1, 0)
    assert {balloon.colour for balloon in coloured.balloons if balloon.speaker is None} == {""}


def test_only_the_balloons_of_whoever_has_a_colour_change():
    plain, coloured = page(), page(코코=TEAL)
    assert [b.colour for b in coloured.balloons if b.speaker == "코코"] == [TEAL, TEAL]
    changed = ImageChops.difference(plain.picture, coloured.picture).convert("L").point(lambda v: 255 if v else 0)
    for panel in plain.page.panels:
        box = changed.crop((panel.x0, panel.y0, panel.x1, panel.y1)).getbbox()
        assert (box is not None) == (panel in (plain.page.panels[1], plain.page.panels[2]))
    assert [each.box for each in plain.balloons] == [each.box for each in coloured.balloons]
