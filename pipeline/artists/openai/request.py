"""One picture of an OpenAI-compatible server: the sizes it makes, one POST, and what comes back.

A request that the server has turned down at its door (a wrong key, a size it does not know) was not charged.
Once it may have begun to paint it may charge: nothing that happens from then on sends the request again, and the
sentence that tells of it says so.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from pipeline import remote
from pipeline.artists._pictures import decode, refuse_flat
from pipeline.comic import Notice, Recipe
from pipeline.errors import InputError, NecutError, NeedsSetup, RemoteError, RenderError

if TYPE_CHECKING:
    import httpx2
    from PIL.Image import Image

# By how a model's name begins: the sizes it makes. The first row that fits counts.
_SIZES: tuple[tuple[str, tuple[tuple[int, int], ...]], ...] = (
    ("dall-e-2", ((1024, 1024),)),
    ("dall-e-3", ((1024, 1024), (1792, 1024), (1024, 1792))),
    ("", ((1024, 1024), (1536, 1024), (1024, 1536))),
)
_TURNED_DOWN = re.compile(r"safety|content.?polic|content.?filter|moderat|inappropriate|not allowed by our", re.I)
_NO_CREDIT = re.compile(r"quota|billing|credit|balance|payment", re.I)
_FETCHES = 2
"""A finished picture may be fetched again: fetching costs nothing."""
_LONGEST_NOTE = 300


@dataclass(frozen=True)
class Answer:
    """A picture, the recipe as it was carried out, and what the user should know."""

    picture: Image
    recipe: Recipe
    notices: tuple[Notice, ...] = ()


def sizes(model: str) -> tuple[tuple[int, int], ...]:
    """The sizes that a model makes, in pixels."""
    name = model.rpartition("/")[2].lower()
    return next(sizes for start, sizes in _SIZES if name.startswith(start))


def nearest_size(model: str, region: tuple[int, int]) -> tuple[int, int]:
    """The size whose aspect is nearest to the region's."""
    aspect = region[0] / region[1]

    def distance(size: tuple[int, int]) -> float:
        return max(size[0] / size[1] / aspect, aspect * size[1] / size[0])

    return min(sizes(model), key=distance)


