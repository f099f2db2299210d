"""`explain` and `info`, as a user runs them."""

from __future__ import annotations

import json

import pytest
from PIL import Image

from pipeline import commands, infotext, words
from tests.test_infotext import RECIPE, WRITTEN


def run(capsys, *arguments: str) -> tuple[int, str, str]:
    """Exit code, what was printed, and what was said on the error stream."""
    with pytest.raises(SystemExit) as left:
        commands.run(list(arguments))
    printed = capsys.readouterr()
    return left.value.code or 0, printed.out, printed.err


def test_explain_as_json(capsys):
    code, out, _ = run(
        capsys, "explain", "a [cat:dog:0.5] (고양이:1.3) <lora:ink:0.8> AND b :2", "--steps", "10", "--json"
    )
    told = json.loads(out)
    assert code == 0
    assert list(told) == ["schedule", "loras", "chunks", "notices"]
    assert [span["until"] for span in told["schedule"]] == [5, 10]
    assert ["고양이", 1.3] in told["schedule"][0]["fragments"]
    assert [part["weight"] for part in told["schedule"][0]["parts"]] == [1.0, 2.0]
    assert told["loras"] == [{"name": "ink", "text_encoder": 0.8, "unet": 0.8}]
    assert told["chunks"] == 1


def test_explain_counts_thirty_steps_unless_told(capsys):
    _, out, _ = run(capsys, "explain", "a BREAK b", "--json")
    (span,) = json.loads(out)["schedule"]
    assert (span["until"], span["fragments"]) == (30, [["a", 1.0], ["BREAK", -1], ["b", 1.0]])


def test_explain_for_people_speaks_their_language(capsys):
    code, out, _ = run(capsys, "explain", "cat <hypernet:x:1>", "--lang", "ko")
    assert code == 0
    assert "≤ 30: cat" in out and "75토큰 묶음: 1개" in out and "프롬프트에서 뺐어요" in out


def test_info_tells_what_a_picture_carries(capsys, tmp_path):
    path = tmp_path / "take.png"
    infotext.embed(Image.new("RGB", (8, 8)), path, RECIPE)
    assert run(capsys, "info", str(path))[:2] == (0, WRITTEN + "\n")
    told = json.loads(run(capsys, "info", str(path), "--json")[1])
    assert (told["made_by"], told["seed"], told["recipe"]["seed"]) == ("Necut", RECIPE.seed, RECIPE.seed)


def test_info_of_a_picture_without_settings_is_one_sentence(capsys, tmp_path):
    path = tmp_path / "plain.png"
    Image.new("RGB", (8, 8)).save(path)
    code, out, err = run(capsys, "info", str(path), "--lang", "en")
    assert (code, out) == (1, "")
    assert err.count("\n") == 1 and "plain.png carries no settings" in err


@pytest.mark.parametrize("command", ["explain", "info", "render"])
@pytest.mark.parametrize("language", words.LANGUAGES)
def test_help_says_what_every_argument_and_option_is_for(command, language):
    built = commands._application([command], language)
    told = {param.name: param.help for param in built.commands[command].params if param.name != "help"}
    assert all(told.values()), told


def test_help_is_plain_text_in_the_language_asked_for(capsys):
    code, out, _ = run(capsys, "render", "--help", "--lang", "ko")
    assert code == 0 and "체크포인트" in out and "[a:b:0.5]" in run(capsys, "explain", "--help", "--lang", "en")[1]
