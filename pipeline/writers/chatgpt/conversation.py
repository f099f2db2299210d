"""Talking to a chat-completions server through the openai client, watched and under one deadline.

The client reads on a thread of its own, so that the deadline and a cancel hold even while it waits
for a silent server or sleeps before a retry.
"""

from __future__ import annotations

import queue
import threading
from collections.abc import Generator
from typing import TYPE_CHECKING, Any

from pipeline import remote
from pipeline.comic import PANELS
from pipeline.errors import NecutError, NeedsSetup, RemoteError
from pipeline.writers import Writing
from pipeline.writers.chatgpt.reply import so_far
from pipeline.writers.chatgpt.request import schema

if TYPE_CHECKING:
    import openai

SILENCE_SECONDS = 30.0
"""How long the server may be silent before the client tries again."""
RETRIES = 1
MAX_LETTERS = 60_000
"""A reply that goes on longer is broken off: a script is a tenth of it."""

# From what a server may not know to what every server knows. The first way that it takes is remembered.
_WAYS: tuple[dict[str, Any], ...] = (
    {"response_format": schema(), "stream_options": {"include_usage": True}},
    {"response_format": schema()},
    {"response_format": {"type": "json_object"}},
    {},
)
_known_ways: dict[tuple[str, str], int] = {}


class Conversation:
    """One story's talk with one server: any number of turns under one deadline, its tokens counted."""

    def __init__(self, base_url: str, model: str, key: str, seconds: float) -> None:
        import openai

        self.model = model
        self.deadline = remote.Deadline(seconds)
        self.address = remote.check_address(base_url, carries_key=bool(key))
        self._has_key = bool(key)
        self.tokens_sent = 0
        self.tokens_received = 0
        self._http = remote.http_client(self.address, min(SILENCE_SECONDS, seconds))
        self._client = openai.OpenAI(
            api_key=key or "none",  # the client insists on one; servers of one's own ignore it
            base_url=self.address.url,
            timeout=min(SILENCE_SECONDS, seconds),
            max_retries=RETRIES,
            http_client=self._http,
        )

    def close(self) -> None:
        """Let go of the connection; a reply still arriving is broken off."""
        self._client.close()

    def ask(self, messages: list[dict[str, str]], seed: int) -> Generator[Writing, None, str]:
        """Yield what has arrived so far; return the whole text. Raises NeedsSetup or RemoteError."""
        import openai

        server = (self.address.url, self.model)
        way = _known_ways.get(server, 0)
        while True:
            try:
                text = yield from self._listen(messages, seed, _WAYS[way])
            except (openai.BadRequestError, openai.UnprocessableEntityError) as exc:
                if way + 1 == len(_WAYS):
                    raise self._told(exc) from exc
                way += 1
                continue
            except openai.OpenAIError as exc:
                raise self._told(exc) from exc
            _known_ways[server] = way
            return text

    def _listen(self, messages, seed, way) -> Generator[Writing, None, str]:
        """One reply, read by a thread and handed over piece by piece until the deadline."""
        pieces: queue.Queue = queue.Queue()
        threading.Thread(target=self._read, args=(messages, seed, way, pieces), daemon=True).start()
        text, done = "", 0
        while True:
            try:
                piece = pieces.get(timeout=self.deadline.left(self.address.host))
            except queue.Empty:
                continue  # the deadline says so itself
            if isinstance(piece, Exception):
                raise piece
            if piece is None:
                return text
            text += piece
            if len(text) > MAX_LETTERS:
                raise RemoteError("chatgpt.cut_off")
            done, words = so_far(text)
            yield Writing(done, PANELS, words)

    def _read(self, messages, seed, way, pieces: queue.Queue) -> None:
        try:
            stream = self._client.chat.completions.create(
                model=self.model, messages=messages, seed=seed % 2**31, stream=True, **way
            )
            finished = "stop"
            for chunk in stream:
                self._count(chunk)
                for choice in chunk.choices[:1]:
                    finished = choice.finish_reason or finished
                    if getattr(choice.delta, "refusal", None):
                        finished = "content_filter"
                    if choice.delta.content:
                        pieces.put(choice.delta.content)
            pieces.put(_ended(finished))
        except Exception as exc:  # whatever happened, the listener must hear of it
            pieces.put(exc)

    def _count(self, chunk) -> None:
        if chunk.usage:
            self.tokens_sent += chunk.usage.prompt_tokens or 0
            self.tokens_received += chunk.usage.completion_tokens or 0

    def _told(self, exc: openai.OpenAIError) -> NecutError:
        """A fault of the client or the server as one of our sentences. The server's own words are kept out
        where they may echo the key."""
        import openai

        address = self.address.host
        if isinstance(exc, openai.APITimeoutError):
            return RemoteError("remote.late", address=address, seconds=round(SILENCE_SECONDS))
        if isinstance(exc, openai.APIConnectionError):
            ours = isinstance(exc.__cause__, NecutError)
            return exc.__cause__ if ours else RemoteError("remote.unreachable", address=self.address.url)
        if isinstance(exc, openai.AuthenticationError | openai.PermissionDeniedError):
            return NeedsSetup("remote.wrong_key" if self._has_key else "remote.key_wanted", address=address)
        if isinstance(exc, openai.NotFoundError):
            return NeedsSetup("chatgpt.no_model", model=self.model, address=address)
        if isinstance(exc, openai.RateLimitError):
            empty = getattr(exc, "code", None) == "insufficient_quota"
            return RemoteError("chatgpt.no_credit" if empty else "chatgpt.busy", address=address)
        if isinstance(exc, openai.APIStatusError):
            reason = remote.without_keys(exc.message)[:200]
            return RemoteError("remote.refused", address=address, status=exc.status_code, reason=reason)
        return RemoteError("remote.not_json", address=self.address.url)


def _ended(finish_reason: str) -> RemoteError | None:
    """What the end of a reply means: None when it is whole. A reply cut short is never repaired."""
    if finish_reason == "length":
        return RemoteError("chatgpt.cut_off")
    if finish_reason == "content_filter":
        return RemoteError("chatgpt.refused")
    return None
