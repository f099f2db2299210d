"""One figure, drawn from the ground up: pose, body, head, face, clothes, and what is held.

Order matters: whatever could cover a face is drawn before the head, or far enough from it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from pipeline.artists.sketch import accessories, bodies, faces, hair, heads
from pipeline.artists.sketch.holding import carry, draw_carried
from pipeline.artists.sketch.manners import PLAIN, Manner, in_manner
from pipeline.artists.sketch.palette import darker
from pipeline.artists.sketch.pen import Pen, Point
from pipeline.artists.sketch.scene import Actor
from pipeline.artists.sketch.skeleton import POSES, Pose, Skeleton, joints
from pipeline.artists.sketch.wardrobe import Outfit

Box = tuple[float, float, float, float]
HEAD = 1.06
"""The head's radius in the figure's unit."""
RESTING = {"sleeping": "sleepy"}


@dataclass(frozen=True)
class Stand:
    """Where a figure stands: feet at `(x, ground)` in picture pixels, one head radius is `unit` pixels."""

    x: float
    ground: float
    unit: float
    facing: str = "front"
    """front, left, right or away."""
    upright: bool = False
    """Draw a lying pose upright: the frame shows the bust only."""
    tall: float = 1.0
    mirrored: bool = False
    """Of those who look straight ahead (or away): the other arm does what the pose does."""
    manner: Manner = PLAIN
    seat: float = 0.0
    """How high the seat is on which a sitting figure sits, in head radii; 0 for the ground."""

    @property
    def flipped(self) -> bool:
        """Drawn mirrored: everything that a pose does to its right is done to the left."""
        return self.facing == "left" or (self.mirrored and self.facing != "right")


@dataclass(frozen=True)
class Placed:
    """Where a drawn figure is, in picture pixels. No face when it looks away."""

    box: Box
    face: Box | None
    mouth: Point | None
    head: Box


def pose_of(actor: Actor, upright: bool, manner: Manner = PLAIN, seat: float = 0.0) -> Pose:
    """The pose as it is drawn: in this manner, on this seat, with the hands that its props need."""
    name = actor.pose or ("holding" if actor.held else "standing")
    pose = in_manner(POSES[name], name, manner)
    if upright and (pose.lying or pose.turn):
        pose = replace(pose, turn=0.0, lying=False, tilt=14, near=(0.6, 0.8), far=(-0.6, 0.8), lift=0.0)
    if seat and not upright:
        pose = replace(pose, lift=seat, near_foot=(0.34, 0.62), far_foot=(-0.34, 0.62))
    if actor.held:
        pose = carry(pose, actor)
    return pose


def standing_pose(actor: Actor, stand: Stand) -> Pose:
    """The pose of an actor where it stands or sits."""
    return pose_of(actor, stand.upright, stand.manner, stand.seat)


def expression_of(actor: Actor, pose: Pose) -> str:
    """The named expression, else what the pose brings along."""
    if actor.pose == "sleeping":
        return "sleepy"
    return actor.expression or pose.expression or "neutral"


def height_of(outfit: Outfit, pose: Pose) -> float:
    """From the ground to the top of whatever grows on the head, in head radii."""
    build = outfit.build
    rise = max([accessories.CRESTS.get(name, 0.0) for name, _ in outfit.accessories] + [build.crest])
    hair_rise = 0.5 if outfit.hair in ("spiky hair", "bun hair") else 0.14
    if pose.lying:
        return 2.7 + 0.6 * rise
    legs = build.legs * (1 - pose.sink)
    return legs + 0.12 + build.torso + 0.8 + HEAD * (1.0 + max(rise, hair_rise)) + pose.lift - pose.nod[1]


def draw_figure(pen: Pen, actor: Actor, outfit: Outfit, stand: Stand) -> Placed:
    """Draw the figure and tell where it is."""
    pose = standing_pose(actor, stand)
    bones = joints(outfit.build, pose)
    figure = pen.at(stand.x, stand.ground, stand.unit, flip=stand.flipped, tall=stand.tall)
    figure = figure.tracked()
    if pose.lying:
        figure = _laid_down(figure, outfit, bones, actor.pose == "sleeping")
    else:
        figure = figure.at(0, -pose.lift, turn=pose.turn)
    away = stand.facing == "away"
    draw_carried(figure.untracked(), actor, bones, outfit, pose, behind=True, away=away)
    head = _draw_all(figure, actor, outfit, pose, bones, stand, away)
    if actor.pose == "sleeping" and pose.lying:
        _blanket(figure, outfit, bones)
    draw_carried(figure.untracked(), actor, bones, outfit, pose, behind=False, away=away)
    return _placed(figure, head, _gaze(pose, stand), away)


def _laid_down(figure: Pen, outfit: Outfit, bones: Skeleton, pillow: bool) -> Pen:
    """Turn the figure on its back, its middle where its feet would stand."""
    length = -bones.head[1] + 1
    if pillow:
        corners = [(-0.7, 0.12), (-0.75, -0.55), (0.6, -0.35), (2.0, -0.5), (2.1, 0.1), (0.7, 0.2)]
        figure.untracked().at(-length / 2, 0).blob(corners, (250, 248, 255))
    return figure.at(length / 2 - 0.25, -0.92, turn=-90)


def _blanket(figure: Pen, outfit: Outfit, bones: Skeleton) -> None:
    top = bones.neck[1] + 0.42
    wide = 0.98 * outfit.build.girth
    figure.blob(
        [
            (-wide * 0.72, 0.3),
            (wide * 0.8, 0.3),
            (wide, top * 0.5),
            (wide * 0.9, top),
            (0, top + 0.1),
            (-wide * 0.7, top),
            (-wide * 0.72, top * 0.5),
        ],
        (122, 160, 222),
    )
    figure.band([(wide * 0.88, top + 0.12), (0, top + 0.2), (-wide * 0.68, top + 0.12)], 0.2, (240, 244, 255))
    for y in (top * 0.28, top * 0.62):
        figure.oval(0.3, y, 0.1, 0.1, (252, 220, 130), line=0)
        figure.oval(-0.25, y - 0.2, 0.1, 0.1, (252, 220, 130), line=0)


def _gaze(pose: Pose, stand: Stand) -> Point:
    turned = 0.0 if stand.facing in ("front", "away") else 0.85
    return max(-1.1, min(1.1, turned + pose.gaze[0])), pose.gaze[1]


def _head_pen(figure: Pen, pose: Pose, bones: Skeleton) -> Pen:
    tilt = pose.tilt + 0.3 * pose.lean
    if pose.lying:
        tilt = 68.0
    return figure.at(*bones.head, HEAD, turn=tilt)


def _draw_all(figure: Pen, actor: Actor, outfit: Outfit, pose: Pose, bones: Skeleton, stand: Stand, away: bool) -> Pen:
    head = _head_pen(figure, pose, bones)
    hips = bodies.torso_pen(figure, bones, pose.lean)
    neck = figure.at(*bones.neck, turn=pose.lean * 0.6)
    gaze = _gaze(pose, stand)
    hairy = outfit.hair and "hat" not in outfit.build.accessories
    if hairy and not away:
        hair.behind(head, outfit.hair, outfit.hair_colour)
    heads.ears_behind(head, outfit)
    accessories.draw_behind(hips, outfit, away)
    bodies.draw_body(figure, outfit, bones, pose.lean, 0.5 < pose.sink, away)
    accessories.draw_on_body(hips, outfit, away)
    for arm in (bones.far_arm, bones.near_arm):
        bodies.draw_arm(figure, outfit, arm)
    neck.oval(0, 0.2, 0.42, 0.17, (60, 30, 70, 46), line=0)
    accessories.draw_at_neck(neck, outfit)
    heads.skull(head, outfit)
    if away:
        _back_of_head(head, outfit)
    else:
        _front_of_head(head, actor, outfit, pose, gaze)
    accessories.draw_on_head(head, outfit)
    return head


def _front_of_head(head: Pen, actor: Actor, outfit: Outfit, pose: Pose, gaze: Point) -> None:
    heads.markings(head, outfit, gaze[0])
    heads.ears_in_front(head, outfit)
    expression = expression_of(actor, pose)
    dark = sum(outfit.skin) < 290 and not outfit.person and outfit.build.muzzle != "beak"
    faces.draw_face(head, expression, gaze, dark)
    heads.muzzle(head, outfit, gaze)
    if outfit.hair:
        hair.over(head, outfit.hair, outfit.hair_colour, gaze[0])
    faces.draw_brows(head, expression, gaze, dark)
    accessories.draw_on_face(head, outfit, gaze)


def _back_of_head(head: Pen, outfit: Outfit) -> None:
    heads.ears_in_front(head, outfit)
    if outfit.hair:
        hair.behind(head, outfit.hair, outfit.hair_colour) if outfit.hair in ("long hair", "bob hair") else None
        hair.from_behind(head, outfit.hair, outfit.hair_colour)
        if outfit.hair in ("ponytail", "pigtails", "bun hair"):
            hair.behind(head.at(-0.6 if outfit.hair == "ponytail" else 0, 0.1), outfit.hair, outfit.hair_colour)
    else:
        head.stroke([(-0.3, -0.72), (0, -0.8), (0.3, -0.72)], darker(outfit.skin, 0.25), 1.0)


def _placed(figure: Pen, head: Pen, gaze: Point, away: bool) -> Placed:
    box = figure.bounds_in_picture()
    skull = _around(head, [(-1.15, -1.0), (1.15, -1.0), (1.15, 1.0), (-1.15, 1.0)])
    if away:
        return Placed(box, None, None, skull)
    x, y = 0.2 * gaze[0], 0.13 * gaze[1]
    face = _around(head, [(x - 0.72, y - 0.26), (x + 0.72, y - 0.26), (x + 0.72, y + 0.72), (x - 0.72, y + 0.72)])
    return Placed(box, face, head.place(x, y + faces.MOUTH_Y), skull)


def _around(pen: Pen, corners: list[Point]) -> Box:
    placed = [pen.place(*corner) for corner in corners]
    xs, ys = zip(*placed, strict=True)
    return min(xs), min(ys), max(xs), max(ys)
