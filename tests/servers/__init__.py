"""Servers that tests start on this machine: real sockets, real HTTP, no network."""

from __future__ import annotations

import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


class LocalServer:
    """A JSON server on a free port of 127.0.0.1. Members answer by overriding `answer`.

    `calls` holds every request as (method, path, body), in order of arrival.
    """

    def __init__(self) -> None:
        self.calls: list[tuple[str, str, Any]] = []
        outer = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def _handle(self) -> None:
                length = int(self.headers.get("Content-Length") or 0)
                body = json.loads(self.rfile.read(length)) if length else None
                path = self.path.partition("?")[0]
                outer.calls.append((self.command, path, body))
                try:
                    outer.answer(self, self.command, path, body)
                except (BrokenPipeError, ConnectionResetError):
                    self.close_connection = True

            do_GET = do_POST = _handle

            def log_message(self, *_args) -> None:
                """Stay quiet."""

        self._http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._http.daemon_threads = True
        self._thread = threading.Thread(target=self._http.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._http.server_port}"

    def __enter__(self):
        self._thread.start()
        return self

    def __exit__(self, *_exc) -> None:
        self._http.shutdown()
        self._http.server_close()

    def answer(self, request: BaseHTTPRequestHandler, method: str, path: str, body: Any) -> None:
        """Answer one request; 404 unless a member knows better."""
        send(request, {"detail": "Not Found"}, 404)


def send(
    request: BaseHTTPRequestHandler, content: Any, status: int = 200, headers: dict[str, str] | None = None
) -> None:
    """Send JSON (or bytes as they are) with a status."""
    data = content if isinstance(content, bytes) else json.dumps(content).encode()
    request.send_response(status)
    request.send_header("Content-Type", "application/json")
    request.send_header("Content-Length", str(len(data)))
    for name, value in (headers or {}).items():
        request.send_header(name, value)
    request.end_headers()
    request.wfile.write(data)
