"""What goes wrong with a server, as one of our sentences; and when there is use in asking it again."""

from __future__ import annotations

from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

import httpx2
import openai

from pipeline import remote
from pipeline.errors import NecutError, NeedsSetup, RemoteError

FOREIGN = (openai.OpenAIError, httpx2.HTTPError, httpx2.StreamError, ValueError, TypeError, LookupError, AttributeError)
"""All that a client may raise over what a server sent: its own errors, a connection that breaks in the middle,
and letters, numbers or fields that are not what they should be."""
_TRY_AGAIN = (408, 409, 425, 429)
_FIRST_PAUSE = 0.5
_REFUSALS = ("content_policy_violation", "content_filter", "invalid_prompt")


def is_refusal(exc: openai.APIStatusError) -> bool:
    """Whether an error status means that the server will not answer such a question, however it is put."""
    return getattr(exc, "code", None) in _REFUSALS


def is_break(exc: Exception) -> bool:
    """Whether the connection broke."""
    broken = isinstance(exc, openai.APIConnectionError | httpx2.HTTPError | httpx2.StreamError)
    return broken and not isinstance(exc.__cause__, NecutError)


def pause_before_retry(exc: Exception, tries: int) -> float | None:
    """Seconds to wait before asking again, by the server's own word where it gives one; None when there is no use.

    Its words are the headers `x-should-retry`, `retry-after-ms` and `retry-after` (seconds or a date).
    """
    if isinstance(exc, openai.APIConnectionError):
        return _FIRST_PAUSE if tries == 0 and not isinstance(exc.__cause__, NecutError) else None
    if not isinstance(exc, openai.APIStatusError) or getattr(exc, "code", None) == "insufficient_quota":
        return None
    headers = exc.response.headers
    should = headers.get("x-should-retry", "").lower()
    again = exc.status_code in _TRY_AGAIN or exc.status_code >= 500
    if should == "false" or (not again and should != "true"):
        return None
    asked = _asked_pause(headers.get("retry-after-ms", ""), headers.get("retry-after", ""))
    return asked if asked is not None else _FIRST_PAUSE * 2**tries


def _asked_pause(milliseconds: str, seconds: str) -> float | None:
    try:
        return max(0.0, float(milliseconds) / 1000)
    except ValueError:
        pass
    try:
        return max(0.0, float(seconds))
    except ValueError:
        pass
    try:
        moment = parsedate_to_datetime(seconds)
        return max(0.0, (moment.astimezone(UTC) - datetime.now(UTC)).total_seconds())
    except (ValueError, OverflowError):
        return None


def told(exc: Exception, address: remote.Address, model: str, has_key: bool, silence: float) -> NecutError:
    """A fault of the client or the server as one of our sentences. The server's own words are kept out where they
    may echo the key."""
    host = address.host
    if isinstance(exc.__cause__, NecutError):
        return exc.__cause__
    if isinstance(exc, openai.APITimeoutError | httpx2.TimeoutException):
        return RemoteError("remote.late", address=host, seconds=round(silence))
    if isinstance(exc, openai.APIConnectionError):
        return RemoteError("remote.unreachable", address=address.url)
    if isinstance(exc, openai.APIStatusError):
        return _status(exc, address, model, has_key)
    if isinstance(exc, httpx2.HTTPError | httpx2.StreamError):
        return RemoteError("chatgpt.broken", address=host)
    if isinstance(exc, openai.APIError) and exc.message:  # said in the middle of a stream
        return RemoteError("chatgpt.gave_up", address=host, reason=remote.without_keys(str(exc.message))[:200])
    return RemoteError("remote.not_json", address=address.url)


def _status(exc: openai.APIStatusError, address: remote.Address, model: str, has_key: bool) -> NecutError:
    if is_refusal(exc):
        return RemoteError("chatgpt.refused")
    if exc.status_code in (301, 302, 303, 307, 308):
        return RemoteError("remote.redirect", address=address.url)
    if isinstance(exc, openai.AuthenticationError | openai.PermissionDeniedError):
        return NeedsSetup("remote.wrong_key" if has_key else "remote.key_wanted", address=address.host)
    if isinstance(exc, openai.NotFoundError):
        return NeedsSetup("chatgpt.no_model", model=model, address=address.host)
    if isinstance(exc, openai.RateLimitError):
        empty = getattr(exc, "code", None) == "insufficient_quota"
        return RemoteError("chatgpt.no_credit" if empty else "chatgpt.busy", address=address.host)
    said = exc.body.get("message") if isinstance(exc.body, dict) else None
    reason = remote.without_keys(said)[:200] if isinstance(said, str) and said else "–"
    return RemoteError("remote.refused", address=address.host, status=exc.status_code, reason=reason)
