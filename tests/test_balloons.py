"""Places of balloons, tested by numbers: nothing is painted here."""

from __future__ import annotations

import itertools
import math

import pytest
from PIL import Image, ImageDraw

from pipeline.balloons import Person, Scene, Words, bodies, estimate_room, look_at, out_of_order, place, reads_before
from pipeline.balloons.scene import THUMBNAIL
from pipeline.comic import BALLOON_KINDS, Figure, Line, Panel
from pipeline.typeset import LEADING

SIZE = 30.0
LEFT = Person("A", (60, 250, 220, 540), (90, 280, 190, 360), (140, 335))
RIGHT = Person("B", (340, 250, 500, 540), (370, 280, 470, 360), (420, 335))
TWO = Scene(560, 540, (LEFT, RIGHT))
TEXTS = ("응.", "우산을 잃어버렸어?", "어제부터 계속 찾았는데 아무 데도 없더라고…", "Have you seen a yellow umbrella?")


def _overlap(a, b) -> bool:
    return min(a[2], b[2]) > max(a[0], b[0]) and min(a[3], b[3]) > max(a[1], b[1])


@pytest.mark.parametrize(("kind", "text"), list(itertools.product(BALLOON_KINDS, TEXTS)))
def test_a_body_holds_its_words(kind, text):
    for body in bodies(text, kind, "ko", 14.0):
        rows = len(body.words.lines)
        assert body.half_height * 2 >= body.words.height - 0.2
        for row, line in enumerate(body.words.lines):
            y = (row - (rows - 1) / 2) * LEADING
            assert line.reach <= body.half_width
            if body.outline:
                for edge in (y - 0.4, y + 0.4):
                    assert _inside(body.outline, (line.reach * 0.98, edge))
                    assert _inside(body.outline, (-line.reach * 0.98, edge))
        for x, y in body.outline:
            assert abs(x) <= body.half_width + 1e-6 and abs(y) <= body.half_height + 1e-6


def _inside(outline, point) -> bool:
    """Even-odd rule."""
    x, y = point
    crossings = 0
    for (ax, ay), (bx, by) in zip(outline, (*outline[1:], outline[0]), strict=True):
        if (ay > y) != (by > y) and x < (bx - ax) * (y - ay) / (by - ay) + ax:
            crossings += 1
    return crossings % 2 == 1


def test_nothing_to_paint_has_no_body():
    assert bodies("\u0e01", "speech", "ko", 14.0) == ()


def test_the_higher_is_read_first_and_of_two_side_by_side_the_left():
    assert reads_before((200, 0, 300, 50), (0, 60, 100, 110))
    assert reads_before((0, 10, 100, 60), (120, 0, 220, 50))
    assert not reads_before((120, 0, 220, 50), (0, 10, 100, 60))
    assert out_of_order([(0, 100, 50, 150), (0, 0, 50, 50)]) == [(0, 1)]


@pytest.mark.parametrize("speakers", list(itertools.product("AB", repeat=3)), ids="".join)
def test_three_lines_of_two_people(speakers):
    lines = tuple(Words(text, "speech", who) for text, who in zip(TEXTS, speakers, strict=False))
    placement = place(lines, TWO, "ko", SIZE)
    boxes = [each.box for each in placement.balloons]
    assert placement.forbidden == 0
    assert out_of_order(boxes) == []
    for number, (balloon, who) in enumerate(zip(placement.balloons, speakers, strict=True)):
        assert 0 <= balloon.box[0] and balloon.box[2] <= 560 and 0 <= balloon.box[1] and balloon.box[3] <= 540
        assert not any(_overlap(balloon.box, person.face) for person in TWO.people)
        assert not any(_overlap(balloon.box, other) for other in boxes[number + 1 :])
        own, others = (LEFT, RIGHT) if who == "A" else (RIGHT, LEFT)
        assert math.dist(balloon.tip, own.mouth) < math.dist(balloon.tip, others.mouth)


def test_a_tail_aims_at_the_mouth_and_stops_short():
    (balloon,) = place((Words("여기야!", "speech", "A"),), TWO, "ko", SIZE).balloons
    whole, way = math.dist(balloon.root, LEFT.mouth), math.dist(balloon.root, balloon.tip)
    assert 0.2 <= way / whole <= 0.6
    aside = abs((balloon.tip[0] - balloon.root[0]) * (LEFT.mouth[1] - balloon.root[1])
                - (balloon.tip[1] - balloon.root[1]) * (LEFT.mouth[0] - balloon.root[0])) / whole  # fmt: skip
    assert aside < 1.0
    assert not (LEFT.face[0] < balloon.tip[0] < LEFT.face[2] and LEFT.face[1] < balloon.tip[1] < LEFT.face[3])


def test_balloons_of_one_speaker_are_bridged_and_share_a_tail():
    lines = (Words("우산을 잃어버렸어.", "speech", "A"), Words("같이 찾자!", "speech", "A"))
    first, second = place(lines, TWO, "ko", SIZE).balloons
    assert second.joined == 0
    assert (first.root is None) != (second.root is None)
    assert first.tip == second.tip


