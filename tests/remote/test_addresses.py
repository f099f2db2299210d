"""Which servers may be called."""

from __future__ import annotations

import socket

import pytest

from pipeline import remote, words
from pipeline.errors import InputError, RemoteError
from tests.remote import resolving


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
