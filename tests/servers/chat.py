"""An OpenAI-compatible server that says what a test put on its list of replies."""

from __future__ import annotations

import json
import time
from dataclasses import dataclass, field
from typing import Any

from tests.servers import LocalServer, send


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

    def _chat(self, request, body) -> None:
        kind = (body.get("response_format") or {}).get("type", "")
        if kind in self.refuses or any(name in body for name in self.refuses):
            send(request, {"error": {"message": "unsupported parameter", "type": "invalid_request_error"}}, 400)
            return
        reply = self.replies.pop(0) if len(self.replies) > 1 else self.replies[0]
        if reply.status != 200:
            send(request, {"error": reply.error}, reply.status, {"Retry-After": "0"})
            return
        request.send_response(200)
        request.send_header("Content-Type", "text/event-stream")
        request.send_header("Connection", "close")
        request.end_headers()
        for event in self._events(reply, usage="stream_options" in body):
            time.sleep(reply.pause)
            request.wfile.write(f"data: {event}\n\n".encode())
            request.wfile.flush()
        request.close_connection = True

    def _events(self, reply: Reply, usage: bool):
        shape = {"id": "c1", "object": "chat.completion.chunk", "created": 0, "model": "tiny-writer"}
        pieces = [reply.text[at : at + reply.piece_letters] for at in range(0, len(reply.text), reply.piece_letters)]
        for piece in pieces:
            yield json.dumps({**shape, "choices": [{"index": 0, "delta": {"content": piece}, "finish_reason": None}]})
        delta = {"refusal": reply.refusal} if reply.refusal else {}
        yield json.dumps({**shape, "choices": [{"index": 0, "delta": delta, "finish_reason": reply.finish}]})
        if usage:
            tokens = {"prompt_tokens": 900, "completion_tokens": 400, "total_tokens": 1300}
            yield json.dumps({**shape, "choices": [], "usage": tokens})
        yield "[DONE]"
