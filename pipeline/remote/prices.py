"""What tokens and pictures cost."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pipeline.settings import Settings


def cost(settings: Settings, sent: int = 0, received: int = 0, pictures: int = 0) -> float:
    """What so many tokens and pictures cost, in the currency of the prices that Connect was given (0 without)."""
    tokens = sent * settings.price_prompt + received * settings.price_reply
    return tokens / 1_000_000 + pictures * settings.price_picture
