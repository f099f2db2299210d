"""Cells as one sees them, instruments, the sheet, the winner that becomes a preset."""

from __future__ import annotations

import pytest
from PIL import Image, ImageFilter

from pipeline import cells, flow, presets, store, words
from pipeline.comic import Idea
from pipeline.errors import InputError
from pipeline.queue import Queue
from pipeline.tuning import adopting, grids, instruments, plan, sheet, showing
from tests.tuning.making import a_comic, a_grid, drawn, small


@pytest.fixture(scope="module")
def noise():
    """A picture with something in it."""
    return Image.effect_noise((300, 300), 60).convert("RGB")


def test_a_blurred_picture_is_less_sharp_at_any_size(noise):
    blurred = noise.filter(ImageFilter.GaussianBlur(2))
    assert instruments.sharpness(noise) > 2 * instruments.sharpness(blurred)
    assert instruments.sharpness(Image.new("RGB", (64, 64), "white")) == 0


def test_a_picture_of_two_greys_has_their_distance_as_its_contrast():
    half = Image.new("L", (100, 100), 50)
    half.paste(150, (0, 0, 50, 100))
    assert instruments.contrast(half.convert("RGB")) == pytest.approx(50, abs=1)


def test_the_difference_of_a_picture_from_itself_is_none(noise):
    assert instruments.difference(noise, noise) == 0
    assert instruments.difference(Image.new("RGB", (9, 9)), Image.new("RGB", (5, 5), "white")) == 255


@pytest.fixture
def looked():
    """A drawn grid of two by two, with whole comics."""
    return drawn(a_grid("style: ink, watercolour", "seed: 1-2", comic=small()))


def test_every_instrument_reads_every_finished_cell(looked):
    for name in instruments.INSTRUMENTS:
        readings = instruments.readings(looked, name)
        assert len(readings) == (3 if name == "difference" else 4)
        assert all(value >= 0 for value in readings.values())
    assert instruments.readings(looked, "sharpness")[0, 0, 0] > instruments.readings(looked, "sharpness")[1, 0, 0]
    assert instruments.neighbour(looked, looked.at((1, 1, 0))).cell.at == (0, 1, 0)
    assert instruments.neighbour(looked, looked.at((0, 1, 0))).cell.at == (0, 0, 0)
    assert instruments.neighbour(looked, looked.at((0, 0, 0))) is None


def test_a_cell_is_shown_as_page_or_panel_and_not_before_it_is_drawn(looked):
    page = showing.picture(looked.grid, looked.at((0, 0, 0)), 300)
    bare = showing.picture(looked.grid, looked.at((0, 0, 0)), 300, letters=False)
    assert page.width == 300 and instruments.difference(page, bare) > 1
    panel = drawn(a_grid("style: ink, watercolour", comic=small(), panels=(1,)))
    assert showing.picture(panel.grid, panel.tried[0], 200).size == (200, 200)
    assert showing.picture(panel.grid, plan.look(a_grid("style: neon", comic=small())).tried[0], 200) is None


@pytest.mark.parametrize("language", words.LANGUAGES)
@pytest.mark.parametrize(
    "lines",
    [
        ("style: ink",),
        ("style: ink, " + '"' + "a very long style with many words in it " * 4 + '"', "seed: 1-2"),
        ('style: ink, ""', "seed: 1-2", "negative_prompt: text, 글자"),
        ("seed: 1-30",),
    ],
)
def test_a_sheet_holds_every_cell_and_nothing_overlaps(lines, language):
    grid = a_grid(*lines, comic=small())
    plot = sheet.place(grid, 1.0, language)
    columns, rows, sheets = grid.shape
    boxes = []
    for at in grids.places(grid):
        x, y = plot.corner(*at, rows)
        boxes.append((x, y, x + plot.cell[0], y + plot.cell[1]))
    assert len(boxes) == columns * rows * sheets
    for number, (x0, y0, x1, y1) in enumerate(boxes):
        assert 0 <= x0 and plot.head <= y0 and x1 <= plot.size[0] and y1 <= plot.size[1] - plot.foot
        assert all(x1 <= a or c <= x0 or y1 <= b or d <= y0 for a, b, c, d in boxes[:number])
    assert plot.size[0] * plot.size[1] <= sheet.MOST_PIXELS * 1.1


