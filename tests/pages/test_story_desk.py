"""The story desk under AppTest: both languages of a picture, lines, moves, versions, verdict, and the talk."""

from __future__ import annotations

import time

import pytest

from pages.widgets import diff, members, resources
from pipeline import cells, settings, store
from pipeline.writers.chatgpt import conversation
from tests.pages import bench
from tests.servers.chat import Reply
from tests.servers.desk import ANSWER, DeskServer

IDEA = "비 오는 날 우산을 잃어버린 고양이"


@pytest.fixture(autouse=True)
def nobody_known(monkeypatch):
    monkeypatch.setattr(conversation, "_known_ways", {})
    members.ask_anew()
    yield
    members.ask_anew()


@pytest.fixture
def server():
    with DeskServer() as running:
        saved = settings.Settings(openai_base_url=running.base_url, openai_model="tiny-writer")
        settings.save(saved.with_changes(price_prompt=2.0, price_reply=8.0))
        yield running


def written(writer: str = "offline", locale: str = "ko-KR"):
    """The Story page with a script."""
    app = bench.opened(locale)
    app.text_area(key="idea").set_value(IDEA)
    app.selectbox(key="writer").set_value(writer)
    bench.healthy(app.run())
    app.button(key="write_story").click()
    bench.healthy(app.run())
    return bench.wait_for_job(app)


def press(app, key: str):
    """Press a button and wait until the desk's job, if it started one, is over."""
    app.button(key=key).click()
    bench.healthy(app.run())
    return settled(app)


def settled(app):
    end = time.monotonic() + bench.PATIENCE
    while any(not job.over for job in resources.queue().jobs(comic_id=bench.comic_id(app))):
        assert time.monotonic() < end, "the job did not end"
        time.sleep(0.05)
    return bench.healthy(app.run())


def comic(app):
    return store.read(bench.comic_id(app))


def shown(app) -> str:
    return " ".join(
        element.value for family in ("markdown", "caption", "warning", "error") for element in app.get(family)
    )


@pytest.mark.parametrize("button", ["write_story", "retell_2"])
def test_a_job_that_ends_while_the_page_is_drawn_is_shown_without_a_touch(monkeypatch, button):
    """Otherwise the page would stand half drawn, its buttons dimmed, with nobody left to draw it anew."""
    from pages.widgets import aside, story

    app = bench.opened("ko-KR") if button == "write_story" else written()
    app.text_area(key="idea").set_value(IDEA)
    bench.healthy(app.run())
    if button == "retell_2":
        bench.drawer(app, "retelling_2")
    options = story.options

    def slow_options(comic) -> None:
        options(comic)
        queue = resources.queue()
        for job in queue.jobs(comic_id=bench.comic_id(app) if comic is None else comic.id):
            queue.wait(job.id, 20)

    monkeypatch.setattr(story, "options", slow_options)
    monkeypatch.setattr(aside, "_AT_ONCE", 0.0)
    app.button(key=button).click()
    bench.healthy(app.run())
    assert not app.button(key="write_story").disabled
    assert app.text_area(key="script_title").value
    assert button == "write_story" or app.button(key="take_2_0").label


def test_a_picture_stands_in_both_languages_and_what_is_not_understood_is_named():
    app = written()
    app.text_area(key="script_picture_1").set_value("나비가 해변에서 춤추고 푸르딩딩이 웃는다")
    bench.healthy(app.run())
    assert "beach" in app.text_area(key="script_scene_1").value
    assert "푸르딩딩" in shown(app)
    app.text_area(key="script_scene_1").set_value("cat sleeping, moon, night")
    bench.healthy(app.run())
    assert comic(app).script.panels[1].scene == "cat sleeping, moon, night"
    assert app.text_area(key="script_picture_1").value.startswith("나비가 해변에서"), "the user's own words stay"


def test_the_model_words_a_picture_when_it_writes_the_comic(server):
    app = written("chatgpt")
    app.text_area(key="script_picture_1").set_value("나비가 해변에서 그리움에 젖어 춤춘다")
    bench.healthy(app.run())
    settled(app)
    assert app.text_area(key="script_scene_1").value == "cat dancing, beach, sunset"
    assert "그리움" in shown(app)


def test_lines_are_added_removed_and_brought_back():
    app = written()
    before = comic(app).script.panels[0].lines
    press(app, "remove_line_0_0")
    assert comic(app).script.panels[0].lines == before[1:]
    press(app, "undo_lines")
    assert comic(app).script.panels[0].lines == before
    app.text_input(key="new_line_text_0").set_value("어라?")
    app.selectbox(key="new_line_kind_0").set_value("thought")
    app.button(key="add_line_0").click()
    bench.healthy(app.run())
    added = comic(app).script.panels[0].lines[-1]
    assert (added.text, added.kind, added.speaker) == ("어라?", "thought", comic(app).script.characters[0].name)


