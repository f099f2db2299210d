"""Every finding is made to appear, is told in both languages, and its repair makes it go."""

from __future__ import annotations

import importlib
import pkgutil

import pytest

from pipeline import doctor, presets, words
from pipeline.errors import InputError, PresetError
from pipeline.presets.preset import Preset
from tests.doctor import shelf

LONG = ", ".join(f"word number {number}" for number in range(40))


@pytest.fixture
def models(tmp_path, monkeypatch):
    """A model folder with an SD 1 checkpoint and one of each other kind of file."""
    folder = tmp_path / "models"
    shelf.checkpoint(folder, "a-toon")
    shelf.checkpoint(folder, "big-xl", xl=True)
    shelf.lora(folder, "ink")
    shelf.lora(folder, "ink-xl", width=2048)
    shelf.unsafe(folder, "Lora", "old")
    shelf.vae(folder, "soft")
    shelf.vae(folder, "soft-xl")
    shelf.vae(folder, "sixteen", channels=16)
    shelf.unsafe(folder, "VAE", "oldvae")
    shelf.embedding(folder, "goodhands")
    shelf.embedding(folder, "wide", width=1024)
    shelf.unsafe(folder, "embeddings", "oldword")
    monkeypatch.setenv("NECUT_MODELS", str(folder))
    monkeypatch.setenv("NECUT_DEVICE", "cpu")
    monkeypatch.setattr("pipeline.artists.diffusion.on_disk.SHIPPED", tmp_path / "none")
    return folder


def keys(found):
    return {each.key for each in found}


def holds(key, values, artist="diffusion", prompts=(), gone=(), **more):
    """The finding is there, reads well, and is gone after its repair; `gone` are others that go with it."""
    found = doctor.examine(values, artist, prompts, **more)
    finding = next((each for each in found if each.key == key), None)
    assert finding is not None, keys(found)
    for language in words.LANGUAGES:
        for told in (finding.told(language), finding.repair.told(language)):
            assert told and "{" not in told and "@" not in told
    repaired = finding.repaired(values)
    after = doctor.examine(repaired, finding.repair.changes.get("artist", artist), prompts, **more)
    left = [each for each in after if (each.key, each.values) == (key, finding.values)]
    assert not left, f"still there: {left}"
    presets.from_values(repaired)
    return finding


ON_THIS_MACHINE = [
    ("samplers.impossible_pair", {"sampler": "Euler a", "schedule_type": "Karras"}),
    ("samplers.own_schedule_only", {"sampler": "LCM", "schedule_type": "Karras"}),
    ("samplers.unknown", {"sampler": "Eulr"}),
    ("samplers.unknown_schedule", {"sampler": "Euler", "schedule_type": "Karas"}),
    ("doctor.not_in_eights", {"width": 500}),
    ("doctor.not_in_eights", {"height": 777}),
    ("doctor.cfg_for_few_steps", {"sampler": "LCM", "cfg_scale": 7.0, "loras": [{"name": "ink", "weight": 1.0}]}),
    ("doctor.cfg_for_few_steps", {"checkpoint": "a-toon", "sampler": "TCD"}),
    ("doctor.needs_few_step_model", {"sampler": "LCM", "steps": 6, "cfg_scale": 1.5}),
    ("doctor.high_cfg", {"cfg_scale": 22.0}),
    ("doctor.unheard_negative", {"cfg_scale": 1.0, "negative_prompt": "text"}),
    ("diffusion.unknown_checkpoint", {"checkpoint": "nowhere"}),
    ("diffusion.unsafe_format", {"checkpoint": "old.ckpt"}),
    ("doctor.lora_absent", {"loras": [{"name": "gone", "weight": 1.0}, {"name": "ink", "weight": 0.5}]}),
    ("doctor.lora_unsafe", {"loras": [{"name": "old", "weight": 1.0}]}),
    ("doctor.lora_family", {"checkpoint": "a-toon", "loras": [{"name": "ink-xl", "weight": 1.0}]}),
    ("doctor.embedding_absent", {"negative_prompt": "(easynegative:1.2), text"}),
    ("doctor.embedding_unsafe", {"negative_prompt": "oldword, text"}),
    ("doctor.embedding_unfit", {"checkpoint": "a-toon", "negative_prompt": "wide"}),
    ("doctor.vae_absent", {"vae": "gone"}),
    ("doctor.vae_unsafe", {"vae": "oldvae"}),
    ("doctor.vae_family", {"checkpoint": "a-toon", "vae": "soft-xl"}),
    ("doctor.vae_family", {"checkpoint": "a-toon", "vae": "sixteen"}),
    ("doctor.too_large", {"checkpoint": "a-toon", "width": 1024, "height": 1024}),
    ("doctor.too_small", {"checkpoint": "big-xl", "width": 512, "height": 512}),
    ("doctor.idle_clip_skip", {"checkpoint": "big-xl", "clip_skip": 2}),
    ("doctor.long_negative", {"negative_prompt": LONG}),
]


