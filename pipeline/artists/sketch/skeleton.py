"""Poses as data: where hands and feet go; elbows and knees follow (two-bone inverse kinematics).

Hands are given relative to the neck, feet relative to the ground below the hips, both in head radii,
with `x` towards the side that the figure faces. A new pose is a row in `POSES`.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from pipeline.artists.sketch.kinds import Build

Point = tuple[float, float]


@dataclass(frozen=True)
class Pose:
    """A pose of the skeleton. Angles are clockwise degrees for a figure facing right."""

    near: Point = (0.72, 1.02)
    far: Point = (-0.72, 1.02)
    near_foot: Point = (0.3, 0.0)
    far_foot: Point = (-0.3, 0.0)
    lean: float = 0.0
    tilt: float = 0.0
    nod: Point = (0.0, 0.0)
    """How far the head moves from its place above the neck."""
    sink: float = 0.0
    """How much of the leg's length the hips come down by (1: sitting on the ground)."""
    lift: float = 0.0
    turn: float = 0.0
    gaze: Point = (0.0, 0.0)
    """Where the eyes and the whole face shift to, −1 to 1 in both directions."""
    lying: bool = False
    expression: str = ""
    """The expression when none is named."""


POSES: dict[str, Pose] = {
    "standing": Pose(),
    "waving": Pose(near=(1.58, -0.5), tilt=4, expression="happy"),
    "running": Pose((0.95, 0.3), (-0.95, 0.42), (0.72, -0.22), (-0.85, -0.42), lean=12, tilt=-4, lift=0.1),
    "walking": Pose((0.86, 0.62), (-0.92, 0.8), (0.58, -0.1), (-0.56, -0.02), lean=5),
    "sitting": Pose((0.5, 0.98), (-0.5, 0.98), (0.66, 0.02), (-0.66, 0.02), sink=0.86),
    "sleeping": Pose((0.5, 0.5), (-0.3, 0.55), turn=-90, lying=True, expression="sleepy"),
    "lying down": Pose((0.9, -0.45), (-0.9, -0.4), (0.35, -0.25), (-0.35, 0.0), turn=-90, lying=True),
    "pointing": Pose(near=(1.62, 0.08), lean=4, expression="determined"),
    "thinking": Pose(near=(0.5, 0.2), far=(0.2, 0.66), tilt=-7, gaze=(0.3, -0.5)),
    "jumping": Pose((1.5, -0.42), (-1.5, -0.42), (0.5, -0.3), (-0.5, -0.12), lift=0.6, expression="laughing"),
    "crying": Pose((0.98, 0.1), (-0.98, 0.1), tilt=5, nod=(0.0, 0.08), expression="crying"),
    "hugging": Pose((1.1, 0.42), (0.95, 0.62), lean=7, tilt=6, expression="happy"),
    "holding": Pose(near=(0.98, 0.36)),
    "eating": Pose(near=(0.66, 0.3), far=(-0.5, 0.62), expression="happy"),
    "drinking": Pose(near=(0.64, 0.28), far=(0.2, 0.62)),
    "reading": Pose((0.42, 0.62), (-0.42, 0.62), nod=(0.0, 0.06), gaze=(0.0, 0.45)),
    "dancing": Pose((1.5, -0.4), (-1.2, 0.3), (0.62, -0.42), (-0.18, 0.0), lean=-7, tilt=9, expression="happy"),
    "cheering": Pose((1.5, -0.55), (-1.5, -0.55), tilt=-2, expression="laughing"),
    "bowing": Pose((0.45, 0.8), (-0.3, 0.85), lean=20, tilt=12, nod=(0.3, 0.34), gaze=(0.1, 0.6)),
    "shrugging": Pose((1.2, 0.22), (-1.2, 0.22), tilt=9),
    "falling": Pose((1.5, -0.25), (-1.5, -0.3), (0.8, -0.5), (-0.05, -0.55), turn=-28, lift=0.35, expression="scared"),
    "hiding": Pose((0.6, 0.35), (-0.6, 0.35), (0.4, 0.0), (-0.4, 0.0), sink=0.6, expression="worried"),
    "looking up": Pose(tilt=-10, gaze=(0.35, -0.9)),
    "looking away": Pose(far=(-0.3, 0.78), near=(0.3, 0.78), gaze=(-1.2, 0.0)),
    "giving": Pose((1.28, 0.34), (1.02, 0.56), lean=5, expression="happy"),
    "searching": Pose(
        (1.15, 0.05), (-0.8, 0.7), (0.45, 0.0), (-0.42, 0.0), lean=9, gaze=(0.6, 0.2), expression="worried"
    ),
    "singing": Pose((0.6, 0.28), (-1.12, -0.05), tilt=-6, expression="laughing"),
    "cooking": Pose((1.0, 0.34), (-0.66, 0.6), expression="happy"),
}
WAITING = POSES["standing"]


