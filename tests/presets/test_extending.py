"""`extends:`: a preset that says only how it differs from another one."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline import presets
from pipeline.errors import InputError, PresetError
from pipeline.presets.reading import read_text
from tests.presets.test_saving import write_mine

SOFT = "# softer\nextends: classic  # the forerunner's\ncfg_scale: 4\n"


def test_what_is_not_said_comes_from_the_other_preset():
    write_mine(SOFT, "soft")
    expected = {**presets.read("classic").closed(), "cfg_scale": 4.0}
    assert presets.read("soft").closed() == expected


def test_extends_goes_on_through_several_presets():
    write_mine(SOFT, "soft")
    write_mine("extends: soft\nsteps: 12\nseed: null\n", "fast")
    fast = presets.read("fast")
    assert (fast.cfg_scale, fast.steps, fast.draws_seed, fast.sampler) == (4, 12, True, "DPM++ 2M")


def test_null_opens_a_key_again_and_a_joint_sampler_says_both_halves():
    write_mine("extends: classic\nnegative_prompt: null\nsampler: DPM++ 2M Exponential\n", "open")
    closed = presets.read("open").closed()
    assert "negative_prompt" not in closed and closed["schedule_type"] == "Exponential"


def test_an_own_preset_may_extend_the_shipped_one_that_it_stands_in_for():
    write_mine("extends: classic\nsteps: 20\n", "classic")
    assert presets.read("classic").closed() == {**read_text("extends: classic\nsteps: 20", "x").closed(), "steps": 20}
    assert presets.read("classic").cfg_scale == 6


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("steps: 3\nextends: nobody\n", "presets.no_base"),
        ("steps: 3\nextends: ../classic\n", "presets.no_base"),
        ("steps: 3\nextends: [classic]\n", "presets.extends_no_name"),
        ("steps: 3\nextends: b\n", "presets.circle"),
        ("steps: 3\nextends: a\n", "presets.circle"),
    ],
)
def test_what_cannot_be_extended_is_told_with_file_and_line(text, key):
    write_mine("extends: a\n", "b")
    write_mine(text, "a")
    with pytest.raises(PresetError) as caught:
        presets.read("a")
    assert caught.value.key == key


def test_a_fault_of_the_other_preset_is_told_of_its_file():
    write_mine("steps: many\n", "base")
    write_mine("extends: base\n", "mine")
    with pytest.raises(PresetError) as caught:
        presets.read("mine")
    assert caught.value.values["file"] == "base.yaml"


def test_a_pair_that_is_impossible_only_together_is_told_of_the_file_that_made_it_so():
    write_mine("extends: classic\nsampler: Euler a\n", "mine")
    with pytest.raises(PresetError) as caught:
        presets.read("mine")
    assert (caught.value.values["file"], caught.value.values["line"]) == ("mine.yaml", 2)


def test_saving_writes_only_what_differs_from_the_other_preset():
    path = write_mine(SOFT, "soft")
    presets.save("soft", {"steps": 12})
    assert path.read_text(encoding="utf-8") == SOFT + "steps: 12\n"
    presets.save("soft", {"steps": 30, "cfg_scale": 5})
    assert path.read_text(encoding="utf-8") == SOFT.replace("cfg_scale: 4", "cfg_scale: 5")
    presets.save("soft", {"negative_prompt": None})
    assert path.read_text(encoding="utf-8").endswith("negative_prompt: null\n")
    assert presets.read("soft").negative_prompt is None


def test_an_inherited_seed_cannot_be_left_open():
    write_mine(SOFT, "soft")
    with pytest.raises(PresetError) as caught:
        presets.save("soft", presets.read("soft").without("seed"))
    assert caught.value.key == "presets.seed_cannot_be_open"


def test_a_new_preset_can_be_saved_as_the_difference_from_another():
    path = presets.save("mine", presets.read("classic").with_changes(steps=12), extends="classic")
    assert path.read_text(encoding="utf-8") == 'extends: "classic"\nsteps: 12\n'


def test_what_others_extend_is_neither_deleted_nor_renamed():
    write_mine("steps: 9\n", "base")
    write_mine("extends: base\n", "mine")
    for refused in (lambda: presets.delete("base"), lambda: presets.rename("base", "other")):
        with pytest.raises(InputError) as caught:
            refused()
        assert caught.value.values["others"] == "mine"
    presets.delete("mine")
    presets.delete("base")


CHANGES = st.fixed_dictionaries(
    {},
    optional={
        "steps": st.integers(1, 150),
        "cfg_scale": st.sampled_from([1.0, 4.0, 6.0, 7.5]),
        "negative_prompt": st.sampled_from([None, "", "비, night", "a: b # c\nd"]),
        "style": st.sampled_from([None, "ink", "수채화"]),
        "seed": st.sampled_from([None, 1, 564404008]),
        "schedule_type": st.sampled_from([None, "Karras", "Exponential"]),
    },
)


@settings(deadline=None, max_examples=50)
@given(st.lists(CHANGES, min_size=1, max_size=4))
def test_any_series_of_saves_reads_back_and_touches_only_lines_that_changed(series):
    path = write_mine(SOFT, "soft")
    for changes in series:
        wanted = {**presets.read("soft").closed(), **{k: v for k, v in changes.items() if v is not None}}
        for field, value in changes.items():
            if value is None and field != "seed":
                wanted.pop(field, None)
            elif value is None:
                wanted["seed"] = None
        presets.save("soft", changes)
        assert presets.read("soft").closed() == wanted
        assert path.read_text(encoding="utf-8").startswith("# softer\nextends: classic  # the forerunner's\n")
