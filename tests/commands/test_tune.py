"""`tune`: a sheet and its figures; what cannot be tried is one sentence, and nothing is drawn."""

from __future__ import annotations

import json

import pytest
from PIL import Image

from tests.commands.test_commands import necut, refused

IDEA = "a robot learning to cook ramen"


@pytest.fixture
def preset(tmp_path):
    """A preset as a file, small enough for a test."""
    path = tmp_path / "small.yaml"
    path.write_text("width: 96\nheight: 96\nseed: 4\n", encoding="utf-8")
    return path


def test_a_sheet_is_drawn_and_the_second_time_found(tmp_path, preset):
    out, report = tmp_path / "sheet.png", tmp_path / "report.json"
    asked = ("tune", preset, "--x", "style: ink, noir", "--y", "seed: 1-2", "--idea", IDEA, "-o", out, "--json", report)
    first = necut(*asked)
    assert first.returncode == 0, first.stderr
    assert first.stdout.strip() == str(out)
    told = json.loads(report.read_text())
    assert {name: told[name] for name in ("cells", "rendered", "reused")} == {"cells": 4, "rendered": 4, "reused": 0}
    assert set(told) == {"cells", "rendered", "reused", "seconds"} and told["seconds"] > 0
    with Image.open(out) as sheet:
        assert sheet.width > 2 * 600
    assert necut(*asked, "--z", 'negative_prompt: "", rain').returncode == 0
    told = json.loads(report.read_text())
    assert (told["cells"], told["reused"], told["rendered"]) == (8, 4, 4)


def test_one_panel_of_a_comic_of_the_library_as_a_jpeg(tmp_path, preset):
    made = necut("make", IDEA, "-o", tmp_path / "a.png", "--json", tmp_path / "a.json", "--preset", preset)
    assert made.returncode == 0, made.stderr
    comic_id = json.loads((tmp_path / "a.json").read_text(encoding="utf-8"))["id"]
    asked = ("tune", preset, "--x", "seed: 1-2", "--comic", comic_id, "--panel", 2, "-o", tmp_path / "b.jpg")
    result = necut(*asked)
    assert result.returncode == 0, result.stderr
    with Image.open(tmp_path / "b.jpg") as sheet:
        assert sheet.format == "JPEG"


@pytest.mark.parametrize(
    ("more", "told"),
    [
        (("--x", "cfg_scale: 1-11 (+2)"), "style"),
        (("--x", "cfg_scale: 1-11 (+2)", "--artist", "nobody"), "sketch"),
        (("--x", "cfg_scale: 1-11 (+2)", "--checkpoint", "nowhere"), "nowhere"),
        (("--x", "styl: ink"), "style"),
        (("--x", "seed: 1-3", "--y", "seed: 4"), "seed"),
        (("--x", "seed: 1-3", "--layout", "nowhere"), "grid"),
        (("--y", "seed: 1-3"), "--x"),
    ],
)
def test_what_cannot_be_tried_is_one_sentence_and_draws_nothing(tmp_path, preset, more, told):
    out = tmp_path / "sheet.png"
    result = necut("tune", preset, "--idea", IDEA, "-o", out, "--home", tmp_path / "home", *more)
    assert told in refused(result)
    assert not out.exists() and not list((tmp_path / "home").glob("trials/*.png"))


def test_without_an_idea_or_with_a_wrong_suffix(tmp_path, preset):
    assert "empty" in refused(necut("tune", preset, "--x", "seed: 1-2", "-o", tmp_path / "a.png"))
    assert ".png" in refused(necut("tune", preset, "--x", "seed: 1-2", "--idea", IDEA, "-o", tmp_path / "a.gif"))
