"""The lettered page: the live layer over untouched pictures."""

from __future__ import annotations

import pytest
from PIL import Image, ImageChops, ImageDraw

from pipeline import layout, typeset, words
from pipeline.comic import BEATS, Balloon, Character, Figure, Lettering, Line, Panel, Script
from pipeline.compose import PanelArt, compose, place_page, text_layer
from pipeline.compose.framing import cover

GRID = layout.get("grid")
LINES = (
    (Line(speaker="나비", text="우산을 *정말* 잃어버렸어?"), Line(speaker="나비", text="같이 찾자!")),
    (Line(text="그날 밤…", kind="caption"), Line(speaker="코코", text="도둑이야!", kind="shout")),
    (Line(speaker="코코", text="사실은…", kind="thought"), Line(text="쏴아아", kind="sound")),
    (Line(speaker="나비", text="찾았다!", other={"en": "Found it!"}),),
)


def _script(lines=LINES) -> Script:
    panels = tuple(
        Panel(beat=beat, scene="cat", characters=("나비", "코코"), lines=said)
        for beat, said in zip(BEATS, lines, strict=True)
    )
    cast = (Character(name="나비", look=("cat",)), Character(name="코코", look=("dog",)))
    return Script(title="비 오는 날", language="ko", characters=cast, panels=panels)


def _art(size=(560, 540)) -> PanelArt:
    """Two people on a plain ground."""
    picture = Image.new("RGB", size, "#a8cfe6")
    draw, figures = ImageDraw.Draw(picture), []
    for name, share in (("나비", 0.28), ("코코", 0.72)):
        x, y, r = size[0] * share, size[1] * 0.62, size[1] * 0.1
        draw.ellipse((x - r, y - r, x + r, y + r), fill="#f2d0a9", outline="black", width=3)
        face = (x - r * 0.8, y - r * 0.5, x + r * 0.8, y + r * 0.9)
        figures.append(Figure(character=name, box=(x - r, y - r, x + r, size[1]), face=face, mouth=(x, y + r * 0.5)))
    return PanelArt(picture, tuple(figures))


ARTS = (_art(),) * 4


def test_every_line_and_every_face_is_reported():
    page = compose(_script(), ARTS, GRID, Lettering())
    assert page.picture.mode == "RGB" and page.picture.size == (page.page.width, page.page.height)
    told = [(balloon.panel, balloon.line, balloon.text, balloon.kind, balloon.speaker) for balloon in page.balloons]
    assert told == [
        (index, number, line.text, line.kind, line.speaker)
        for index, said in enumerate(LINES)
        for number, line in enumerate(said)
    ]
    assert [(face.panel, face.character) for face in page.faces] == [
        (i, who) for i in range(4) for who in ("나비", "코코")
    ]
    for thing in (*page.balloons, *page.faces):
        region, (x0, y0, x1, y1) = page.page.panels[thing.panel], thing.box
        assert region.x0 <= x0 < x1 <= region.x1 and region.y0 <= y0 < y1 <= region.y1
    assert all((balloon.tail is None) == (balloon.kind in ("caption", "sound")) for balloon in page.balloons)
    assert page.notices == ()


def test_a_page_looks_the_same_at_every_size():
    large, small = (place_page(_script(), ARTS, GRID, Lettering(), width=width) for width in (2400, 600))
    for one, other in zip(large.balloons, small.balloons, strict=True):
        assert [edge / 4 for edge in one.box] == pytest.approx(other.box, abs=2)
        assert one.size / 4 == pytest.approx(other.size, rel=0.02)


def test_the_pictures_are_not_changed():
    before = ARTS[0].picture.tobytes()
    compose(_script(), ARTS, GRID, Lettering())
    assert ARTS[0].picture.tobytes() == before


@pytest.mark.parametrize(
    ("named", "turned"),
    [
        ((), False),
        (("A", "B"), False),
        (("B", "A"), True),
        (("B", "who A was then"), True),  # renamed since the picture was painted
        (("who B was then", "A"), True),
        (("B",), True),  # A's words were rewritten by hand
    ],
)
def test_in_a_picture_without_figures_they_stand_as_the_prompt_names_them(named, turned):
    """The letterer finds two heads; who is who it knows from the prompt, not from the panel's list."""
    people = (Character(name="A", look=("cat",)), Character(name="B", look=("dog",)))
    lines = (Line(speaker="A", text="Well?"), Line(speaker="B", text="Well!"))
    panels = tuple(Panel(beat=beat, scene="", characters=("A", "B"), lines=lines) for beat in BEATS)
    script = Script(title="t", language="en", characters=people, panels=panels)
    picture = Image.new("RGB", (560, 540), "#cde")
    drawing = ImageDraw.Draw(picture)
    for x in (160, 400):
        drawing.ellipse((x - 60, 300, x + 60, 420), fill="#fed", outline="black", width=3)
        for eye in (x - 20, x + 20):
            drawing.ellipse((eye - 9, 345, eye + 9, 369), fill="black")
    art = PanelArt(picture, (), named)
    page = compose(script, (art,) * 4, layout.get("grid"), Lettering(), width=800)
    across = {balloon.speaker: balloon.tail[0] for balloon in page.balloons if balloon.panel == 0}
    assert (across["A"] > across["B"]) is turned


