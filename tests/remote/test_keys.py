"""Whose key is used, and that none is ever written."""

from __future__ import annotations

import threading
import time

from pipeline import remote, settings


def test_a_key_belongs_to_its_owner_alone(monkeypatch):
    remote.set_key("ann", " sk-ann ")
    try:
        assert remote.key_for("ann") == "sk-ann"
        assert remote.key_for("bob") == ""
        with remote.acting_for("ann"):
            assert remote.key_for() == "sk-ann"
            with remote.acting_for("bob"):
                assert remote.key_for() == ""
        assert remote.key_for() == ""
        monkeypatch.setenv("OPENAI_API_KEY", "sk-house")
        assert remote.key_for("bob") == "sk-house"
        assert remote.key_for("ann") == "sk-ann"
        assert remote.without_keys("bad sk-ann, bad sk-house") == "bad •••, bad •••"
    finally:
        remote.set_key("ann", "")
    assert remote.key_for("ann") == "sk-house"


def test_a_key_for_pictures_is_another_key(monkeypatch):
    remote.set_key("ann", "sk-words")
    remote.set_key("ann", "sk-pictures", "pictures")
    try:
        assert (remote.key_for("ann"), remote.key_for("ann", "pictures")) == ("sk-words", "sk-pictures")
        monkeypatch.setenv("OPENAI_API_KEY", "sk-house")
        assert remote.key_for("bob", "pictures") == ""
        monkeypatch.setenv("OPENAI_IMAGE_API_KEY", "sk-gallery")
        assert remote.key_for("bob", "pictures") == "sk-gallery"
        told = remote.without_keys("sk-words sk-pictures sk-house sk-gallery")
        assert told == "••• ••• ••• •••"
    finally:
        remote.set_key("ann", "")
        assert remote.key_for("ann", "pictures") == "sk-pictures", "each is forgotten by itself"
        remote.set_key("ann", "", "pictures")


def test_owners_do_not_meet_across_threads():
    seen = {}

    def work(owner):
        with remote.acting_for(owner):
            time.sleep(0.02)
            seen[owner] = remote.key_for()

    for owner in "abcdef":
        remote.set_key(owner, f"key-{owner}")
    threads = [threading.Thread(target=work, args=(owner,)) for owner in "abcdef"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for owner in "abcdef":
        remote.set_key(owner, "")
    assert seen == {owner: f"key-{owner}" for owner in "abcdef"}


def test_keys_are_never_saved(necut_home):
    remote.set_key("me", "sk-never-written")
    settings.save(settings.load())
    remote.set_key("me", "")
    assert all(b"sk-never" not in path.read_bytes() for path in necut_home.rglob("*") if path.is_file())