def test_the_sheet_is_drawn_with_what_is_there(looked):
    whole = sheet.draw(looked, "ko")
    assert whole.size == sheet.place(looked.grid, sheet._aspect(looked, True), "ko").size
    empty = sheet.draw(plan.look(a_grid("style: neon, crayon", comic=small())), "en")
    x, y = sheet.place(a_grid("style: neon, crayon", comic=small()), 1.0, "en").corner(0, 0, 0, 1)
    assert empty.getpixel((x + 50, y + 50)) == Image.new("RGB", (1, 1), sheet.EMPTY).getpixel((0, 0))
    assert sheet.encoded(empty)[:4] == b"\x89PNG" and sheet.encoded(empty, "JPEG")[:2] == b"\xff\xd8"


def test_a_winner_writes_just_the_changed_keys_and_keeps_the_comments(looked):
    comic = a_comic()
    grid = a_grid("style: ink, watercolour", "seed: 1-2", comic=comic)
    cell = grids.cell(grid, (1, 0, 0))
    assert adopting.changes(grid, cell) == {"style": "watercolour", "seed": 1}
    path = adopting.save(grid, cell, "winner")
    shipped = presets.path_of("classic").read_text(encoding="utf-8").splitlines()
    written = path.read_text(encoding="utf-8").splitlines()
    assert [line for line in written if line not in shipped] == ["seed: 1", "style: watercolour"]
    assert [line for line in shipped if line not in written] == ["seed: 564404008"]
    assert presets.read("winner").style == "watercolour"
    other = grids.cell(grid, (0, 1, 0))
    assert adopting.changes(grid, other, "winner") == {"style": "ink", "seed": 2}
    adopting.save(grid, other, "winner")
    assert presets.read("winner").closed() == presets.read("classic").closed() | {"style": "ink", "seed": 2}
    with pytest.raises(InputError):
        adopting.save(grid, cell, "  ")
    with pytest.raises(InputError):
        adopting.save(grid, cell, "../outside")


def test_a_field_that_the_winner_leaves_open_is_opened_in_the_file():
    comic = a_comic().with_changes(preset_name="ink", preset=presets.read("ink").closed())
    grid = a_grid('style: noir, ""', comic=comic)
    cell = grids.cell(grid, (1, 0, 0))
    assert adopting.changes(grid, cell) == {"style": None}
    adopting.save(grid, cell, "open")
    assert presets.read("open").style is None


def test_a_comic_gets_the_winners_pictures_and_is_fresh():
    comic = flow.begin(Idea(text="a robot"), seed=3)
    queue = Queue()
    stages = [flow.write_stage(comic.id), flow.prompt_stage(comic.id)]
    assert queue.wait(flow.submit(queue, comic.id, "write", stages, "tests"), 20).state == "done"
    comic = store.change(comic.id, lambda c: c.with_changes(preset={**c.preset, "width": 96, "height": 96}))
    looked = drawn(grids.make(comic, *a_grid("style: ink, noir", "seed: 1-2").axes))
    used = adopting.use(comic.id, looked.at((1, 1, 0)))
    assert used.preset["style"] == "noir" and used.preset["seed"] == 2
    assert {cell.state for cell in cells.cells(used)} == {"fresh"}
    for panel, slot in enumerate(used.slots):
        assert slot.take.recipe == looked.at((1, 1, 0)).recipes[panel]
        assert store.open_take(comic.id, slot.take).size == (96, 96)
    again = adopting.use(comic.id, looked.at((0, 0, 0)), "mine")
    assert [len(slot.takes) for slot in again.slots] == [2, 2, 2, 2] and again.preset_name == "mine"


def test_words_that_won_become_the_comics_prompts():
    comic = a_comic()
    word = comic.slots[0].prompt.prompt.text.split(", ")[0]
    cell = grids.cell(a_grid(f"prompt: {word}, purple fox"), (1, 0, 0))
    assert "purple fox" in adopting.tune(comic, cell).slots[0].prompt.prompt.text


def test_a_seed_that_won_is_not_hidden_by_an_earlier_reroll():
    comic = a_comic()
    rerolled = comic.with_slot(2, comic.slots[2].with_changes(seed=99))
    cell = grids.cell(a_grid("seed: 5, 6", comic=rerolled), (0, 0, 0))
    tuned = adopting.tune(rerolled, cell)
    assert {cells.panel_preset(tuned, panel).seed for panel in range(4)} == {5}
