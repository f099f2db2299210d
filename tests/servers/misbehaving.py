"""All the ways in which a chat server goes wrong: each is a function that answers one request badly.

`WAYS` names them; a way that ends well in spite of it says so. Bodies are what real servers, proxies and
routers send when they break, time out, meter, refuse or are not what they were taken for.
"""

from __future__ import annotations

import json
import socket
import struct
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from email.utils import formatdate
from typing import Any

from tests.servers import LocalServer, send
from tests.servers.chat import chunk, usage

Answer = Callable[["MisbehavingServer", Any, dict[str, Any]], None]


@dataclass(frozen=True)
class Way:
    """One way to go wrong. `ends_well` when a story comes of it in spite of that."""

    answer: Answer
    ends_well: bool = False


WAYS: dict[str, Way] = {}


def way(ends_well: bool = False) -> Callable[[Answer], Answer]:
    """Put a function on the list of ways under its own name."""

    def listed(answer: Answer) -> Answer:
        WAYS[answer.__name__] = Way(answer, ends_well)
        return answer

    return listed


class MisbehavingServer(LocalServer):
    """Goes wrong in one way at every chat request. `story` is what it would tell, `key` the key it was sent."""

    def __init__(self, name: str, story: str) -> None:
        super().__init__()
        self.way = WAYS[name]
        self.story = story
        self.key = ""
        self.turns = 0

    @property
    def base_url(self) -> str:
        return f"{self.url}/v1"

    def answer(self, request, method, path, body) -> None:
        self.key = request.headers.get("Authorization", "").removeprefix("Bearer ")
        self.turns += 1
        self.way.answer(self, request, body or {})


def stream(request, events: Iterable[str], pause: float = 0.0, close: bool = True) -> None:
    """Send server-sent events as they are given."""
    request.send_response(200)
    request.send_header("Content-Type", "text/event-stream")
    request.send_header("Connection", "close")
    request.end_headers()
    for event in events:
        time.sleep(pause)
        request.wfile.write(f"data: {event}\n\n".encode("utf-8", "surrogatepass"))
        request.wfile.flush()
    request.close_connection = close


def told(text: str, finish: str | None = "stop", piece: int = 300) -> Iterable[str]:
    """A text as the events of a stream."""
    for at in range(0, len(text), piece):
        yield chunk(text[at : at + piece])
    if finish is not None:
        yield chunk(None, finish)


def reset(request) -> None:
    """Break the connection off as a crash does."""
    request.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    request.connection.close()
    request.close_connection = True


# The connection ------------------------------------------------------------------------------------


@way()
def says_nothing_at_all(server, request, body):
    time.sleep(30)


@way()
def hangs_up_at_once(server, request, body):
    request.close_connection = True
    request.connection.close()


@way()
def resets_the_connection(server, request, body):
    reset(request)


@way()
def speaks_another_protocol(server, request, body):
    request.wfile.write(b"SSH-2.0-OpenSSH_9.6\r\n")
    request.close_connection = True


@way()
def sends_headers_and_then_nothing(server, request, body):
    stream(request, ())
    request.close_connection = False
    time.sleep(30)


@way()
def drips_a_letter_at_a_time(server, request, body):
    stream(request, told(server.story, piece=1), pause=0.3)


