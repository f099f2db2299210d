"""The prompter that continues the panel's words with GPT-2, as the forerunner did.

The panel compiled by `cast` is the fixed beginning; a GPT-2 taught on prompts (the forerunner's is
FredZhang7/distilgpt2-stable-diffusion-v2) adds words behind it, in five seeded ways. The words that
it added are pieces of their own, so that the page can show them and strike them out. Meant for
painters; a sketch knows few of the words that such a model likes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline import settings
from pipeline.errors import NecutError, NeedsSetup
from pipeline.prompters import CANDIDATES
from pipeline.remote import Readiness

if TYPE_CHECKING:
    from pipeline.comic import PanelPrompt, Script

MODEL = "FredZhang7/distilgpt2-stable-diffusion-v2"
"""The forerunner's model, fetched from the hub unless Connect names a folder."""
_PROBE = "a cat running, street, night"


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
    wanted = settings.load().gpt2_model or MODEL
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
        writer = load(model or settings.load().gpt2_model or MODEL, fetch=True)
        said = next(iter(writer.continuations(_PROBE, 0, 1)), "")
        return Readiness(True, "gpt2.works", {"name": writer.name, "example": f"{_PROBE}{said}"[:120]})
    except NecutError as error:
        return Readiness(False, error.key, error.values)


test.__test__ = False  # the name is Connect's: pytest must not take it for a test


class GPT2:
    """Continues `cast`'s wording; see the module."""

    name = "gpt2"
    lane = "torch"

    def propose(self, script: Script, index: int, seed: int) -> PanelPrompt:
        """The panel's words with `CANDIDATES` different continuations, the first taken.

        Raises NeedsSetup without a model; a hub model is fetched once, by Connect's Test button or here.
        """
        from pipeline import prompters
        from pipeline.comic import Candidate
        from pipeline.prompters.gpt2.continuing import continued
        from pipeline.prompters.gpt2.model import load

        if readiness().key == "gpt2.not_installed":
            raise NeedsSetup("gpt2.not_installed")
        compiled = prompters.get("cast").propose(script, index, seed)
        writer = load(settings.load().gpt2_model or MODEL, fetch=True)
        offered = continued(writer, compiled.pieces, f"{seed} {index}", CANDIDATES)
        candidates = tuple(Candidate(pieces=pieces) for pieces in offered)
        return compiled.with_changes(
            text=candidates[0].text, pieces=candidates[0].pieces, candidates=candidates, room=compiled.room
        )
