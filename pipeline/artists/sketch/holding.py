"""What hands hold: where the hand goes for a prop, and where the prop sits so that no face is hidden."""

from __future__ import annotations

from dataclasses import replace

from pipeline.artists.sketch.palette import Colour
from pipeline.artists.sketch.pen import Pen
from pipeline.artists.sketch.props import draw_prop
from pipeline.artists.sketch.scene import Actor, Thing
from pipeline.artists.sketch.skeleton import Pose, Skeleton
from pipeline.artists.sketch.wardrobe import Outfit

ALOFT = frozenset({"umbrella", "balloon", "kite"})
"""Props above the head: drawn before the figure, so that the head lies over them."""
LONG = frozenset(
    {"sword", "magic wand", "broom", "paint brush", "pencil", "microphone", "toothbrush", "flower", "guitar"}
)
TOOLS = {"cooking": "frying pan", "searching": "magnifying glass", "singing": "microphone"}
"""What a pose brings along when nothing else is held."""
FOOD = frozenset({"eating", "drinking"})


def carry(pose: Pose, actor: Actor) -> Pose:
    """The pose with the near hand (and the far one for a second prop) where it can hold."""
    if actor.pose in ("", "standing", "walking", "sitting", "looking up", "looking away", "thinking", "waving"):
        hands = {"far": (-0.98, 0.36)} if actor.pose in ("thinking", "waving") else {"near": (0.98, 0.36)}
        if len(actor.held) > 1 and "near" in hands:
            hands["far"] = (-0.98, 0.36)
        return replace(pose, **hands)
    return pose


def draw_carried(pen: Pen, actor: Actor, bones: Skeleton, outfit: Outfit, pose: Pose, behind: bool) -> None:
    """Draw what is held: the pass `behind` the figure, or the one before it."""
    held = actor.held or ((Thing(TOOLS[actor.pose]),) if actor.pose in TOOLS else ())
    hands = [bones.near_arm[2], bones.far_arm[2]]
    if actor.pose in ("thinking", "waving"):
        hands.reverse()
    for thing, hand in zip(held, hands, strict=False):
        if (thing.name in ALOFT) != behind:
            continue
        _draw_one(pen, thing, hand, bones, outfit, actor.pose, pose)


def _draw_one(pen: Pen, thing: Thing, hand, bones: Skeleton, outfit: Outfit, doing: str, pose: Pose) -> None:
    x, y = hand
    side = 1 if x >= bones.neck[0] else -1
    paw: Colour = outfit.skin
    if thing.name == "umbrella":
        top = bones.head[1] - 1.35
        pen.stroke([(x, y + 0.3), (x * 0.72, top - 0.4)], (110, 84, 70), 2.0, False)
        draw_prop(pen.at(x * 0.5, top, 2.9), thing)
        return
    if thing.name in ("balloon", "kite"):
        top = bones.head[1] - 0.95
        pen.stroke([(x, y), (x + side * 0.5, y - 0.8), (x + side * 0.75, top + 0.5)], (90, 80, 90), 0.8)
        draw_prop(pen.at(x + side * 0.8, top, 1.15), thing)
        return
    if doing in FOOD:
        draw_prop(pen.at(x, max(y + 0.05, bones.neck[1] + 0.36), 0.62), thing)
    elif doing == "reading":
        draw_prop(pen.at(bones.neck[0], y + 0.04, 1.05), thing)
        paw_pen = pen
        for arm in (bones.near_arm, bones.far_arm):
            paw_pen.oval(arm[2][0], arm[2][1] + 0.05, 0.15, 0.15, paw)
        return
    elif thing.name in LONG:
        draw_prop(pen.at(x + side * 0.12, y + 0.05, 0.95, turn=side * 24), thing)
    else:
        draw_prop(pen.at(x + side * 0.06, max(y + 0.06, bones.neck[1] + 0.5), 0.95), thing)
    pen.oval(x, y + 0.14, 0.16, 0.15, paw)
