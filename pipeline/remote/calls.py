"""One call to a server: to where the check looked, by a deadline, with an end to what is read.

Redirects are not followed.
"""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from pipeline.errors import InputError, RemoteError
from pipeline.remote.addresses import Address
from pipeline.remote.keys import without_keys

if TYPE_CHECKING:  # the network library costs half a second: it is imported when a server is called
    import httpx2

CONNECT_SECONDS = 5.0
MAX_REPLY_BYTES = 64 * 1024 * 1024
"""No reply may be longer: the largest picture that Necut asks for is a third of it in base64."""


class Deadline:
    """A moment by which all of something must be done, retries included; monotonic, in seconds from now."""

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self._end = time.monotonic() + seconds

    def left(self, address: str) -> float:
        """Seconds left; RemoteError naming `address` when there are none."""
        left = self._end - time.monotonic()
        if left <= 0:
            raise RemoteError("remote.late", address=address, seconds=round(self.seconds))
        return left


class Refused(RemoteError):
    """The server answered with an error: its status, and what it said about it."""

    def __init__(self, address: str, status: int, reason: str) -> None:
        self.status = status
        self.reason = reason
        super().__init__("remote.refused", address=address, status=status, reason=reason)


def http_client(
    address: Address,
    read_seconds: float,
    headers: dict[str, str] | None = None,
    most_bytes: int = MAX_REPLY_BYTES,
) -> httpx2.Client:
    """A client that can reach `address` and nothing else, and reads no reply longer than `most_bytes`.

    Close it after use (it is a context manager).
    """
    import httpx2

    class Measured(httpx2.SyncByteStream):
        """A reply's body as it arrives from the server, given up when it becomes too long."""

        def __init__(self, body: httpx2.SyncByteStream) -> None:
            self._body = body

        def __iter__(self) -> Iterator[bytes]:
            arrived = 0
            for part in self._body:
                arrived += len(part)
                if arrived > most_bytes:
                    raise RemoteError("remote.too_long", address=address.host)
                yield part

        def close(self) -> None:
            self._body.close()

    class Pinned(httpx2.HTTPTransport):
        """Connects to the addresses that were checked, whatever the name resolves to by now."""

        def handle_request(self, request: httpx2.Request) -> httpx2.Response:
            response = self._answer(request)
            response.stream = Measured(response.stream)
            return response

        def _answer(self, request: httpx2.Request) -> httpx2.Response:
            if (request.url.host or "").rstrip(".") != address.host:
                raise InputError("remote.forbidden_address", address=request.url.host)
            if address.proxy:
                return super().handle_request(request)
            request.extensions = {**request.extensions, "sni_hostname": address.host}
            for last, number in enumerate(address.numbers, start=1 - len(address.numbers)):
                request.url = request.url.copy_with(host=number)
                try:
                    return super().handle_request(request)
                except httpx2.ConnectError:
                    if last == 0:  # "localhost" may answer on the second of its addresses only
                        raise
            raise httpx2.ConnectError("no address", request=request)

    timeout = httpx2.Timeout(read_seconds, connect=min(CONNECT_SECONDS, read_seconds))
    transport = Pinned(proxy=address.proxy)
    return httpx2.Client(transport=transport, timeout=timeout, headers=headers, follow_redirects=False, trust_env=False)


def call(client: httpx2.Client, address: Address, path: str, deadline: Deadline, body: object = None) -> Any:
    """The JSON that the server answers to a GET of `path`, or to a POST of `body`.

    The whole reply must arrive before the deadline. Raises Refused for an error status, RemoteError
    when the server is away, late, redirects, or does not speak JSON.
    """
    import httpx2

    method = "GET" if body is None else "POST"
    try:
        timeout = httpx2.Timeout(deadline.left(address.host), connect=CONNECT_SECONDS)
        with client.stream(method, f"{address.url}{path}", json=body, timeout=timeout) as response:
            content = _read(response, address, deadline)
    except httpx2.TimeoutException as exc:
        raise RemoteError("remote.late", address=address.host, seconds=round(deadline.seconds)) from exc
    except httpx2.HTTPError as exc:
        raise RemoteError("remote.unreachable", address=address.url) from exc
    if response.is_redirect:
        raise RemoteError("remote.redirect", address=address.url)
    if response.is_error:
        raise Refused(address.host, response.status_code, _reason(content))
    try:
        return json.loads(content)
    except ValueError as exc:
        raise RemoteError("remote.not_json", address=address.url) from exc


def _read(response: httpx2.Response, address: Address, deadline: Deadline) -> bytes:
    """The body, as long as it is neither endless nor dripping past the deadline."""
    content = bytearray()
    for chunk in response.iter_bytes():
        content += chunk
        deadline.left(address.host)
        if len(content) > MAX_REPLY_BYTES:
            raise RemoteError("remote.too_long", address=address.host)
    return bytes(content)


def _reason(content: bytes) -> str:
    """What a server said about its error: the usual fields of its JSON, else its first words."""
    text = content.decode("utf-8", "replace")
    try:
        found = json.loads(text)
        while isinstance(found, dict):
            found = found.get("detail") or found.get("error") or found.get("message") or found.get("errors") or ""
        text = found if isinstance(found, str) else json.dumps(found, ensure_ascii=False)
    except ValueError:
        text = "" if "<" in text else text
    return without_keys(" ".join(text.split()))[:200] or "–"
