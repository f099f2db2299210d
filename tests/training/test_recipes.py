"""Every recipe at smoke size; what it writes is loaded by the plain libraries and painted with."""

from __future__ import annotations

import json

import numpy
import pytest
import torch
from safetensors.torch import load_file

from pipeline.artists.diffusion import on_disk
from tests.training import making
from training import few_step, negative, parts, style
from training.measure import __main__ as measuring
from training.measure.painting import Manner, Painter
from training.recogniser import WEIGHTS, Recogniser

PROMPT = "orange cat, cat running, beach, night"


@pytest.fixture(scope="module")
def models():
    return making.models()


@pytest.fixture(scope="module")
def painter(models):
    return Painter.load(models / "necut-tiny")


def painted(painter: Painter, seed: int = 1, **manner) -> numpy.ndarray:
    return numpy.asarray(next(iter(painter.paint([PROMPT], Manner(**{"steps": 2, **manner}), [seed])))).astype(int)


def test_plain_diffusers_loads_the_painter_and_paints(models):
    from diffusers import StableDiffusionPipeline

    folder = models / "necut-tiny"
    pipe = StableDiffusionPipeline.from_pretrained(folder, dtype=torch.float32, local_files_only=True)
    pipe.set_progress_bar_config(disable=True)
    picture = pipe(PROMPT, num_inference_steps=2, generator=torch.Generator().manual_seed(1)).images[0]
    assert picture.size == (parts.SMOKE.side, parts.SMOKE.side)
    assert pipe.tokenizer.model_max_length == 77
    sizes = [file.stat().st_size for file in folder.rglob("*.safetensors")]
    assert sizes and max(sizes) < 15_000_000
    for file in folder.rglob("*.safetensors"):
        assert {tensor.dtype for tensor in load_file(file).values()} <= {torch.float16, torch.int64}, file


def test_the_diffusion_artist_lists_the_shipped_model(models, monkeypatch):
    monkeypatch.setattr(on_disk, "SHIPPED", models)
    assert [each.name for each in on_disk.checkpoints()] == ["necut-tiny"]
    assert on_disk.native_area(on_disk.find("necut-tiny")) == parts.SMOKE.side**2


def test_a_seed_repeats_bit_for_bit_and_cfg_changes_the_picture(painter):
    assert (painted(painter) == painted(painter)).all()
    assert (painted(painter) != painted(painter, seed=2)).any()
    assert (painted(painter, cfg_scale=1.0) != painted(painter, cfg_scale=6.0)).any()
    assert (painted(painter, negative="rain, night") != painted(painter)).any()


def test_a_word_of_its_own_vocabulary_is_one_token(painter):
    words = painter.pipe.tokenizer
    assert len(words("cat", add_special_tokens=False).input_ids) == 1
    assert words.unk_token_id not in words("한글 ☃ zebra", add_special_tokens=False).input_ids


def predicted(painter: Painter) -> torch.Tensor:
    """What the U-Net tells of one noise; a few steps of training change too little for a picture of eight bits."""
    noise = torch.randn((1, 4, 8, 8), generator=torch.Generator().manual_seed(1))
    words = torch.ones((1, 77, parts.SMOKE.text))
    with torch.no_grad():
        return painter.pipe.unet(noise, 500, encoder_hidden_states=words).sample


@pytest.mark.parametrize(("recipe", "name"), [("few_step", few_step.NAME), ("style", style.NAME)])
def test_a_lora_is_trained_and_loaded_by_plain_diffusers(models, recipe, name):
    path = making.made(recipe) / "lora" / f"{name}.safetensors"
    tensors = load_file(path)
    learnt = [key for key, tensor in tensors.items() if "lora_B" in key and tensor.abs().max() > 0]
    assert learnt and all(tensor.dtype == torch.float16 for tensor in tensors.values())
    plain, with_it = (Painter.load(models / "necut-tiny", lora) for lora in (None, path))
    assert (predicted(plain) != predicted(with_it)).any()
    few = {"sampler": "LCM", "schedule_type": "Uniform", "steps": 4, "cfg_scale": 1.0}
    assert painted(with_it, **few).shape == (parts.SMOKE.side, parts.SMOKE.side, 3)


