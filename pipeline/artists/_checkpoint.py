"""Checkpoints as the painting artists list them, and the embeddings that prompts often name."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

# Textual inversions that negative prompts found on the web take for granted, by file name.
_WELL_KNOWN = (
    "easynegative", "easynegativev2", "badhandv4", "bad-hands-5", "bad_prompt", "bad_prompt_version2", "bad-artist",
    "bad-artist-anime", "bad-image-v2-39000", "badpromptv2", "ng_deepnegative_v1_75t", "verybadimagenegative_v1.3",
    "verybadimagenegative_v1.2-6400", "fastnegativev2", "fastnegativeembedding", "negative_hand", "negative_hand-neg",
    "baddream", "unrealisticdream", "realisticvision-negative-embedding", "negativexl_d", "negativexl_a",
    "unaestheticxlv31", "unaestheticxl_sky3.1", "ac_neg1", "ac_neg2", "cyberrealistic_negative",
)  # fmt: skip


@dataclass(frozen=True)
class Checkpoint:
    """A checkpoint that can be painted with.

    `name` is what a preset's `checkpoint` says, `path` where it lies (the server's path for "webui"),
    `kind` a diffusers folder, a single .safetensors file, or one that a WebUI server holds.
    """

    name: str
    path: str
    kind: Literal["folder", "file", "webui"]


def embeddings_missing(texts: str, present: set[str]) -> tuple[str, ...]:
    """The well-known embeddings that a text names as words and that are not `present` (lower-case stems)."""
    words = set(re.findall(r"[\w.-]+", texts.lower()))
    return tuple(name for name in _WELL_KNOWN if name in words and name not in present)
