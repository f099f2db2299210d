"""The Test button of Connect."""

from __future__ import annotations

import pytest

from pipeline import remote
from tests.servers import LocalServer
from tests.servers.chat import ChatServer, Reply


def test_the_test_button_says_what_it_found():
    with ChatServer(Reply("{}"), key="sk-1") as server:
        assert remote.test_openai(server.base_url, "sk-1").key == "remote.ok"
        assert remote.test_openai(server.base_url, "sk-1", "tiny-writer").ready
        assert remote.test_openai(server.base_url, "sk-1", "no-such").key == "remote.no_model"
        assert remote.test_openai(server.base_url, "sk-2").key == "remote.wrong_key"
        assert remote.test_openai(server.base_url, "").key == "remote.key_wanted"
        assert remote.test_openai(server.url, "sk-1").key == "remote.ok_unlisted"
    assert remote.test_openai().key == "remote.no_key"
    assert remote.test_openai("http://127.0.0.1:9/v1").key == "remote.unreachable"
    assert remote.test_openai("nonsense://x").key == "remote.bad_address"


def test_the_models_of_a_server_are_listed_in_order():
    with ChatServer(Reply("{}"), key="sk-1") as server:
        assert remote.models(server.base_url, "sk-1") == ("big-writer", "tiny-writer")
        with pytest.raises(remote.Refused) as caught:
            remote.models(server.base_url, "sk-2")
        assert caught.value.status == 401
    with LocalServer() as other, pytest.raises(remote.Refused):
        remote.models(other.url)
