"""The store: whole writes, the newest version, damage that stays where it is."""

from __future__ import annotations

import json
import threading

import pytest
from PIL import Image

from pipeline import store
from pipeline.comic import Comic, Idea
from pipeline.errors import DamagedFile, FileError, InputError, NewerFile
from tests.values import a_take


@pytest.fixture
def comic() -> Comic:
    return store.create(Idea(text="우산을 잃어버린 고양이", language="ko"))


def test_what_was_created_is_read_back(comic):
    assert store.read(comic.id) == comic
    assert store.exists(comic.id) and store.ids() == [comic.id]


def test_a_change_is_a_pure_verb_on_the_newest_version(comic):
    store.change(comic.id, lambda c: c.with_changes(name="하나"))
    changed = store.change(comic.id, lambda c: c.with_changes(name=c.name + " 둘"))
    assert changed.name == "하나 둘" and changed.revision == 2
    assert store.read(comic.id) == changed


def test_a_verb_that_changes_nothing_writes_nothing(comic):
    assert store.change(comic.id, lambda c: c).revision == 0


def test_threads_that_change_one_comic_lose_nothing(comic):
    def add(number):
        for _ in range(5):
            store.change(comic.id, lambda c: c.with_changes(name=c.name + str(number)))

    threads = [threading.Thread(target=add, args=(number,)) for number in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(store.read(comic.id).name) == sorted("012345" * 5)


def test_an_identity_cannot_be_changed(comic):
    assert store.change(comic.id, lambda c: c.with_changes(id="other", name="x")).id == comic.id


@pytest.mark.parametrize("damage", ["", "{", "[]", "null", '{"version": 1}', '{"version": "x"}', "[" * 100_000])
def test_one_damaged_comic_never_hides_the_others(comic, damage):
    other = store.create(Idea(text="another"))
    (store.comics_folder() / other.id / "comic.json").write_text(damage)
    with pytest.raises(DamagedFile):
        store.read(other.id)
    entries = {entry.id: entry for entry in map(store.entry, store.ids())}
    assert isinstance(entries[other.id].problem, DamagedFile)
    assert entries[comic.id].problem is None and entries[comic.id].title


def test_a_newer_comic_is_not_called_damaged(comic):
    path = store.comics_folder() / comic.id / "comic.json"
    path.write_text(json.dumps(json.loads(path.read_text()) | {"version": 99, "hologram": True}))
    with pytest.raises(NewerFile):
        store.read(comic.id)


@pytest.mark.parametrize("name", ["", "..", "../x", "a/b", "\x00", "nobody"])
def test_unknown_and_hostile_ids_are_one_error(name):
    assert not store.exists(name)
    with pytest.raises(InputError):
        store.read(name)


def test_a_take_is_saved_with_its_recipe_in_the_picture(comic):
    take = a_take(seed=564404008)
    store.save_picture(comic.id, take, Image.new("RGB", (64, 64), "red"))
    assert store.open_take(comic.id, take).getpixel((5, 5)) == (255, 0, 0)
    with Image.open(store.take_path(comic.id, take.id)) as picture:
        assert "Seed: 564404008" in picture.text["parameters"]


def test_a_missing_or_broken_picture_is_one_error(comic):
    take = a_take()
    with pytest.raises(FileError):
        store.open_take(comic.id, take)
    path = store.take_path(comic.id, take.id)
    path.parent.mkdir()
    path.write_bytes(b"no picture")
    with pytest.raises(DamagedFile):
        store.open_take(comic.id, take)


def test_delete_duplicate_and_restore(comic):
    take = a_take()
    store.save_picture(comic.id, take, Image.new("RGB", (64, 64)))
    copy = store.duplicate(comic.id)
    assert copy.id != comic.id and store.take_path(copy.id, take.id).exists()
    store.delete(comic.id)
    assert store.ids() == [copy.id] and not store.exists(comic.id)
    store.restore(comic.id)
    assert store.read(comic.id) == comic and set(store.ids()) == {comic.id, copy.id}


def test_an_unwritable_home_is_one_sentence(tmp_path, monkeypatch):
    (tmp_path / "file").write_text("in the way")
    monkeypatch.setenv("NECUT_HOME", str(tmp_path / "file"))
    with pytest.raises(FileError):
        store.create(Idea(text="x"))


def test_a_cover_is_a_small_picture(comic):
    store.save_cover(comic.id, Image.new("RGB", (1200, 1300), "white"))
    assert Image.open(store.entry(comic.id).cover).width == 480
