"""A grid looked at before it starts: what it holds, what it refuses, its order, its time."""

from __future__ import annotations

import pytest

from pipeline import words
from pipeline.errors import InputError, NeedsSetup
from pipeline.presets.preset import Preset
from pipeline.tuning import axes, grids, plan
from tests.tuning.making import a_comic, a_grid, small


def test_the_size_is_known_before_anything_is_drawn():
    looked = plan.look(a_grid("style: ink, noir, neon", "seed: 1-4"))
    assert (len(looked.tried), looked.pictures, len(looked.missing), looked.done) == (12, 48, 48, 0)
    assert [each.cell.at for each in looked.tried][:4] == [(0, 0, 0), (1, 0, 0), (2, 0, 0), (0, 1, 0)]
    assert looked.at((2, 3, 0)).cell.values == {"style": "neon", "seed": "4"}


def test_a_cell_is_the_comic_tuned_so_and_every_panel_its_recipe():
    looked = plan.look(a_grid("style: ink, noir", "seed: 1-2", 'negative_prompt: "", text'))
    tried = looked.at((1, 0, 1))
    recipes = tried.recipes.values()
    assert {(r.style, r.seed, r.negative_prompt) for r in recipes} == {("noir", 1, "text")}
    assert [r.prompt.text for r in recipes] == [slot.prompt.prompt.text for slot in a_comic().slots]


def test_one_panel_alone_is_a_grid_too():
    looked = plan.look(a_grid("style: ink, noir", panels=(2,)))
    assert looked.pictures == 2 and set(looked.tried[0].keys) == {2}


def test_words_that_stand_in_one_panel_share_the_pictures_of_the_others():
    texts = [slot.prompt.prompt.text for slot in a_comic().slots]
    alone = next(
        phrase for phrase in texts[2].split(", ") if not any(phrase in text for text in (*texts[:2], texts[3]))
    )
    looked = plan.look(a_grid(f"prompt: {alone}, moon, sun"))
    assert len(looked.tried) == 3 and looked.pictures == 3 + 3


def test_asking_for_the_same_finds_the_same_grid_even_with_open_seeds():
    comic = a_comic().with_changes(preset={"seed": None})
    first, second = (a_grid("style: ink, noir", comic=comic) for _ in range(2))
    assert first.id == second.id
    seeds = {slot.seed for slot in first.comic.slots}
    assert len(seeds) == 4 and None not in seeds
    assert {r.seed for each in plan.look(first).tried for r in each.recipes.values()} == seeds


def test_a_grid_keeps_the_comic_as_it_was():
    kept = grids.save(a_grid("style: ink, noir"))
    grids.note_job(kept.id, "grid")
    again = grids.read(kept.id)
    assert again.job == "grid" and again.comic == kept.comic and grids.kept() == (again,)
    assert grids.save(a_grid("style: ink, noir")).job == "grid"
    assert grids.kept("another comic") == ()
    grids.forget(kept.id)
    assert grids.kept() == ()


def test_a_broken_grid_hides_no_other():
    kept = grids.save(a_grid("style: ink"))
    (grids.folder() / "broken.json").write_text("{")
    assert [grid.id for grid in grids.kept()] == [kept.id]


def test_fields_that_the_artist_does_not_obey_are_refused_with_a_sentence():
    for line in ("cfg_scale: 1-3", "sampler: Euler, Heun", "lora x: 0, 1"):
        with pytest.raises(InputError) as refused:
            plan.look(a_grid(line))
        assert "style" in words.tell(refused.value, "en") and "Sketch" in words.tell(refused.value, "en")
        assert "스케치" in words.tell(refused.value, "ko")


def test_words_that_are_nowhere_are_refused_with_words_that_are_there():
    with pytest.raises(InputError) as refused:
        plan.look(a_grid("prompt: zeppelin, moon"))
    assert a_comic().slots[0].prompt.prompt.text.split(", ")[0] in words.tell(refused.value, "ko")


def test_a_field_on_two_axes_and_too_many_cells_are_refused():
    with pytest.raises(InputError, match="twice"):
        a_grid("seed: 1-3", "seed: 4-6")
    with pytest.raises(InputError, match="too_many_cells"):
        a_grid("seed: 1-21", "style: " + ", ".join(f"style {n}" for n in range(20)))


def test_a_pair_that_cannot_be_had_is_named_before_anything_starts(models):
    comic = a_comic().with_changes(artist="diffusion")
    with pytest.raises(InputError) as refused:
        plan.look(a_grid("sampler: Euler, Euler a", "schedule_type: Karras, Normal", comic=comic))
    assert "Euler a" in words.tell(refused.value, "en") and "Karras" in words.tell(refused.value, "ko")


def test_a_checkpoint_or_lora_that_is_not_there_is_refused_before_anything_starts(models):
    comic = a_comic().with_changes(artist="diffusion")
    with pytest.raises((InputError, NeedsSetup)) as refused:
        plan.look(a_grid("checkpoint: tiny, nowhere", comic=comic))
    assert "nowhere" in words.tell(refused.value, "en")
    with pytest.raises(InputError) as refused:
        plan.look(a_grid("lora sparkle: 0-1 [3]", comic=comic))
    assert "sparkle" in words.tell(refused.value, "ko")


def test_the_order_loads_every_checkpoint_once(models):
    comic = small(a_comic().with_changes(artist="diffusion"), steps=1)
    looked = plan.look(a_grid("checkpoint: tiny, other, single", "seed: 1-3", comic=comic, panels=(0,)))
    loaded = [next(iter(each.recipes.values())).checkpoint for each in plan.in_order(looked.tried)]
    assert len(set(loaded)) == 3
    assert [name for n, name in enumerate(loaded) if n == 0 or loaded[n - 1] != name] == list(dict.fromkeys(loaded))
    assert len(loaded) == 9


def test_the_time_is_that_of_earlier_pictures_by_their_work(models):
    comic = small(a_comic().with_changes(artist="diffusion"))
    looked = plan.look(a_grid("steps: 10, 20", comic=comic, panels=(0,)))
    first = looked.missing[0]
    assert plan.seconds_left(looked.missing, []) is None
    assert plan.seconds_left(looked.missing, [(first, 2.0)]) == pytest.approx(6.0)
    heun = first.with_changes(sampler="Heun", schedule_type="Normal")
    assert plan.seconds_left([heun], [(first, 2.0)]) == pytest.approx(4.0)
    sketched = plan.look(a_grid("style: ink, noir", panels=(0,))).missing
    assert plan.seconds_left(sketched, [(first, 2.0)]) is None
    larger = sketched[0].with_changes(width=sketched[0].width * 2)
    assert plan.seconds_left([larger], [(sketched[0], 0.1)]) == pytest.approx(0.2)


def test_axes_are_told_in_both_languages():
    grid = a_grid('style: ink, ""', "prompt: " + a_comic().slots[0].prompt.prompt.text.split(", ")[0] + ', ""')
    for language in words.LANGUAGES:
        for axis in grid.axes:
            assert all(axes.value_label(axis, value, language) for value in axis.values)


def test_artists_may_be_compared_where_each_obeys_the_other_axis(models):
    looked = plan.look(a_grid("artist: sketch, diffusion", "seed: 1-2", panels=(0,)))
    assert {recipe.artist for recipe in looked.missing} == {"sketch", "diffusion"}
    with pytest.raises(InputError, match="not_obeyed"):
        plan.look(a_grid("artist: sketch, diffusion", "steps: 1-2", panels=(0,)))
    assert "artist" in plan.obeyed("sketch") and Preset(artist="sketch").artist == "sketch"
