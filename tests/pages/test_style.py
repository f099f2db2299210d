"""The style sheet reaches the browser."""

from __future__ import annotations

from tests.pages import bench


def test_the_style_sheet_holds_no_sign_that_begins_a_tag():
    """Streamlit cleans what is sent as HTML: a style sheet with a "<" in it, if only in a comment, is dropped whole."""
    css = (bench.ROOT / "static" / "necut.css").read_text(encoding="utf-8")
    assert css and "<" not in css


def test_of_two_long_values_the_words_that_differ_are_marked_in_each():
    from pages.widgets.diff import apart

    one, other = apart("cat sitting, (rain:1.2), night", "cat running, (rain:1.2), *night*")
    assert ":orange-background[**sitting**]" in one and ":orange-background[**running**]" in other
    assert "rain" not in one.replace(r"\(rain\:1\.2\)", "") and r"**\***" in other, "what both say is left alone"
    assert apart("7", "7.5") == ("7", r"7\.5") and apart("", "ink, noir") == ("", "ink, noir")
