"""The hub that models are fetched from."""

from __future__ import annotations

import os

from pipeline.errors import InputError, RemoteError
from pipeline.remote.addresses import check_address
from pipeline.remote.calls import http_client

HUB_URL = "https://huggingface.co"
"""Where it is; HF_ENDPOINT names another."""


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