def test_letters_left_are_counted_and_warned_of():
    app = written()
    app.text_area(key="script_line_3_0").set_value("가" * 90)
    bench.healthy(app.run())
    assert "넘침" in shown(app) and "자 남음" in shown(app)


def test_panels_move_with_what_is_theirs():
    app = bench.made(IDEA, "ko-KR")
    before = comic(app)
    assert app.button(key="move_earlier_0").disabled and app.button(key="move_later_3").disabled
    press(app, "move_later_1")
    after = comic(app)
    assert [after.slots[2].chosen, after.slots[1].chosen] == [before.slots[1].chosen, before.slots[2].chosen]
    assert all(cell.state == "fresh" for cell in cells.cells(after))
    assert app.text_area(key="script_picture_2").value == before.script.panels[1].description


def test_a_beat_is_told_three_ways_and_one_is_taken_and_can_be_undone():
    app = written()
    before = comic(app).script
    bench.drawer(app, "retelling_2")
    press(app, "retell_2")
    versions = comic(app).desk.retellings["turn"].versions
    assert len(versions) == 3 and app.button(key="take_2_1").label
    press(app, "take_close_2_1")
    assert comic(app).script.panels[2:] == versions[1]
    assert app.button(key="take_close_2_1").disabled and not app.button(key="take_2_0").disabled
    press(app, "put_away_2")
    assert not comic(app).desk.retellings
    press(app, "story_back_0")
    assert comic(app).script == before


def test_the_turn_is_judged_in_words_that_say_what_was_measured():
    app = written(locale="en-US")
    press(app, "judge")
    assert "Going by the words alone" in shown(app)
    app.text_area(key="script_scene_1").set_value("cat sleeping, moon")
    bench.healthy(app.run())
    assert "have changed since" in shown(app)


def test_without_a_model_the_talk_invites_and_says_what_works_all_the_same():
    app = written()
    press(app, "ask_open")
    assert "연결해 주세요" in shown(app) and "세 가지로 다시 쓰기" in shown(app)
    assert app.button(key="ask_connect").label and "ask_send" not in {button.key for button in app.button}


def test_a_question_is_answered_and_its_proposals_are_taken_or_left(server):
    app = written("chatgpt")
    assert "1,300" in shown(app) and "0.005" in shown(app), "tokens and cost of the story"
    press(app, "ask_open")
    app.text_area(key="ask_text").set_value("더 놀랍게 해 줘")
    app.button(key="ask_send").click()
    bench.healthy(app.run())
    settled(app)
    (exchange,) = comic(app).desk.chat
    assert ANSWER["answer"].splitlines()[0] in shown(app)
    press(app, f"accept_{exchange.id}_0")
    assert comic(app).title == "내 우산 어디"
    press(app, f"reject_{exchange.id}_2")
    assert [each.state for each in comic(app).desk.chat[0].changes] == ["accepted", "open", "rejected"]
    press(app, f"accept_{exchange.id}_1")
    assert comic(app).script.panels[2].lines[0].speaker == "초록"
    assert app.text_area(key="script_line_2_0").value == "이거 찾으세요?"
    bench.goto(app, "4_Comic")
    bench.goto(app, "1_Story")
    assert "더 놀랍게 해 줘" in shown(app), "the talk is kept with the comic"
    press(app, "ask_clear")
    assert not comic(app).desk.chat


def test_a_model_that_fails_at_the_desk_offers_the_offline_writer(server):
    app = written("chatgpt")
    server.failing = Reply(status=401)
    bench.drawer(app, "retelling_0")
    press(app, "retell_0")
    assert len(app.error) == 1
    job = resources.queue().jobs(comic_id=bench.comic_id(app))[-1]
    press(app, f"offline_{job.id}")
    assert comic(app).desk.retellings["setup"].made.by == "offline" and not app.error
    press(app, "ask_open")
    press(app, "ask_example_1")
    (exchange,) = comic(app).desk.chat
    assert app.warning and exchange.made is None
    server.failing = None
    press(app, f"ask_again_{exchange.id}")
    assert comic(app).desk.chat[0].answer


def test_the_servers_models_are_listed_and_chosen(server):
    app = bench.opened("ko-KR")
    app.selectbox(key="writer").set_value("chatgpt")
    bench.healthy(app.run())
    app.button(key="list_models").click()
    bench.healthy(app.run())
    assert set(app.selectbox(key="openai_model").options) == {"tiny-writer", "big-writer"}
    app.selectbox(key="openai_model").set_value("big-writer")
    bench.healthy(app.run())
    assert settings.load().openai_model == "big-writer"


def test_a_models_words_are_never_markup():
    told = diff.difference("내 우산", "내 ![x](http://elsewhere/y) :red[우산]")
    assert "](" not in told.replace("\\]\\(", "") and ":red[" not in told
