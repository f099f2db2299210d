"""Lettering pictures of which nobody says who stands where, as those of a diffusion model.

The letterer gets the sketch artist's pictures without their figures; the figures held back say how well
it found the heads by itself. Nobody can promise zero here: the shares are bounded.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator

from pipeline import layout
from pipeline.comic import Lettering
from pipeline.compose import Composed, PanelArt, compose
from tests.judge import judge_lettering

COMICS, FEWEST = 60, 8
OVER_A_FACE, WRONG_MOUTH = 0.08, 0.25
"""The shares of balloons, and of tails where two people stand, that may be wrong."""


def figures(share: float = 1.0) -> Iterator[str]:
    """Raises AssertionError when more balloons or tails go wrong than can be excused."""
    found: Counter[str] = Counter()
    count = max(FEWEST, round(COMICS * share))
    for number in range(count):
        script = judge_lettering.script_of(number)
        arts = judge_lettering.draw(script, layout.get("grid"), number)
        told = compose(script, arts, layout.get("grid"), Lettering(), width=judge_lettering.WIDTH)
        blind = [PanelArt(art.picture, ()) for art in arts]
        found.update(
            _judged(told, compose(script, blind, layout.get("grid"), Lettering(), width=judge_lettering.WIDTH))
        )
    over, wrong = found["over a face"] / found["balloon"], found["wrong mouth"] / max(1, found["tail"])
    yield f"{count} comics without figures: {found['balloon']} balloons, {over:.1%} of them over a face"
    yield f"tails nearer to another mouth, where two people stand: {wrong:.1%} of {found['tail']}"
    assert over <= OVER_A_FACE and wrong <= WRONG_MOUTH, (over, wrong)


def _judged(told: Composed, blind: Composed) -> Iterator[str]:
    """One word for each balloon, each tail between two people, and each fault."""
    for balloon in blind.balloons:
        faces = [face for face in told.faces if face.panel == balloon.panel]
        yield "balloon"
        if any(judge_lettering.crossing(balloon.box, face.box) for face in faces):
            yield "over a face"
        own = [face for face in faces if face.character == balloon.speaker]
        others = [face for face in faces if face.character != balloon.speaker]
        if balloon.tail and own and others:
            yield "tail"
            if min(math.dist(balloon.tail, each.mouth) for each in others) < math.dist(balloon.tail, own[0].mouth):
                yield "wrong mouth"
