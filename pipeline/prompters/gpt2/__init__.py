"""The prompter that continues the panel's words with GPT-2, as the forerunner did.

The panel compiled by `cast` is the fixed beginning; a GPT-2 taught on prompts (the forerunner's is
FredZhang7/distilgpt2-stable-diffusion-v2) adds words behind it, in five seeded ways. The words that
it added are pieces of their own, so that the page can show them and strike them out. Meant for
painters; a sketch knows few of the words that such a model likes.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline import settings
from pipeline.errors import NecutError, NeedsSetup
from pipeline.prompters import CANDIDATES
from pipeline.remote import Readiness

if TYPE_CHECKING:
    from pipeline.comic import PanelPrompt, Script

MODEL = "FredZhang7/distilgpt2-stable-diffusion-v2"
"""The forerunner's model, fetched from the hub unless Connect names a folder."""
SHIPPED = Path(__file__).parents[3] / "models"
"""GPT-2 models small enough to ship with Necut."""
_PROBE = "a cat running, street, night"


def models() -> tuple[str, ...]:
    """The models to choose from: those shipped, by the name of their folder, the forerunner's, and Connect's own."""
    given = settings.load().gpt2_model
    return tuple(dict.fromkeys(name for name in (*_shipped(), MODEL, given) if name))


def chosen() -> str:
    """The model at work: Connect's, else the first that is shipped, else the forerunner's."""
    return settings.load().gpt2_model or next(iter(_shipped()), MODEL)


def choose(name: str) -> None:
    """Work with another of `models()` from now on, in every comic."""
    settings.save(settings.load().with_changes(gpt2_model=name))


def short_name(name: str) -> str:
    """What to call a model on the page: the last part of a folder or of a hub name."""
    return name.rstrip("/\\").replace("\\", "/").rpartition("/")[2]


def _shipped() -> tuple[str, ...]:
    folders = sorted(SHIPPED.iterdir()) if SHIPPED.is_dir() else ()
    return tuple(folder.name for folder in folders if _is_gpt2(folder))


def _is_gpt2(folder: Path) -> bool:
    try:
        told = json.loads((folder / "config.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return False
    return isinstance(told, dict) and told.get("model_type") == "gpt2"


def create() -> GPT2:
    """The member, as the family makes it."""
    return GPT2()


def readiness() -> Readiness:
    """Whether transformers is installed and the model is a folder here or a name that the hub may have.
    Imports nothing heavy and asks nobody: `test` does."""
    from importlib.util import find_spec

    from pipeline.prompters.gpt2.model import where

    if find_spec("torch") is None or find_spec("transformers") is None:
        return Readiness(False, "gpt2.not_installed")
    wanted = chosen()
    try:
        found = where(wanted)
    except NecutError as error:
        return Readiness(False, error.key, error.values)
    if found.local:
        return Readiness(True, "gpt2.ready", {"name": found.name})
    return (
        Readiness(False, "gpt2.not_here", {"name": wanted})
        if not found.cached
        else Readiness(True, "gpt2.ready", {"name": found.name})
    )


def test(model: str = "") -> Readiness:
    """What Connect's Test button says: the model is loaded (and fetched, where it is a hub name) and tried once."""
    from pipeline.prompters.gpt2.model import load

    if readiness().key == "gpt2.not_installed":
        return Readiness(False, "gpt2.not_installed")
    try:
        writer = load(model or chosen(), fetch=True)
        said = next(iter(writer.continuations(_PROBE, 0, 1)), "")
        return Readiness(True, "gpt2.works", {"name": writer.name, "example": f"{_PROBE}{said}"[:120]})
    except NecutError as error:
        return Readiness(False, error.key, error.values)


test.__test__ = False  # the name is Connect's: pytest must not take it for a test


class GPT2:
    """Continues `cast`'s wording; see the module."""

    name = "gpt2"
    lane = "torch"

    def prepare(self) -> Iterator[str]:
        """Load the model unless it is in memory already, its name told before: it may take half a minute.

        Raises NeedsSetup without a model.
        """
        from pipeline.prompters.gpt2.model import is_loaded, load

        if readiness().key == "gpt2.not_installed":
            raise NeedsSetup("gpt2.not_installed")
        if not is_loaded(chosen()):
            yield short_name(chosen())
            load(chosen(), fetch=True)

    def propose(self, script: Script, index: int, seed: int) -> PanelPrompt:
        """The panel's words with `CANDIDATES` different continuations, the first taken.

        Raises NeedsSetup without a model; a hub model is fetched once, by Connect's Test button or here.
        """
        from pipeline import prompters
        from pipeline.comic import Candidate
        from pipeline.prompters.gpt2 import blocking
        from pipeline.prompters.gpt2.continuing import continued
        from pipeline.prompters.gpt2.model import load

        if readiness().key == "gpt2.not_installed":
            raise NeedsSetup("gpt2.not_installed")
        compiled = prompters.get("cast").propose(script, index, seed)
        writer = load(chosen(), fetch=True)
        offered = continued(writer, compiled.pieces, f"{seed} {index}", CANDIDATES, blocking.words())
        candidates = tuple(Candidate(pieces=pieces) for pieces in offered)
        return compiled.with_changes(
            text=candidates[0].text, pieces=candidates[0].pieces, candidates=candidates, room=compiled.room
        )
