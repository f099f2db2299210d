"""Tiny checkpoints for every test that paints; made once, when the first asks."""

from __future__ import annotations

import os

os.environ.setdefault("OMP_NUM_THREADS", "1")

import pytest

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


@pytest.fixture
def models(shelf, monkeypatch, tmp_path):
    """Necut looks on that shelf and nowhere else, and paints on the CPU."""
    from pipeline.artists.diffusion import on_disk

    monkeypatch.setenv("NECUT_MODELS", str(shelf))
    monkeypatch.setenv("NECUT_DEVICE", "cpu")
    monkeypatch.setattr(on_disk, "SHIPPED", tmp_path / "nothing shipped")
    return shelf
