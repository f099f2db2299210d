"""What tokens and pictures cost."""

from __future__ import annotations

import pytest

from pipeline import remote, settings


def test_cost_is_counted_from_connects_prices():
    prices = settings.Settings(price_prompt=2.0, price_reply=8.0, price_picture=0.01)
    assert remote.cost(prices, sent=500_000, received=250_000, pictures=4) == pytest.approx(3.04)
    assert remote.cost(settings.Settings(), sent=10**9) == 0
