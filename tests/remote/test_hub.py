"""Whether models can be fetched."""

from __future__ import annotations

from pipeline import remote
from tests.servers import LocalServer


def test_a_hub_that_answers_is_told_from_one_that_is_away_or_not_wanted(monkeypatch):
    with LocalServer() as hub:
        monkeypatch.setenv("HF_ENDPOINT", hub.url)
        assert remote.hub_answers()
        monkeypatch.setenv("HF_HUB_OFFLINE", "1")
        assert not remote.hub_answers()
        monkeypatch.delenv("HF_HUB_OFFLINE")
    monkeypatch.setenv("HF_ENDPOINT", "http://127.0.0.1:9")
    assert not remote.hub_answers()
