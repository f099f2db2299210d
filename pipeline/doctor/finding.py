"""What the doctor says: a finding, how grave it is, and the repair."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from pipeline import words
from pipeline.errors import NecutError
from pipeline.presets.preset import Preset

Severity = Literal["fails", "differs", "advice"]
SEVERITIES: tuple[Severity, ...] = ("fails", "differs", "advice")
"""Gravest first: nothing is drawn; something else is drawn than the preset says; it could be better."""


@dataclass(frozen=True)
class Repair:
    """A way out: `key` and `values` name it in the catalogue; `changes` are the fields it sets, None opens one."""

    key: str
    values: Mapping[str, object]
    changes: Mapping[str, Any]

    def told(self, language: str) -> str:
        """What it does, for a button."""
        return words.tell(NecutError(self.key, **self.values), language)


@dataclass(frozen=True)
class Finding:
    """One thing that is wrong. `key` and `values` say it in the catalogue; `field` is the preset's field at fault, ""
    when it is none."""

    key: str
    severity: Severity
    repair: Repair
    values: Mapping[str, object] = field(default_factory=dict)
    field: str = ""

    def told(self, language: str) -> str:
        """The finding as a sentence."""
        return words.tell(NecutError(self.key, **self.values), language)

    def repaired(self, preset: Mapping[str, Any]) -> dict[str, Any]:
        """The preset's values with the repair made."""
        changed = {**preset, **self.repair.changes}
        return {name: value for name, value in changed.items() if name not in self.repair.changes or value is not None}


def opened(*fields: str) -> Repair:
    """Leave fields open."""
    return Repair("doctor.open", {"field": _labels(fields)}, dict.fromkeys(fields))


def set_to(**changes: Any) -> Repair:
    """Set fields to other values."""
    fields = tuple(changes)
    value = ", ".join(f"{each:g}" if isinstance(each, float) else str(each) for each in changes.values())
    return Repair("doctor.set", {"field": _labels(fields), "value": value}, changes)


def drawn_by(artist: str) -> Repair:
    """Let another artist draw."""
    return Repair("doctor.use_artist", {"artist": f"@artists.{artist}"}, {"artist": artist})


def _labels(fields: tuple[str, ...]) -> object:
    """Fields by their names; several as a list that is told in the reader's language."""
    if len(fields) == 1:
        return f"@preset_fields.{fields[0]}"
    first, *rest = fields
    return NecutError("doctor.listed", first=f"@preset_fields.{first}", rest=_labels(tuple(rest)))


def listed(fields: tuple[str, ...]) -> object:
    """Fields by their names, as a value of a sentence."""
    return _labels(fields)


@dataclass(frozen=True)
class Case:
    """What is examined: the preset's values as they are, who would draw, and the prompts that it would meet.

    `preset` is None where the values are no preset that Necut can build. With `torch_may_load` the device may be
    asked as well, which takes seconds when torch is not in memory yet.
    """

    values: Mapping[str, Any]
    artist: str
    prompts: tuple[str, ...] = ()
    preset: Preset | None = None
    torch_may_load: bool = False

    def says(self, name: str) -> bool:
        """Whether the preset says something about a field that the artist obeys."""
        from pipeline import artists

        return self.values.get(name) not in (None, "", [], ()) and name in artists.get(self.artist).obeys
