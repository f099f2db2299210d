"""What a hand decided about a balloon, and what it left to the rules."""

from __future__ import annotations

from pipeline.comic import Balloon, Lettering


def test_a_later_decision_replaces_the_earlier_one_for_the_same_line():
    lettering = Lettering().with_balloon(Balloon(panel=1, line=0, at=(0.2, 0.3)))
    lettering = lettering.with_balloon(Balloon(panel=1, line=1, kind="shout"))
    lettering = lettering.with_balloon(Balloon(panel=1, line=0, at=(0.8, 0.3)))
    assert lettering.balloon(1, 0).at == (0.8, 0.3)
    assert len(lettering.balloons) == 2
    assert lettering.balloon(3, 0) == Balloon(panel=3, line=0)
