"""What a checkpoint's model card says of how well it paints.

The card is the README.md of a diffusers folder, with YAML between two lines of three dashes at its head, as on
the model hub. Necut's own says `accuracy`: the share of what prompts ask for that is there in the pictures.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

RIPE = 0.90
"""From this accuracy on a model does what it is told."""
_LONGEST = 4000


def accuracy(folder: Path) -> float | None:
    """The accuracy that the card in the folder states, from 0 to 1; None where it states none."""
    card = folder / "README.md"
    try:
        return _accuracy(str(card), card.stat().st_mtime_ns)
    except OSError:
        return None


def is_first_version(folder: Path) -> bool:
    """Whether the card says that the model does only part of what it is told."""
    stated = accuracy(folder)
    return stated is not None and stated < RIPE


@lru_cache(maxsize=32)
def _accuracy(card: str, _changed: int) -> float | None:
    import yaml

    with open(card, encoding="utf-8", errors="replace") as file:
        text = file.read(_LONGEST)
    head = text.split("---", 2)[1] if text.startswith("---") and text.count("---") > 1 else ""
    try:
        stated = (yaml.safe_load(head) or {}).get("accuracy")
        return float(stated) if stated is not None else None
    except (yaml.YAMLError, AttributeError, TypeError, ValueError):
        return None
