"""`render`: one picture, painted as asked, with its settings in it; every refusal one sentence."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from pipeline import infotext
from pipeline.artists.diffusion import on_disk
from pipeline.commands import render as command
from tests.commands.test_commands import necut, refused

PROMPT = "a (small:1.2) cat, street, 비"


@pytest.fixture
def preset(tmp_path):
    """A preset as a file, small enough for a test, that names an artist of its own."""
    path = tmp_path / "small.yaml"
    path.write_text(
        "artist: webui\nsampler: Euler a\nsteps: 3\ncfg_scale: 5\nwidth: 64\nheight: 72\nnegative_prompt: text\n"
    )
    return path


def render(preset, *more, shelf=None, **surroundings):
    models = {"NECUT_MODELS": str(shelf)} if shelf else {}
    return necut("render", preset, *more, NECUT_DEVICE="cpu", OMP_NUM_THREADS="1", **models, **surroundings)


def test_a_picture_is_painted_and_says_how(tmp_path, preset, shelf):
    out = tmp_path / "cat.png"
    result = render(preset, "--prompt", PROMPT, "--seed", 7, "-o", out, shelf=shelf)
    assert result.returncode == 0, result.stderr
    assert result.stdout.strip() == str(out)
    found = infotext.read_picture(out)
    with Image.open(out) as picture:
        assert picture.size == (64, 72)
    recipe = found["recipe"]
    assert (recipe.artist, recipe.prompt.text, recipe.seed, recipe.steps) == ("diffusion", PROMPT, 7, 3)
    assert recipe.checkpoint == "tiny" and len(recipe.checkpoint_hash) == 10 and recipe.extra["precision"]
    again = tmp_path / "again.png"
    assert render(preset, "--prompt", PROMPT, "--seed", 7, "-o", again, shelf=shelf).returncode == 0
    assert Image.open(again).tobytes() == Image.open(out).tobytes()


def test_a_checkpoint_is_given_by_its_path_and_a_home_by_its_option(tmp_path, preset, shelf):
    out, home = tmp_path / "cat.webp", tmp_path / "elsewhere"
    asked = ("--prompt", "cat", "--checkpoint", shelf / "tiny", "--home", home, "-o", out)
    result = render(preset, *asked, "--lang", "ko")
    assert result.returncode == 0, result.stderr
    assert "tiny" in infotext.read_picture(out)["text"]
    assert (home / "hashes.json").is_file()


def test_an_old_checkpoint_is_refused_until_it_is_asked_to_be_converted(tmp_path, preset):
    import torch

    old = tmp_path / "toon.ckpt"
    torch.save({"state_dict": {"model.diffusion_model.out.2.bias": torch.ones(4)}}, old)
    assert "toon.ckpt" in refused(render(preset, "--prompt", "cat", "--checkpoint", old, "-o", tmp_path / "cat.png"))
    new = Path(command.converted(str(old)))
    assert list(on_disk.header(new)) == ["model.diffusion_model.out.2.bias"] and old.is_file()
    assert command.converted(str(new)) == str(new), "what is safe stays as it is"


def test_what_was_left_out_is_said_in_the_language_asked_for(tmp_path, preset, shelf):
    out = tmp_path / "cat.jpg"
    result = render(preset, "--prompt", "cat <lora:nowhere:1>", "--lang", "ko", "-o", out, shelf=shelf)
    assert result.returncode == 0 and out.is_file()
    assert the_one_line(result.stderr) == "모델 폴더에 ‘nowhere’ LoRA가 없어서 빼고 그렸어요."


def test_choices_are_drawn_by_the_seed_and_the_picture_keeps_both(tmp_path, preset, shelf):
    preset.write_text(f"{preset.read_text()}style: '{{ink|chalk}}, __nobody__'\n")
    out = tmp_path / "cat.png"
    asked = ("--prompt", "{red|blue} cat", "--seed", 7, "-o", out)
    result = render(preset, *asked, shelf=shelf)
    assert result.returncode == 0, result.stderr
    assert result.stderr.count("There is no wildcard called “nobody”") == 1, "told twice, or not at all"
    found = infotext.read_picture(out)
    recipe = found["recipe"]
    assert recipe.prompt.text in ("red cat", "blue cat") and recipe.style in ("ink, __nobody__", "chalk, __nobody__")
    assert found["template"] == "{red|blue} cat, {ink|chalk}, __nobody__"
    assert (recipe.extra["template"], recipe.negative_prompt) == ("{red|blue} cat", "text")


def the_one_line(stderr: str) -> str:
    """The one line that was said."""
    (line,) = [line for line in stderr.splitlines() if line.strip()]
    return line


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("nowhere", "--prompt", "cat", "-o", "out.png"), "nowhere"),
        (("classic", "--prompt", "cat", "-o", "out.gif"), ".gif"),
        (("classic", "--prompt", "cat" * 2000, "-o", "out.png"), "5000"),
        (("classic", "--prompt", "cat", "--checkpoint", "nowhere", "-o", "out.png"), "nowhere"),
        (("classic", "-o", "out.png"), "prompt"),
    ],
)
def test_a_refusal_is_one_sentence_and_leaves_no_file(tmp_path, shelf, arguments, told):
    *asked, name = arguments
    assert told in refused(render(*asked, tmp_path / name, shelf=shelf))
    assert not (tmp_path / name).exists()


def test_without_a_checkpoint_the_sentence_says_where_to_put_one(tmp_path, preset):
    result = render(preset, "--prompt", "cat", "-o", tmp_path / "out.png", NECUT_MODELS=str(tmp_path / "none"))
    assert "NECUT_MODELS" in refused(result)
