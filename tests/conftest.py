"""Every test has a data folder of its own and no keys, servers or devices from the surroundings."""

from __future__ import annotations

import pytest

_SURROUNDINGS = (
    "NECUT_MODELS",
    "NECUT_WEBUI_URL",
    "NECUT_DEVICE",
    "NECUT_PRECISION",
    "OPENAI_API_KEY",
    "OPENAI_BASE_URL",
    "OPENAI_MODEL",
)


def pytest_addoption(parser) -> None:
    """Options of our own."""
    parser.addoption("--slow-wire", action="store_true", help="browser tests: a bad network before the server")


@pytest.fixture(autouse=True)
def necut_home(tmp_path, monkeypatch):
    """A fresh NECUT_HOME; the path of it."""
    home = tmp_path / "home"
    monkeypatch.setenv("NECUT_HOME", str(home))
    for variable in _SURROUNDINGS:
        monkeypatch.delenv(variable, raising=False)
    return home


@pytest.fixture(scope="module")
def shelf(tmp_path_factory):
    """A model folder with one tiny checkpoint, `tiny`."""
    from tests.checkpoints import save_folder

    folder = tmp_path_factory.mktemp("models")
    save_folder(folder / "tiny")
    return folder
