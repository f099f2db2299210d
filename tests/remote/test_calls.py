"""One call: where it goes, how long it takes, how much it reads."""

from __future__ import annotations

import time

import pytest

from pipeline import remote, words
from pipeline.errors import RemoteError
from tests.remote import resolving
from tests.servers import LocalServer, send


class Odd(LocalServer):
    """Answers each path in its own bad way."""

    def answer(self, request, method, path, body):
        if path == "/ok":
            send(request, {"host": request.headers["Host"]})
        elif path == "/moved":
            send(request, {}, 302, {"Location": "http://169.254.169.254/"})
        elif path == "/page":
            send(request, b"<html>router</html>")
        elif path == "/drip":
            request.send_response(200)
            request.send_header("Content-Length", "1000")
            request.end_headers()
            for _ in range(1000):
                request.wfile.write(b" ")
                request.wfile.flush()
                time.sleep(0.05)
        elif path == "/endless":
            send(request, b" " * 4000)
        else:
            super().answer(request, method, path, body)


def get(server: LocalServer, path: str, seconds: float = 5.0):
    address = remote.check_address(server.url)
    with remote.http_client(address, seconds) as client:
        return remote.call(client, address, path, remote.Deadline(seconds))


def test_the_connection_goes_where_the_check_looked(monkeypatch):
    with Odd() as server:
        port = server.url.rpartition(":")[2]
        resolving(monkeypatch, "::1", "127.0.0.1")  # nobody listens on the first
        address = remote.check_address(f"http://comics.example:{port}")
        resolving(monkeypatch, "169.254.169.254")  # the name is pointed elsewhere after the check
        monkeypatch.undo()
        with remote.http_client(address, 5) as client:
            assert remote.call(client, address, "/ok", remote.Deadline(5)) == {"host": f"comics.example:{port}"}


@pytest.mark.parametrize(
    ("path", "key"),
    [
        ("/moved", "remote.redirect"),
        ("/page", "remote.not_json"),
        ("/nothing", "remote.refused"),
        ("/drip", "remote.late"),
        ("/endless", "remote.too_long"),
    ],
)
def test_a_bad_answer_is_one_sentence(path, key, monkeypatch):
    monkeypatch.setattr("pipeline.remote.calls.MAX_REPLY_BYTES", 2000)
    with Odd() as server, pytest.raises(RemoteError) as caught:
        get(server, path, seconds=0.5)
    assert caught.value.key == key
    assert all(words.tell(caught.value, language) for language in words.LANGUAGES)


def test_an_absent_server_is_told_at_once():
    with pytest.raises(RemoteError) as caught:
        remote.call(*_absent(), "/ok", remote.Deadline(5))
    assert caught.value.key == "remote.unreachable"


def _absent():
    address = remote.check_address("http://127.0.0.1:9")
    return remote.http_client(address, 5), address
