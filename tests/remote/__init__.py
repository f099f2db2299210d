"""Tests of the client for every server."""

from __future__ import annotations

import socket


def resolving(monkeypatch, *numbers: str) -> None:
    """Let every name resolve to these addresses."""
    found = [(socket.AF_INET6 if ":" in n else socket.AF_INET, socket.SOCK_STREAM, 6, "", (n, 80)) for n in numbers]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_args, **_more: found)
