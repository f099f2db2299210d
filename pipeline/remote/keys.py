"""Keys, held by this process alone, by owner (a session, say) and by what they are for.

They are never written, logged or put into a job: a job names its owner, and runs inside `acting_for(owner)`.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Literal

Purpose = Literal["words", "pictures"]
"""The server that writes and the one that paints may be two; each key goes to its own."""
VARIABLES: dict[Purpose, str] = {"words": "OPENAI_API_KEY", "pictures": "OPENAI_IMAGE_API_KEY"}
"""The environment variable of each."""

_keys: dict[tuple[str, Purpose], str] = {}
_keys_lock = threading.Lock()
_owner: ContextVar[str | None] = ContextVar("necut_owner", default=None)


def set_key(owner: str, key: str, purpose: Purpose = "words") -> None:
    """Hold a server key for `owner` until the process ends or `set_key(owner, "")` forgets it."""
    with _keys_lock:
        if key.strip():
            _keys[owner, purpose] = key.strip()
        else:
            _keys.pop((owner, purpose), None)


def key_for(owner: str | None = None, purpose: Purpose = "words") -> str:
    """The key of `owner` (of whom the current job acts for, when none is given), else the environment's, else ""."""
    owner = owner if owner is not None else _owner.get()
    with _keys_lock:
        return _keys.get((owner or "", purpose), "") or _given(purpose)


def _given(purpose: Purpose) -> str:
    return os.environ.get(VARIABLES[purpose], "").strip()


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
        held = [*_keys.values(), *map(_given, VARIABLES)]
    for key in held:
        text = text.replace(key, "•••") if key else text
    return text
