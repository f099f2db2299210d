"""Axes: A1111's notation, every kind of field, and refusals that say what to write instead."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline import words
from pipeline.errors import InputError
from pipeline.presets.preset import FIELDS
from pipeline.tuning import axes, ranges
from tests.tuning.making import a_comic


@pytest.mark.parametrize(
    ("text", "whole", "expected"),
    [
        ("7", True, "7"),
        ("1-5", True, "1 2 3 4 5"),
        ("1-11 (+2)", True, "1 3 5 7 9 11"),
        ("1-10(+4)", True, "1 5 9"),
        ("10-4 (-3)", True, "10 7 4"),
        ("3-1", True, "3 2 1"),
        ("1-10 [5]", True, "1 3 6 8 10"),
        ("0-1 [5]", False, "0 0.25 0.5 0.75 1"),
        ("0-0.3 (+0.1)", False, "0 0.1 0.2 0.3"),
        ("-1", True, "-1"),
        ("-2 - 1", True, "-2 -1 0 1"),
        ("1, 4-6, 20", True, "1 4 5 6 20"),
        ("5 [1]", True, None),
        ("1-5 (+0)", True, None),
        ("1-5 (-1)", True, None),
        ("5-1 (+1)", True, None),
        ("1-5 [0]", True, None),
        ("1-100000", True, None),
        ("0-1 (+0.0001)", False, None),
        ("many", True, None),
        ("1..5", True, None),
    ],
)
def test_numbers_are_written_as_in_a1111(text, whole, expected):
    if expected is None:
        with pytest.raises(InputError):
            ranges.numbers(text, whole)
    else:
        assert ranges.numbers(text, whole) == expected.split()


@given(st.lists(st.text(st.characters(blacklist_categories=("Cs", "Cc", "Zs", "Zl", "Zp")), max_size=12), min_size=1))
def test_a_list_of_words_is_read_back_whatever_is_in_it(entries):
    assert ranges.listed(ranges.quoted(entries)) == entries


@given(st.integers(-49, 50), st.integers(-49, 50), st.integers(1, 9))
def test_a_range_begins_at_its_beginning_and_never_passes_its_end(first, last, step):
    signed = step if last >= first else -step
    found = [int(number) for number in ranges.numbers(f"{first} - {last} ({signed:+d})", True)]
    assert found == list(range(first, last + (1 if signed > 0 else -1), signed))


@pytest.mark.parametrize(
    ("line", "written"),
    [
        ("cfg_scale: 1-11 (+2)", "cfg_scale: 1, 3, 5, 7, 9, 11"),
        ("CFG Scale: 7.50", "cfg_scale: 7.5"),
        ("Sampler: Euler, DPM++ 2M Karras", "sampler: Euler, DPM++ 2M Karras"),
        ("Checkpoint name: tiny", "checkpoint: tiny"),
        ("시드: 1-3", "seed: 1, 2, 3"),
        ("화풍 (영어 낱말): ink", "style: ink"),
        ('style: ink, "noir, night", ""', 'style: ink, "noir, night", ""'),
        ("seed: 5, 5, 5", "seed: 5"),
        ("lora add_detail: 0-1 [3]", "lora add_detail: 0, 0.5, 1"),
        ("<lora:add_detail>: 0, 1", "lora add_detail: 0, 1"),
        ("lora:add_detail: 0, 1", "lora add_detail: 0, 1"),
        ('loras: a:0.8, a:0.5 + b:0.3, ""', 'loras: a:0.8, a:0.5 + b:0.3, ""'),
        ("cfg_interval: 0-0.8, 0.2-1", "cfg_interval: 0-0.8, 0.2-1"),
        ('Prompt S/R: cat, "a fox, red", ""', 'prompt: cat, "a fox, red", ""'),
    ],
)
def test_an_axis_is_read_and_written(line, written):
    axis = axes.read(line)
    assert axis.text == written and axes.read(axis.text) == axis


def test_a_seed_of_minus_one_is_drawn_once_and_stays():
    axis = axes.read("seed: -1, 7, -1")
    assert len(axis) == 3 and "7" in axis.values and "-1" not in axis.values
    assert axes.read(axis.text) == axis


@pytest.mark.parametrize("field", FIELDS)
def test_every_field_of_a_preset_is_known_by_its_key_and_its_labels(field):
    assert axes.find_field(field) == field
    for language in words.LANGUAGES:
        assert axes.find_field(words.label("preset_fields", field, language)) == field
        assert axes.field_label(field, language)


@pytest.mark.parametrize(
    ("line", "named"),
    [
        ("cfg_scale", "cfg_scale"),
        ("cfg_scale:", "cfg_scale"),
        ("nonsense: 1, 2", "nonsense"),
        ("cfg_scale: 31", "30"),
        ("steps: 1.5", "1.5"),
        ("steps: many", "many"),
        ("seed: -5", "-5"),
        ("sampler: Eulr", "Euler"),
        ("schedule_type: Caras", "Karras"),
        ("width: 10", "64"),
        ("cfg_interval: 0.5", "0.5"),
        ("loras: a:much", "a:much"),
        ("lora x: 9", "4"),
        ('prompt: "", fox', "cat"),
        ("", ""),
    ],
)
def test_what_cannot_be_an_axis_is_one_sentence_in_both_languages(line, named):
    with pytest.raises(InputError) as refused:
        axes.read(line)
    for language in words.LANGUAGES:
        assert named in words.tell(refused.value, language)


def test_a_joint_sampler_name_sets_both_fields_and_a_plain_one_keeps_the_schedule():
    comic = a_comic()
    axis = axes.read("sampler: DPM++ 2M Exponential, Euler, Euler a")
    joint, plain, bound = (axes.tuned(comic, axis, value).preset for value in axis.values)
    assert (joint["sampler"], joint["schedule_type"]) == ("DPM++ 2M", "Exponential")
    assert (plain["sampler"], plain["schedule_type"]) == ("Euler", "Karras")
    assert bound["sampler"] == "Euler a" and "schedule_type" not in bound


def test_a_loras_weight_changes_and_its_neighbours_stay():
    comic = a_comic().with_changes(preset={"loras": [{"name": "a", "weight": 1.0}, {"name": "b", "weight": 0.5}]})
    tuned = axes.tuned(comic, axes.read("lora b: 0.25"), "0.25")
    assert tuned.preset["loras"] == [{"name": "a", "weight": 1.0}, {"name": "b", "weight": 0.25}]


def test_words_are_replaced_in_every_prompt_and_its_pieces_keep_their_characters():
    comic = a_comic()
    prompt = comic.slots[0].prompt.prompt
    whose = {piece.character for piece in prompt.pieces if piece.character}
    searched = next(piece.text for piece in prompt.pieces if piece.character).split(",")[0]
    tuned = axes.tuned(comic, axes.make("prompt", f"{searched}, purple fox"), "purple fox")
    after = tuned.slots[0].prompt.prompt
    assert "purple fox" in after.text and searched not in after.text
    assert {piece.character for piece in after.pieces if piece.character} == whose
    assert any("purple fox" in piece.text and piece.character for piece in after.pieces)


def test_words_are_taken_out_without_a_trace():
    comic = a_comic()
    last = comic.slots[0].prompt.prompt.text.split(", ")[-1]
    after = axes.tuned(comic, axes.make("prompt", f'{last}, ""'), "").slots[0].prompt.prompt
    assert last not in after.text and not after.text.endswith(",") and ", ," not in after.text


def test_style_and_negative_prompt_are_searched_as_well():
    comic = a_comic().with_changes(preset={"style": "ink, night", "negative_prompt": "bright night"})
    tuned = axes.tuned(comic, axes.read("prompt: night, day"), "day")
    assert tuned.preset == {"style": "ink, day", "negative_prompt": "bright day"}