class Desk:
    """A connection to one server. A context manager."""

    def __init__(self, base_url: str, key: str, seconds: float) -> None:
        self._address = remote.check_address(base_url, carries_key=bool(key))
        self._has_key = bool(key)
        self._seconds = seconds
        headers = {"Authorization": f"Bearer {key}"} if key else {}
        self._client = remote.http_client(self._address, seconds, headers)

    def __enter__(self) -> Desk:
        return self

    def __exit__(self, *_exc: object) -> None:
        self._client.close()

    def picture(self, recipe: Recipe) -> Answer:
        """The picture of a recipe, all within the deadline. Raises NeedsSetup, RenderError or RemoteError."""
        deadline = remote.Deadline(self._seconds)
        entry = self._entry(recipe, deadline)
        picture = self._decoded(entry, deadline)
        refuse_flat(picture)
        done = recipe.with_changes(width=picture.width, height=picture.height)
        return Answer(picture, done, _notices(entry))

    def _entry(self, recipe: Recipe, deadline: remote.Deadline) -> dict[str, Any]:
        """The answer's first picture. A size that the server refuses is left to it: a refusal is not charged."""
        body = {"model": recipe.checkpoint, "prompt": recipe.extra["sent_text"], "n": 1}
        try:
            answer = self._asked({**body, "size": f"{recipe.width}x{recipe.height}"}, deadline)
        except remote.Refused as error:
            if error.status not in (400, 422) or "size" not in error.reason.lower():
                raise self._told(error, recipe) from error
            try:
                answer = self._asked(body, deadline)
            except remote.Refused as again:
                raise self._told(again, recipe) from again
        found = answer.get("data") if isinstance(answer, dict) else None
        if not isinstance(found, list) or not found or not isinstance(found[0], dict):
            raise RemoteError("openai.no_picture", address=self._address.host)
        return found[0]

    def _asked(self, body: dict[str, Any], deadline: remote.Deadline) -> Any:
        """The server's answer to one POST. Raises Refused, or a RemoteError that says when it may have been charged."""
        try:
            return remote.call(self._client, self._address, "/images/generations", deadline, body)
        except remote.Refused:
            raise
        except RemoteError as error:
            if _never_connected(error):
                raise RemoteError("remote.unreachable", address=self._address.url) from error
            if error.key == "remote.redirect":
                raise
            key = {"remote.late": "openai.late", "remote.unreachable": "openai.lost"}.get(
                error.key, "openai.bad_answer"
            )
            raise RemoteError(key, address=self._address.host, seconds=round(deadline.seconds)) from error

    def _told(self, error: remote.Refused, recipe: Recipe) -> NecutError:
        """A refusal as the sentence that says what to do."""
        where = {"address": self._address.host}
        if error.status == 401:
            return NeedsSetup("remote.wrong_key" if self._has_key else "remote.key_wanted", **where)
        if _TURNED_DOWN.search(error.reason):
            return RenderError("openai.turned_down", reason=error.reason, **where)
        if error.status == 402 or (error.status in (400, 403, 429) and _NO_CREDIT.search(error.reason)):
            return RemoteError("openai.no_credit", **where)
        if error.status == 403:
            return NeedsSetup("openai.not_allowed", reason=error.reason, model=recipe.checkpoint, **where)
        if error.status in (404, 405) or "model" in error.reason.lower():
            return NeedsSetup("openai.no_model", model=recipe.checkpoint, **where)
        if error.status == 429:
            return RemoteError("openai.busy", **where)
        if error.status >= 500:
            return RemoteError("openai.failed", status=error.status, reason=error.reason, **where)
        return error

    def _decoded(self, entry: dict[str, Any], deadline: remote.Deadline) -> Image:
        told, url = entry.get("b64_json"), entry.get("url")
        if isinstance(url, str) and url.startswith("data:"):
            told, url = url, None
        if isinstance(told, str) and told:
            return decode(told, self._address.host)
        if not isinstance(url, str) or not url:
            raise RemoteError("openai.no_picture", address=self._address.host)
        return self._fetched(url, deadline)

    def _fetched(self, url: str, deadline: remote.Deadline) -> Image:
        """The picture at an address that the server names. The key does not travel there."""
        import base64

        try:
            address = remote.check_address(_origin(url))
            if not self._may_fetch(address):
                raise InputError("remote.forbidden_address", address=address.host)
            content = _fetch(url, address, deadline)
        except NecutError as error:
            raise RemoteError("openai.not_fetched", address=self._address.host, error=error) from error
        return decode(base64.b64encode(content).decode(), self._address.host)

    def _may_fetch(self, address: remote.Address) -> bool:
        """A server's word is no reason to knock at another door of this machine or the local network."""
        import ipaddress

        own = address.host == self._address.host or set(address.numbers) <= set(self._address.numbers)
        public = address.proxy or all(ipaddress.ip_address(number).is_global for number in address.numbers)
        return bool(public or (own and address.numbers))


def _origin(url: str) -> str:
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.netloc:
        raise InputError("remote.bad_address", address=url[:100])
    return f"{parts.scheme}://{parts.netloc}"


def _fetch(url: str, address: remote.Address, deadline: remote.Deadline) -> bytes:
    import httpx2

    with remote.http_client(address, deadline.left(address.host)) as client:
        for left in reversed(range(_FETCHES)):
            try:
                return _body(client, url, address, deadline)
            except httpx2.HTTPError as exc:
                if not left:
                    raise RemoteError("remote.unreachable", address=address.host) from exc
    raise AssertionError("the last attempt returns or raises")


def _body(client: httpx2.Client, url: str, address: remote.Address, deadline: remote.Deadline) -> bytes:
    content = bytearray()
    with client.stream("GET", url, timeout=deadline.left(address.host)) as response:
        if response.is_redirect or response.is_error:
            raise remote.Refused(address.host, response.status_code, "–")
        for chunk in response.iter_bytes():
            content += chunk
            deadline.left(address.host)
            if len(content) > remote.MAX_REPLY_BYTES:
                raise RemoteError("remote.too_long", address=address.host)
    return bytes(content)


def _never_connected(error: RemoteError) -> bool:
    import httpx2

    return isinstance(error.__cause__, httpx2.ConnectError | httpx2.ConnectTimeout)


def _notices(entry: dict[str, Any]) -> tuple[Notice, ...]:
    """A server that has rewritten the words says so; the user shall know."""
    rewritten = entry.get("revised_prompt")
    if not isinstance(rewritten, str) or not rewritten.strip():
        return ()
    words = " ".join(rewritten.split())
    shown = words if len(words) <= _LONGEST_NOTE else f"{words[: _LONGEST_NOTE - 1]}…"
    return (Notice(key="openai.rewritten", values={"words": shown}),)
