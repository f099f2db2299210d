"""One folder of tiny checkpoints for all these tests, and the engines of each test its own."""

from __future__ import annotations

import os

os.environ.setdefault("OMP_NUM_THREADS", "1")

import pytest

from pipeline.artists.diffusion import on_disk
from tests.checkpoints import save_folder, save_single_file


@pytest.fixture(scope="session")
def shelf(tmp_path_factory):
    """A model folder: `tiny` and `other` as folders, `single` as one file, `large` for XL, and the usual subfolders."""
    folder = tmp_path_factory.mktemp("models")
    save_folder(folder / "tiny")
    save_folder(folder / "other", seed=1)
    save_folder(folder / "large", xl=True)
    save_single_file(folder / "single.safetensors")
    for name in ("Lora", "embeddings", "VAE"):
        (folder / name).mkdir()
    return folder


@pytest.fixture(autouse=True)
def models(shelf, monkeypatch, tmp_path):
    """Necut looks on that shelf and nowhere else."""
    monkeypatch.setenv("NECUT_MODELS", str(shelf))
    monkeypatch.setenv("NECUT_DEVICE", "cpu")
    monkeypatch.setattr(on_disk, "SHIPPED", tmp_path / "nothing shipped")
    return shelf


@pytest.fixture
def fresh_engines(monkeypatch):
    """Nothing is loaded yet; returns the list of what is loaded from now on."""
    from pipeline.artists.diffusion import loading

    monkeypatch.setattr(loading, "_engines", {})
    monkeypatch.setattr(loading, "loads", [])
    return loading.loads
