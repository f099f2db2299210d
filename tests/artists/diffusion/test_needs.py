"""What cannot be had is told before anything is painted, with what could take its place; old files are made safe."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
import torch
from safetensors.torch import load_file, save_file

from pipeline.artists import Missing, diffusion
from pipeline.artists.diffusion import _unpickle, converting, on_disk
from pipeline.errors import DamagedFile
from pipeline.presets.preset import Lora, Preset
from tests.artists.diffusion.making import PRESET, distance, drawn, recipe
from tests.checkpoints import WIDTH, save_lora


@pytest.fixture
def own_shelf(shelf, tmp_path, monkeypatch):
    """A shelf of this test's own: the tiny checkpoint, two LoRAs, three embeddings, a pickled LoRA."""
    folder = tmp_path / "models"
    for name in ("Lora", "embeddings", "VAE"):
        (folder / name).mkdir(parents=True)
    (folder / "tiny").symlink_to(shelf / "tiny")
    for seed, name in enumerate(("inkline", "wash")):
        save_lora(folder / "Lora" / f"{name}.safetensors", seed)
    for name, width in (("mine", WIDTH), ("wide", WIDTH + 1)):
        save_file({"emb_params": torch.ones((2, width))}, str(folder / "embeddings" / f"{name}.safetensors"))
    torch.save({"string_to_param": {"*": torch.ones((2, WIDTH))}}, folder / "embeddings" / "oldhand.pt")
    torch.save(load_file(str(folder / "Lora" / "wash.safetensors")), folder / "Lora" / "worn.pt")
    monkeypatch.setenv("NECUT_MODELS", str(folder))
    return folder


def missing(*texts: str, **fields) -> dict[str, Missing]:
    return {each.name: each for each in diffusion.missing(Preset(checkpoint="tiny", **fields), texts)}


def test_a_preset_whose_files_are_all_there_misses_nothing(own_shelf):
    fields = {"loras": (Lora(name="inkline"),), "negative_prompt": "text, mine", "vae": "Automatic"}
    assert missing("cat <lora:wash:0.5>", **fields) == {}


def test_everything_that_is_not_there_is_named_once_with_the_likest_first(own_shelf):
    found = missing(
        "cat <lora:inklime:0.5>, embedding:nowhere", "dog <lora:inklime:1>", negative_prompt="EasyNegative", vae="warm"
    )
    assert {name: (each.kind, each.why) for name, each in found.items()} == {
        "inklime": ("lora", "absent"),
        "nowhere": ("embedding", "absent"),
        "easynegative": ("embedding", "absent"),
        "warm": ("vae", "absent"),
    }
    assert found["inklime"].others == ("inkline", "wash")
    assert found["easynegative"].others == ("mine",), "only those that fit the checkpoint"


def test_an_embedding_for_another_width_is_told_by_its_header_alone(own_shelf):
    assert missing("wide, mine")["wide"].why == "unfit"


def test_a_checkpoint_that_is_not_there_is_named_with_those_that_are(own_shelf):
    (found,) = diffusion.missing(Preset(checkpoint="tinny"), ())
    assert (found.kind, found.why, found.others) == ("checkpoint", "absent", ("tiny",))


def test_asking_imports_nothing_heavy(own_shelf):
    code = (
        "import sys; from pipeline.artists import diffusion; from pipeline.presets.preset import Preset\n"
        "print(len(diffusion.missing(Preset(negative_prompt='wide, oldhand, easynegative'), ('<lora:x:1>',))))\n"
        "print([name for name in ('torch', 'diffusers', 'transformers', 'numpy') if name in sys.modules])"
    )
    root = Path(__file__).parents[3]
    out = subprocess.run([sys.executable, "-c", code], cwd=root, capture_output=True, text=True, check=True).stdout
    assert out.splitlines() == ["4", "[]"]


def test_a_file_that_could_run_code_is_converted_in_a_child_and_then_acts(own_shelf):
    found = missing("oldhand, cat <lora:worn:1>")
    assert {name: each.why for name, each in found.items()} == {"worn": "unsafe", "oldhand": "unsafe"}
    list(converting.convert(Path(found["worn"].path), found["worn"].kind))
    assert set(missing("oldhand, cat <lora:worn:1>")) == {"oldhand"}
    worn, wash = (drawn(recipe(f"cat <lora:{name}:1>"))[0] for name in ("worn", "wash"))
    assert worn.notices == () and distance(worn.picture, wash.picture) == 0
    assert (own_shelf / "Lora" / "worn.pt").is_file(), "the old file stays"


class Evil:
    def __init__(self, marker: Path) -> None:
        self.marker = marker

    def __reduce__(self):
        return (Path.touch, (self.marker,))


def test_a_file_that_holds_code_is_refused_and_nothing_of_it_runs(own_shelf, tmp_path):
    path, marker = tmp_path / "bad.pt", tmp_path / "it ran"
    torch.save({"w": Evil(marker)}, path)
    with pytest.raises(DamagedFile):
        list(converting.convert(path, "lora"))
    assert not marker.exists()
    assert list(converting.folder("lora").iterdir()) == []


def test_what_the_child_takes_for_tensors():
    vectors, weight = torch.ones((2, 4)), torch.ones((4, 4))
    assert _unpickle.tensors_of({"string_to_param": {"*": vectors}, "step": 3}) == {"emb_params": vectors}
    assert _unpickle.tensors_of({"<word>": vectors}) == {"emb_params": vectors}
    assert _unpickle.tensors_of({"state_dict": {"unet.w": weight, "epoch": 1}}) == {"unet.w": weight}
    assert [_unpickle.tensors_of(nothing) for nothing in ({"w": 1}, [], {}, None)] == [{}] * 4


def test_a_conversion_that_is_closed_ends_its_child(own_shelf, monkeypatch):
    started = []
    popen = subprocess.Popen
    monkeypatch.setattr(subprocess, "Popen", lambda *given, **more: started.append(popen(*given, **more)) or started[0])
    monkeypatch.setattr(converting, "_LOOK", 0.01)
    work = converting.convert(own_shelf / "Lora" / "worn.pt", "lora")
    next(work)
    work.close()
    assert started[0].poll() is not None
    assert "worn" in missing("<lora:worn:1>")


def test_converted_checkpoints_are_found(own_shelf, shelf):
    assert on_disk.settings.home() / on_disk.CONVERTED == converting.folder()
    target = converting.folder("checkpoint")
    target.mkdir(parents=True)
    (target / "mine.safetensors").symlink_to(shelf / "single.safetensors")
    assert on_disk.find("mine").kind == "file"
    assert PRESET.checkpoint == "tiny"
