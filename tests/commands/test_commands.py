"""The command line as a user types it: a process of its own, its exit code, its one sentence."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

from pipeline.families import member_names

ROOT = Path(__file__).parents[2]
IDEA = "비 오는 날 우산을 잃어버린 고양이"


def necut(*arguments: object, **environment: str) -> subprocess.CompletedProcess:
    """Run one command."""
    return subprocess.run(
        [sys.executable, "-m", "pipeline", *map(str, arguments)],
        cwd=ROOT,
        env={**os.environ, "LANG": "en_US.UTF-8", "PYTHONIOENCODING": "utf-8", **environment},
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
    )


def refused(result: subprocess.CompletedProcess) -> str:
    """The one sentence of a command that failed."""
    assert result.returncode != 0
    assert "Traceback" not in result.stderr + result.stdout
    lines = [line for line in result.stderr.splitlines() if line.strip()]
    assert len(lines) == 1, result.stderr
    return lines[0]


def test_one_sentence_becomes_a_page(tmp_path):
    result = necut("make", IDEA, "--lang", "ko", "--seed", 7, "-o", tmp_path / "out.png", "--json", tmp_path / "o.json")
    assert result.returncode == 0, result.stderr
    with Image.open(tmp_path / "out.png") as picture:
        size = picture.size
    assert size[0] >= 1200
    document = json.loads((tmp_path / "o.json").read_text(encoding="utf-8"))
    _check_document(document, size)


def _check_document(document: dict, size: tuple[int, int]) -> None:
    assert document["language"] == "ko" and document["title"]
    script, page = document["script"], document["page"]
    assert [panel["beat"] for panel in script["panels"]] == ["setup", "development", "turn", "close"]
    assert all(panel["scene"].isascii() for panel in script["panels"])
    assert (page["width"], page["height"]) == size and len(page["panels"]) == 4
    spoken = [(n, line["text"]) for n, panel in enumerate(script["panels"]) for line in panel["lines"]]
    assert sorted(spoken) == sorted((balloon["panel"], balloon["text"]) for balloon in page["balloons"])
    for balloon in page["balloons"]:
        x0, y0, x1, y1 = page["panels"][balloon["panel"]]
        box = balloon["box"]
        assert x0 <= box[0] < box[2] <= x1 and y0 <= box[1] < box[3] <= y1
    drawn = {(face["panel"], face["character"]) for face in page["faces"]}
    assert drawn and all(name in script["panels"][panel]["characters"] for panel, name in drawn)
    for take in document["takes"]:
        recipe = take["recipe"]
        assert recipe["seed"] == 7 and recipe["artist"] == "sketch"
        assert recipe["sampler"] == "DPM++ 2M" and recipe["schedule_type"] == "Karras"
        assert recipe["steps"] == 30 and recipe["cfg_scale"] == 6
        assert recipe["negative_prompt"].startswith("(fat, obese, overweight)")
    stages = [(stage["name"], stage["panel"], stage["state"]) for stage in document["stages"]]
    panels = range(4)
    assert stages == [
        ("story", None, "fresh"),
        *(("prompt", panel, "fresh") for panel in panels),
        *(("picture", panel, "fresh") for panel in panels),
        ("page", None, "fresh"),
    ]


def test_the_same_seed_makes_the_same_pixels(tmp_path):
    pixels = []
    for name in ("a.png", "b.png"):
        assert necut("make", IDEA, "--seed", 7, "-o", tmp_path / name, "--home", tmp_path / name[0]).returncode == 0
        pixels.append(Image.open(tmp_path / name).tobytes())
    assert pixels[0] == pixels[1]


def test_without_a_seed_the_presets_draws_all_four_and_the_storys_is_recorded(tmp_path):
    result = necut("make", "a robot", "-o", tmp_path / "out.png", "--json", tmp_path / "out.json")
    assert result.returncode == 0, result.stderr
    document = json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))
    assert {take["recipe"]["seed"] for take in document["takes"]} == {564404008}
    assert document["language"] == "en" and isinstance(document["seed"], int)


def test_an_open_seed_draws_one_for_each_panel(tmp_path):
    preset = tmp_path / "open.yaml"
    preset.write_text("seed: null\nstyle: ink\n", encoding="utf-8")
    result = necut("make", "a robot", "--preset", preset, "-o", tmp_path / "out.png", "--json", tmp_path / "out.json")
    assert result.returncode == 0, result.stderr
    takes = json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))["takes"]
    assert len({take["recipe"]["seed"] for take in takes}) == 4
    assert {take["recipe"]["style"] for take in takes} == {"ink"}


def test_no_torch_is_imported(tmp_path):
    script = (
        "import sys\nfrom pipeline.commands import run\n"
        f"try:\n    run(['make', 'a cat', '-o', {str(tmp_path / 'out.png')!r}])\n"
        "except SystemExit as end:\n    assert end.code == 0\n"
        "heavy = {'torch', 'diffusers', 'transformers', 'openai', 'streamlit'} & set(sys.modules)\n"
        "assert not heavy, heavy\n"
    )
    result = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, timeout=120)
    assert result.returncode == 0, result.stderr


@pytest.mark.parametrize("idea", ["😀", "?!", "가" * 5000, "leek soup: chop, boil, blend", "<script>alert(1)</script>"])
def test_odd_ideas_become_comics(tmp_path, idea):
    result = necut("make", idea, "--seed", 1, "-o", tmp_path / "out.png")
    assert result.returncode == 0, result.stderr


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (["make", "", "-o", "OUT/x.png"], "아이디어"),
        (["make", "고양이", "-o", "OUT/x.docx"], ".png"),
        (["make", "고양이", "-o", "OUT/x.png", "--preset", "없음"], "classic"),
        (["make", "고양이", "-o", "OUT/x.png", "--layout", "없음"], "grid"),
        (["make", "고양이", "-o", "OUT/x.png", "--artist", "없음"], "sketch"),
        (["make", "고양이", "-o", "OUT/x.png", "--genre", "없음"], "school"),
        (["make", "고양이", "-o", "OUT/x.png", "--seed", "많이"], "--seed"),
        (["make", "고양이", "-o", "OUT/x.png", "--nonsense"], "--nonsense"),
        (["make", "고양이"], "-o"),
        (["make", "고양이", "-o", "OUT/file/x.png"], "file"),
        (["export", "nobody", "-o", "OUT/x.png"], "nobody"),
        (["list", "없음"], "presets"),
        (["nonsense"], "--help"),
        (["list", "presets", "artists"], "list"),
    ],
)
def test_what_cannot_be_done_is_one_sentence_in_the_language_chosen(tmp_path, arguments, named):
    (tmp_path / "file").write_text("in the way")
    arguments = [argument.replace("OUT", str(tmp_path)) for argument in arguments]
    sentence = refused(necut(*arguments, "--lang", "ko"))
    assert named in sentence and any("가" <= letter <= "힣" for letter in sentence)
    assert not list(tmp_path.glob("x.*"))


def test_a_damaged_comic_is_one_sentence(tmp_path):
    folder = tmp_path / "home" / "comics" / "abc"
    folder.mkdir(parents=True)
    (folder / "comic.json").write_text("{")
    sentence = refused(necut("export", "abc", "-o", tmp_path / "x.png", "--home", tmp_path / "home"))
    assert "broken" in sentence


def test_an_unwritable_home_is_one_sentence(tmp_path):
    (tmp_path / "file").write_text("in the way")
    assert "file" in refused(necut("make", "a cat", "-o", tmp_path / "x.png", "--home", tmp_path / "file"))


def test_a_preset_with_a_wrong_key_is_explained(tmp_path):
    preset = tmp_path / "wrong.yaml"
    preset.write_text("steps: 30\nsamplr: Euler\n", encoding="utf-8")
    sentence = refused(necut("make", "a cat", "-o", tmp_path / "x.png", "--preset", preset))
    assert "samplr" in sentence and "2" in sentence


def test_a_comic_of_the_library_is_exported(tmp_path):
    home = tmp_path / "home"
    made = necut("make", "a cat", "-o", tmp_path / "a.png", "--home", home, "--json", tmp_path / "a.json")
    assert made.returncode == 0, made.stderr
    comic_id = json.loads((tmp_path / "a.json").read_text(encoding="utf-8"))["id"]
    exported = necut("export", comic_id, "-o", tmp_path / "b.cbz", "--home", home)
    assert exported.returncode == 0 and (tmp_path / "b.cbz").stat().st_size > 10_000


FAMILIES = ("presets", "samplers", "layouts", "writers", "prompters", "artists", "formats", "genres", "forms")


@pytest.mark.parametrize("family", FAMILIES)
def test_every_family_is_listed_one_id_a_line(family):
    result = necut("list", family)
    ids = result.stdout.split("\n")
    assert result.returncode == 0 and ids[-1] == "" and len(ids) > 2 and len(set(ids)) == len(ids)


@pytest.mark.parametrize("language", ["ko", "en"])
def test_every_command_explains_itself(language):
    from pipeline import commands, words

    for name in member_names(commands.__path__):
        assert words.has(f"commands.{name}", language)
