"""What every noun is: a frozen value, checked once, copied with changes, known by its fingerprint."""

from __future__ import annotations

import hashlib
import json
from typing import Any

from pydantic import BaseModel, ConfigDict


class Noun(BaseModel):
    """A frozen value that refuses keys it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    def with_changes(self, **changes: Any):
        """A changed copy, checked like any other value."""
        return type(self).model_validate({**dict(self), **changes})

    def fingerprint(self) -> str:
        """Twelve hexadecimal digits that change whenever the value does."""
        return fingerprint(self.model_dump(mode="json"))


def fingerprint(value: object) -> str:
    """Twelve hexadecimal digits for any JSON-like value, the same in every process."""
    canonical = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()[:12]


def replaced(values: tuple, index: int, value: object) -> tuple:
    """A copy of a tuple with one place changed."""
    return (*values[:index], value, *values[index + 1 :])
