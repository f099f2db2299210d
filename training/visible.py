"""What a sketch really shows of its scene: what a model can be asked about at that shot.

A close-up shows no shoes and an indoor scene no rain, and of a girl and a boy in the same clothes nobody
can tell which is which. `visible` composes the picture as the sketch artist does, and reports the
attributes that can be seen in it, each with one of the words of `ATTRIBUTES`.
"""

from __future__ import annotations

from functools import cache

from PIL import Image

from pipeline.artists.sketch.figures import HEAD, draw_figure
from pipeline.artists.sketch.pen import Pen
from pipeline.artists.sketch.scene import Scene
from pipeline.artists.sketch.stage import Role, Stage, compose
from pipeline.artists.sketch.variants import of_cast
from pipeline.comic import Room
from pipeline.lexicon import looks
from training.pictures import DRAWN_AT

PERSON = "person"
"""Children and grown-ups in the same clothes differ by their height alone: the sketch artist's people are one kind,
but for those with a mark of their own."""
MARKED_PEOPLE = ("chef", "grandfather")
CLEAR = "clear"
"""The weather of a scene that names none."""
PLAIN = "flat colour"
"""The style of a scene that names none."""
ATTRIBUTES: dict[str, tuple[str, ...]] = {
    "figures": ("0", "1", "2"),
    "kind": (PERSON, *MARKED_PEOPLE, *looks.KINDS[len(looks.PEOPLE) :]),
    "colour": looks.COLOURS,
    "hair": looks.HAIR,
    "hair colour": looks.COLOURS,
    "expression": looks.EXPRESSIONS,
    "pose": ("running", "walking", "sitting", "sleeping", "lying down", "jumping", "bowing", "falling", "hiding"),
    "place": looks.PLACES,
    "time": looks.TIMES,
    "weather": (CLEAR, *looks.WEATHER),
    "style": looks.STYLES,
}
"""Attribute → what it can be. Colour is that of fur, metal or sheet; of the garment for people."""
COLOURED_STYLES = frozenset({"", PLAIN, "webtoon", "watercolour", "crayon", "pixel art"})
"""Finishes that leave a colour what it is."""
FINE_STYLES = frozenset({"", PLAIN, "webtoon"})
"""Finishes that neither cover nor imitate what falls from the sky, a pixel or two wide."""
COVERS_HAIR = frozenset({"hat", "cap", "crown", "headphones"})
SMALLEST_FACE = 0.075
"""A head radius, as a share of the picture's side, from which a face can be read."""
SMALLEST_FIGURE = 0.05
"""And one from which the colours of a figure can."""
_HIDES_THE_HOUR = frozenset({"fog", "storm", "rain", "snow", "cloudy", "starry sky"})
_NO_SKY = frozenset({*looks.INDOORS, "space", "underwater"})
_LYING = ("sleeping", "lying down")
"""Poses of which one sees nothing but the back of the head, from behind."""
_COVERED = ("sleeping", "hiding")
"""Poses in which a blanket, a bush or a box is over the clothes."""
_OVER_ANOTHER = ("apron", "overalls")
"""Clothes that leave half of what is worn beneath them to be seen, in a colour that nobody named."""
_OVER_CLOTHES = "scarf"
"""What is worn over clothes, in a colour of its own."""
_HEADS_ONLY = ("close-up", "bust shot")
_NO_HORIZON = "from above"
_IN_THE_SKY = frozenset({"cloudy", "starry sky"})
"""Weather that is nowhere but in the sky."""


def visible(scene: Scene, seed: int) -> dict[str, str]:
    """Attribute → word, of all that can be seen when the scene is drawn with this seed in a square."""
    stage = compose(scene, DRAWN_AT, DRAWN_AT, Room(), of_cast(scene, seed))
    found = {"figures": str(len(scene.actors)), "style": scene.style or PLAIN}
    found |= _around(scene, stage)
    if len(scene.actors) == 1:
        found |= _figure(scene, stage.roles[0], stage)
    return {name: word for name, word in found.items() if word in _words(name)}


