"""Models as small as the recipes make them, trained once for all tests that need one."""

from __future__ import annotations

import atexit
import importlib
import os
import shutil
import tempfile
from functools import cache
from pathlib import Path
from unittest.mock import patch


@cache
def folder() -> Path:
    """Where smoke trainings go; removed at the end."""
    made = Path(tempfile.mkdtemp(prefix="necut-training-"))
    atexit.register(shutil.rmtree, made, ignore_errors=True)
    return made


def run(recipe: str, *arguments: str) -> bool:
    """Run a recipe as its command does, at smoke size and in one process; whether it says that it is done."""
    module = importlib.import_module(f"training.{recipe}")
    with patch.dict(os.environ, {"NECUT_PROCESSES": "0"}):
        return module.main(["--size", "smoke", "--work", str(folder()), *arguments])


@cache
def made(recipe: str) -> Path:
    """The folder of models after this recipe has run."""
    assert run(recipe)
    return folder() / "smoke"


@cache
def models() -> Path:
    """A folder like `models/` with a painter in it that has learnt next to nothing."""
    made("decoder")
    return made("painter")
