"""The block list: words that GPT-2 may not add. The user's own, kept in the data folder; a short one to begin with.

A phrase in which a blocked word stands is left off whole. A star at a word's end means every ending.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

from pipeline import settings
from pipeline.errors import InputError
from pipeline.files import read_bytes, write_atomic

_FILE = "gpt2-blocked.txt"
LONGEST = 20_000
"""Letters that a block list may have."""
DEFAULT = (
    # not for a comic that anybody may read
    "nsfw", "nude*", "naked", "sexy", "erotic", "lingerie", "cleavage", "gore", "gory", "blood*", "corpse*",
    # letters belong to the letterer
    "text", "watermark*", "signature*", "logo*", "caption*", "speech bubble*",
    # where pictures were posted and who made them, not what they show
    "artstation", "deviantart", "pinterest", "instagram", "trending", "greg rutkowski", "artgerm", "wlop",
    "alphonse mucha",
)  # fmt: skip
"""What is blocked until the user says otherwise."""


def words() -> tuple[str, ...]:
    """What may not be added: the user's list, which may be empty, or the default."""
    try:
        said = read_bytes(_path(), 4 * LONGEST).decode("utf-8", "replace")
    except Exception:  # no list of the user's, or none that can be read
        return DEFAULT
    return _parted(said)


def save(text: str) -> None:
    """Keep the user's list, words parted by commas or line ends. InputError when it is too long."""
    if len(text) > LONGEST:
        raise InputError("gpt2.too_many_blocked")
    write_atomic(_path(), "\n".join(_parted(text)) + "\n")


def restore() -> None:
    """Go back to the default list."""
    _path().unlink(missing_ok=True)


def is_blocked(phrase: str, blocked: Sequence[str]) -> bool:
    """Whether a blocked word stands in the phrase, as a word of its own."""
    return bool(blocked) and _pattern(tuple(blocked)).search(phrase) is not None


@lru_cache(maxsize=8)
def _pattern(blocked: tuple[str, ...]) -> re.Pattern[str]:
    each = (re.escape(word.rstrip("*")) + (r"\w*" if word.endswith("*") else "") for word in blocked)
    return re.compile(rf"(?<!\w)(?:{'|'.join(each)})(?!\w)", re.IGNORECASE)


def _parted(text: str) -> tuple[str, ...]:
    found = (" ".join(word.split()) for word in re.split(r"[,\n]", text))
    return tuple(dict.fromkeys(word for word in found if word.strip("* ")))


def _path() -> Path:
    return settings.home() / _FILE
