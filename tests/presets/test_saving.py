"""Saving a preset: only what changed is written, and never a shipped file."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from ruamel.yaml import YAML

from pipeline import presets, words
from pipeline.errors import InputError, NecutError, PresetError
from pipeline.presets.preset import Preset
from pipeline.presets.reading import read_text
from pipeline.presets.saving import rewritten

MINE = """\
# 내 프리셋
negative_prompt: >-
  blurry, (worst quality:1.2),
  text

sampler: DPM++ 2M Karras   # as ever
steps: 30
cfg_scale: 6.50 # soft
style: 'ink, 3:4'
loras:
- name: a
  weight: 0.5
# the end
"""


def write_mine(text: str = MINE, name: str = "mine"):
    path = presets.own_path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_one_changed_value_changes_one_line():
    path = write_mine()
    presets.save("mine", {"steps": 24})
    assert path.read_text(encoding="utf-8") == MINE.replace("steps: 30", "steps: 24")


def test_nothing_changed_is_nothing_written_differently():
    path = write_mine()
    presets.save("mine", presets.read("mine"))
    assert path.read_text(encoding="utf-8") == MINE


def test_a_file_from_windows_is_kept_as_it_is():
    path = presets.own_path("mine")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"\xef\xbb\xbf# mine\r\nsteps: 30 # as ever\r\nstyle: |\r\n  a\r\n  b\r\ncfg_scale: 6\r\n")
    presets.save("mine", {"steps": 24})
    assert path.read_text(encoding="utf-8") == "# mine\nsteps: 24 # as ever\nstyle: |\n  a\n  b\ncfg_scale: 6\n"


def test_a_joint_sampler_is_rewritten_only_when_either_half_changes():
    path = write_mine()
    presets.save("mine", {"schedule_type": None})
    saved = path.read_text(encoding="utf-8")
    assert "sampler: DPM++ 2M " in saved and "# as ever" in saved
    assert presets.read("mine").schedule_type is None


def test_saving_under_a_shipped_name_shadows_it_and_keeps_its_comments():
    shipped = (presets.SHIPPED / "classic.yaml").read_bytes()
    presets.save("classic", {"steps": 20, "seed": None})
    assert (presets.SHIPPED / "classic.yaml").read_bytes() == shipped
    text = presets.path_of("classic").read_text(encoding="utf-8")
    assert "# Classic: the setting of" in text and "seed: null" in text
    assert presets.read("classic").draws_seed
    presets.delete("classic")
    assert presets.read("classic").seed == 564404008


def test_a_new_preset_takes_the_comments_of_the_one_it_is_based_on():
    presets.save("내 누아르", presets.read("noir").with_changes(steps=50), based_on="noir")
    assert presets.read("내 누아르") == presets.read("noir").with_changes(steps=50)
    assert presets.description("내 누아르", "ko").startswith("Noir: one lamp")


def test_a_broken_file_is_never_saved_over():
    path = write_mine("steps: 30\nstepz: 4\n")
    with pytest.raises(PresetError):
        presets.save("mine", Preset(steps=3))
    assert path.read_text(encoding="utf-8") == "steps: 30\nstepz: 4\n"


def test_values_that_do_not_fit_are_refused_before_anything_is_written():
    path = write_mine()
    for wrong in ({"steps": 0}, {"stepz": 3}, {"sampler": "Euler a", "schedule_type": "Karras"}):
        with pytest.raises(PresetError):
            presets.save("mine", wrong)
    assert path.read_text(encoding="utf-8") == MINE


def test_duplicate_rename_delete():
    presets.duplicate("ink", "my ink")
    assert presets.path_of("my ink").read_bytes() == (presets.SHIPPED / "ink.yaml").read_bytes()
    presets.rename("my ink", "your ink")
    assert "your ink" in presets.names() and "my ink" not in presets.names()
    presets.delete("your ink")
    assert "your ink" not in presets.names()


@pytest.mark.parametrize(
    "act",
    [
        lambda: presets.delete("ink"),
        lambda: presets.rename("ink", "other"),
        lambda: presets.duplicate("ink", "noir"),
        lambda: presets.delete("nothing"),
        lambda: presets.save("../evil", {"steps": 3}),
    ],
)
def test_what_cannot_be_done_is_one_sentence(act):
    with pytest.raises(InputError) as caught:
        act()
    for language in words.LANGUAGES:
        assert words.tell(caught.value, language)


def test_every_shipped_preset_has_a_name_and_a_purpose_in_both_languages():
    for name in presets.names():
        for language in words.LANGUAGES:
            assert words.has(f"preset.{name}", language), name
            assert words.has(f"preset.{name}_about", language), name
            assert presets.description(name, language)


TEXTS = st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=40)
PRESETS = st.fixed_dictionaries(
    {},
    optional={
        "negative_prompt": st.one_of(TEXTS, st.sampled_from(["on", "12:30", "0777", "null", "- a", "a: b # c", "1e3"])),
        "style": TEXTS,
        "sampler": st.sampled_from(["DPM++ 2M Karras", "Euler a", "LMS"]),
        "steps": st.integers(1, 150),
        "cfg_scale": st.floats(0, 30),
        "seed": st.one_of(st.none(), st.integers(0, 2**32 - 1)),
        "loras": st.lists(st.fixed_dictionaries({"name": TEXTS, "weight": st.floats(-4, 4)}), max_size=3),
        "cfg_interval": st.tuples(st.floats(0, 1), st.floats(0, 1)),
    },
)


@given(PRESETS, st.sampled_from([MINE, "", "# nothing yet\n", "steps: 3\n"]))
def test_whatever_is_saved_is_read_back_alike_by_every_library(values, text):
    try:
        wanted = Preset.model_validate(values)
    except NecutError:
        return
    written = rewritten(text, read_text(text, "x").closed(), wanted.closed())
    assert read_text(written, "x") == wanted
    plain = yaml.safe_load(written) or {}
    assert plain == (YAML(typ="safe").load(written) or {})
    assert Preset.model_validate(plain) == wanted
