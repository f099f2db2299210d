"""The duel: what simulated people like is found in a few choices, and far more often than by chance."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.tuning import duel_asking, duel_people

PEOPLE = 200
FOUND = 0.9
FEW = 40
"""With fewer people than this the share found is no more than told: a handful proves nothing."""


def figures(share: float = 1.0) -> Iterator[str]:
    """Raises AssertionError when presets are found too seldom or too late."""
    people = max(4, round(PEOPLE * share))
    told = duel_people.simulate(people)
    yield from duel_people.lines(told)
    found = told["duel"]
    assert found["choices_most"] <= duel_asking.MOST, "a duel asks no more than it says"
    by_chance = max(told[name]["found"] for name in ("random_pairs_same_model", "random_winner_stays"))
    if people >= FEW:
        assert found["found"] >= FOUND, f"found {found['found']:.1%} of the time"
        assert found["found"] > by_chance, "better than chance"
        assert told["duel_with_wavy_tastes"]["found"] > by_chance, "also with people whom the model does not expect"
