"""The log: every picture, found by its words, marked, compared, drawn again."""

from __future__ import annotations

import json

import pytest

from pipeline import flow, store
from pipeline.comic import Idea
from pipeline.errors import DamagedFile, InputError
from pipeline.queue import Queue
from pipeline.tuning import grids, instruments, log, trials
from tests.tuning.making import a_grid, drawn, small


@pytest.fixture
def library():
    """A comic of the library with four takes, and a grid of two cells with one panel each."""
    comic = flow.begin(Idea(text="a robot learning to cook ramen"), seed=3)
    store.change(comic.id, lambda c: c.with_changes(preset={**c.preset, "width": 96, "height": 96}))
    queue = Queue()
    assert queue.wait(flow.make(queue, comic.id, "tests"), 30).state == "done"
    drawn(a_grid("style: ink, neon", comic=small(), panels=(0,)))
    return store.read(comic.id)


def test_takes_and_trials_are_listed_the_newest_first(library):
    found = log.entries()
    assert len(found) == 6 and [entry.at for entry in found] == sorted((e.at for e in found), reverse=True)
    takes = {slot.take.id for slot in library.slots}
    assert {entry.id for entry in found if entry.comic_id} == takes
    assert all(entry.path.is_file() and entry.recipe().artist == "sketch" for entry in found)
    assert {entry.title for entry in found} == {library.title, small().title}


def test_trials_are_named_by_comic_and_panel_and_the_panels_of_a_cell_stand_together():
    grid = a_grid("style: ink, noir", "prompt: cat, big fox", comic=small(), panels=(0, 1))
    drawn(grid)
    for path in trials.folder().glob("*.json"):  # as if all had been drawn in one moment
        take = json.loads(path.read_text(encoding="utf-8"))
        take["made"]["at"] = "2026-01-02T03:04:05+00:00"
        path.write_text(json.dumps(take), encoding="utf-8")
    found = log.entries()
    assert {entry.title for entry in found} == {grid.comic.title} and len(found) == 8
    assert [entry.values["style"] for entry in found] == ["ink"] * 4 + ["noir"] * 4
    assert [entry.panel for entry in found[:4]] == sorted(entry.panel for entry in found[:4])
    grids.forget(grid.id)
    assert {(entry.title, entry.panel) for entry in log.entries()} == {("", None)}


def test_words_settings_and_filters_find_them(library):
    everything = log.entries()
    assert len(log.search(everything, "NEON")) == 1
    assert len(log.search(everything, "robot")) == 4 and not log.search(everything, "robot neon")
    assert len(log.search(everything, str(library.slots[0].take.recipe.seed))) >= 4
    assert len(log.search(everything, comic_id="")) == 2
    assert len(log.search(everything, comic_id=library.id)) == 4
    assert log.search(everything, artist="diffusion") == ()


def test_stars_and_notes_stay_and_are_found(library):
    first, second = log.entries()[:2]
    assert log.mark(first.id, star=True) == log.Mark(star=True)
    assert log.mark(first.id, note="  the best rain  ") == log.Mark(star=True, note="the best rain")
    log.mark(second.id, note="없앨 것")
    everything = log.entries()
    assert [entry.id for entry in log.search(everything, starred=True)] == [first.id]
    assert [entry.id for entry in log.search(everything, "best rain")] == [first.id]
    log.mark(first.id, star=False, note="")
    assert set(log.marks()) == {second.id}


def test_broken_marks_are_kept_aside(library):
    path = trials.folder() / "marks.json"
    path.write_text("{ broken", encoding="utf-8")
    assert log.marks() == {} and len(log.entries()) == 6
    log.mark("abc", star=True)
    assert set(log.marks()) == {"abc"}
    assert path.with_name("marks.broken.json.bak").read_text(encoding="utf-8") == "{ broken"


def test_a_damaged_document_hides_no_other(library):
    (trials.folder() / "0123.json").write_text('{"id": 1}')
    (store.comics_folder() / "zzz").mkdir()
    (store.comics_folder() / "zzz" / "comic.json").write_text("{")
    assert len(log.entries()) == 6


def test_two_recipes_are_compared_key_by_key(library):
    one, other = log.search(log.entries(), comic_id="")
    differing = log.compare(one.values, other.values)
    assert sorted(key for key, _, _ in differing) == ["style"]
    assert {differing[0][1], differing[0][2]} == {"ink", "neon"}
    assert log.compare(one.values, one.values) == ()
    bare = {**one.values, "extra": {"clip_skip": 2}}
    assert log.compare(one.values, bare) == (("extra.clip_skip", "", "2"),)


def test_any_picture_is_drawn_again_and_is_the_same(library):
    entry = next(entry for entry in log.entries() if entry.comic_id)
    queue = Queue()
    job, key = log.rerun(queue, entry, "tests")
    assert queue.wait(job, 20).state == "done"
    again = log.entry_of(key)
    assert again.values == entry.values and len(log.entries()) == 7
    assert instruments.difference(trials.open_picture(key), store.open_take(library.id, _take(library, entry.id))) == 0
    assert store.read(library.id) == library


def _take(comic, take_id):
    return next(take for slot in comic.slots for take in slot.takes if take.id == take_id)


def test_what_is_gone_or_not_understood_is_a_sentence(library):
    with pytest.raises(InputError):
        log.entry_of("nobody")
    entry = log.entries()[0]
    with pytest.raises(DamagedFile):
        log.Entry(entry.id, "", "", None, entry.path, "", 0.0, {"artist": "sketch"}).recipe()


def test_times_are_told_for_estimates(library):
    measured = list(log.measured())
    assert len(measured) == 6 and all(seconds > 0 for _, seconds in measured)
