"""The artists: Recipes → pictures, reporting every step. A file or folder in here is an artist.

An artist's module has a function `create() -> Artist`, and may have `missing(preset, texts) -> tuple[Missing, ...]`,
which is asked before anything is drawn. `draw` is a generator: whoever calls it shows
the progress, and cancels by closing it (the artist must stop within one step and clean up in
`finally`).
"""

from __future__ import annotations

from collections.abc import Generator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from pipeline.families import member_module, member_names

if TYPE_CHECKING:  # listing the artists must not cost the first page these imports
    from PIL.Image import Image

    from pipeline.comic import Figure, Notice, PanelPrompt, Recipe
    from pipeline.presets.preset import Preset

DEFAULT = "sketch"


@dataclass(frozen=True)
class Step:
    """Progress: `done` of `total` steps of the recipes at `indices`; sometimes a small preview of one.

    While a checkpoint is being read `loading` names it, and the steps are those of loading.
    """

    done: int
    total: int
    indices: tuple[int, ...] = (0,)
    previews: tuple[Image, ...] = ()
    loading: str = ""


@dataclass(frozen=True)
class Drawn:
    """A finished picture: which recipe it is (by index), who stands where, what the user should know.

    `recipe` is the recipe as it was carried out when that differs from the one asked (a hash that
    only loading could tell, a memory rung): the Take records it.
    """

    index: int
    picture: Image
    figures: tuple[Figure, ...] = ()
    notices: tuple[Notice, ...] = ()
    recipe: Recipe | None = None


@dataclass(frozen=True)
class Missing:
    """Something that a preset or a prompt names and that cannot be had as it is.

    `kind` is "checkpoint", "lora", "embedding" or "vae"; `why` is "absent", "unfit" (made for another
    kind of checkpoint) or "unsafe" (there, in a format that can run code: `path` says where, and it may be
    converted). `others` are the names that could take its place, the likest first.
    """

    kind: str
    name: str
    why: str = "absent"
    others: tuple[str, ...] = ()
    path: str = ""


class Artist(Protocol):
    """Who turns recipes into pictures."""

    name: str
    obeys: frozenset[str]
    """The preset fields that change this artist's picture; Render dims the others."""
    lane: str
    """Where its jobs run: "painting" (Pillow), "torch" (the one thread that owns pipelines) or "network"."""

    def resolve(self, preset: Preset, prompt: PanelPrompt, region: tuple[int, int]) -> Recipe:
        """Close what the preset leaves open. `preset.seed` must be given; open width and height take
        the aspect of `region` (width, height of the panel on the page) at the artist's native area,
        in multiples of 8. Reads nothing over the network and loads no model."""

    def draw(self, recipes: Sequence[Recipe]) -> Generator[Step | Drawn, None, None]:
        """Yield `Step`s, and one `Drawn` for each recipe as soon as it is done. Raises RenderError,
        RemoteError or NeedsSetup."""


@dataclass(frozen=True)
class Readiness:
    """Whether a member can work now; if not, the sentence (a key and its values) that says what it needs."""

    ready: bool
    key: str = ""
    values: dict[str, object] = field(default_factory=dict)


def names() -> tuple[str, ...]:
    """Every artist's id, the default first."""
    return member_names(__path__, DEFAULT)


def get(name: str) -> Artist:
    """The artist called `name`. Raises InputError when there is none."""
    return member_module(__name__, name, names()).create()


def native_size(region: tuple[int, int], area: int, multiple: int = 8) -> tuple[int, int]:
    """The region's aspect at about `area` pixels, both sides in whole multiples of `multiple`."""
    width, height = region
    scale = (area / (width * height)) ** 0.5
    return tuple(max(multiple, round(side * scale / multiple) * multiple) for side in (width, height))
