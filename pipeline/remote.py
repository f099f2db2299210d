"""One client for every server: the address check, the deadline, the keys by owner, the cost.

A server's address comes from the environment or is typed into Connect by whoever runs Necut. It is
resolved once, every address it resolves to is checked, and the connection goes to exactly those: a
name cannot point elsewhere a moment later. Redirects are not followed.

Keys are held by this process alone, by owner (a session, say). They are never written, logged or
put into a job: a job names its owner, and runs inside `acting_for(owner)`.
"""

from __future__ import annotations

import ipaddress
import json
import os
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from pipeline.errors import InputError, NeedsSetup, RemoteError

if TYPE_CHECKING:  # the network library costs half a second: it is imported when a server is called
    import httpx2

    from pipeline.settings import Settings

OPENAI_URL = "https://api.openai.com/v1"
"""Where OpenAI itself answers; used when Connect names no other server."""
CONNECT_SECONDS = 5.0
TEST_SECONDS = 10.0
"""How long a Test button of Connect waits."""
MAX_REPLY_BYTES = 64 * 1024 * 1024
"""No reply may be longer: the largest picture that Necut asks for is a third of it in base64."""


@dataclass(frozen=True)
class Readiness:
    """Whether a member can work now, and the sentence (a key and its values) that says so or what it needs."""

    ready: bool
    key: str = ""
    values: dict[str, object] = field(default_factory=dict)


# Keys, by owner ----------------------------------------------------------------------------------

_keys: dict[str, str] = {}
_keys_lock = threading.Lock()
_owner: ContextVar[str | None] = ContextVar("necut_owner", default=None)


def set_key(owner: str, key: str) -> None:
    """Hold a server key for `owner` until the process ends or `set_key(owner, "")` forgets it."""
    with _keys_lock:
        if key.strip():
            _keys[owner] = key.strip()
        else:
            _keys.pop(owner, None)


def key_for(owner: str | None = None) -> str:
    """The key of `owner` (of whom the current job acts for, when none is given), else OPENAI_API_KEY, else ""."""
    owner = owner if owner is not None else _owner.get()
    with _keys_lock:
        return _keys.get(owner or "", "") or os.environ.get("OPENAI_API_KEY", "").strip()


@contextmanager
def acting_for(owner: str | None) -> Iterator[None]:
    """Within this block, members find the keys of `owner`. The queue wraps every job in it.

    A generator must be advanced inside the block: the owner is that of the thread at that moment.
    """
    token = _owner.set(owner)
    try:
        yield
    finally:
        _owner.reset(token)


def without_keys(text: str) -> str:
    """A server's words with every key that is held blanked out, fit to be shown or logged."""
    with _keys_lock:
        held = [*_keys.values(), os.environ.get("OPENAI_API_KEY", "").strip()]
    for key in held:
        text = text.replace(key, "•••") if key else text
    return text


# Addresses ---------------------------------------------------------------------------------------

# Services that hand out a machine's credentials, at addresses that are not link-local.
_METADATA_NAMES = {"metadata", "metadata.google.internal", "instance-data"}
_METADATA_ADDRESSES = {ipaddress.ip_address(each) for each in ("100.100.100.200", "168.63.129.16", "fd00:ec2::254")}
_EMBEDDED_V4 = (ipaddress.ip_network("64:ff9b::/96"),)  # NAT64: the last 32 bits are an IPv4 address


@dataclass(frozen=True)
class Address:
    """A server that may be called: its base URL without a closing slash, its host, and where it resolved to."""

    url: str
    host: str
    numbers: tuple[str, ...]
    proxy: str | None = None


def check_address(text: str, carries_key: bool = False) -> Address:
    """The address that `text` means, or InputError when it may not be called.

    Allowed are this machine, the local network and public servers over http or https. Never allowed
    are link-local and metadata addresses (in any spelling or embedding), user names in the address,
    and, when `carries_key`, plain http to a public server. RemoteError when the name is unknown.
    """
    url = _with_scheme(text.strip()).rstrip("/")
    try:
        parts = urlsplit(url)
        host, port = (parts.hostname or "").rstrip("."), parts.port
    except ValueError as exc:
        raise InputError("remote.bad_address", address=_shown(text)) from exc
    web = parts.scheme in ("http", "https") and "://" in url
    if not web or not host or "@" in parts.netloc or parts.query or parts.fragment:
        raise InputError("remote.bad_address", address=_shown(text))
    if host.lower() in _METADATA_NAMES:
        raise InputError("remote.forbidden_address", address=host)
    proxy = _proxy(parts.scheme, host)
    numbers = () if proxy else _resolve(host, port or (443 if parts.scheme == "https" else 80))
    public = [_judge(number, host) for number in numbers]
    if carries_key and parts.scheme == "http" and (any(public) or proxy):
        raise InputError("remote.plain_http", address=host)
    return Address(url=url, host=host, numbers=numbers, proxy=proxy)


def _with_scheme(text: str) -> str:
    if "://" in text:
        return text
    local = text.startswith(("127.", "localhost", "192.168.", "10.", "[")) or ":" in text
    return f"{'http' if local else 'https'}://{text}"