@way()
def breaks_off_in_the_middle(server, request, body):
    stream(request, told(server.story[: len(server.story) // 2], finish=None))
    reset(request)


@way()
def promises_more_bytes_than_it_sends(server, request, body):
    request.send_response(200)
    request.send_header("Content-Type", "application/json")
    request.send_header("Content-Length", "100000")
    request.end_headers()
    request.wfile.write(b'{"choices": [')
    request.close_connection = True


# The stream ----------------------------------------------------------------------------------------


@way()
def ends_without_saying_that_it_ends(server, request, body):
    stream(request, told(server.story[:-300], finish=None))


@way(ends_well=True)
def forgets_to_finish_a_whole_story(server, request, body):
    stream(request, told(server.story, finish=None))


@way()
def sends_events_that_are_no_json(server, request, body):
    stream(request, ["{not json", "[DONE]"])


@way()
def sends_an_error_in_the_middle(server, request, body):
    error = json.dumps({"error": {"message": f"engine overloaded for key {server.key}", "type": "server_error"}})
    stream(request, [*list(told(server.story, finish=None))[:1], error])


@way()
def sends_chunks_without_choices(server, request, body):
    stream(request, [json.dumps({"id": "c1", "object": "chat.completion.chunk"}), "[DONE]"])


@way()
def sends_nothing_but_empty_choices(server, request, body):
    stream(request, [json.dumps({"id": "c1", "object": "chat.completion.chunk", "choices": []}), "[DONE]"])


@way()
def sends_lists_for_words(server, request, body):
    stream(request, [chunk([{"type": "text", "text": "{}"}]), chunk(None, "stop")])


@way(ends_well=True)
def counts_its_tokens_as_nonsense(server, request, body):
    nonsense = {"prompt_tokens": None, "completion_tokens": -3, "total_tokens": "many"}
    stream(request, [*told(server.story), json.dumps({**json.loads(usage()), "usage": nonsense}), "[DONE]"])


@way(ends_well=True)
def cannot_stream(server, request, body):
    message = {"role": "assistant", "content": server.story}
    send(request, {"choices": [{"index": 0, "message": message, "finish_reason": "stop"}]})


@way()
def never_stops(server, request, body):
    def forever():
        while True:
            yield chunk("고양이 " * 400)

    stream(request, forever())


@way()
def sends_one_line_without_end(server, request, body):
    request.send_response(200)
    request.send_header("Content-Type", "text/event-stream")
    request.end_headers()
    request.close_connection = True
    for _ in range(64):
        request.wfile.write(b"data: " + b"a" * 1_000_000)


@way()
def sends_broken_letters(server, request, body):
    request.send_response(200)
    request.send_header("Content-Type", "text/event-stream")
    request.end_headers()
    request.wfile.write(b"data: \xff\xfe\x00\xed\xa0\x80\n\ndata: [DONE]\n\n")
    request.close_connection = True


# The model -----------------------------------------------------------------------------------------


@way()
def is_cut_off_by_length(server, request, body):
    stream(request, [*told(server.story[:400], "length")])


@way()
def is_stopped_by_a_filter(server, request, body):
    stream(request, [*told(server.story[:400], "content_filter")])


@way()
def refuses(server, request, body):
    event = json.loads(chunk(None, "stop"))
    event["choices"][0]["delta"] = {"refusal": "I can't help with that."}
    stream(request, [json.dumps(event), "[DONE]"])


@way()
def chats_instead(server, request, body):
    stream(request, [*told("Sure! Once upon a time there was a cat.\nShall I go on?"), "[DONE]"])


@way()
def thinks_and_says_nothing(server, request, body):
    stream(request, [*told("<think>A story about a cat. {maybe} four panels"), "[DONE]"])


@way()
def calls_a_tool_instead(server, request, body):
    event = json.loads(chunk(None, "tool_calls"))
    event["choices"][0]["delta"] = {"tool_calls": [{"index": 0, "function": {"name": "rm", "arguments": "{}"}}]}
    stream(request, [json.dumps(event), "[DONE]"])


@way()
def tells_three_panels(server, request, body):
    story = json.loads(server.story)
    stream(request, [*told(json.dumps({**story, "panels": story["panels"][:3]})), "[DONE]"])


@way(ends_well=True)
def tells_five_panels_at_first(server, request, body):
    story = json.loads(server.story)
    panels = story["panels"] + (story["panels"][:1] if server.turns == 1 else [])
    stream(request, [*told(json.dumps({**story, "panels": panels})), "[DONE]"])


@way()
def nests_without_end(server, request, body):
    stream(request, [*told('{"panels": ' + "[" * 20_000 + "]" * 20_000 + "}"), "[DONE]"])


# The status ----------------------------------------------------------------------------------------


@way()
def rejects_the_key_and_repeats_it(server, request, body):
    send(request, {"error": {"message": f"Incorrect API key provided: {server.key}"}}, 401)


@way()
def forbids_the_region(server, request, body):
    send(request, {"error": {"message": "Country not supported", "code": "unsupported_country"}}, 403)


@way()
def has_no_such_model(server, request, body):
    send(request, {"error": {"message": "The model does not exist", "code": "model_not_found"}}, 404)


@way(ends_well=True)
def is_busy_for_a_moment(server, request, body):
    if server.turns == 1:
        send(request, {"error": {"message": "slow down"}}, 429, {"Retry-After": "0.2"})
    else:
        stream(request, [*told(server.story), "[DONE]"])


@way()
def is_busy_for_an_hour(server, request, body):
    send(request, {"error": {"message": "slow down"}}, 429, {"Retry-After": "3600"})


@way()
def is_busy_until_a_date(server, request, body):
    send(request, {"error": {"message": "slow down"}}, 503, {"Retry-After": formatdate(time.time() + 900, usegmt=True)})


@way()
def asks_not_to_be_asked_again(server, request, body):
    assert server.turns == 1
    send(request, {"error": {"message": "no"}}, 500, {"x-should-retry": "false"})


@way()
def has_no_credit_left(server, request, body):
    error = {"message": "You exceeded your current quota", "code": "insufficient_quota"}
    send(request, {"error": error}, 429, {"Retry-After": "1"})


@way()
def fails_and_repeats_the_key(server, request, body):
    send(request, {"error": {"message": f"Traceback: key={server.key}"}}, 500, {"Retry-After": "0"})


@way()
def is_a_gateway_without_a_server(server, request, body):
    send(request, b"<html><title>502 Bad Gateway</title></html>", 502, {"Retry-After": "0"})


@way()
def shows_a_login_page(server, request, body):
    send(request, b"<!doctype html><form>Sign in</form>", 200)


@way()
def sends_elsewhere(server, request, body):
    send(request, {}, 307, {"Location": "http://169.254.169.254/latest/meta-data/"})


@way()
def takes_no_request_at_all(server, request, body):
    send(request, {"error": {"message": "malformed", "type": "invalid_request_error"}}, 400)


@way(ends_well=True)
def knows_neither_schema_nor_seed(server, request, body):
    if {"response_format", "stream_options", "seed"} & set(body):
        send(request, {"error": {"message": "Extra inputs are not permitted"}}, 422)
    else:
        stream(request, [*told(server.story), "[DONE]"])


@way()
def will_not_tell_such_a_story(server, request, body):
    send(request, {"error": {"message": "flagged", "code": "content_policy_violation"}}, 400)