@dataclass(frozen=True)
class Skeleton:
    """The joints of one figure in its own coordinates: feet at y = 0, up is negative, facing +x."""

    hip: Point
    neck: Point
    head: Point
    near_arm: tuple[Point, Point, Point]
    far_arm: tuple[Point, Point, Point]
    near_leg: tuple[Point, Point, Point]
    far_leg: tuple[Point, Point, Point]


def joints(build: Build, pose: Pose) -> Skeleton:
    """The joints of a figure of this build in this pose (before `lift` and `turn`)."""
    hip = (0.0, -build.legs * (1 - pose.sink) - 0.12)
    lean = math.radians(pose.lean)
    neck = (hip[0] + build.torso * math.sin(lean), hip[1] - build.torso * math.cos(lean))
    head = (neck[0] + pose.nod[0], neck[1] - 0.8 + pose.nod[1])
    shoulder, hips, arm = 0.46 * build.girth, 0.25 * build.girth, 0.34 + 0.12 * build.torso
    arms, legs = [], []
    for side, hand, foot in ((1, pose.near, pose.near_foot), (-1, pose.far, pose.far_foot)):
        start = (neck[0] + side * shoulder, neck[1] + 0.28)
        stretch = 0.55 + 0.45 * build.torso
        target = (neck[0] + hand[0] * (0.4 + 0.6 * build.girth), neck[1] + hand[1] * stretch)
        arms.append(reach(start, target, arm, side))
        ground = (foot[0] * (0.5 + 0.5 * build.girth), foot[1] - 0.1)
        legs.append(reach((hip[0] + side * hips, hip[1]), ground, build.legs * 0.56, -1 if foot[0] > 0.5 else side))
    return Skeleton(hip, neck, head, arms[0], arms[1], legs[0], legs[1])


def reach(start: Point, target: Point, bone: float, side: int) -> tuple[Point, Point, Point]:
    """Two bones of length `bone` from `start` towards `target`; the joint bends outwards on `side`."""
    dx, dy = target[0] - start[0], target[1] - start[1]
    distance = math.hypot(dx, dy) or 1e-6
    bone = max(bone, min(distance * 0.52, bone * 1.7))  # cartoon arms stretch a little
    limit = min(distance, 2 * bone)
    end = (start[0] + dx / distance * limit, start[1] + dy / distance * limit)
    height = math.sqrt(max(bone * bone - limit * limit / 4, 0.0)) * 0.5
    middle = ((start[0] + end[0]) / 2, (start[1] + end[1]) / 2)
    across = (dy / distance * side, -dx / distance * side)
    if across[0] * side < 0 and abs(dx) < abs(dy):
        across = (-across[0], -across[1])
    elif abs(dx) >= abs(dy) and across[1] < 0:
        across = (-across[0], -across[1])
    return start, (middle[0] + across[0] * height, middle[1] + across[1] * height), end
