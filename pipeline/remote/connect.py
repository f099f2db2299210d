"""What Connect asks of an OpenAI-compatible server: which models it offers, and whether it takes the key.

Costs no tokens.
"""

from __future__ import annotations

from pipeline.errors import NecutError, NeedsSetup, RemoteError
from pipeline.remote.addresses import Address, check_address
from pipeline.remote.calls import Deadline, Refused, call, http_client
from pipeline.remote.keys import key_for
from pipeline.remote.readiness import Readiness

OPENAI_URL = "https://api.openai.com/v1"
"""Where OpenAI itself answers; used when Connect names no other server."""
TEST_SECONDS = 10.0
"""How long a Test button of Connect waits."""


def models(base_url: str = "", key: str | None = None) -> tuple[str, ...]:
    """The models that an OpenAI-compatible server offers, sorted. Costs no tokens. Raises NecutError as `call` does.

    No key means the one that is held for the server that writes; an empty one means that none is sent.
    """
    key = key_for() if key is None else key.strip()
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


def test_openai(base_url: str = "", key: str | None = None, model: str = "") -> Readiness:
    """Whether an OpenAI-compatible server answers, takes the key and knows the model. Costs no tokens.

    No key means the one that is held for the server that writes; an empty one means that none is sent. Servers of one's
    own often need none.
    """
    key = key_for() if key is None else key.strip()
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