def test_the_embedding_is_a_word_that_diffusers_learns(models):
    path = making.made("negative") / "embeddings" / f"{negative.NAME}.safetensors"
    vectors = load_file(path)["emb_params"]
    assert vectors.shape == (negative.VECTORS, parts.SMOKE.text)
    painter = Painter.load(models / "necut-tiny")
    before = painted(painter, negative="easynegative")
    painter.pipe.load_textual_inversion(vectors.float(), token=negative.NAME)
    assert (painted(painter, negative="easynegative") != before).any()


def test_a_finished_recipe_is_not_run_again(models, capsys):
    assert making.run("painter")
    assert "done before" in capsys.readouterr().out


def test_the_recogniser_tells_a_word_of_each_attribute(models, painter):
    folder = making.made("recogniser") / "necut-recogniser"
    assert (folder / WEIGHTS).stat().st_size < 1_500_000
    told = Recogniser.load(folder).told(list(painter.paint([PROMPT], Manner(steps=1))))
    assert set(told[0]) >= {"kind", "place", "expression", "weather"}


def test_every_measure_is_taken_once_and_kept(models, tmp_path, monkeypatch, capsys):
    from training.measure import curves

    monkeypatch.setattr(curves, "SCALES", (1, 6))
    monkeypatch.setattr(curves, "STEPS", (2,))
    monkeypatch.setattr(curves, "SAMPLERS", (("Euler", "Uniform"), ("UniPC", "Uniform")))
    seen = making.made("recogniser") / "necut-recogniser"
    out = tmp_path / "measures.json"
    arguments = ["--model", str(models / "necut-tiny"), "--recogniser", str(seen), "--count", "4", "--out", str(out)]
    found = measuring.main(arguments)
    assert found == json.loads(out.read_text(encoding="utf-8"))
    assert 0 <= found["accuracy"]["accuracy"] <= 1 and found["accuracy"]["prompts"] == 4
    assert set(found["negatives"]) == {"prompts", "without", "with"}
    assert set(found["guidance"]) == {"1", "6"} and set(found["steps"]) == {"Euler Uniform", "UniPC Uniform"}
    capsys.readouterr()
    assert measuring.main(arguments) == found
    assert not capsys.readouterr().out, "nothing was measured again"


def test_the_first_run_does_all_its_parts_and_the_second_builds_on_them(tmp_path):
    """As the commands do it, in processes of their own."""
    from training import first_run, second_run

    work = ["--size", "smoke", "--work", str(tmp_path / "work")]
    assert first_run.main([*work, "--out", str(tmp_path / "out" / "necut-tiny")])
    assert (tmp_path / "out" / "necut-tiny" / "model_index.json").is_file()
    assert second_run.main([*work, "--base", str(tmp_path / "out" / "necut-tiny"), "--out", str(tmp_path / "out")])
    made = {file.name for folder in ("lora", "embeddings") for file in (tmp_path / "out" / folder).iterdir()}
    assert made == {f"{name}.safetensors" for name in (few_step.NAME, style.NAME, negative.NAME)}


def test_the_card_says_what_was_measured_and_pages_can_read_it(models, tmp_path, monkeypatch):
    import shutil

    from pipeline.artists.diffusion import card as reading
    from training import card

    monkeypatch.setattr(card, "sheet", lambda painter, path, real=card.sheet: real(painter, path, 2))
    folder = tmp_path / "necut-tiny"
    shutil.copytree(models / "necut-tiny", folder)
    measures = {
        "accuracy": {"prompts": 1000, "accuracy": 0.715, "by attribute": {"kind": 0.9, "place": 0.6}},
        "agreement": {"characters": 250, "pairs": 4000, "agreement": 0.81},
        "negatives": {"prompts": 500, "without": 0.3, "with": 0.1},
        "guidance": {"1": 0.5, "6": 0.7},
        "steps": {"Euler Uniform": {"4": 0.5, "20": 0.7}},
    }
    (folder / "measures.json").write_text(json.dumps(measures), encoding="utf-8")
    text = card.main(["--model", str(folder)]).read_text(encoding="utf-8")
    assert reading.accuracy(folder) == 0.715 and reading.is_first_version(folder)
    assert "First version: 72%" in text or "First version: 71%" in text
    for said in ("81.0% of 4000", '"rain, night" 10.0%', "| 6 | 70.0% |", "| Euler Uniform | 50.0% | 70.0% |"):
        assert said in text
    assert (folder / card.SHEET).stat().st_size > 1000
