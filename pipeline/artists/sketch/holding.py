"""What hands hold: where the hand goes for a prop, and where the prop sits so that no face is hidden."""

from __future__ import annotations

from dataclasses import replace

from pipeline.artists.sketch.palette import Colour
from pipeline.artists.sketch.pen import Pen
from pipeline.artists.sketch.props import KITCHEN, draw_prop, open_umbrella
from pipeline.artists.sketch.scene import Actor, Thing
from pipeline.artists.sketch.skeleton import Pose, Skeleton
from pipeline.artists.sketch.wardrobe import Outfit

ALOFT = frozenset({"umbrella", "balloon", "kite"})
"""Props above the head: drawn before the figure, so that the head lies over them."""
LONG = frozenset({
    "sword", "magic wand", "broom", "paint brush", "pencil", "microphone", "toothbrush", "flower", "guitar",
    "ice cream", "magnifying glass", "carrot", "candle", "mirror", "key",
})  # fmt: skip
"""Props held by their lower end, leaning outwards."""
TOOLS = {
    "cooking": "frying pan", "searching": "magnifying glass", "singing": "microphone", "reading": "book",
    "drinking": "coffee cup", "eating": "cookie", "giving": "gift box",
}  # fmt: skip
"""What a pose brings along when nothing else is held."""
FOOD = frozenset({"eating", "drinking"})
READABLE = frozenset({"book", "letter", "newspaper", "map", "test paper", "phone", "laptop"})


def carry(pose: Pose, actor: Actor) -> Pose:
    """The pose with the near hand (and the far one for a second prop) where it can hold."""
    if actor.pose in ("", "standing", "walking", "sitting", "looking up", "looking away", "thinking", "waving"):
        hands = {"far": (-0.98, 0.36)} if actor.pose in ("thinking", "waving") else {"near": (0.98, 0.36)}
        if len(actor.held) > 1 and "near" in hands:
            hands["far"] = (-0.98, 0.36)
        return replace(pose, **hands)
    return pose


def carried(actor: Actor) -> tuple[Thing, ...]:
    """What is in the hands: what the words say, else what the pose brings along."""
    return actor.held or ((Thing(TOOLS[actor.pose]),) if actor.pose in TOOLS else ())


def draw_carried(
    pen: Pen, actor: Actor, bones: Skeleton, outfit: Outfit, pose: Pose, behind: bool, away: bool = False
) -> None:
    """Draw what is held: the pass `behind` the figure, or the one before it. `away`: the viewer sees the back,
    so everything is behind."""
    held = carried(actor)
    hands = [bones.near_arm[2], bones.far_arm[2]]
    if actor.pose in ("thinking", "waving"):
        hands.reverse()
    for thing, hand in zip(held, hands, strict=False):
        if (away or thing.name in ALOFT) != behind:
            continue
        _draw_one(pen, thing, hand, bones, outfit, actor.pose, pose)


def _draw_one(pen: Pen, thing: Thing, hand, bones: Skeleton, outfit: Outfit, doing: str, pose: Pose) -> None:
    x, y = hand
    side = 1 if x >= bones.neck[0] else -1
    paw: Colour = outfit.skin
    chin = bones.head[1] + 0.98
    if thing.name == "umbrella":
        top = bones.head[1] - 1.22
        pen.stroke([(x, y + 0.3), (x * 0.62, top - 0.6)], (110, 84, 70), 2.0, False)
        open_umbrella(pen.at(x * 0.36, top, 3.3), thing)
        return
    if thing.name in ("balloon", "kite"):
        top = bones.head[1] - 0.95
        pen.stroke([(x, y), (x + side * 0.5, y - 0.8), (x + side * 0.75, top + 0.5)], (90, 80, 90), 0.8)
        draw_prop(pen.at(x + side * 0.8, top, 1.15), thing)
        return
    if doing in FOOD and thing.name in KITCHEN:
        middle = max(y, chin + 0.34)
        draw_prop(pen.at(x + side * 0.1, middle, 0.78), thing)
        pen.oval(x - side * 0.14, middle + 0.22, 0.16, 0.15, paw)
    elif doing == "reading" and thing.name in READABLE:
        draw_prop(pen.at(bones.neck[0], chin + 0.52, 1.2), thing)
        for dx in (-0.52, 0.52):
            pen.oval(bones.neck[0] + dx, chin + 0.7, 0.16, 0.15, paw)
    elif thing.name == "frying pan":
        draw_prop(pen.at(x + side * 0.5, y - 0.02, 1.1, flip=side < 0), thing)
        pen.oval(x, y + 0.08, 0.17, 0.16, paw)
    elif thing.name in LONG:
        x = bones.neck[0] + side * max(abs(x - bones.neck[0]), 1.06)
        draw_prop(pen.at(x + side * 0.16, y - 0.02, 1.05, turn=side * 24), thing)
        pen.oval(x, y + 0.2, 0.16, 0.15, paw)
    else:
        x = bones.neck[0] + side * max(abs(x - bones.neck[0]), 0.6)
        middle = max(y - 0.06, chin + 0.5)
        draw_prop(pen.at(x + side * 0.2, middle, 1.15), thing)
        pen.oval(x - side * 0.2, middle + 0.4, 0.17, 0.16, paw)
