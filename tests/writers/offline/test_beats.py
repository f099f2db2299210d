"""One beat told otherwise by the offline writer; whether a turn turns; the frames of forms."""

from __future__ import annotations

import pytest

from pipeline import words
from pipeline.comic import BEATS, Character, Idea, Line, Panel, Script
from pipeline.lexicon.ideas import FORMS
from pipeline.writers import RETELLINGS, Wish
from pipeline.writers.offline.beats import retell
from pipeline.writers.offline.forms import FRAMES, framed
from pipeline.writers.offline.teller import tell_story
from pipeline.writers.offline.turning import changes

IDEAS = (
    Idea(text="비 오는 날 우산을 잃어버린 고양이", language="ko"),
    Idea(text="a robot learning to cook ramen", language="en"),
    Idea(text="행복", language="ko"),
    Idea(text="a ghost who is afraid of the dark", language="en"),
)


def said(panel: Panel) -> list[str]:
    return [line.text for line in panel.lines]


@pytest.mark.parametrize("idea", IDEAS, ids=lambda idea: idea.text)
@pytest.mark.parametrize("panel", range(len(BEATS)), ids=BEATS)
def test_three_different_versions_are_played_by_the_storys_own_people(idea, panel):
    script = tell_story(idea, 1)
    versions = retell(Wish(idea, script, panel, seed=1))
    assert len(versions) == RETELLINGS
    told = [said(version[0]) for version in versions]
    assert said(script.panels[panel]) not in told and all(told.count(each) == 1 for each in told)
    for version in versions:
        assert len(version) == (2 if BEATS[panel] == "turn" else 1)
        replaced = list(script.panels)
        replaced[panel : panel + len(version)] = version
        script.with_changes(panels=tuple(replaced))  # refuses strangers and beats out of place
    assert retell(Wish(idea, script, panel, seed=1)) == versions, "the same wish, the same versions"


def test_another_turn_shows_another_picture():
    idea = IDEAS[0]
    script = tell_story(idea, 1)
    scenes = {version[0].scene for version in retell(Wish(idea, script, 2, seed=1))}
    assert len(scenes | {script.panels[2].scene}) == RETELLINGS + 1


def test_asking_again_brings_others():
    idea = IDEAS[0]
    script = tell_story(idea, 1)
    first, second = (retell(Wish(idea, script, 2, seed=1, lap=lap)) for lap in (0, 1))
    assert not {tuple(said(version[0])) for version in first} & {tuple(said(version[0])) for version in second}


def test_a_script_of_another_writer_is_retold_with_its_people_and_place():
    cast = (Character(name="나비", look=("orange cat",)), Character(name="Bo", look=("brown bear",)))
    panels = tuple(
        Panel(beat=beat, scene="cat searching, umbrella, beach, night, rain", characters=("나비", "Bo"))
        for beat in BEATS
    )
    script = Script(title="x", language="ko", characters=cast, panels=panels)
    for version in retell(Wish(IDEAS[0], script, 2)):
        assert {line.speaker for line in version[0].lines} <= {"나비", "Bo", None}
        assert "beach" in version[0].scene and "night" in version[0].scene


def test_nobody_jokes_where_somebody_grieves():
    from pipeline.lexicon import understand
    from pipeline.writers.offline.beats import _fitting
    from pipeline.writers.offline.situation import understand_idea

    idea = Idea(text="무지개다리를 건넌 강아지가 보고 싶다", language="ko")
    situation = understand_idea(idea.text, understand(idea.text, "ko"))
    script = tell_story(idea, 1)
    assert {shape.genre for shape in _fitting(Wish(idea, script, 2), situation)} == {"gentle"}


def test_a_wish_and_a_tone_are_heard():
    idea = IDEAS[0]
    script = tell_story(idea, 1)
    wished = retell(Wish(idea, script, 1, seed=1, note="바닷가에서"))
    assert any("beach" in version[0].scene for version in wished)
    deadpan = retell(Wish(idea, script, 1, seed=1, tone="deadpan"))
    assert not any("!" in text for version in deadpan for text in said(version[0]))
    loud = retell(Wish(idea, script, 3, seed=1, tone="dramatic", lap=1))
    spoken = [line for version in loud for line in version[0].lines if line.text.endswith("!") and line.speaker]
    assert all(line.kind in ("shout", "thought") for line in spoken)


@pytest.mark.parametrize("idea", IDEAS, ids=lambda idea: idea.text)
def test_a_story_with_a_turn_is_found_to_turn_and_one_without_is_not(idea):
    script = tell_story(idea, 1)
    verdict, found = changes(script)
    assert verdict in ("yes", "little") and found
    for notice in found:
        assert all(words.say(notice.key, language, **notice.values) for language in words.LANGUAGES)
    flat = script.with_panel(2, script.panels[1].with_changes(beat="turn"))
    assert changes(flat)[0] in ("no", "little")


def test_four_equal_panels_change_nothing_and_each_sort_of_change_is_named():
    cast = (Character(name="나비", look=("orange cat",)), Character(name="보리", look=("brown dog",)))
    same = [Panel(beat=beat, scene="cat walking, street, day", characters=("나비",)) for beat in BEATS]
    script = Script(title="x", language="ko", characters=cast, panels=tuple(same))
    assert changes(script) == ("no", ())
    turned = script.with_panel(
        2,
        same[2].with_changes(
            scene="cat running, cat scared, dog holding umbrella, beach, day",
            characters=("나비", "보리"),
            lines=(Line(text="어? 잠깐!"),),
        ),
    )
    verdict, found = changes(turned)
    told = {notice.key: notice.values["what"] for notice in found}
    assert verdict == "yes"
    assert told["desk.found_enters"] == "보리" and "우산" in told["desk.found_thing"]
    assert {"desk.found_place", "desk.found_face", "desk.found_doing", "desk.found_words"} <= set(told)
    assert told["desk.found_face"].startswith("나비")


@pytest.mark.parametrize("form", FRAMES)
@pytest.mark.parametrize("idea", IDEAS, ids=lambda idea: idea.text)
def test_a_form_opens_and_closes_with_its_own_words(idea, form):
    asked = idea.with_changes(form=form)
    plain = tell_story(asked, 1)
    script = framed(plain, asked)
    first, last = script.panels[0].lines[0], script.panels[-1].lines[-1]
    assert (first.kind, last.kind) == ("caption", "caption")
    assert not {"{", "}"} & set(first.text + last.text) and "  " not in first.text
    assert sum(line.kind == "caption" for line in script.panels[0].lines) == 1
    assert [panel.scene for panel in script.panels] == [panel.scene for panel in plain.panels]


def test_every_form_has_a_name_in_both_languages_and_the_others_stay_as_they_were():
    for form in FORMS:
        assert words.label("form", form, "ko") != words.label("form", form, "en")
    story = tell_story(IDEAS[0], 1)
    assert framed(story, IDEAS[0]) is story
