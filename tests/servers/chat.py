"""An OpenAI-compatible server that says what a test put on its list of replies."""

from __future__ import annotations

import json
import threading
import time
from dataclasses import dataclass, field
from typing import Any

from tests.servers import LocalServer, send

_SHAPE = {"id": "c1", "object": "chat.completion.chunk", "created": 0, "model": "tiny-writer"}


def chunk(content: Any, finish: str | None = None, refusal: str = "") -> str:
    """One event of a stream: words, or how it ends."""
    delta = {"content": content} if content is not None else {"refusal": refusal} if refusal else {}
    return json.dumps({**_SHAPE, "choices": [{"index": 0, "delta": delta, "finish_reason": finish}]})


def usage(sent: int = 900, received: int = 400) -> str:
    """The event that counts the tokens."""
    tokens = {"prompt_tokens": sent, "completion_tokens": received, "total_tokens": sent + received}
    return json.dumps({**_SHAPE, "choices": [], "usage": tokens})


@dataclass
class Reply:
    """One turn: the text in pieces, how it ends, or the error that stands in its place."""

    text: str = ""
    finish: str = "stop"
    refusal: str = ""
    status: int = 200
    error: dict[str, Any] = field(default_factory=dict)
    piece_letters: int = 200
    pause: float = 0.0
    """Seconds of silence before each piece."""
    read: threading.Event | None = None
    """Before each piece, wait until the test has set this: then no piece overtakes who reads them."""


class ChatServer(LocalServer):
    """Streams replies in turn (the last one again and again); refuses whatever `refuses` names in a request."""

    def __init__(self, *replies: Reply, key: str = "", refuses: tuple[str, ...] = ()) -> None:
        super().__init__()
        self.replies = list(replies)
        self.key = key
        self.refuses = refuses
        self.models = ["tiny-writer", "big-writer"]

    @property
    def base_url(self) -> str:
        return f"{self.url}/v1"

    @property
    def asked(self) -> list[dict[str, Any]]:
        """The bodies of the chat requests that arrived."""
        return [body for _, path, body in self.calls if path.endswith("/chat/completions")]

    def answer(self, request, method, path, body) -> None:
        if self.key and request.headers.get("Authorization") != f"Bearer {self.key}":
            send(request, {"error": {"message": f"Incorrect API key {request.headers.get('Authorization')}"}}, 401)
        elif path == "/v1/models":
            send(request, {"object": "list", "data": [{"id": name, "object": "model"} for name in self.models]})
        elif path == "/v1/chat/completions":
            self._chat(request, body)
        else:
            super().answer(request, method, path, body)

    def reply_to(self, body: dict[str, Any]) -> Reply:
        """The reply to a request: the next of the list, the last one again and again."""
        return self.replies.pop(0) if len(self.replies) > 1 else self.replies[0]

    def _chat(self, request, body) -> None:
        kind = (body.get("response_format") or {}).get("type", "")
        if kind in self.refuses or any(name in body for name in self.refuses):
            send(request, {"error": {"message": "unsupported parameter", "type": "invalid_request_error"}}, 400)
            return
        reply = self.reply_to(body)
        if reply.status != 200:
            send(request, {"error": reply.error}, reply.status, {"Retry-After": "0"})
            return
        request.send_response(200)
        request.send_header("Content-Type", "text/event-stream")
        request.send_header("Connection", "close")
        request.end_headers()
        for event in self._events(reply, metered="stream_options" in body):
            time.sleep(reply.pause)
            if reply.read:
                reply.read.wait(timeout=10)  # whoever gave up reading must not hold the server up
                reply.read.clear()
            request.wfile.write(f"data: {event}\n\n".encode())
            request.wfile.flush()
        request.close_connection = True

    def _events(self, reply: Reply, metered: bool):
        for at in range(0, len(reply.text), reply.piece_letters):
            yield chunk(reply.text[at : at + reply.piece_letters])
        yield chunk(None, reply.finish, reply.refusal)
        if metered:
            yield usage()
        yield "[DONE]"