def _shown(text: str) -> str:
    """An address fit to be shown: without user name and password, and not endless."""
    return text.strip().rpartition("@")[2][:100]


def _proxy(scheme: str, host: str) -> str | None:
    """The proxy that this machine's surroundings prescribe for the host, if any; none for an address in digits."""
    import urllib.request

    proxy = urllib.request.getproxies().get(scheme)
    if not proxy or host == "localhost" or urllib.request.proxy_bypass(host):
        return None
    try:
        socket.inet_aton(host)  # any spelling of an IPv4 address: it is checked and called directly
    except OSError:
        return None if ":" in host else proxy
    return None


def _resolve(host: str, port: int) -> tuple[str, ...]:
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as exc:
        raise RemoteError("remote.unknown_host", address=host) from exc
    return tuple(dict.fromkeys(str(entry[4][0]).partition("%")[0] for entry in found))


def _judge(number: str, host: str) -> bool:
    """Whether a resolved address is public; InputError when it is one that may never be called."""
    address = ipaddress.ip_address(number)
    if isinstance(address, ipaddress.IPv6Address):
        embedded = address.ipv4_mapped or address.sixtofour
        if embedded is None and any(address in network for network in _EMBEDDED_V4):
            embedded = ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
        address = embedded or address
    forbidden = (
        address.is_link_local
        or address.is_multicast
        or address.is_unspecified
        or (address.is_reserved and not address.is_loopback)
        or address in _METADATA_ADDRESSES
    )
    if forbidden:
        raise InputError("remote.forbidden_address", address=host)
    return address.is_global


# Calls -------------------------------------------------------------------------------------------


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


HUB_URL = "https://huggingface.co"


def hub_answers(seconds: float = 4.0) -> bool:
    """Whether the hub that models are fetched from can be reached (HF_ENDPOINT names another). Asked before its
    client is, which tries again and again for minutes where there is no network."""
    import httpx2

    if os.environ.get("HF_HUB_OFFLINE", "").strip().lower() in ("1", "true", "yes", "on"):
        return False
    try:
        address = check_address(os.environ.get("HF_ENDPOINT") or HUB_URL)
        with http_client(address, seconds) as client:
            client.head(address.url)
        return True
    except (httpx2.HTTPError, InputError, RemoteError):
        return False


# Cost and Connect --------------------------------------------------------------------------------


def cost(settings: Settings, sent: int = 0, received: int = 0, pictures: int = 0) -> float:
    """What so many tokens and pictures cost, in the currency of the prices that Connect was given (0 without)."""
    tokens = sent * settings.price_prompt + received * settings.price_reply
    return tokens / 1_000_000 + pictures * settings.price_picture


def models(base_url: str = "", key: str = "") -> tuple[str, ...]:
    """The models that an OpenAI-compatible server offers, sorted. Costs no tokens. Raises NecutError as `call` does.

    An empty key means the one that is held.
    """
    key = key.strip() or key_for()
    address = _openai_address(base_url, key)
    return _model_names(_listed(address, key), address)


def _openai_address(base_url: str, key: str) -> Address:
    base_url = base_url.strip().rstrip("/") or OPENAI_URL
    if not key and base_url == OPENAI_URL:
        raise NeedsSetup("remote.no_key")
    return check_address(base_url, carries_key=bool(key))


def _listed(address: Address, key: str) -> object:
    headers = {"Authorization": f"Bearer {key}"} if key else {}
    with http_client(address, TEST_SECONDS, headers) as client:
        return call(client, address, "/models", Deadline(TEST_SECONDS))


def _model_names(listed: object, address: Address) -> tuple[str, ...]:
    entries = listed.get("data") if isinstance(listed, dict) else None
    if not isinstance(entries, list):
        raise RemoteError("remote.not_openai", address=address.url)
    return tuple(sorted(str(entry["id"])[:200] for entry in entries if isinstance(entry, dict) and entry.get("id")))


def test_openai(base_url: str = "", key: str = "", model: str = "") -> Readiness:
    """Whether an OpenAI-compatible server answers, takes the key and knows the model. Costs no tokens.

    An empty key means the one that is held. Servers of one's own often need none.
    """
    from pipeline.errors import NecutError

    key = key.strip() or key_for()
    try:
        address = _openai_address(base_url, key)
        return _judge_models(_model_names(_listed(address, key), address), address, model)
    except Refused as error:
        if error.status in (401, 403):
            return Readiness(False, "remote.wrong_key" if key else "remote.key_wanted", {"address": address.host})
        if error.status in (404, 405, 500, 501):  # not every server lists its models
            return Readiness(True, "remote.ok_unlisted", {"address": address.host})
        return Readiness(False, error.key, error.values)
    except NecutError as error:
        return Readiness(False, error.key, error.values)


def _judge_models(names: tuple[str, ...], address: Address, model: str) -> Readiness:
    if model and names and model not in names:
        return Readiness(
            False, "remote.no_model", {"model": model, "address": address.host, "known": ", ".join(names[:5])}
        )
    return Readiness(True, "remote.ok", {"address": address.host, "count": len(names)})


test_openai.__test__ = False  # the name is Connect's: pytest must not take it for a test
