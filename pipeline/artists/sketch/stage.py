"""Composition: where everybody stands, how large, which way they look, and where the camera is.

The part of the picture that the prompt keeps for letters (`room`) stays free of heads.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from pipeline.artists.sketch.figures import HEAD, Stand, height_of, pose_of, standing_pose
from pipeline.artists.sketch.holding import carried
from pipeline.artists.sketch.manners import manner_of
from pipeline.artists.sketch.pen import Point
from pipeline.artists.sketch.props import size_of
from pipeline.artists.sketch.scene import Actor, Scene
from pipeline.artists.sketch.skeleton import Pose
from pipeline.artists.sketch.variants import Variants
from pipeline.artists.sketch.wardrobe import Outfit, dress
from pipeline.comic import Room

Box = tuple[float, float, float, float]
WHOLE = frozenset({
    "running", "walking", "sitting", "sleeping", "lying down", "jumping", "dancing", "bowing", "falling", "hiding",
})  # fmt: skip
"""Poses that read by the legs: without a named shot the whole body is shown."""
HUG = 2.4
"""Head radii between two who hug: heads touch, faces stay free."""
SEATS = {"chair": 1.06, "bench": 1.08}
"""Things to sit on: how high, in head radii."""
ALOFT = 0.85
"""Head radii that an open umbrella or a kite rises above the head."""


@dataclass(frozen=True)
class Role:
    """An actor with their outfit and place."""

    actor: Actor
    outfit: Outfit
    stand: Stand


@dataclass(frozen=True)
class Stage:
    """The composition of a picture, in picture pixels."""

    width: int
    height: int
    free: Box
    horizon: float
    zoom: float
    roles: tuple[Role, ...]
    shot: str
    aside: float = 0.0
    """How far the backdrop's middle lies beside the picture's, as a share of the width."""

    @property
    def middle(self) -> Point:
        """Where the heads are, on average; the middle of the free part when nobody is there."""
        if not self.roles:
            return (self.free[0] + self.free[2]) / 2, (self.free[1] + self.free[3]) / 2
        xs = [role.stand.x for role in self.roles]
        tops = [
            role.stand.ground - height_of(role.outfit, standing_pose(role.actor, role.stand)) * role.stand.unit
            for role in self.roles
        ]
        return sum(xs) / len(xs), sum(tops) / len(tops) + self.unit

    @property
    def unit(self) -> float:
        """One head radius of the largest figure, or what it would be."""
        return max((role.stand.unit for role in self.roles), default=self.height * 0.13)


_ASIDE = (0.24, 0.37, 0.5, 0.63, 0.76)
"""Shares of the space left over that may lie on the left."""
_FARTHEST = {"close-up": 0.94, "bust shot": 0.9, "full shot": 0.82}
"""How much smaller than the frame allows a shot may show its figures."""


def free_box(width: int, height: int, room: Room) -> Box:
    """The picture without the share kept for letters, with a small margin."""
    kept = room.share * height
    top = kept if room.edge == "top" else 0.0
    bottom = height - kept if room.edge == "bottom" else float(height)
    return 0.0, top + 0.025 * height, float(width), bottom


def compose(scene: Scene, width: int, height: int, room: Room, variants: Variants) -> Stage:
    """Place everybody of the scene; `variants` move the camera and choose each one's manner."""
    free = free_box(width, height, room)
    shot = scene.shot or _shot_for(scene)
    outfits = [dress(actor.look, salt) for actor, salt in zip(scene.actors, _salts(scene), strict=True)]
    facings = _facings(scene, shot, variants)
    horizon, zoom, pan = _camera(shot, free, height, variants)
    if not outfits:
        return Stage(width, height, free, horizon, zoom, (), shot, pan)
    framing = _Framing(shot, free, width, height)
    upright = shot in ("bust shot", "close-up")
    manners = [manner_of(variants, i) for i in range(len(outfits))]
    seats = [
        0.0 if upright or facing == "away" else seat_height(scene, actor)  # seen from behind, a chair would hide them
        for actor, facing in zip(scene.actors, facings, strict=True)
    ]
    poses = [pose_of(*each) for each in zip(scene.actors, [upright] * len(seats), manners, seats, strict=True)]
    tops = [
        height_of(outfit, pose) + _aloft(actor)
        for actor, outfit, pose in zip(scene.actors, outfits, poses, strict=True)
    ]
    wides = [_wide(*each, shot) for each in zip(scene.actors, outfits, poses, strict=True)]
    aside = _wide_things(scene, len(outfits))
    unit = framing.unit(tops, wides, aside, outfits) * variants.between("how near", _FARTHEST.get(shot, 0.84), 1.0)
    hugging = any(actor.pose == "hugging" for actor in scene.actors)
    xs = framing.across(wides, unit, aside, hugging, variants)
    roles = []
    mirrored = variants.choose("other arm", (False, True))
    everybody = zip(scene.actors, outfits, tops, xs, facings, manners, seats, strict=True)
    for actor, outfit, top, x, facing, manner, seat in everybody:
        ground = framing.ground(top, unit, outfit)
        tall = 0.84 if shot == "from above" else 1.06 if shot == "low angle" else 1.0
        roles.append(Role(actor, outfit, Stand(x, ground, unit, facing, upright, tall, mirrored, manner, seat)))
    return Stage(width, height, free, horizon, zoom, tuple(_over_the_shoulder(roles, shot, free)), shot, pan)


