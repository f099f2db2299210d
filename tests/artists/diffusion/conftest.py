"""All of these tests look on the shelf of tiny checkpoints."""

from __future__ import annotations

import pytest


@pytest.fixture(autouse=True)
def on_the_shelf(models, monkeypatch):
    """Every test here paints with the tiny checkpoints, in full precision: to be compared bit by bit."""
    monkeypatch.setenv("NECUT_PRECISION", "float32")


@pytest.fixture
def fresh_engines(monkeypatch):
    """Nothing is loaded yet; returns the list of what is loaded from now on."""
    from pipeline.artists.diffusion import loading

    monkeypatch.setattr(loading, "_engines", {})
    monkeypatch.setattr(loading, "loads", [])
    return loading.loads
