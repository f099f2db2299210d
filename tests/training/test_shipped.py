"""What lies in `models/`: small, readable by the plain libraries, and at work where it should be."""

from __future__ import annotations

import pytest

from pipeline.artists.sketch.read import words_of
from pipeline.comic import split_phrases
from pipeline.prompters import gpt2
from training.command import MODELS

PROMPTS = MODELS / "necut-prompts"
TINY = MODELS / "necut-tiny"
MEGABYTE = 1_000_000


def test_everything_shipped_is_small():
    files = [file for file in MODELS.rglob("*") if file.is_file()]
    assert sum(file.stat().st_size for file in files) < 44 * MEGABYTE
    assert all(file.stat().st_size < 15 * MEGABYTE for file in files)


def test_nothing_shipped_can_run_code():
    assert not [file for file in MODELS.rglob("*") if file.suffix in (".bin", ".pt", ".ckpt", ".pkl", ".py")]


def test_plain_transformers_loads_the_prompt_writer():
    from transformers import AutoTokenizer, GPT2LMHeadModel

    assert sum(file.stat().st_size for file in PROMPTS.iterdir()) < 6 * MEGABYTE
    words = AutoTokenizer.from_pretrained(PROMPTS, local_files_only=True)
    model = GPT2LMHeadModel.from_pretrained(PROMPTS, local_files_only=True).eval()
    start = words("orange cat, cat running, beach,", return_tensors="pt")
    told = model.generate(**start, do_sample=False, max_new_tokens=40, pad_token_id=words.eos_token_id)
    tags = split_phrases(words.decode(told[0][start.input_ids.shape[1] :], skip_special_tokens=True))
    assert len(tags) >= 3
    assert not [tag for tag in tags if words_of(tag)[1]], tags


def test_it_is_what_the_gpt2_prompter_works_with_unless_told_otherwise():
    assert gpt2.chosen() == "necut-prompts"
    assert gpt2.MODEL in gpt2.models(), "the forerunner's can still be chosen"
    assert gpt2.readiness().ready


@pytest.mark.skipif(not TINY.is_dir(), reason="no painter ships yet")
def test_plain_diffusers_loads_the_painter():
    from diffusers import StableDiffusionPipeline

    pipe = StableDiffusionPipeline.from_pretrained(TINY, local_files_only=True)
    pipe.set_progress_bar_config(disable=True)
    assert pipe("orange cat, beach", num_inference_steps=2).images[0].size == (256, 256)
