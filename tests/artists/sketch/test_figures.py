"""Figures: each word changes its own part of them, faces stay free, and a character stays the same."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest

from pipeline.artists.sketch.kinds import BUILDS
from pipeline.artists.sketch.sample import HANDY, sample_look, sample_scene
from pipeline.artists.sketch.scene import Actor, Look, Thing
from pipeline.artists.sketch.skeleton import POSES
from pipeline.artists.sketch.wardrobe import dress
from pipeline.lexicon import looks
from tests.artists.sketch.drawing import SIDE, alone, changed, dark_share, mean, share_changed

GIRL = Look("girl", hair="short hair", hair_colour="brown", skin="light skin", clothes=(Thing("shirt", "blue"),))
UPRIGHT = set(looks.POSES) - {"sleeping", "lying down"}


def _girl(**changes) -> Actor:
    return Actor(replace(GIRL, **changes), pose="standing", expression="neutral")


def _grown(box, by: float):
    return (max(box[0] - by, 0), max(box[1] - by, 0), min(box[2] + by, SIDE), min(box[3] + by, SIDE))


@pytest.mark.parametrize("kind", looks.KINDS)
def test_every_kind_is_drawn_and_looks_like_no_other(kind):
    picture, placed = alone(Actor(Look(kind), expression="neutral"))
    assert dark_share(picture, placed.face) > 0.03
    for other in looks.KINDS:
        if other != kind:
            theirs, _ = alone(Actor(Look(other), expression="neutral"))
            assert share_changed(picture, theirs, placed.box) > 0.02, other


@pytest.mark.parametrize("expression", looks.EXPRESSIONS)
def test_an_expression_changes_the_face_and_nothing_below_it(expression):
    plain, placed = alone(Actor(GIRL, pose="standing", expression="neutral"))
    other = "happy" if expression == "neutral" else expression
    picture, _ = alone(Actor(GIRL, pose="standing", expression=other))
    box = changed(plain, picture)
    assert box and box[3] <= placed.head[3] + 3
    assert share_changed(plain, picture, placed.face) > 0.02


def test_all_expressions_differ_from_each_other():
    faces = {}
    for expression in looks.EXPRESSIONS:
        picture, placed = alone(Actor(GIRL, pose="standing", expression=expression))
        faces[expression] = picture.crop(tuple(round(edge) for edge in placed.face))
    for one in faces:
        for other in faces:
            assert one == other or share_changed(faces[one], faces[other]) > 0.012, (one, other)


@pytest.mark.parametrize("pose", looks.POSES)
def test_a_pose_moves_the_body(pose):
    standing, placed = alone(Actor(GIRL, pose="standing", expression="happy"))
    other = "waving" if pose == "standing" else pose
    held = (Thing("apple"),) if pose == "holding" else ()
    picture, _ = alone(Actor(GIRL, pose=other, expression="happy", held=held))
    assert share_changed(standing, picture, placed.box) > 0.012


@pytest.mark.parametrize("facing", looks.FACINGS)
def test_facings_differ_and_only_a_turned_back_has_no_face(facing):
    side = facing.removeprefix("facing ").replace("viewer", "front")
    picture, placed = alone(Actor(GIRL), side)
    assert (placed.face is None) == (placed.mouth is None) == (side == "away")
    for other in ("front", "left", "right", "away"):
        if other != side:
            assert share_changed(picture, alone(Actor(GIRL), other)[0], placed.head) > 0.01


@pytest.mark.parametrize("hair", looks.HAIR)
def test_hair_changes_around_the_head_and_leaves_eyes_and_mouth_free(hair):
    other = "long hair" if hair == "short hair" else hair
    plain, placed = alone(_girl())
    picture, _ = alone(_girl(hair=other))
    assert share_changed(plain, picture, _grown(placed.head, SIDE / 10)) > 0.01
    x0, y0, x1, y1 = placed.face
    assert share_changed(plain, picture, (x0 + 4, y0 + (y1 - y0) * 0.45, x1 - 4, y1)) < 0.02


@pytest.mark.parametrize("skin", looks.SKIN)
def test_skin_colours_the_cheek(skin):
    other = "dark skin" if skin == "light skin" else skin
    plain, placed = alone(_girl())
    picture, _ = alone(_girl(skin=other))
    x, y = placed.mouth
    box = (x - 3, y + 6, x + 3, y + 9)
    assert max(abs(a - b) for a, b in zip(mean(plain, box), mean(picture, box), strict=True)) > 8


@pytest.mark.parametrize("garment", looks.CLOTHES)
def test_clothes_change_what_lies_below_the_face(garment):
    plain, placed = alone(_girl())
    other = "sweater" if garment == "shirt" else garment
    picture, _ = alone(_girl(clothes=(Thing(other, "red"),)))
    box = changed(plain, picture)
    assert box and box[1] >= placed.face[3] - 4
    assert share_changed(plain, picture, (placed.box[0], placed.face[3], placed.box[2], placed.box[3])) > 0.08


@pytest.mark.parametrize("name", looks.ACCESSORIES)
def test_an_accessory_is_worn_and_hides_neither_eyes_nor_mouth(name):
    plain, placed = alone(_girl())
    picture, _ = alone(_girl(accessories=(Thing(name, "purple"),)))
    box = changed(plain, picture)
    assert box and share_changed(plain, picture, _grown(placed.box, SIDE / 8)) > 0.002
    assert dark_share(picture, placed.face) > 0.8 * dark_share(plain, placed.face)


@pytest.mark.parametrize("colour", looks.COLOURS)
def test_a_named_colour_is_the_colour_of_fur_and_cloth(colour):
    from pipeline.artists.sketch.palette import NAMED

    outfit = dress(Look("cat", colour, clothes=(Thing("hoodie", colour),)))
    assert outfit.skin == outfit.garment_colour == NAMED[colour]


@pytest.mark.parametrize(
    "pose", ["holding", "standing", "sitting", "walking", "eating", "drinking", "reading", "giving"]
)
def test_a_held_prop_never_reaches_the_face(pose):
    """With one prop or another in the hand, the pixels of the face are the same."""
    for kind in ("girl", "cat", "robot"):
        first, placed = alone(Actor(Look(kind), pose=pose, expression="happy", held=(Thing("coin"),)), "right")
        x0, y0, x1, y1 = placed.face
        features = (x0 + 2, y0 + 2, x1 - 2, y1 - 2)
        for prop in HANDY:
            picture, _ = alone(Actor(Look(kind), pose=pose, expression="happy", held=(Thing(prop),)), "right")
            assert share_changed(first, picture, features) < 0.004, (kind, prop)


@pytest.mark.parametrize("prop", HANDY)
def test_a_held_prop_is_seen_beside_the_figure(prop):
    plain, placed = alone(Actor(GIRL, pose="holding", expression="neutral", held=(Thing("coin"),)), "right")
    other = "ball" if prop == "coin" else prop
    picture, _ = alone(Actor(GIRL, pose="holding", expression="neutral", held=(Thing(other),)), "right")
    assert share_changed(plain, picture) > 0.0015


def test_every_face_box_of_random_scenes_holds_drawn_eyes_and_the_mouth():
    from pipeline.artists.sketch.picture import draw_scene

    seen = 0
    for seed in range(40):
        chance = random.Random(seed)
        scene = sample_scene(chance)
        if scene.style:
            continue
        drawn = draw_scene(scene, 256, 256, seed)
        assert len(drawn.placed) == len(scene.actors)
        for placed in drawn.placed:
            if placed.face and placed.face[1] >= 0 and placed.face[0] >= 0 and placed.face[2] <= 256:
                seen += 1
                assert dark_share(drawn.picture, placed.face) > 0.01
                assert placed.face[0] < placed.mouth[0] < placed.face[2]
                assert placed.face[1] < placed.mouth[1] < placed.face[3]
    assert seen > 25


def test_the_same_character_is_the_same_in_fifty_scenes():
    """Colours, hair and clothes come from the look alone, whatever happens around it."""
    chance = random.Random(4)
    for kind in ("woman", "cat", "robot"):
        look = sample_look(kind, chance)
        outfits = {dress(look) for _ in range(50)}
        assert len(outfits) == 1
        outfit = outfits.pop()
        wanted = [outfit.skin, *([outfit.garment_colour] if outfit.garment else [])]
        wanted += [outfit.hair_colour] if outfit.hair else []
        for seed in range(50):
            chosen = random.Random(seed)
            pose, expression = chosen.choice(list(UPRIGHT)), chosen.choice(looks.EXPRESSIONS)
            picture, _ = alone(Actor(look, pose=pose, expression=expression), chosen.choice(("left", "right", "front")))
            seen = {colour: count for count, colour in picture.getcolors(2**15)}
            for colour in wanted:
                assert seen.get(colour[:3], 0) > 60, (kind, pose, colour)


def test_every_kind_and_pose_has_a_row():
    assert set(BUILDS) == set(looks.KINDS)
    assert set(POSES) == set(looks.POSES)
