"""Reading presets by name and by file."""

from __future__ import annotations

import subprocess
import sys

import pytest
import yaml
from ruamel.yaml import YAML

from pipeline import presets, words
from pipeline.errors import InputError, NecutError, PresetError
from pipeline.lexicon.looks import STYLES
from pipeline.presets.reading import read_text
from pipeline.presets.yaml_text import MAX_BYTES, parse

SHIPPED = sorted(path.stem for path in presets.SHIPPED.glob("*.yaml"))

# The forerunner's request, as its page sent it.
FORERUNNER = {
    "negative_prompt": (
        "(fat, obese, overweight), (worst quality:1.2), (low quality:1.2), easynegative, (jpeg artifact), watermark, "
        "font, text, watermark, username, patreon username, patreon logo, censored, bar censor, "
        "(wrinkled, grandma, granny), ((books)), ((painting, mirror))"
    ),
    "sampler": "DPM++ 2M",
    "schedule_type": "Karras",
    "steps": 30,
    "cfg_scale": 6.0,
    "seed": 564404008,
}


def test_classic_is_the_forerunners_setting_and_the_default():
    assert presets.names()[0] == presets.DEFAULT == "classic"
    assert presets.read("classic").closed() == FORERUNNER


@pytest.mark.parametrize("name", SHIPPED)
def test_every_shipped_preset_is_read_and_explained(name):
    preset = presets.read(name)
    assert preset.negative_prompt
    comments = (presets.SHIPPED / f"{name}.yaml").read_text(encoding="utf-8").count("# ")
    assert comments >= 3
    if name not in ("classic", "quick"):  # whose looks are the checkpoint's own
        assert any(style in preset.style for style in STYLES)


@pytest.mark.parametrize("name", SHIPPED)
def test_every_yaml_library_reads_a_shipped_preset_alike(name):
    text = (presets.SHIPPED / f"{name}.yaml").read_text(encoding="utf-8")
    ours = parse(text, name).values
    assert yaml.safe_load(text) == ours
    assert YAML(typ="safe").load(text) == ours
    assert dict(YAML(typ="rt").load(text)) == ours


def test_the_users_own_preset_stands_in_for_a_shipped_one(necut_home):
    folder = necut_home / "presets"
    folder.mkdir(parents=True)
    (folder / "ink.yaml").write_text("steps: 12\n", encoding="utf-8")
    (folder / "내 그림.yaml").write_text("sampler: Euler a\nseed: null\n", encoding="utf-8")
    assert presets.read("ink").closed() == {"steps": 12}
    assert presets.read("내 그림").draws_seed
    assert "내 그림" in presets.names()
    assert len(presets.names()) == len(set(presets.names()))
    assert presets.is_shipped("ink") and not presets.is_shipped("내 그림")


def test_a_preset_is_read_from_any_file(tmp_path):
    path = tmp_path / "mine.yml"
    path.write_text("steps: 5", encoding="utf-8")
    assert presets.read(path).steps == 5
    assert presets.read(str(path)).steps == 5


@pytest.mark.parametrize("name", ["nothing", "../classic", "a/../../b", "", ".hidden", "con"])
def test_an_unknown_name_is_one_sentence(name):
    with pytest.raises(NecutError) as caught:
        presets.read(name)
    for language in words.LANGUAGES:
        assert words.tell(caught.value, language)


@pytest.mark.parametrize(
    ("text", "key", "line"),
    [
        ("# hello\nstepz: 30\n", "presets.unknown_key", 2),
        ("steps: 30\ncfg_scale: 99\n", "presets.wrong_value", 2),
        ("sampler: Eulr\n", "presets.refused", 1),
        ("steps: 20\nsampler: Euler a\nschedule_type: Karras\n", "presets.refused", 2),
        ("steps: 20\nschedule_type: Carras\n", "presets.refused", 2),
        ("negative_prompt: (a: b), c\n", "presets.not_yaml", 1),
        ("steps: 3\nsteps: 4\n", "presets.duplicate_key", 2),
        ("%YAML 1.1\n---\nsteps: 3\n", "presets.no_directives", 1),
        ("steps: &a 3\nwidth: *a\n", "presets.no_anchors", 1),
        ("steps: !!python/object:os.system 3\n", "presets.no_anchors", 1),
        ("style: " + "[" * 30, "presets.too_deep", 1),
        ("loras:\n  - name: a\n    weight: 9\n", "presets.wrong_value", 3),
        ("loras:\n  - nam: a\n", "presets.unknown_key", 2),
        ("steps: 3\n---\nsteps: 4\n", "presets.one_document", 2),
        ("seed: \x07\n", "presets.not_yaml", 1),
        ("steps: yes\n", "presets.wrong_value", 1),
        ("steps: true\n", "presets.wrong_value", 1),
    ],
)
def test_what_is_wrong_is_said_with_file_and_line(text, key, line):
    with pytest.raises(PresetError) as caught:
        read_text(text, "mine.yaml")
    assert (caught.value.key, caught.value.values["line"]) == (key, line)
    for language in words.LANGUAGES:
        told = words.tell(caught.value, language)
        assert "mine.yaml" in told and str(line) in told


@pytest.mark.parametrize("text", ["- a\n- b\n", "just words", "3"])
def test_a_file_that_holds_no_keys_is_one_sentence(text):
    with pytest.raises(PresetError, match="not_a_mapping"):
        read_text(text, "mine.yaml")


def test_a_wrong_key_names_the_valid_ones():
    with pytest.raises(PresetError) as caught:
        read_text("samplr: Euler", "mine.yaml")
    told = words.tell(caught.value, "en")
    assert "“samplr”" in told and "“sampler”" in told and "cfg_scale" in told


def test_a_file_that_is_too_big_or_no_text_is_one_sentence(tmp_path):
    big, binary = tmp_path / "big.yaml", tmp_path / "binary.yaml"
    big.write_text("#" * (MAX_BYTES + 1), encoding="utf-8")
    binary.write_bytes(b"steps: \xff\xfe\x00")
    for path in (big, binary, tmp_path / "missing.yaml"):
        with pytest.raises(NecutError) as caught:
            presets.read(path)
        assert words.tell(caught.value, "ko")


def test_yaml_is_that_of_1_2():
    assert parse("a: 0777\nb: 12:30\non: 1e3\nc: 'null'\nd: ~\ne: -.5\n", "x").values == {
        "a": 777, "b": "12:30", "on": 1000.0, "c": "null", "d": None, "e": -0.5,
    }  # fmt: skip


def test_values_from_elsewhere_are_checked_too():
    assert presets.from_values({"steps": 3}).steps == 3
    with pytest.raises(PresetError):
        presets.from_values({"steps": 3000}, "comic.json")
    with pytest.raises(InputError):
        presets.read("no such preset")


def test_listing_presets_imports_neither_pydantic_nor_a_yaml_library():
    asked = "import sys; from pipeline import presets; presets.names(); "
    asked += "print({'pydantic', 'yaml', 'ruamel'} & set(sys.modules))"
    assert subprocess.check_output([sys.executable, "-c", asked], text=True).strip() == "set()"