def test_letters_lie_on_the_picture_only_where_balloons_are():
    bare = compose(_script(((),) * 4), ARTS, GRID, Lettering())
    lettered = compose(_script(), ARTS, GRID, Lettering())
    covered = Image.new("L", bare.picture.size)
    for balloon in lettered.balloons:
        x0, y0, x1, y1 = balloon.box
        xs, ys = [x0, x1], [y0, y1]
        if balloon.tail:
            xs, ys = [*xs, balloon.tail[0]], [*ys, balloon.tail[1]]
        air = balloon.size
        ImageDraw.Draw(covered).rectangle((min(xs) - air, min(ys) - air, max(xs) + air, max(ys) + air), fill=255)
    changed = ImageChops.difference(bare.picture, lettered.picture).convert("L").point(lambda value: 255 * (value > 0))
    assert changed.getbbox() is not None
    assert ImageChops.subtract(changed, covered).getbbox() is None


def test_the_same_page_twice_is_the_same_pixels():
    one, two = (compose(_script(), ARTS, GRID, Lettering()).picture.tobytes() for _ in range(2))
    assert one == two


def test_every_letter_is_in_the_text_layer_inside_its_balloon():
    page = place_page(_script(), ARTS, GRID, Lettering())
    balloons = {(balloon.panel, balloon.line): balloon for balloon in page.balloons}
    told: dict[tuple[int, int], list[str]] = {}
    for run in text_layer(page):
        told.setdefault((run.panel, run.line), []).append(run.text)
        x0, y0, x1, y1 = balloons[run.panel, run.line].box
        if not run.angle:
            assert x0 <= run.box[0] < run.box[2] <= x1 and y0 - 2 <= run.box[1] < run.box[3] <= y1 + 2
    for key, balloon in balloons.items():
        assert " ".join(told[key]) == typeset.clean(balloon.text)


def test_another_language_is_another_track_over_the_same_art():
    page = compose(_script(), ARTS, GRID, Lettering(language="en"))
    assert page.balloons[-1].text == "Found it!"
    assert page.balloons[0].text == LINES[0][0].text  # no English there: the comic's own


def test_a_hand_moves_a_balloon_and_changes_its_kind():
    moved = Lettering().with_balloon(Balloon(panel=3, line=0, at=(0.5, 0.15), kind="whisper"))
    balloon = compose(_script(), ARTS, GRID, moved).balloons[-1]
    region = compose(_script(), ARTS, GRID, moved).page.panels[3]
    assert balloon.kind == "whisper"
    assert (balloon.box[0] + balloon.box[2]) / 2 == pytest.approx((region.x0 + region.x1) / 2, abs=1)


@pytest.mark.parametrize("name", layout.names())
def test_every_layout_can_be_painted_without_pictures_and_without_words(name):
    chosen = layout.get(name)
    assert len(compose(_script(), (None,) * 4, chosen, Lettering(), width=500).balloons) == 7
    empty = compose(None, (None,) * 4, chosen, Lettering(), width=500)
    assert empty.balloons == () and empty.page.title is None
    assert compose(_script(), (PanelArt(None),) * 4, chosen, Lettering(show_title=False), width=500).page.title is None


@pytest.mark.parametrize("size", [(900, 300), (300, 900), (64, 64), (555, 537)])
def test_a_picture_of_another_shape_is_cropped_with_faces_kept(size):
    art = _art(size)
    page = compose(_script(), (art,) * 4, GRID, Lettering())
    assert {face.character for face in page.faces} >= ({"나비", "코코"} if size[0] <= 2 * size[1] else set())


def test_a_crop_moves_to_keep_a_face_at_the_edge():
    figure = Figure(character="A", box=(0, 0, 100, 100), face=(820, 20, 900, 100))
    crop = cover((900, 300), (300, 300), (figure,))
    assert crop.x1 == 900 and (crop.y0, crop.y1) == (0, 300)


def test_letters_that_no_font_has_are_left_out_with_a_notice():
    lines = ((Line(speaker="나비", text="가\u0e01나"),), (Line(text="\u0e01", kind="caption"),), (), ())
    page = compose(_script(lines), ARTS, GRID, Lettering())
    assert [notice.key for notice in page.notices] == ["lettering.dropped"] * 2
    assert len(page.balloons) == 2
    for notice in page.notices:
        assert all(words.say(notice.key, language, **notice.values) for language in words.LANGUAGES)


def test_too_many_words_are_said_to_be_too_many():
    many = tuple(
        Line(speaker="나비", text="할 말이 아주아주 많은 사람이 쉬지 않고 이야기를 늘어놓는 중입니다 " * 5)
        for _ in range(6)
    )
    page = compose(_script((many, (), (), ())), ARTS, GRID, Lettering(), width=600)
    assert [notice.key for notice in page.notices] == ["lettering.crowded"]
    region = page.page.panels[0]
    assert all(region.x0 <= balloon.box[0] and balloon.box[2] <= region.x1 for balloon in page.balloons)


@pytest.mark.parametrize(
    "text", ["", " ", "\u200b", "A" * 300, "가" * 300, "!" * 50, "😀" * 20, "a\nb\tc", "*", "**", "\u202eabc"]
)
def test_odd_texts_are_lettered_without_complaint(text):
    page = compose(_script(((Line(speaker="나비", text=text),), (), (), ())), ARTS, GRID, Lettering(), width=400)
    (balloon,) = page.balloons
    region = page.page.panels[0]
    assert region.x0 <= balloon.box[0] and balloon.box[2] <= region.x1 + 0.5


@pytest.mark.parametrize("side", [88, 240, 448, 480, 504, 720])
def test_what_is_shown_of_a_picture_never_leaves_it_by_a_hair(side):
    for name in layout.names():
        for region in layout.lay_out(layout.get(name)).panels:
            crop = cover((side, side), region.size)
            assert crop.x0 >= 0 and crop.y0 >= 0 and crop.x1 <= side and crop.y1 <= side
