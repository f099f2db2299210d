"""Manners: the same pose as different people would take it, in a few variants each.

A manner never changes what a pose says: who waves still waves, with the arm higher or further out.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from pipeline.artists.sketch.skeleton import Pose
from pipeline.artists.sketch.variants import Variants


@dataclass(frozen=True)
class Manner:
    """How somebody takes a pose. Angles are clockwise degrees for a figure facing right."""

    row: int = 0
    """Which of the pose's rows in `MANNERS`; counts around."""
    tilt: float = 0.0
    """Added to the tilt of the head."""
    lean: float = 0.0
    """Added to the lean of the spine."""


PLAIN = Manner()
MANNERS: dict[str, tuple[dict[str, object], ...]] = {
    "standing": (
        {},
        {"near": (0.5, 0.84)},
        {"near": (0.98, 0.5), "tilt": 4},
        {"near": (0.34, 0.74), "far": (-0.34, 0.74)},
        {"near": (0.5, 0.84), "far": (-0.5, 0.84), "near_foot": (0.42, 0.0), "far_foot": (-0.42, 0.0)},
    ),
    "waving": ({}, {"near": (1.3, -0.85), "tilt": -3}, {"near": (1.5, -0.36), "far": (-0.5, 0.84)}),
    "running": (
        {},
        {"near": (0.7, 0.1), "far": (-0.8, 0.7), "near_foot": (0.85, -0.1), "far_foot": (-0.95, -0.2), "lean": 16},
        {"near": (1.25, -0.1), "far": (-1.25, 0.1), "lift": 0.22},
    ),
    "walking": (
        {},
        {"near": (0.62, 0.9), "far": (-0.62, 0.9), "lean": 2},
        {"near_foot": (0.7, 0.0), "far_foot": (-0.66, -0.16), "near": (0.95, 0.45)},
    ),
    "sitting": ({}, {"near": (0.98, 1.0), "tilt": 6}, {"near": (0.28, 0.8), "far": (-0.28, 0.8)}),
    "pointing": ({}, {"near": (1.5, -0.4)}, {"near": (1.62, 0.2), "far": (-0.5, 0.84)}),
    "thinking": ({}, {"tilt": 8, "gaze": (-0.35, -0.5)}, {"gaze": (0.45, -0.15), "lean": -4}),
    "jumping": (
        {},
        {"near": (1.25, -0.7), "far": (-1.6, 0.0)},
        {"near_foot": (0.72, -0.12), "far_foot": (-0.72, -0.34), "lift": 0.72},
    ),
    "crying": ({}, {"tilt": -6}, {"nod": (0.0, 0.12)}),
    "dancing": (
        {},
        {"near": (1.2, 0.3), "far": (-1.5, -0.4), "near_foot": (0.18, 0.0), "far_foot": (-0.62, -0.42), "lean": 7},
        {"near": (1.35, -0.65), "far": (-0.5, 0.84), "tilt": -6},
    ),
    "cheering": ({}, {"near": (1.62, -0.3), "far": (-1.3, -0.75)}, {"far": (-0.5, 0.84), "near": (1.35, -0.8)}),
    "shrugging": ({}, {"tilt": -9}, {"near": (1.3, 0.02), "far": (-1.3, 0.02)}),
    "falling": ({}, {"turn": -18.0}),
    "looking up": ({}, {"tilt": -5, "gaze": (-0.35, -0.9)}, {"near": (0.5, 0.84)}),
    "looking away": ({}, {"near": (0.95, 0.6)}),
    "searching": ({}, {"gaze": (-0.4, 0.2), "lean": 13}, {"far": (-0.5, 0.84), "tilt": 6}),
    "singing": ({}, {"far": (-1.3, -0.4)}, {"tilt": 6, "far": (-1.3, 0.3)}),
    "holding": ({}, {"far": (-0.5, 0.84)}, {"near": (1.06, 0.2)}),
    "cooking": ({}, {"far": (-0.5, 0.84), "tilt": 5}),
}
"""By pose: what each manner has otherwise than `skeleton.POSES`. Poses without a row only lean and tilt."""


def manner_of(variants: Variants, number: int) -> Manner:
    """The manner of the actor `number` of a picture."""
    chance = variants.chance(f"manner {number}")
    return Manner(chance.randrange(60), chance.uniform(-6, 6), chance.uniform(-2.5, 3))


def in_manner(pose: Pose, name: str, manner: Manner) -> Pose:
    """The pose called `name`, taken in this manner; lying figures lie as they do."""
    rows = MANNERS.get(name, ({},))
    pose = replace(pose, **rows[manner.row % len(rows)])
    if pose.lying:
        return pose
    return replace(pose, tilt=pose.tilt + manner.tilt, lean=pose.lean + manner.lean)