def test_somebody_out_of_the_picture_speaks_from_the_edge():
    (balloon,) = place((Words("나 여기 있어!", "speech", "C"),), TWO, "ko", SIZE).balloons
    assert min(balloon.tip[0], 560 - balloon.tip[0]) < min(balloon.root[0], 560 - balloon.root[0])


def test_captions_and_sounds_have_no_tail_and_a_caption_keeps_to_the_border():
    caption, sound = place((Words("그날 밤…", "caption"), Words("쾅!", "sound")), TWO, "ko", SIZE).balloons
    assert caption.tip is None and sound.tip is None
    assert caption.box[1] < 0.1 * 540


@pytest.mark.parametrize("at", [(0.5, 0.2), (0.0, 0.0), (1.0, 1.0), (0.3, 0.9)])
def test_a_hand_puts_a_balloon_where_it_likes_inside_the_panel(at):
    (balloon,) = place((Words("여기!", "speech", "A", at),), TWO, "ko", SIZE).balloons
    x0, y0, x1, y1 = balloon.box
    assert 0 <= x0 and x1 <= 560 and 0 <= y0 and y1 <= 540
    if at == (0.5, 0.2):
        assert balloon.centre == pytest.approx((280, 108))


def test_letters_shrink_before_a_face_is_covered():
    close = Scene(400, 400, (Person("A", (20, 150, 380, 400), (40, 190, 360, 400), (200, 330)),))
    lines = tuple(Words(text, "speech", "A") for text in TEXTS[1:3])
    placement = place(lines, close, "ko", SIZE)
    assert placement.size < SIZE and placement.forbidden == 0


def test_what_cannot_be_helped_is_counted():
    full = Scene(200, 200, (Person("A", (0, 0, 200, 200), (0, 0, 200, 200), (100, 150)),))
    assert place((Words(TEXTS[2], "speech", "A"),), full, "ko", SIZE).forbidden > 0


def test_a_text_without_letters_still_has_a_place():
    (balloon,) = place((Words("\u0e01", "speech", "A"),), TWO, "ko", SIZE).balloons
    assert balloon.body is None and balloon.box[2] > balloon.box[0]


def test_the_busy_part_of_a_picture_is_left_alone():
    picture = Image.new("L", (THUMBNAIL, THUMBNAIL), 128)
    for x in range(0, THUMBNAIL // 2, 4):
        ImageDraw.Draw(picture).line((x, 0, x, THUMBNAIL), fill=0, width=2)
    scene = look_at(picture.convert("RGB"), (400, 300), ())
    (balloon,) = place((Words("쾅!", "caption"),), scene, "ko", 24.0).balloons
    assert balloon.centre[0] > 200


def test_without_figures_heads_are_found_in_the_picture():
    picture = Image.new("RGB", (THUMBNAIL, THUMBNAIL), "#7fb0d0")
    draw = ImageDraw.Draw(picture)
    for x in (32, 96):
        draw.ellipse((x - 13, 45, x + 13, 71), fill="#f2c9a5", outline="black", width=2)
        draw.rectangle((x - 12, 71, x + 12, 127), fill="#b03a3a")
        for eye in (-5, 5):
            draw.ellipse((x + eye - 2, 55, x + eye + 2, 59), fill="black")
    scene = look_at(picture, (512, 512), (), ("A", "B"))
    assert [person.character for person in scene.people] == ["A", "B"]
    for person, x in zip(scene.people, (128, 384), strict=True):
        assert abs(person.aim[0] - x) < 24 and 220 < person.aim[1] < 290 and not person.sure


def test_nameless_figures_get_the_names_left_over_from_left_to_right():
    figures = (
        Figure(character=None, box=(300, 0, 400, 200), face=(310, 10, 390, 90)),
        Figure(character=None, box=(0, 0, 100, 200), face=(10, 10, 90, 90)),
    )
    scene = look_at(None, (400, 300), figures, ("A", "B"))
    assert scene.person("A").box[0] == 0 and scene.person("B").box[0] == 300


def _panel(*texts: str, kind: str = "speech") -> Panel:
    return Panel(beat="setup", scene="cat", lines=tuple(Line(text=text, kind=kind) for text in texts))


def test_room_grows_with_the_words_and_leaves_the_figures_theirs():
    none = estimate_room(_panel(), "ko")
    one, three = estimate_room(_panel(TEXTS[0]), "ko"), estimate_room(_panel(*TEXTS[:3]), "ko")
    assert none.share == 0 < one.share < three.share <= 0.38
    assert estimate_room(_panel("쾅!", kind="sound"), "ko").share == 0
    assert estimate_room(_panel(*["아주 긴 대사를 여섯 번이나 계속해서 말하는 사람"] * 6), "ko").share == 0.38
