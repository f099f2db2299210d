"""The artist that asks an OpenAI-compatible image endpoint: a key without a graphics card still gives real art.

What it is sent stands in `prose` (a panel's words as sentences) and `request` (model, size, the POST and its
answer). Every picture may cost money, so a POST is sent once and never again by itself: this is why it goes
through `remote`, not through OpenAI's client, which repeats. There is no seed and no step to obey; what
the server does not take is left out of the recipe's text as well.
"""

from __future__ import annotations

from collections.abc import Generator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pipeline import remote, settings
from pipeline.artists import Drawn, Readiness, Step
from pipeline.errors import NeedsSetup

if TYPE_CHECKING:
    from pipeline.comic import PanelPrompt, Recipe
    from pipeline.presets.preset import Preset

MODEL = "gpt-image-1"
"""The model asked when Connect names none."""


def create() -> OpenAIArtist:
    """The member, as the family makes it."""
    return OpenAIArtist()


def model() -> str:
    """The image model that is asked: Connect's, else the usual one."""
    return settings.load().openai_image_model or MODEL


@dataclass(frozen=True)
class Server:
    """Where pictures are painted, and the key for it ("" where none is held)."""

    url: str
    key: str = field(repr=False)


def server(owner: str | None = None) -> Server:
    """The server that Connect names for pictures, else the one that writes.

    The key of the one that writes is sent to no other server; a key for pictures may also stand beside it, for the same
    server. `owner` is whose keys are meant, as in `remote.key_for`.
    """
    found = settings.load()
    writes = (found.openai_base_url or remote.OPENAI_URL).strip().rstrip("/")
    paints = found.openai_image_base_url.strip().rstrip("/") or writes
    own = remote.key_for(owner, "pictures")
    return Server(paints, own or (remote.key_for(owner) if paints == writes else ""))


def readiness() -> Readiness:
    """Whether a server and, where one is needed, a key are given. Calls nobody: `remote.test_openai` does."""
    found = server()
    if found.url == remote.OPENAI_URL and not found.key:
        return Readiness(False, "openai.no_key")
    return Readiness(True, "openai.ready", {"model": model(), "address": found.url})


class OpenAIArtist:
    """Asks the server that Connect names, with the key of whom the job acts for."""

    name = "openai"
    lane = "network"
    obeys = frozenset({"style"})

    def resolve(self, preset: Preset, prompt: PanelPrompt, region: tuple[int, int]) -> Recipe:
        """The recipe: the words as prose, and the size among those the model makes that is nearest to the region.

        The seed is noted where the noun wants one; nobody obeys it, and the recipe's text says nothing of it.
        """
        from pipeline.artists.openai.prose import tell
        from pipeline.artists.openai.request import nearest_size
        from pipeline.comic import Recipe

        asked = model()
        width, height = nearest_size(asked, region)
        style = preset.style or ""
        return Recipe(
            artist=self.name,
            prompt=prompt,
            negative_prompt="",
            style=style,
            sampler="",
            schedule_type="",
            steps=1,
            cfg_scale=0,
            seed=preset.seed,
            width=width,
            height=height,
            checkpoint=asked,
            extra={"sent_text": tell(prompt, style), "unsaid": "Steps, CFG scale, Seed, RNG"},
        )

    def draw(self, recipes: Sequence[Recipe]) -> Generator[Step | Drawn, None, None]:
        """One request after another; closing the generator stops before the next, and what was paid for is handed
        over first. Raises NeedsSetup without a key or with a wrong one, RenderError when the server refuses
        the words, RemoteError when it is away, late, busy or answers badly."""
        from pipeline.artists.openai.request import Desk

        ready = readiness()
        if not ready.ready:
            raise NeedsSetup(ready.key, **ready.values)
        painting = server()
        with Desk(painting.url, painting.key, settings.load().picture_seconds) as desk:
            for index, recipe in enumerate(recipes):
                yield Step(index, len(recipes), (index,))
                answer = desk.picture(recipe)
                yield Drawn(index, answer.picture, notices=answer.notices, recipe=answer.recipe)
                yield Step(index + 1, len(recipes), (index,))
