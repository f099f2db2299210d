"""A model folder for the tests that paint: one tiny checkpoint under three names."""

from __future__ import annotations

import os
import shutil

os.environ.setdefault("OMP_NUM_THREADS", "1")

import pytest

from tests.checkpoints import save_folder


@pytest.fixture(scope="session")
def three(tmp_path_factory):
    """`tiny`, `other` and `single`, and the usual subfolders."""
    folder = tmp_path_factory.mktemp("models")
    save_folder(folder / "tiny")
    for name in ("other", "single"):
        shutil.copytree(folder / "tiny", folder / name)
    (folder / "Lora").mkdir()
    return folder


@pytest.fixture
def models(three, monkeypatch, tmp_path):
    """Necut looks in that folder and nowhere else, and paints on the CPU."""
    from pipeline.artists.diffusion import on_disk

    monkeypatch.setenv("NECUT_MODELS", str(three))
    monkeypatch.setenv("NECUT_DEVICE", "cpu")
    monkeypatch.setattr(on_disk, "SHIPPED", tmp_path / "nothing shipped")
    return three
