"""Servers: which may be called, under which key, for how long."""

from __future__ import annotations

import socket
import threading
import time

import pytest

from pipeline import remote, settings, words
from pipeline.errors import InputError, RemoteError
from tests.servers import LocalServer, send
from tests.servers.chat import ChatServer, Reply


def resolving(monkeypatch, *numbers: str) -> None:
    """Let every name resolve to these addresses."""
    found = [(socket.AF_INET6 if ":" in n else socket.AF_INET, socket.SOCK_STREAM, 6, "", (n, 80)) for n in numbers]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_args, **_more: found)


# Keys


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


# Addresses


@pytest.mark.parametrize(
    ("text", "url"),
    [
        ("http://127.0.0.1:7860/", "http://127.0.0.1:7860"),
        ("127.0.0.1:7860", "http://127.0.0.1:7860"),
        ("localhost:1234/v1", "http://localhost:1234/v1"),
        (" http://[::1]:8000/v1/ ", "http://[::1]:8000/v1"),
        ("http://192.168.0.7:7860", "http://192.168.0.7:7860"),
    ],
)
def test_this_machine_and_the_local_network_may_be_called(text, url):
    assert remote.check_address(text).url == url


@pytest.mark.parametrize(
    "text",
    [
        "http://169.254.169.254/latest",
        "http://2852039166/",
        "http://0xA9FEA9FE",
        "http://0251.0376.0251.0376",
        "http://[::ffff:169.254.169.254]",
        "http://[fe80::1]",
        "http://[64:ff9b::a9fe:a9fe]",
        "http://[2002:a9fe:a9fe::1]",
        "http://100.100.100.200",
        "http://[fd00:ec2::254]",
        "http://0.0.0.0:7860",
        "http://metadata.google.internal",
        "http://metadata.google.internal.",
        "http://224.0.0.1",
    ],
)
def test_metadata_and_link_local_addresses_are_refused_in_every_spelling(text):
    with pytest.raises(InputError) as caught:
        remote.check_address(text)
    assert caught.value.key == "remote.forbidden_address"


@pytest.mark.parametrize(
    "text",
    [
        *("", "   ", "ftp://a", "file:///etc/passwd", "http://", "http://a:port", "http://[::1"),
        *("http://user:secret@127.0.0.1", "http://127.0.0.1/?x=1", "http://127.0.0.1/#x"),
    ],
)
def test_what_is_no_server_address_is_refused_without_showing_passwords(text):
    with pytest.raises(InputError) as caught:
        remote.check_address(text)
    assert caught.value.key == "remote.bad_address"
    assert "secret" not in words.tell(caught.value, "en")


def test_a_name_is_refused_when_any_of_its_addresses_is(monkeypatch):
    resolving(monkeypatch, "93.184.216.34", "169.254.169.254")
    with pytest.raises(InputError):
        remote.check_address("https://innocent.example")


def test_a_key_never_travels_unencrypted_in_public(monkeypatch):
    resolving(monkeypatch, "93.184.216.34")
    assert remote.check_address("http://pictures.example").numbers == ("93.184.216.34",)
    assert remote.check_address("https://words.example", carries_key=True)
    with pytest.raises(InputError) as caught:
        remote.check_address("http://words.example", carries_key=True)
    assert caught.value.key == "remote.plain_http"


def test_an_unknown_name_is_one_sentence(monkeypatch):
    def fail(*_args, **_more):
        raise socket.gaierror(-2, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", fail)
    with pytest.raises(RemoteError) as caught:
        remote.check_address("https://api.openai.com/v1")
    assert caught.value.key == "remote.unknown_host"


# Calls


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
    monkeypatch.setattr(remote, "MAX_REPLY_BYTES", 2000)
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


# Connect


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


def test_cost_is_counted_from_connects_prices():
    prices = settings.Settings(price_prompt=2.0, price_reply=8.0, price_picture=0.01)
    assert remote.cost(prices, sent=500_000, received=250_000, pictures=4) == pytest.approx(3.04)
    assert remote.cost(settings.Settings(), sent=10**9) == 0
