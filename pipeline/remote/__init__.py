"""One client for every server: the address check, the deadline, the keys by owner, the cost.

1. `addresses`  which servers may be called
2. `keys`       who holds which key
3. `calls`      one call: to the checked address, by a deadline, with an end to what is read
4. `connect`    an OpenAI-compatible server's models, and the Test button of Connect
5. `hub`        whether models can be fetched
6. `prices`     what calls cost
7. `readiness`  how a member says whether it can work
"""

from __future__ import annotations

from pipeline.remote.addresses import Address, check_address
from pipeline.remote.calls import CONNECT_SECONDS, MAX_REPLY_BYTES, Deadline, Refused, call, http_client
from pipeline.remote.connect import OPENAI_URL, TEST_SECONDS, models, test_openai
from pipeline.remote.hub import HUB_URL, hub_answers
from pipeline.remote.keys import acting_for, key_for, set_key, without_keys
from pipeline.remote.prices import cost
from pipeline.remote.readiness import Readiness

__all__ = [
    "Address",
    "CONNECT_SECONDS",
    "Deadline",
    "HUB_URL",
    "MAX_REPLY_BYTES",
    "OPENAI_URL",
    "Readiness",
    "Refused",
    "TEST_SECONDS",
    "acting_for",
    "call",
    "check_address",
    "cost",
    "http_client",
    "hub_answers",
    "key_for",
    "models",
    "set_key",
    "test_openai",
    "without_keys",
]
