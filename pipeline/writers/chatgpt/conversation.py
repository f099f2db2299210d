"""Talking to a chat-completions server through the openai client, watched and under one deadline.

The client reads on a thread of its own, so that the deadline and a cancel hold even while it waits for
a silent server. Whoever listens hears a heartbeat a few times a second: that is when a job can be
cancelled. A server that is busy is asked again when it says itself that it may be.
"""

from __future__ import annotations

import json
import queue
import threading
import time
from collections.abc import Callable, Generator
from typing import TYPE_CHECKING, Any, TypeVar

from pipeline import remote, settings, words
from pipeline.comic import PANELS
from pipeline.errors import NecutError, RemoteError
from pipeline.writers import Bill, Writing
from pipeline.writers.chatgpt import faults
from pipeline.writers.chatgpt.request import Asked, repair

if TYPE_CHECKING:
    import openai

SILENCE_SECONDS = 30.0
"""How long the server may be silent before it is asked again."""
RETRIES = 2
HEARTBEAT = 0.2
MAX_LETTERS = 60_000
"""A reply that goes on longer is broken off: a script is a tenth of it."""
MAX_BYTES = 8 * 1024 * 1024

# From what a server may not know to what every server knows. The first way that it takes is remembered.
_WAYS = (
    ("json_schema", "usage", "seed"),
    ("json_schema", "seed"),
    ("json_object", "seed"),
    ("seed",),
    (),
)
_known_ways: dict[tuple[str, str], int] = {}

Read = TypeVar("Read")
Talk = Generator[Writing, None, Read]


class Conversation:
    """A talk with one server: any number of turns under one deadline, its tokens counted.

    `language` is that of the few words said while a busy server is waited for.
    """

    def __init__(self, base_url: str, model: str, key: str, seconds: float, language: str = "en") -> None:
        self.deadline = remote.Deadline(seconds)
        import openai

        self.model = model
        self.address = remote.check_address(base_url, carries_key=bool(key))
        self._language = language
        self._has_key = bool(key)
        self._sent = self._received = 0
        self._finished = ""
        silence = min(SILENCE_SECONDS, seconds)
        self._client = openai.OpenAI(
            api_key=key or "none",  # the client insists on one; servers of one's own ignore it
            base_url=self.address.url,
            timeout=silence,
            max_retries=0,  # it would sleep where no cancel is heard
            http_client=remote.http_client(self.address, silence, most_bytes=MAX_BYTES),
        )

    @property
    def bill(self) -> Bill:
        """What has been spent so far."""
        return Bill(self.model, self._sent, self._received)

    def close(self) -> None:
        """Let go of the connection; a reply still arriving is broken off."""
        self._client.close()

    def settle(self, asked: Asked, read: Callable[[str], Read], watch: Callable[[str], Writing], seed: int) -> Talk:
        """Ask, and return what `read` makes of the reply. One that it refuses is sent back once for repair.

        Raises NeedsSetup without a key or with a wrong one, RemoteError when the server is away, late, busy,
        refuses, breaks off, or answers nothing of use even when asked again.
        """
        text = yield from self.ask(asked, watch, seed)
        try:
            return read(text)
        except NecutError as problem:
            reason = str(problem.values.get("reason", ""))
        if not self._finished:
            raise RemoteError("chatgpt.cut_off")
        text = yield from self.ask(asked.followed_by(repair(text, reason)), watch, seed)
        try:
            return read(text)
        except NecutError as still:
            raise RemoteError("chatgpt.bad_reply", reason=still.values.get("reason", "")) from still

    def ask(self, asked: Asked, watch: Callable[[str], Writing], seed: int) -> Talk:
        """Yield what `watch` makes of the words so far; return the whole reply. Raises NeedsSetup or RemoteError."""
        import openai

        server = (self.address.url, self.model)
        way, tries = _known_ways.get(server, 0), 0
        while True:
            try:
                text = yield from self._listen(asked, watch, seed, _WAYS[way])
            except (openai.BadRequestError, openai.UnprocessableEntityError) as exc:
                if way + 1 == len(_WAYS) or faults.is_refusal(exc):
                    raise self._told(exc) from exc
                way += 1
            except faults.FOREIGN as exc:
                yield from self._wait(exc, tries)
                tries += 1
            else:
                _known_ways[server] = way
                return text

    def _wait(self, exc: Exception, tries: int) -> Generator[Writing, None, None]:
        """Wait as long as the server asks for, if there is any use in asking it again; else raise what is wrong."""
        pause = faults.pause_before_retry(exc, tries) if tries < RETRIES else None
        if pause is None:
            raise self._told(exc) from exc
        if pause >= self.deadline.left(self.address.host):
            raise RemoteError("chatgpt.busy_for", address=self.address.host, seconds=round(pause)) from exc
        told = words.say("chatgpt.waiting", self._language, address=self.address.host, seconds=max(1, round(pause)))
        end = time.monotonic() + pause
        while time.monotonic() < end:
            yield Writing(0, PANELS, told)
            time.sleep(min(HEARTBEAT, max(0.0, end - time.monotonic())))

    def _told(self, exc: Exception) -> NecutError:
        return faults.told(exc, self.address, self.model, self._has_key, SILENCE_SECONDS)

    def _listen(self, asked: Asked, watch, seed: int, way: tuple[str, ...]) -> Talk:
        """One reply, read by a thread and handed over piece by piece until the deadline."""
        pieces: queue.Queue = queue.Queue()
        threading.Thread(target=self._read, args=(asked, seed, way, pieces), daemon=True).start()
        text, seen = "", Writing(0, PANELS)
        while True:
            try:
                piece = pieces.get(timeout=min(HEARTBEAT, self.deadline.left(self.address.host)))
            except queue.Empty:
                yield seen
                continue
            if isinstance(piece, Exception):
                if text and faults.is_break(piece):  # what has arrived was paid for: nobody is charged for it twice
                    raise RemoteError("chatgpt.broken", address=self.address.host) from piece
                raise piece
            if piece is None:
                return text
            text += piece
            while not pieces.empty() and isinstance(pieces.queue[0], str):  # a quick server is read in one go
                text += pieces.get()
            if len(text) > MAX_LETTERS:
                raise RemoteError("chatgpt.cut_off")
            seen = watch(text)
            yield seen

    def _read(self, asked: Asked, seed: int, way: tuple[str, ...], pieces: queue.Queue) -> None:
        try:
            stream = self._client.chat.completions.create(
                model=self.model, messages=list(asked.messages), stream=True, **_options(asked, seed, way)
            )
            self._finished = ""
            for chunk in _chunks(stream):
                self._count(chunk.usage)
                for choice in chunk.choices[:1]:
                    self._finished = choice.finish_reason or self._finished
                    if getattr(choice.delta, "refusal", None):
                        self._finished = "content_filter"
                    if isinstance(choice.delta.content, str) and choice.delta.content:
                        pieces.put(choice.delta.content)
            pieces.put(_ended(self._finished))
        except Exception as exc:  # whatever happened, the listener must hear of it
            pieces.put(exc)

    def _count(self, usage) -> None:
        if usage:
            self._sent += max(0, int(usage.prompt_tokens or 0))
            self._received += max(0, int(usage.completion_tokens or 0))


