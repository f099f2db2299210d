"""A new user's way through the pages."""

from __future__ import annotations

import pytest

from pipeline import store
from tests.pages import bench


@pytest.mark.parametrize("locale", ["en-US", "ko-KR"])
@pytest.mark.parametrize("page", bench.PAGES, ids=lambda path: path.stem)
def test_every_page_invites_a_new_user(page, locale):
    app = bench.goto(bench.opened(locale), page.stem)
    assert app.title and not app.error
    if page.stem not in ("5_Tune", "6_Library"):  # the two beside the way from story to comic
        assert app.button(key="next").disabled


def test_one_sentence_becomes_a_comic():
    app = bench.made()
    comic = store.read(bench.comic_id(app))
    assert comic.script is not None and all(slot.take for slot in comic.slots)
    assert not app.error
    assert not app.button(key="next").disabled
    assert app.get("download_button")


def test_a_longer_idea_than_can_be_kept_is_cut_at_a_word_and_that_is_told():
    app = bench.made("a cat who lost its umbrella " * 60)
    kept = store.read(bench.comic_id(app)).idea.text
    assert 970 < len(kept) <= 1000 and kept.endswith(("cat", "who", "lost", "its", "umbrella", "a"))


def test_the_comic_and_the_words_typed_are_there_on_every_page_and_back_again():
    app = bench.made("어둠이 무서운 유령", "ko-KR")
    comic_id = bench.comic_id(app)
    for page in ("2_Prompt", "3_Render", "4_Comic", "5_Tune", "6_Library", "1_Story"):
        bench.goto(app, page)
        assert bench.comic_id(app) == comic_id
        assert not app.error
    assert app.text_area(key="idea").value == "어둠이 무서운 유령"


def test_what_is_typed_but_not_yet_made_survives_other_pages():
    app = bench.opened()
    app.text_area(key="idea").set_value("a robot in love")
    app.selectbox(key="form").set_value("drama")
    bench.healthy(app.run())
    bench.goto(app, "6_Library")
    bench.goto(app, "1_Story")
    assert app.text_area(key="idea").value == "a robot in love"
    assert app.selectbox(key="form").value == "drama"


def test_an_empty_idea_is_one_sentence_and_makes_no_comic():
    app = bench.opened()
    app.button(key="make_comic").click()
    bench.healthy(app.run())
    assert len(app.error) == 1 and "empty" in app.error[0].value
    assert not store.ids()


@pytest.mark.parametrize(
    "idea", ["😀", "ㅋㅋㅋ", "a" * 1000, "leek and potato soup: chop, boil, blend, salt", "<b>$x$</b> [a](b)"]
)
def test_odd_ideas_become_comics_too(idea):
    app = bench.made(idea)
    assert not app.error
    assert all(slot.take for slot in store.read(bench.comic_id(app)).slots)


def test_a_url_opens_its_comic_and_an_unknown_one_is_one_sentence():
    comic_id = bench.comic_id(bench.made())
    app = bench.opened(comic_id=comic_id)
    assert app.text_area(key="idea").value == "a cat who lost its umbrella on a rainy day"
    lost = bench.opened(comic_id="nobody")
    assert len(lost.error) == 1 and "nobody" in lost.error[0].value


def test_a_damaged_comic_is_one_sentence_and_the_library_still_opens():
    app = bench.made()
    comic_id = bench.comic_id(app)
    (store.comics_folder() / comic_id / "comic.json").write_text("{")
    again = bench.opened(comic_id=comic_id)
    assert len(again.error) == 1
    bench.goto(again, "6_Library")
    assert again.warning and not again.exception


def test_the_interface_speaks_the_browsers_language_and_the_one_chosen():
    app = bench.opened("ko-KR")
    assert "한 문장" in app.title[0].value
    app.get("button_group")[0].set_value("en")
    bench.healthy(app.run())
    assert "One sentence" in app.title[0].value
