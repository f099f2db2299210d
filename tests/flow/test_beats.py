"""Edits of beats: what moves takes its picture along, what goes can come back, what is proposed fits or says so."""

from __future__ import annotations

import pytest

from pipeline import cells, flow, store
from pipeline.comic import BEATS, Balloon, Change, Character, Exchange, Idea, Line, Made, Retelling
from pipeline.errors import InputError
from pipeline.flow import beats, edits
from pipeline.queue import Queue


@pytest.fixture(scope="module")
def comic(tmp_path_factory):
    """A whole comic, drawn once: verbs are pure."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("NECUT_HOME", str(tmp_path_factory.mktemp("drawn")))
        queue = Queue()
        begun = flow.begin(Idea(text="비 오는 날 우산을 잃어버린 고양이", language="ko"), seed=3)
        assert queue.wait(flow.make(queue, begun.id, "me"), 60).state == "done"
        return store.read(begun.id)


def test_a_moved_panel_takes_prompt_takes_and_balloons_along_and_nothing_turns_stale(comic):
    placed = edits.with_balloon(comic, 2, 0, at=(0.3, 0.2))
    moved = beats.moved(placed, 2, 1)
    assert [panel.beat for panel in moved.script.panels] == list(BEATS)
    assert moved.script.panels[1].scene == comic.script.panels[2].scene
    assert moved.slots[1].take == comic.slots[2].take and moved.slots[2].take == comic.slots[1].take
    assert [(each.panel, each.at) for each in moved.lettering.balloons] == [(1, (0.3, 0.2))]
    assert all(cell.state == "fresh" for cell in cells.cells(moved))
    back = beats.moved(moved, 1, 2)
    assert back.script == comic.script and back.slots == comic.slots


def test_the_script_before_is_kept(comic):
    assert beats.moved(comic, 0, 1).earlier_stories[-1].script == comic.script
    assert beats.moved(comic, 0, 0) is comic and beats.moved(comic, 0, 9) is comic


def test_a_line_is_removed_with_its_balloon_and_comes_back_by_undo(comic):
    placed = edits.with_balloon(edits.with_balloon(comic, 1, 0, at=(0.1, 0.1)), 1, 1, at=(0.9, 0.1))
    without = beats.without_line(placed, 1, 0)
    assert without.script.panels[1].lines == comic.script.panels[1].lines[1:]
    assert without.lettering.balloons == (Balloon(panel=1, line=0, at=(0.9, 0.1)),)
    assert all(cell.state == "fresh" for cell in cells.cells(without)), "letters are no picture"
    undone = edits.undo_page(without)
    assert undone.script == placed.script and undone.lettering == placed.lettering


def test_a_line_is_added_with_a_speaker_or_without(comic):
    name = comic.script.characters[0].name
    spoken = beats.with_new_line(comic, 0, " 어라? ", "shout", name)
    assert spoken.script.panels[0].lines[-1] == Line(text="어라?", kind="shout", speaker=name)
    sounded = beats.with_new_line(comic, 0, "쾅", "sound", name)
    assert sounded.script.panels[0].lines[-1].speaker is None
    assert beats.with_new_line(comic, 0, "  ", "speech", name) is comic
    for _ in range(9):
        if len(spoken.script.panels[0].lines) == 6:
            break
        spoken = beats.with_new_line(spoken, 0, "또", "speech", name)
    with pytest.raises(InputError, match="too_many_lines"):
        beats.with_new_line(spoken, 0, "또", "speech", name)


def test_visual_words_written_by_hand_change_that_picture_alone(comic):
    changed = beats.with_scene(comic, 2, "cat dancing, beach, night")
    assert changed.script.panels[2].scene == "cat dancing, beach, night"
    stale = {(cell.name, cell.panel) for cell in cells.cells(changed) if cell.state == "stale"}
    assert stale == {("prompt", 2), ("picture", 2), ("page", None)}
    description = changed.script.panels[2].description
    assert beats.with_words(changed, 2, description, "cat, moon").script.panels[2].scene == "cat, moon"
    assert beats.with_words(changed, 2, "what stood there before", "cat, moon") is changed


@pytest.mark.parametrize(
    ("language", "text"), [("en", "고양이가 해변에서 춤춘다"), ("ko", "The cat dances on the beach.")]
)
def test_a_picture_may_be_described_in_either_language_whatever_the_comic_speaks(comic, language, text):
    spoken = comic.with_changes(idea=comic.idea.with_changes(language=language))
    changed = edits.with_description(spoken, 1, text)
    assert "dancing" in changed.script.panels[1].scene and "beach" in changed.script.panels[1].scene
    assert edits.not_understood(spoken, "푸르딩딩이 웃는다") == ("푸르딩딩",)


def test_a_version_is_taken_alone_or_with_the_close_that_follows(comic):
    turn = comic.script.panels[2].with_changes(description="다른 반전")
    close = comic.script.panels[3].with_changes(description="다른 결말")
    retelling = Retelling(versions=((turn, close),), made=Made(by="offline"))
    desk = comic.desk.with_changes(retellings={"turn": retelling})
    comic = comic.with_changes(desk=desk)
    alone = beats.with_version(comic, 2, 0)
    assert [panel.description for panel in alone.script.panels[2:]] == ["다른 반전", comic.script.panels[3].description]
    both = beats.with_version(comic, 2, 0, with_close=True)
    assert [panel.description for panel in both.script.panels[2:]] == ["다른 반전", "다른 결말"]
    assert alone.desk.retellings, "the others stay to be chosen"
    assert alone.earlier_stories[-1].script == comic.script
    assert beats.with_version(comic, 2, 7) is comic and beats.with_version(comic, 1, 0) is comic
    assert not beats.without_versions(alone, 2).desk.retellings


def test_a_version_for_a_cast_that_is_gone_says_so(comic):
    stranger = comic.script.panels[2].with_changes(characters=("아무도 아님",))
    retelling = Retelling(versions=((stranger,),), made=Made(by="offline"))
    comic = comic.with_changes(desk=comic.desk.with_changes(retellings={"turn": retelling}))
    with pytest.raises(InputError, match="no_longer_fits"):
        beats.with_version(comic, 2, 0)


def test_proposed_changes_are_carried_out_one_by_one(comic):
    frog = Character(name="초록", look=("green frog",))
    line = Line(speaker="초록", text="이거 찾으세요?")
    changes = (
        Change(what="title", title="내 우산 어디"),
        Change(what="lines", panel=2, lines=(line,), cast=(frog,)),
        Change(what="picture", panel=0, scene="cat sleeping, bedroom, night"),
    )
    exchange = Exchange(id="q1", asked="바꿔 줘", answer="이렇게요?", changes=changes, made=Made(by="chatgpt"))
    comic = beats.with_exchange(comic, exchange)
    titled = beats.decide(comic, "q1", 0, accept=True)
    assert titled.title == "내 우산 어디" and titled.desk.chat[0].changes[0].state == "accepted"
    left = beats.decide(titled, "q1", 2, accept=False)
    assert left.script == titled.script and left.desk.chat[0].changes[2].state == "rejected"
    joined = beats.decide(left, "q1", 1, accept=True)
    assert joined.script.panels[2].lines == (line,) and frog in joined.script.characters
    assert [each.state for each in joined.desk.chat[0].changes] == ["accepted", "accepted", "rejected"]
    assert beats.decide(comic, "nobody", 0, accept=True) is comic and beats.decide(comic, "q1", 9, True) is comic


def test_a_full_cast_takes_nobody_in(comic):
    cast = tuple(Character(name=f"손님 {number}", look=("green frog",)) for number in range(4))
    change = Change(what="lines", panel=0, lines=(Line(speaker=cast[3].name, text="안녕"),), cast=cast)
    with pytest.raises(InputError, match="cast_is_full"):
        beats.changed_script(comic.script, change)


def test_a_new_story_clears_the_desk_but_not_the_chat(comic):
    retelling = Retelling(versions=((comic.script.panels[0],),), made=Made(by="offline"))
    desk = comic.desk.with_changes(retellings={"setup": retelling}, chat=(Exchange(id="q", asked="?"),))
    told = comic.with_changes(desk=desk).with_story(comic.story)
    assert not told.desk.retellings and len(told.desk.chat) == 1
    assert not beats.without_chat(told).desk.chat


def test_nothing_is_decided_about_the_balloon_of_a_line_that_is_gone(comic):
    gone = len(comic.script.panels[1].lines)
    assert edits.with_balloon(comic, 1, gone, at=(0.5, 0.5)) == comic