def head(scene: Scene, seed: int) -> tuple[float, float, float] | None:
    """Where the head of somebody who is alone is drawn in a square: across, down and its radius, in shares of the side.
    None for a scene of none, two or more."""
    if len(scene.actors) != 1:
        return None
    stage = compose(scene, DRAWN_AT, DRAWN_AT, Room(), of_cast(scene, seed))
    role = stage.roles[0]
    paper = Pen(Image.new("RGB", (1, 1)), 1, 1.0, lambda colour: colour, lambda colour: colour)
    left, top, right, bottom = draw_figure(paper, role.actor, role.outfit, role.stand).head
    return (left + right) / 2 / DRAWN_AT, (top + bottom) / 2 / DRAWN_AT, HEAD * role.stand.unit / DRAWN_AT


@cache
def _words(attribute: str) -> frozenset[str]:
    return frozenset(ATTRIBUTES[attribute])


def _around(scene: Scene, stage: Stage) -> dict[str, str]:
    """Place, time and weather."""
    found = {}
    if stage.shot != "close-up":
        found["place"] = scene.place
    if scene.place not in _NO_SKY and stage.shot not in _HEADS_ONLY:
        if scene.style in FINE_STYLES and not _unseen(scene, stage.shot):
            found["weather"] = scene.weather[0] if scene.weather else CLEAR
        hidden = stage.shot == _NO_HORIZON or _HIDES_THE_HOUR & set(scene.weather)
        if scene.style in COLOURED_STYLES and not hidden:
            found["time"] = scene.time
    return found


def _unseen(scene: Scene, shot: str) -> bool:
    """Whether the weather is one that this picture has no place for: stars by day, or a sky above its upper edge."""
    stars_by_day = "starry sky" in scene.weather and scene.time != "night"
    return stars_by_day or (shot == _NO_HORIZON and bool(_IN_THE_SKY & set(scene.weather)))


def _figure(scene: Scene, role: Role, stage: Stage) -> dict[str, str]:
    """What one sees of somebody who is alone. From behind, a pig is a bear but for the curl of its tail."""
    look, actor = role.actor.look, role.actor
    size = role.stand.unit / DRAWN_AT
    away, person = role.stand.facing == "away", role.outfit.person
    if away and actor.pose in _LYING:
        return {}
    found = {} if away else {"kind": _kind(look.kind)}
    if scene.style in COLOURED_STYLES and size >= SMALLEST_FIGURE:
        found |= _colours(role, stage, person)
    if away or size < SMALLEST_FACE:
        return found
    found["expression"] = "sleepy" if actor.pose == "sleeping" else actor.expression
    if person and look.hair and not _covered(role) and actor.pose != "sleeping":
        found["hair"] = look.hair
    if stage.shot not in _HEADS_ONLY:
        found["pose"] = actor.pose
    return found


def _kind(kind: str) -> str:
    return PERSON if kind in looks.PEOPLE and kind not in MARKED_PEOPLE else kind


def _colours(role: Role, stage: Stage, person: bool) -> dict[str, str]:
    look, found = role.actor.look, {}
    if not person:
        found["colour"] = look.colour
    elif look.clothes and stage.shot not in _HEADS_ONLY and _shows_clothes(role):
        found["colour"] = look.clothes[-1].colour
    if person and look.hair != "bald" and not _covered(role):
        found["hair colour"] = look.hair_colour
    return found


def _shows_clothes(role: Role) -> bool:
    """Whether clothes have one colour that one sees: no hair or scarf falls over them, and no second garment shows."""
    front, look = role.stand.facing != "away", role.actor.look
    alone = _OVER_CLOTHES not in {each.name for each in look.accessories}
    return front and alone and role.actor.pose not in _COVERED and look.clothes[-1].name not in _OVER_ANOTHER


def _covered(role: Role) -> bool:
    """Whether something on the head hides the hair."""
    return role.actor.look.kind == "chef" or bool(COVERS_HAIR & {name for name, _ in role.outfit.accessories})
