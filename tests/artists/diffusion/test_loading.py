"""Checkpoints in memory: loaded once, released when there is no room, refused when they are not what they seem."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from pipeline import settings, words
from pipeline.artists import diffusion, get
from pipeline.artists.diffusion import clip_vocabulary, device, hashes, loading, on_disk
from pipeline.comic import PanelPrompt
from pipeline.errors import DamagedFile, InputError, NecutError, NeedsSetup
from tests.artists.diffusion.making import PRESET, distance, drawn, recipe
from tests.checkpoints import tiny_parts, unet_name, vae_name

ROOT = Path(__file__).parent.parent.parent.parent


def told(error: NecutError) -> str:
    assert words.tell(error, "ko")
    return words.tell(error, "en")


def test_one_checkpoint_is_loaded_once_over_renders_presets_and_sessions(fresh_engines):
    drawn(recipe())
    drawn([recipe(seed=3), recipe(seed=4)])
    drawn(recipe(sampler="Euler a", schedule_type="Automatic", cfg_scale=3, steps=2))
    assert len(list(get("diffusion").draw([recipe("a second session")]))) > 1
    assert fresh_engines == ["tiny"]


def test_two_checkpoints_stay_where_both_fit(fresh_engines):
    for name in ("tiny", "other", "tiny", "other"):
        drawn(recipe(checkpoint=name))
    assert fresh_engines == ["tiny", "other"]


def test_a_switch_releases_the_old_one_when_both_do_not_fit(fresh_engines, monkeypatch):
    monkeypatch.setattr(device, "free_bytes", lambda _device: 0)
    for name in ("tiny", "other", "tiny"):
        drawn(recipe(checkpoint=name))
        assert [engine.checkpoint.name for engine in loading._engines.values()] == [name]
    assert fresh_engines == ["tiny", "other", "tiny"]


def test_a_failed_load_leaves_the_old_one_working(fresh_engines, tmp_path, models):
    before = drawn(recipe())[0].picture
    broken = tmp_path / "broken"
    shutil.copytree(models / "other", broken)
    (broken / "unet" / "config.json").write_text("{}", encoding="utf-8")
    with pytest.raises(DamagedFile) as caught:
        drawn(recipe(checkpoint=str(broken)))
    assert all(words.tell(caught.value, language) for language in words.LANGUAGES)
    assert drawn(recipe())[0].picture.tobytes() == before.tobytes()
    assert fresh_engines == ["tiny"], "the old one was still in memory"


def test_a_damaged_folder_costs_no_loaded_checkpoint_its_place(fresh_engines, tmp_path, models, monkeypatch):
    before = drawn(recipe())[0].picture
    monkeypatch.setattr(device, "free_bytes", lambda _device: 0)
    broken = tmp_path / "broken"
    shutil.copytree(models / "other", broken)
    (weights,) = (broken / "unet").glob("*.safetensors")
    weights.write_bytes(weights.read_bytes()[:-64])
    with pytest.raises(DamagedFile):
        drawn(recipe(checkpoint=str(broken)))
    assert drawn(recipe())[0].picture.tobytes() == before.tobytes()
    assert fresh_engines == ["tiny"]


def test_listing_and_resolving_import_nothing_heavy(models):
    code = (
        "import sys; from pipeline.artists import diffusion, get; from pipeline.comic import PanelPrompt\n"
        "from pipeline.presets.preset import Preset; print(len(diffusion.checkpoints()), diffusion.readiness().ready)\n"
        "get('diffusion').resolve(Preset(seed=1), PanelPrompt(text='cat'), (560, 560))\n"
        "print([name for name in ('torch', 'diffusers', 'transformers', 'numpy') if name in sys.modules])"
    )
    out = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert out.splitlines()[-1] == "[]"
    assert out.splitlines()[0].endswith("True")


def test_all_kinds_are_found_and_resolved_at_their_own_size():
    assert {each.name: each.kind for each in diffusion.checkpoints()} == {
        "tiny": "folder", "other": "folder", "large": "folder", "single": "file",
    }  # fmt: skip
    open_size = get("diffusion").resolve(PRESET.without("width", "height"), recipe().prompt, (800, 400))
    assert open_size.width / open_size.height == pytest.approx(2, rel=0.1)
    assert open_size.width * open_size.height == pytest.approx(128 * 128, rel=0.2)


def test_the_hash_is_a1111s_for_a_file_and_remembered(models, monkeypatch):
    import hashlib

    single = on_disk.find("single")
    assert recipe(checkpoint="single").checkpoint_hash == ""
    painted = drawn(recipe(checkpoint="single"))[0].recipe
    assert painted.checkpoint_hash == hashlib.sha256(Path(single.path).read_bytes()).hexdigest()[:10]
    hashes.reckon(single)
    assert recipe(checkpoint="single").checkpoint_hash == painted.checkpoint_hash
    monkeypatch.setattr(hashes, "_Digesting", lambda *_: pytest.fail("reckoned again"))
    hashes.reckon(single)


def test_a_checksum_beside_the_file_must_match(models):
    beside = models / "single.safetensors.sha256"
    beside.write_text("0" * 64)
    try:
        with pytest.raises(DamagedFile):
            hashes.reckon(on_disk.find("single"))
    finally:
        beside.unlink()


@pytest.mark.parametrize("harm", ["cut", "longer", "header", "empty"])
def test_a_damaged_file_is_refused_before_it_is_loaded(tmp_path, models, harm):
    data = (models / "single.safetensors").read_bytes()
    path = tmp_path / "hurt.safetensors"
    hurt = {"cut": data[:-100], "longer": data + b"x", "header": b"\xff" * 8 + data[8:], "empty": b""}
    path.write_bytes(hurt[harm])
    with pytest.raises(DamagedFile) as caught:
        on_disk.find(str(path))
    assert "hurt.safetensors" in told(caught.value)


@pytest.mark.parametrize("suffix", on_disk.UNSAFE)
def test_formats_that_can_run_code_are_refused_with_a_sentence(tmp_path, suffix):
    path = tmp_path / f"model{suffix}"
    path.write_bytes(b"\x80\x02}q\x00.")
    with pytest.raises(InputError) as caught:
        on_disk.find(str(path))
    assert "safetensors" in told(caught.value)


def test_a_folder_with_unsafe_weights_is_refused_with_a_sentence(tmp_path):
    folder = tmp_path / "pickled"
    (folder / "unet").mkdir(parents=True)
    (folder / "model_index.json").write_text(json.dumps({"_class_name": "StableDiffusionPipeline"}))
    (folder / "unet" / "diffusion_pytorch_model.bin").write_bytes(b"\x80\x02}q\x00.")
    with pytest.raises(InputError) as caught:
        loading.get(on_disk.find(str(folder)), "cpu")
    assert caught.value.key == "diffusion.unsafe_format"


def test_a_folder_of_another_kind_of_model_is_refused_with_a_sentence(tmp_path):
    (tmp_path / "flux").mkdir()
    (tmp_path / "flux" / "model_index.json").write_text(json.dumps({"_class_name": "os.system"}))
    with pytest.raises(InputError) as caught:
        loading.get(on_disk.find(str(tmp_path / "flux")), "cpu")
    assert caught.value.key == "diffusion.no_painter"


def test_a_checkpoint_given_by_its_path_paints_and_its_path_is_not_recorded(models):
    painted = drawn(recipe(checkpoint=str(models / "single.safetensors")))[0].recipe
    assert painted.checkpoint == "single"


def test_a_path_outside_the_shelf_paints_too(models, tmp_path):
    import shutil

    shutil.copytree(models / "tiny", tmp_path / "elsewhere" / "mine")
    painted = drawn(recipe(checkpoint=str(tmp_path / "elsewhere" / "mine")))[0]
    assert painted.recipe.checkpoint == "mine"
    assert distance(painted.picture, drawn(recipe())[0].picture) == 0


def test_without_any_checkpoint_one_sentence_says_where_to_give_one(monkeypatch, tmp_path):
    monkeypatch.setenv("NECUT_MODELS", str(tmp_path))
    assert diffusion.readiness().key == "diffusion.no_checkpoint"
    with pytest.raises(NeedsSetup) as caught:
        get("diffusion").resolve(PRESET.without("checkpoint"), PanelPrompt(text="cat"), (560, 560))
    assert "Connect" in told(caught.value)


def test_an_unknown_name_lists_what_there_is():
    with pytest.raises(InputError) as caught:
        on_disk.find("no such thing")
    assert "tiny" in told(caught.value)


def test_a_hub_name_without_a_network_is_one_sentence_and_soon(monkeypatch):
    monkeypatch.setenv("HF_ENDPOINT", "http://127.0.0.1:9")  # nobody there
    started = time.monotonic()
    with pytest.raises(NeedsSetup) as caught:
        loading.get(on_disk.find("nobody/no-such-checkpoint"), "cpu")
    assert "nobody/no-such-checkpoint" in told(caught.value)
    assert time.monotonic() - started < 10


def test_an_existing_webuis_folders_are_used(tmp_path, models, monkeypatch):
    webui = tmp_path / "webui"
    (webui / "models" / "Stable-diffusion").mkdir(parents=True)
    (webui / "models" / "Lora").mkdir()
    (webui / "embeddings").mkdir()
    (webui / "models" / "Stable-diffusion" / "toon.safetensors").symlink_to(models / "single.safetensors")
    (webui / "models" / "Lora" / "line.safetensors").write_bytes(b"")
    (webui / "embeddings" / "EasyNegative.safetensors").write_bytes(b"")
    monkeypatch.delenv("NECUT_MODELS")
    settings.save(settings.Settings(webui_models=str(webui)))
    assert [each.name for each in diffusion.checkpoints()] == ["toon"]
    assert set(on_disk.loras()) == {"line"} and set(on_disk.embeddings()) == {"easynegative"}


def test_a_device_that_is_not_there_is_one_sentence(monkeypatch):
    assert diffusion.test_device("cpu").key == "diffusion.device_works"
    assert diffusion.test_device("warp").key == "diffusion.no_device"
    monkeypatch.setenv("NECUT_DEVICE", "warp")
    with pytest.raises(NeedsSetup) as caught:
        drawn(recipe())
    assert "warp" in told(caught.value)


def test_the_first_device_that_works_is_picked(monkeypatch):
    monkeypatch.delenv("NECUT_DEVICE")
    monkeypatch.setattr(device, "works", lambda name: name in ("mps", "cpu"))
    assert device.pick() == "mps"


# The shipped configurations


@pytest.mark.parametrize(
    ("family", "unet", "text"),
    [("sd1", 859_520_964, 123_060_480), ("sd2", 865_910_724, 340_387_840), ("sdxl", 2_567_463_684, 123_060_480)],
)
def test_the_shipped_configurations_have_the_published_sizes(family, unet, text):
    import torch
    from diffusers import AutoencoderKL, UNet2DConditionModel
    from transformers import CLIPTextConfig, CLIPTextModel

    folder = loading.CONFIGS / family
    with torch.device("meta"):
        counted = [
            sum(each.numel() for each in model.parameters())
            for model in (
                UNet2DConditionModel.from_config(UNet2DConditionModel.load_config(folder / "unet")),
                CLIPTextModel(CLIPTextConfig.from_json_file(folder / "text_encoder" / "config.json")),
                AutoencoderKL.from_config(AutoencoderKL.load_config(folder / "vae")),
            )
        ]
    assert counted == [unet, text, 83_653_863]


@pytest.mark.parametrize("family", ["sd1", "sd2", "sdxl"])
def test_a_real_single_files_names_fit_the_shipped_configurations(family):
    import torch
    from diffusers import AutoencoderKL, UNet2DConditionModel
    from diffusers.loaders.single_file_utils import convert_ldm_unet_checkpoint, convert_ldm_vae_checkpoint

    folder = loading.CONFIGS / family
    with torch.device("meta"):
        unet = UNet2DConditionModel.from_config(UNet2DConditionModel.load_config(folder / "unet"))
        vae = AutoencoderKL.from_config(AutoencoderKL.load_config(folder / "vae"))
    named = {
        f"model.diffusion_model.{unet_name(name, unet.config)}": value for name, value in unet.state_dict().items()
    }
    assert set(convert_ldm_unet_checkpoint(named, dict(unet.config))) == set(unet.state_dict())
    named = {f"first_stage_model.{vae_name(name, 4)}": value for name, value in vae.state_dict().items()}
    assert set(convert_ldm_vae_checkpoint(named, dict(vae.config))) == set(vae.state_dict())


def test_the_vocabulary_is_clips():
    tokenizer = clip_vocabulary.tokenizer("tokenizer", "sd1")
    assert len(tokenizer) == clip_vocabulary.SIZE
    ids = tokenizer("a photo of a cat").input_ids
    assert ids == [49406, 320, 1125, 539, 320, 2368, 49407]
    assert (loading.CONFIGS.parent / "clip" / "LICENSE").is_file()
    assert clip_vocabulary.tokenizer("tokenizer_2", "sdxl").pad_token_id == 0
    assert tiny_parts()["tokenizer"].pad_token_id == 49407
