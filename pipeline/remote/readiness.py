"""Whether somebody whom a server or a model stands behind can work now."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Readiness:
    """Whether a member can work now, and the sentence (a key and its values) that says so or what it needs."""

    ready: bool
    key: str = ""
    values: dict[str, object] = field(default_factory=dict)