def opened(language: str = "en") -> Conversation:
    """A conversation with the server that Connect names, with the key of whom the job acts for. Raises NeedsSetup."""
    from pipeline.writers import chatgpt

    server = chatgpt.server()
    return Conversation(server.address, server.model, remote.key_for(), settings.load().reply_seconds, language)


def _options(asked: Asked, seed: int, way: tuple[str, ...]) -> dict[str, Any]:
    options: dict[str, Any] = {}
    if "json_schema" in way:
        options["response_format"] = asked.schema()
    if "json_object" in way:
        options["response_format"] = {"type": "json_object"}
    if "usage" in way:
        options["stream_options"] = {"include_usage": True}
    if "seed" in way:
        options["seed"] = seed % 2**31
    return options


def _chunks(stream: openai.Stream):
    """The chunks of a stream. A server that cannot stream sends its whole answer: that is one chunk."""
    if "json" not in stream.response.headers.get("content-type", ""):
        yield from stream
        return
    from openai.types.chat import ChatCompletionChunk

    told = json.loads(stream.response.read())
    choices = [{**choice, "delta": choice["message"]} for choice in told["choices"]]
    yield ChatCompletionChunk.construct(
        choices=[_as_streamed(choice) for choice in choices], usage=_usage(told.get("usage"))
    )


def _as_streamed(choice: dict[str, Any]):
    from openai.types.chat.chat_completion_chunk import Choice, ChoiceDelta

    delta = ChoiceDelta.construct(content=choice["delta"].get("content"), refusal=choice["delta"].get("refusal"))
    return Choice.construct(delta=delta, finish_reason=choice.get("finish_reason") or "stop")


def _usage(told: object):
    from openai.types import CompletionUsage

    if not isinstance(told, dict):
        return None
    return CompletionUsage.construct(
        prompt_tokens=told.get("prompt_tokens") or 0, completion_tokens=told.get("completion_tokens") or 0
    )


def _ended(finish_reason: str) -> RemoteError | None:
    """What the end of a reply means: None when it is whole. A reply cut short is never repaired."""
    if finish_reason == "length":
        return RemoteError("chatgpt.cut_off")
    if finish_reason == "content_filter":
        return RemoteError("chatgpt.refused")
    return None
