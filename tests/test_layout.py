"""Pages laid out in whole numbers, and layouts of the user's own."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import settings as limits
from hypothesis import strategies as st

from pipeline import layout, settings, words
from pipeline.comic import PANELS
from pipeline.errors import InputError
from pipeline.layout import Layout, Page, lay_out

SHIPPED = tuple(layout.LAYOUTS)
ratios = st.integers(1, 9)
shapes = st.sampled_from(((4,), (2, 2), (1, 3), (3, 1), (1, 1, 2), (1, 2, 1), (2, 1, 1), (1, 1, 1, 1)))


@st.composite
def layouts(draw) -> Layout:
    """Any layout that a file may ask for."""
    counts = draw(shapes)
    return Layout(
        name="any",
        rows=tuple(tuple(draw(ratios) for _ in range(count)) for count in counts),
        heights=tuple(draw(ratios) for _ in counts),
        aspect=draw(st.floats(0.3, 8.0)),
        page_aspect=draw(st.sampled_from((0.0, 0.5625, 0.8, 1.0, 1.5))),
        margin=draw(st.integers(0, 120)),
        column_gap=draw(st.integers(0, 60)),
        row_gap=draw(st.integers(0, 130)),
        title=draw(st.integers(0, 150)),
    )


def _check(page: Page) -> None:
    assert len(page.panels) == PANELS
    for region in page.panels:
        assert 0 <= region.x0 < region.x1 <= page.width and 0 <= region.y0 < region.y1 <= page.height
    for number, one in enumerate(page.panels):
        for other in page.panels[number + 1 :]:
            assert one.x1 <= other.x0 or other.x1 <= one.x0 or one.y1 <= other.y0 or other.y1 <= one.y0
            assert (one.y0, one.x0) < (other.y0, other.x0), "panels stand in reading order"


@limits(deadline=None)
@given(layouts(), st.integers(400, 2400), st.booleans())
def test_four_panels_inside_the_page_and_none_over_another(chosen, width, title):
    page = lay_out(chosen, width, title)
    assert page.width == width
    if chosen.page_aspect == 0 or page.panels[-1].height > 20:
        _check(page)


@limits(deadline=None)
@given(st.sampled_from(SHIPPED), st.integers(300, 3000), st.booleans())
def test_shipped_layouts_at_any_width(name, width, title):
    chosen = layout.get(name)
    page = lay_out(chosen, width, title)
    _check(page)
    edges = {region.x1 for region in page.panels}
    margin = round(width * chosen.margin / 1000)
    assert max(edges) == width - margin and min(region.x0 for region in page.panels) == margin
    if chosen.page_aspect:
        assert page.height == round(width / chosen.page_aspect)


def test_there_are_enough_layouts_and_each_has_a_name_in_both_languages():
    assert len(SHIPPED) >= 10 and layout.names()[0] == layout.DEFAULT
    for name in SHIPPED:
        assert words.has(f"layout.{name}", "ko") and words.has(f"layout.{name}", "en")
        assert lay_out(layout.get(name)).width >= 1200


@pytest.mark.parametrize("name", SHIPPED)
def test_panels_have_shapes_that_can_be_drawn_and_lettered(name):
    for region in lay_out(layout.get(name)).panels:
        assert 0.7 <= region.width / region.height <= 2.5


def test_the_grid_is_nearly_square():
    assert all(1 <= region.width / region.height <= 4 / 3 for region in lay_out(layout.get("grid")).panels)


def test_the_eye_goes_right_before_it_goes_down():
    for chosen in layout.LAYOUTS.values():
        if any(len(row) > 1 for row in chosen.rows) and len(chosen.rows) > 1:
            assert chosen.row_gap > chosen.column_gap


def test_the_title_bar_can_be_left_out():
    with_title, without = lay_out(layout.get("grid")), lay_out(layout.get("grid"), show_title=False)
    assert with_title.title is not None and without.title is None
    assert without.panels[0].size == with_title.panels[0].size and without.height < with_title.height


def _write(name: str, text: str) -> None:
    folder = settings.home() / "layouts"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{name}.yaml").write_text(text, encoding="utf-8")


def test_a_layout_of_the_users_own():
    _write("내 것", "rows: [[2, 1], [1, 2]]\nheights: [3, 2]\naspect: 4\nborder: 5.5\nground: '#ffeedd'\n")
    assert layout.names()[-1] == "내 것"
    found = layout.get("내 것")
    assert (found.rows, found.heights, found.border, found.ground) == (((2, 1), (1, 2)), (3, 2), 5.5, "#ffeedd")
    _check(lay_out(found))


def test_a_changed_file_is_read_again():
    _write("mine", "rows: [[1], [1, 1, 1]]\n")
    assert layout.get("mine").rows == ((1,), (1, 1, 1))
    _write("mine", "rows: [[1, 1, 1], [1]]\nmargin: 10\n")
    assert layout.get("mine").rows == ((1, 1, 1), (1,))


BROKEN = {
    "rows: [[1, 1]]": "layout.not_four",
    "rows: 4": "layout.bad_value",
    "rows: []": "layout.bad_value",
    "rows: [[1, 1], [1, true]]": "layout.bad_value",
    "rows: [[1, 1], [0, 1]]": "layout.bad_value",
    "rows: [[1, 1], [1, 1]]\nheights: [1]": "layout.bad_value",
    "rows: [[1, 1], [1, 1]]\naspect: wide": "layout.bad_value",
    "rows: [[1, 1], [1, 1]]\naspect: .nan": "layout.bad_value",
    "rows: [[1, 1], [1, 1]]\nmargin: 999": "layout.bad_value",
    "rows: [[1, 1], [1, 1]]\nground: red": "layout.bad_value",
    "rows: [[1, 1], [1, 1]]\nmargins: 3": "layout.unknown_key",
    "rows: [[1, 24], [1, 1]]": "layout.too_small",
    "rows: [[1, 1], [1, 1]]\npage_aspect: 5": "layout.too_small",
    "just text": "layout.not_yaml",
    "": "layout.not_yaml",
    "a: [": "layout.not_yaml",
    "!!python/object:os.system {}": "layout.not_yaml",
}


@pytest.mark.parametrize("text", BROKEN)
def test_a_broken_file_is_one_sentence_and_hides_nothing(text):
    _write("good", "rows: [[1, 1], [1, 1]]")
    _write("broken", text)
    assert layout.names() == (*SHIPPED, "good")
    assert [error.key for error in layout.problems()] == [BROKEN[text]]
    with pytest.raises(InputError) as caught:
        layout.get("broken")
    for language in words.LANGUAGES:
        assert "broken.yaml" in words.tell(caught.value, language)


def test_an_unknown_layout_names_the_choices():
    with pytest.raises(InputError) as caught:
        layout.get("nothing")
    assert "grid" in words.tell(caught.value, "en")