@pytest.mark.parametrize(("key", "values"), ON_THIS_MACHINE)
def test_a_finding_appears_and_its_repair_makes_it_go(models, key, values):
    holds(key, values)


def test_a_preset_in_good_order_has_no_findings(models):
    fine = {"checkpoint": "a-toon", "loras": [{"name": "ink", "weight": 0.7}], "vae": "soft", "cfg_scale": 6.0,
            "negative_prompt": "goodhands, text", "sampler": "DPM++ 2M", "schedule_type": "Karras", "steps": 24,
            "width": 512, "height": 640}  # fmt: skip
    assert doctor.examine(fine, "diffusion") == ()


def test_a_file_of_the_checkpoints_own_family_is_no_mismatch(models):
    fine = {"checkpoint": "big-xl", "loras": [{"name": "ink-xl", "weight": 1.0}], "vae": "soft-xl"}
    assert doctor.examine(fine, "diffusion") == ()


def test_a_damaged_checkpoint_fails(models):
    path = shelf.checkpoint(models, "b-broken")
    path.write_bytes(path.read_bytes()[:-8])
    finding = holds("diffusion.unknown_checkpoint", {"checkpoint": "b-broken"})
    assert finding.severity == "fails"


def test_without_any_checkpoint_somebody_else_draws(tmp_path, monkeypatch):
    monkeypatch.setattr("pipeline.artists.diffusion.on_disk.SHIPPED", tmp_path / "none")
    holds("diffusion.no_checkpoint", {"steps": 20})


def test_a_device_that_is_not_there(models, monkeypatch):
    monkeypatch.setenv("NECUT_DEVICE", "cuda:9")
    holds("diffusion.no_device", {"steps": 20}, torch_may_load=True)


def test_memory_for_the_size_is_reckoned(models):
    finding = holds("doctor.no_memory", {"checkpoint": "a-toon", "width": 4096, "height": 4096}, torch_may_load=True)
    assert finding.severity == "fails"
    assert finding.repair.changes["width"] % 8 == 0


def test_a_checkpoint_beyond_all_memory_is_left_to_somebody_else(models):
    shelf.heavy_checkpoint(models, "heavy")
    finding = holds("doctor.no_memory", {"checkpoint": "heavy"}, torch_may_load=True)
    assert finding.repair.changes == {"artist": "sketch"}


def test_fields_that_an_artist_does_not_look_at():
    finding = holds("doctor.not_obeyed", {"sampler": "Euler", "steps": 20, "style": "ink"}, "sketch")
    assert set(finding.repair.changes) == {"sampler", "steps"}


def test_style_words_that_the_longest_prompt_pushes_behind_the_border(models):
    prompt = ", ".join(["a cat in the rain"] * 13)
    finding = holds("doctor.long_style", {"style": "ink, noir, heavy shadows, night"}, prompts=("short", prompt))
    assert "ink, noir, heavy shadows, night".endswith(finding.values["behind"])


def test_a_lora_is_taken_out_of_the_words_as_well(models):
    holds("doctor.lora_absent", {"style": "ink, <lora:gone:0.8>, night"})
    values = {"style": "ink, <lora:gone:0.8>, night", "loras": [{"name": "gone", "weight": 1.0}]}
    finding = holds("doctor.lora_absent", values)
    assert finding.repaired(values) == {"style": "ink, night"}


def test_everything_wrong_is_repaired_in_one_go(models):
    values = {"checkpoint": "nowhere", "vae": "gone", "width": 500, "sampler": "Euler a", "schedule_type": "Karras",
              "loras": [{"name": "gone", "weight": 1.0}], "negative_prompt": "easynegative"}  # fmt: skip
    assert doctor.fails(doctor.examine(values, "diffusion"))
    repaired = doctor.repaired(values, "diffusion")
    assert not [each for each in doctor.examine(repaired, "diffusion") if each.severity != "advice"]
    assert Preset.model_validate(repaired).sampler == "Euler a", "what was right stays"


def test_the_gravest_comes_first(models):
    found = doctor.examine({"checkpoint": "nowhere", "cfg_scale": 20.0, "vae": "gone"}, "diffusion")
    severities = [doctor.SEVERITIES.index(each.severity) for each in found]
    assert severities == sorted(severities)
    assert len(set(severities)) == 3


def test_values_that_no_repair_can_help_are_refused():
    with pytest.raises(PresetError):
        doctor.examine({"steps": "many"}, "sketch")
    with pytest.raises(InputError):
        doctor.examine({}, "nobody")


def test_shipped_presets_never_fail_with_the_sketch_artist():
    for name in presets.names():
        assert not doctor.fails(doctor.examine(presets.read(name), "sketch")), name


def test_no_check_stands_in_no_list():
    modules = [
        importlib.import_module(f"pipeline.doctor.{each.name}") for each in pkgutil.iter_modules(doctor.__path__)
    ]
    listed = [check for module in modules for check in getattr(module, "CHECKS", ())]
    assert list(doctor.CHECKS) and set(doctor.CHECKS) == set(listed)
