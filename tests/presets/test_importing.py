"""Presets and styles of other programs."""

from __future__ import annotations

import json

import pytest

from pipeline import presets, words
from pipeline.errors import PresetError
from pipeline.presets.importing import MOST_BYTES, MOST_STYLES, keep, read_upload

STYLES = """\
name,prompt,negative_prompt
# remarks,,
Ink,"ink drawing of {prompt}, bold lines",colour
수채화,"watercolor, soft",
Empty,,
a/b: c,"neon",
"""
FOOOCUS = {
    "default_model": "juggernautXL_v8.safetensors",
    "default_refiner": "None",
    "default_loras": [[True, "None", 1.0], [True, "offset_1.0.safetensors", 0.1], [False, "off.safetensors", 1.0]],
    "default_cfg_scale": 4.0,
    "default_sample_sharpness": 2.0,
    "default_sampler": "dpmpp_2m_sde_gpu",
    "default_scheduler": "karras",
    "default_performance": "Speed",
    "default_prompt": "",
    "default_prompt_negative": "blurry",
    "default_styles": ["Fooocus V2"],
    "default_aspect_ratio": "1152*896",
    "checkpoint_downloads": {"juggernautXL_v8.safetensors": "…"},
}


def test_styles_of_a1111():
    found = {each.name: each for each in read_upload(("\ufeff" + STYLES).encode(), "styles.csv")}
    assert list(found) == ["Ink", "수채화", "a b c"]
    assert found["Ink"].preset.closed() == {"negative_prompt": "colour", "style": "ink drawing of, bold lines"}
    assert found["수채화"].preset.closed() == {"style": "watercolor, soft"}


def test_a_preset_of_fooocus_and_what_it_cannot_hand_over():
    (found,) = read_upload(json.dumps(FOOOCUS).encode(), "realistic.json")
    assert found.name == "realistic"
    assert found.preset.closed() == {
        "negative_prompt": "blurry",
        "sampler": "DPM++ 2M SDE",
        "schedule_type": "Karras",
        "steps": 30,
        "cfg_scale": 4.0,
        "width": 1152,
        "height": 896,
        "checkpoint": "juggernautXL_v8.safetensors",
        "loras": [{"name": "offset_1.0", "weight": 0.1}],
    }
    assert set(found.left_out) == {"sample_sharpness", "styles"}


def test_a_setting_out_of_range_is_left_out_and_named():
    (found,) = read_upload(b'{"default_cfg_scale": 99, "default_prompt_negative": "x"}', "a.json")
    assert found.left_out == ("cfg_scale",) and found.preset.closed() == {"negative_prompt": "x"}


def test_styles_of_fooocus():
    (found,) = read_upload(b'[{"name": "mre", "prompt": "cinematic still {prompt} . film", "x": 1}, 3]', "sdxl.json")
    assert found.preset.style == "cinematic still, film"


def test_what_was_found_is_kept_and_never_takes_anothers_place():
    for found in read_upload(STYLES.encode(), "styles.csv"):
        keep(found)
    again = keep(read_upload(STYLES.encode(), "styles.csv")[0])
    assert again.stem == "Ink 2" and presets.read("Ink 2") == presets.read("Ink")
    mine = "# 내 것\nextends: classic\nsteps: 12\n"
    path = keep(read_upload(mine.encode(), "mine.yaml")[0])
    assert path.read_text(encoding="utf-8") == mine


@pytest.mark.parametrize(
    ("data", "file"),
    [
        (b"steps: many\n", "a.yaml"),
        (b"{", "a.json"),
        (b"[" * 100_000, "a.json"),
        (b"{}", "a.json"),
        (b'"text"', "a.json"),
        (b"name\n", "a.csv"),
        (b"\xff\xfe\x00", "a.csv"),
        (b"x", "a.exe"),
        (b"#" * (MOST_BYTES + 1), "a.yaml"),
        (b'{"default_loras": [3, [1, 2], ["a"]], "default_model": 7}', "a.json"),
    ],
)
def test_what_is_no_preset_is_told_in_one_sentence(data, file):
    with pytest.raises(PresetError) as caught:
        read_upload(data, file)
    for language in words.LANGUAGES:
        assert file in words.tell(caught.value, language)


def test_a_flood_of_styles_is_cut_off():
    rows = "".join(f"s{number},neon,\n" for number in range(MOST_STYLES + 50))
    assert len(read_upload(("name,prompt,negative_prompt\n" + rows).encode(), "a.csv")) == MOST_STYLES
