"""The drift meter: which panel's character departs from the other panels', told from the pictures alone.

Every sight of a character (`sight`) is compared with every other (`compare`). Who is unlike all the others,
while these are like each other, departs. Where there is no measure (a picture that does not say who stands
where, a face turned away, fewer than three sights in one style) the meter says that it cannot tell.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from pipeline.comic import Figure

if TYPE_CHECKING:
    from PIL.Image import Image

    from pipeline.cast.drift.compare import Unlikeness

Says = Literal["same", "departs", "cannot_tell"]
FEWEST = 3
"""Sights that it takes: of two that differ nobody knows which is right."""
ALARM = 0.1
"""From this score on a sight departs: set where one in thirty of those that do not would."""
_MEAN, _NEAREST, _OTHERS = 0.65, 0.55, 0.5  # what counts of a sight's own unlikenesses, and of those among the others
_REGION_NAMES = {"top": "top", "side": "top", "brow": "skin", "face": "skin", "neck": "torso", "torso": "torso"}


@dataclass(frozen=True)
class Shown:
    """A panel's picture: who is where in it, and in which manner it is drawn. Only alike manners are compared."""

    panel: int
    picture: Image
    figures: tuple[Figure, ...]
    manner: str = ""


@dataclass(frozen=True)
class Verdict:
    """What the meter says of a character in a panel, and where they depart: "top", "skin", "torso", "shape"."""

    panel: int
    character: str
    says: Says
    where: tuple[str, ...] = ()


def measure(shown: Sequence[Shown]) -> tuple[Verdict, ...]:
    """A verdict for everybody in every picture, by character, then by panel."""
    from pipeline.cast.drift.sight import look_at

    sights: dict[tuple[str, str], dict[int, object]] = {}
    for each in shown:
        for figure in each.figures:
            if figure.character:
                others = [other for other in each.figures if other is not figure]
                of_them = sights.setdefault((figure.character, each.manner), {})
                of_them.setdefault(each.panel, look_at(each.picture, figure, others))
    return tuple(
        verdict for (character, _), of_them in sorted(sights.items()) for verdict in _verdicts(character, of_them)
    )


def _verdicts(character: str, sights: dict[int, object]) -> list[Verdict]:
    from pipeline.cast.drift.compare import compare

    seen = [panel for panel, sight in sights.items() if sight is not None]
    pairs = {(a, b): compare(sights[a], sights[b]) for a in seen for b in seen if b < a}
    pairs = {pair: found for pair, found in pairs.items() if found is not None}
    return [_verdict(character, panel, pairs) for panel in sorted(sights)]


def _verdict(character: str, panel: int, pairs: dict[tuple[int, int], Unlikeness]) -> Verdict:
    own = [found for pair, found in pairs.items() if panel in pair]
    rest = [found.odds for pair, found in pairs.items() if panel not in pair]
    if len(own) < FEWEST - 1 or not rest:
        return Verdict(panel, character, "cannot_tell")
    odds = [found.odds for found in own]
    score = _MEAN * sum(odds) / len(odds) + _NEAREST * min(odds) - _OTHERS * sum(rest) / len(rest)
    if score <= ALARM:
        return Verdict(panel, character, "same")
    return Verdict(panel, character, "departs", _where(own))


def _where(own: Sequence[Unlikeness]) -> tuple[str, ...]:
    """The regions that differ most, the most unlike first, two at most."""
    sums: dict[str, float] = {}
    for found in own:
        for region, part in found.regions.items():
            name = _REGION_NAMES.get(region, region)
            sums[name] = max(sums.get(name, 0.0), part)
    ranked = sorted((name for name, part in sums.items() if part > 0), key=lambda name: -sums[name])
    return tuple(ranked[:2]) or ("shape",)
