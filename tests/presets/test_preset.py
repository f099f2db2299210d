"""The shape of a preset: what is open, what `seed: null` means, which pairs it refuses."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from pipeline.errors import InputError
from pipeline.presets.preset import FIELDS, Preset


def test_an_empty_preset_leaves_everything_open():
    assert Preset().closed() == {}
    assert not Preset().draws_seed


def test_null_seed_is_not_an_absent_seed():
    drawing = Preset(seed=None)
    assert drawing.draws_seed
    assert drawing != Preset()
    assert drawing.closed() == {"seed": None}
    assert Preset.model_validate(drawing.closed()) == drawing


def test_null_seed_survives_a_change_of_something_else():
    assert Preset(seed=None).with_changes(steps=20).draws_seed
    assert not Preset().with_changes(steps=20).draws_seed
    assert not Preset(seed=None).with_changes(seed=3).draws_seed
    assert not Preset(seed=None, steps=3).without("seed").draws_seed


def test_a_key_is_opened_again():
    assert Preset(steps=20, cfg_scale=7).without("steps").closed() == {"cfg_scale": 7.0}


def test_equal_presets_hash_alike():
    assert hash(Preset(steps=20)) == hash(Preset(steps=20, sampler=None))
    assert Preset(steps=20) == Preset(steps=20, sampler=None)


def test_joint_sampler_names_are_split():
    preset = Preset(sampler="dpm++ 2m karras")
    assert (preset.sampler, preset.schedule_type) == ("DPM++ 2M", "Karras")


def test_an_impossible_pair_is_refused_unless_a_webui_draws():
    with pytest.raises(InputError):
        Preset(sampler="Euler a", schedule_type="Karras")
    assert Preset(sampler="Euler a", schedule_type="Karras", artist="webui").schedule_type == "Karras"


@pytest.mark.parametrize(
    "wrong",
    [{"steps": 0}, {"steps": 151}, {"seed": -1}, {"seed": 2**32}, {"width": 63}, {"cfg_scale": 31}, {"steps": True}]
    + [{"sampler": 3}, {"loras": [{"name": "a", "weight": 5}]}, {"cfg_interval": [0.5]}, {"colour": "red"}],
)
def test_values_out_of_range_are_refused(wrong):
    with pytest.raises(ValidationError):
        Preset.model_validate(wrong)


def test_the_fields_are_those_of_the_shape():
    assert FIELDS[:6] == ("negative_prompt", "sampler", "schedule_type", "steps", "cfg_scale", "seed")