def seat_height(scene: Scene, actor: Actor) -> float:
    """How high somebody sits, in head radii: on the first chair or bench that the scene names, else 0."""
    if actor.pose != "sitting":
        return 0.0
    return next((SEATS[thing.name] for thing in scene.things if thing.name in SEATS), 0.0)


def _salts(scene: Scene) -> list[str]:
    """What parts those of one look: a character's name, or the how-manieth nameless one it is."""
    found, nameless = [], []
    for actor in scene.actors:
        again = nameless.count(actor.look)
        nameless += [actor.look] if actor.character is None else []
        found.append(actor.character or (str(again) if again else ""))
    return found


def _shot_for(scene: Scene) -> str:
    if len(scene.actors) > 2 or any(actor.pose in WHOLE for actor in scene.actors) or scene.things:
        return "full shot"
    return "medium"


def _camera(shot: str, free: Box, height: int, variants: Variants) -> tuple[float, float, float]:
    """Where the horizon is (in pixels from the top), how near the backdrop, and how far aside its middle."""
    span = free[3] - free[1]
    share, zoom = {
        "close-up": (0.66, 1.5), "bust shot": (0.68, 1.3), "medium": (0.68, 1.12), "wide shot": (0.66, 0.86),
        "from above": (0.16, 1.1), "low angle": (0.92, 1.15),
    }.get(shot, (0.7, 1.0))  # fmt: skip
    zoom *= variants.between("how near the place", 0.88, 1.16)
    pan = variants.choose("pan", (-0.14, -0.07, 0.0, 0.07, 0.14))
    if shot == "from above":
        return height * share, zoom, pan
    share += variants.between("horizon", -0.06, 0.04) if shot != "low angle" else 0.0
    return free[1] + span * share, zoom, pan


def _facings(scene: Scene, shot: str, variants: Variants) -> list[str]:
    """Named facings first; two who talk look at each other; alone, one looks a little aside."""
    count = len(scene.actors)
    found = []
    for i, actor in enumerate(scene.actors):
        if actor.facing:
            facing = {"facing left": "left", "facing right": "right", "facing away": "away"}.get(actor.facing, "front")
        elif shot == "from behind" and (i == 0 or count == 1):
            facing = "away"
        elif count == 1:
            facing = variants.choose("facing", ("front", "right", "left"))
        else:
            middle = (count - 1) / 2
            between = variants.choose("facing", ("front", "right", "left"))
            facing = "right" if i < middle else "left" if i > middle else between
        found.append(facing)
    return found


def _aloft(actor: Actor) -> float:
    names = {thing.name for thing in actor.held}
    return 1.55 if "umbrella" in names else ALOFT if names & {"balloon", "kite"} else 0.0


def _wide(actor: Actor, outfit: Outfit, pose: Pose, shot: str) -> float:
    """How many head radii a figure needs from side to side."""
    if pose.lying:
        return 5.4
    reach = max(pose.near[0], -pose.far[0], 0.95)
    if any(thing.name == "umbrella" for thing in actor.held):
        reach = max(reach, 1.5)
    elif carried(actor) and shot != "close-up":
        reach += 0.4
    reach += 0.5 if pose.turn else 0.0
    hair = 1.72 if outfit.hair in ("ponytail", "pigtails") else 1.5 if outfit.hair == "curly hair" else 1.36
    return 2 * max(reach + 0.25, hair)


