"""One character changed everywhere they are: names, kinds, sheets, and what turns stale by it."""

from __future__ import annotations

import pytest

from pipeline import cells
from pipeline.cast import kind_of, pinned, recast
from pipeline.cast.sheets import renamed
from pipeline.comic import BEATS, Character, Comic, Idea, Line, Made, Panel, PromptOutput, Script, Slot, StoryOutput
from pipeline.errors import InputError
from pipeline.flow import casting
from pipeline.presets.preset import Lora
from pipeline.prompters import get

NABI = Character(name="나비", look=("orange cat", "red scarf"), voice="slow")
DUBU = Character(name="두부", look=("white cat",))
ROBOT = Character(name="태엽", look=("mint robot", "bow tie"), colour="#17806d", speech_level="polite")


def script(scene: str = "cat searching umbrella, second cat sad, street, white cat waving") -> Script:
    panels = tuple(
        Panel(
            beat=beat,
            scene=scene,
            description="나비가 두부를 본다.",
            characters=("나비", "두부"),
            lines=(Line(speaker="나비", text="나는 나비야. 나비는 배고파."), Line(text="나비, 저기!", kind="caption")),
        )
        for beat in BEATS
    )
    return Script(title="나비의 하루", language="ko", characters=(NABI, DUBU), panels=panels)


def comic() -> Comic:
    story = StoryOutput(script=script(), made=Made(by="offline"))
    slots = []
    for panel in range(len(BEATS)):
        made = Made(by="cast")
        slots.append(Slot(prompt=PromptOutput(prompt=get("cast").propose(story.script, panel, 1), made=made)))
    held = Comic(id="c", idea=Idea(text="나비", language="ko"), story=story, slots=tuple(slots))
    for panel, slot in enumerate(held.slots):
        made = slot.prompt.made.with_changes(inputs=cells.prompt_inputs(held, held.script, panel))
        held = held.with_slot(panel, slot.with_changes(prompt=slot.prompt.with_changes(made=made)))
    return held


def stale(held: Comic) -> list[bool]:
    return ["cast" in cells.cell(held, "prompt", panel).changed for panel in range(len(BEATS))]


def test_another_takes_the_part_in_every_panel_and_line():
    told = recast(script(), "나비", ROBOT)
    assert told.characters == (ROBOT, DUBU)
    assert told.title == "태엽의 하루"
    for panel in told.panels:
        assert panel.characters == ("태엽", "두부")
        assert panel.scene == "robot searching umbrella, cat sad, street, cat waving"
        assert panel.description == "태엽이 두부를 본다."
        assert panel.lines[0] == Line(speaker="태엽", text="나는 태엽이야. 태엽은 배고파.")
        assert panel.lines[1].text == "태엽, 저기!"


def test_two_who_become_of_one_kind_are_told_apart_by_number():
    told = recast(recast(script(), "나비", ROBOT), "두부", DUBU.with_changes(look=("blue robot",)))
    assert told.panels[0].scene == "robot searching umbrella, second robot sad, street, second robot waving"
    prompt = get("cast").propose(told, 0, 1)
    whose = {piece.text: piece.character for piece in prompt.pieces if piece.origin == "scene"}
    assert whose["second robot sad"] == "두부" and whose["robot searching umbrella"] == "태엽"


def test_a_new_coat_changes_no_scene():
    told = recast(script(), "나비", NABI.with_changes(look=("orange cat", "blue coat")))
    assert [panel.scene for panel in told.panels] == [panel.scene for panel in script().panels]


@pytest.mark.parametrize(
    ("sheet", "key"),
    [
        (ROBOT.with_changes(name=""), "cast.no_name"),
        (ROBOT.with_changes(look=()), "cast.no_look"),
        (ROBOT.with_changes(name="두부"), "cast.name_taken"),
    ],
)
def test_what_nobody_can_be_is_refused(sheet, key):
    with pytest.raises(InputError) as refused:
        recast(script(), "나비", sheet)
    assert refused.value.key == key


@pytest.mark.parametrize(
    ("text", "old", "new", "expected"),
    [
        ("나비가 나비를 나비와", "나비", "태엽", "태엽이 태엽을 태엽과"),
        ("태엽이가 태엽은 태엽아!", "태엽", "나비", "나비가 나비는 나비야!"),
        ("나비야, 나는 나비야", "나비", "태엽", "태엽아, 나는 태엽이야"),
        ("노란나비 나비넥타이", "나비", "태엽", "노란나비 태엽넥타이"),
        ("Tom's hat. Tommy, Tom!", "Tom", "Al", "Al's hat. Tommy, Al!"),
        ("(a.b) says", "(a.b)", "C", "C says"),
        ("nothing", "", "x", "nothing"),
    ],
)
def test_names_change_with_their_particles(text, old, new, expected):
    assert renamed(text, old, new) == expected


def test_stars_are_pinned_by_name_whatever_the_writer_made_of_them():
    star = NABI.with_changes(look=("gray cat", "crown"), colour="#112233")
    told = pinned(script(), (star, ROBOT))
    assert told.character("나비") == star
    assert told.character("태엽") is None, "a star whom the writer left out is not forced in"


def test_the_sheet_is_compiled_word_by_word_with_trigger_and_lora():
    sheet = NABI.with_changes(trigger="nabi_v2", lora=Lora(name="nabi", weight=0.7))
    prompt = get("cast").propose(recast(script(), "나비", sheet), 0, 1)
    for candidate in prompt.candidates:
        words = [piece.text for piece in candidate.pieces if (piece.origin, piece.character) == ("character", "나비")]
        assert words == ["orange cat", "nabi_v2", "red scarf", "<lora:nabi:0.7>"]


def test_a_drawn_change_makes_its_prompts_stale_and_a_voice_none():
    held = comic()
    assert stale(held) == [False] * 4
    silent = casting.with_character(held, "나비", NABI.with_changes(voice="fast", colour="#112233"))
    assert silent.script.character("나비").voice == "fast"
    assert stale(silent) == [False] * 4
    for change in ({"look": ("orange cat", "hat")}, {"trigger": "nabi"}, {"lora": Lora(name="n")}):
        assert stale(casting.with_character(held, "나비", NABI.with_changes(**change))) == [True] * 4


def test_only_panels_with_the_character_turn_stale():
    held = comic()
    alone = held.script.panels[2].with_changes(characters=("두부",))
    held = held.with_changes(story=held.story.with_changes(script=held.script.with_panel(2, alone)))
    slot = held.slots[2]
    made = slot.prompt.made.with_changes(inputs=cells.prompt_inputs(held, held.script, 2))
    held = held.with_slot(2, slot.with_changes(prompt=slot.prompt.with_changes(made=made)))
    changed = casting.with_character(held, "나비", NABI.with_changes(look=("orange cat", "hat")))
    assert stale(changed) == [True, True, False, True]


def test_stars_make_the_story_stale_and_ideas_without_any_are_as_before():
    held = comic()
    held = held.with_changes(
        story=held.story.with_changes(made=held.story.made.with_changes(inputs=cells.story_inputs(held)))
    )
    assert cells.cell(held, "story").state == "fresh"
    assert cells.cell(casting.with_stars(held, (ROBOT,)), "story").changed == ("stars",)
    assert Idea(text="x").fingerprint() == "951c21920917", "stories are drawn from this: it must stay"


def test_what_somebody_is():
    assert [kind_of(each) for each in (NABI, ROBOT, Character(name="B", look=("striped tiger",)))] == [
        "cat", "robot", "striped tiger",
    ]  # fmt: skip