def _wide_things(scene: Scene, count: int) -> float:
    """Head radii to keep beside the figures for what stands about."""
    free = {"puddle", *(SEATS if any(seat_height(scene, actor) for actor in scene.actors) else ())}
    beside = sum(min(size_of(thing.name), 3.0) * 0.6 for thing in scene.things if thing.name not in free)
    return min(beside, (3.2, 2.4, 1.4, 1.0)[min(count, 4) - 1])


@dataclass(frozen=True)
class _Framing:
    """How a shot cuts the figures."""

    shot: str
    free: Box
    width: int
    height: int

    def unit(self, tops: list[float], wides: list[float], aside: float, outfits: list[Outfit]) -> float:
        """One head radius in pixels: as large as height and width allow."""
        span = self.free[3] - self.free[1]
        if self.shot == "close-up":
            heads = [top - self._neck(outfit) + 0.36 for top, outfit in zip(tops, outfits, strict=True)]
            room, across = span * 0.97 / max(heads), 0.86
        elif self.shot == "bust shot":
            heads = [top - self._neck(outfit) + 0.95 for top, outfit in zip(tops, outfits, strict=True)]
            room, across = span * 0.97 / max(heads), 0.92
        elif self.shot in ("medium", "from behind"):
            room, across = span * 0.97 / max(top - 0.5 * min(top * 0.2, 0.9) for top in tops), 0.95
        else:
            share = {"wide shot": 0.64, "low angle": 0.98, "from above": 0.92}.get(self.shot, 0.86)
            room, across = span * share / max(max(tops), 4.0), 0.97
        return max(min(room, self.width * across / (sum(wides) + aside)), 4.0)

    @staticmethod
    def _neck(outfit: Outfit) -> float:
        return outfit.build.legs + 0.12 + outfit.build.torso

    def ground(self, top: float, unit: float, outfit: Outfit) -> float:
        """The y of a figure's feet: its head clear of the letters, its feet in the picture when they fit."""
        y0, y1 = self.free[1], self.free[3]
        if self.shot in ("close-up", "bust shot", "medium", "from behind"):
            below = {"close-up": 0.36, "bust shot": 0.95}.get(self.shot)
            seen = top - self._neck(outfit) + below if below is not None else top * 0.88
            slack = max(0.0, (y1 - y0) - seen * unit)
            return y0 + slack * (0.8 if below is not None else 0.62) + top * unit
        foot = y1 - (y1 - y0) * (0.055 if self.shot != "wide shot" else 0.14)
        return max(foot, y0 + top * unit)

    def across(self, wides: list[float], unit: float, aside: float, hugging: bool, variants: Variants) -> list[float]:
        """The x of every figure: side by side, the space between them shared out, `aside` left for things,
        and all of them in the middle or off it, as far as there is room."""
        total = sum(wides) * unit
        kept = aside * unit
        gap = max(self.width - total - kept, 0.0) / (len(wides) + 1)
        gap = min(gap, unit * 1.6) if len(wides) > 1 else gap
        if hugging and len(wides) > 1:
            gap = (HUG - sum(wides) / len(wides)) * unit
        x = (self.width - kept - total - gap * (len(wides) - 1)) * variants.choose("off the middle", _ASIDE)
        x += kept * variants.choose("room for things", (0.0, 1.0)) if kept else 0.0
        found = []
        for wide in wides:
            found.append(x + wide * unit / 2)
            x += wide * unit + gap
        return found


def _over_the_shoulder(roles: list[Role], shot: str, free: Box) -> list[Role]:
    """From behind with company: the first figure is nearer, lower and larger."""
    if shot != "from behind" or len(roles) < 2:
        return roles
    first = roles[0]
    unit = first.stand.unit * 1.12
    lowest = free[3] + (_Framing._neck(first.outfit) - 0.3) * unit  # its head stays above the letters below
    nearer = replace(first.stand, unit=unit, ground=min(first.stand.ground + 0.8 * unit, lowest))
    return [*roles[1:], replace(first, stand=nearer)]


def mouth_side(role: Role) -> Point:
    """Beside the head, on the side the figure does not look to: where a mark finds room."""
    stand = role.stand
    side = -1 if stand.facing == "right" else 1
    return stand.x + side * stand.unit * 1.25, stand.ground - (
        height_of(role.outfit, standing_pose(role.actor, stand)) - HEAD * 0.6
    ) * stand.unit
