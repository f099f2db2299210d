"""The shape of a preset. An absent key is open: the artist, the comic or the page decides.

A joint sampler name such as A1111's "DPM++ 2M Karras" is split when a preset is read (`samplers`).
Whether an artist, a checkpoint or a LoRA of that name exists is checked later, by resolve and doctor.
"""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

Name = Annotated[str, StringConstraints(max_length=200, strip_whitespace=True)]
Text = Annotated[str, StringConstraints(max_length=5000)]
Side = Annotated[int, Field(ge=64, le=4096)]


class Lora(BaseModel):
    """A LoRA and how strongly it acts, as in `<lora:name:weight>`."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: Name
    weight: Annotated[float, Field(ge=-4, le=4)] = 1.0


class Preset(BaseModel):
    """What a person tunes. None is "open"; `seed: null` in a file draws a new seed for every panel."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    negative_prompt: Text | None = None
    sampler: Name | None = None
    schedule_type: Name | None = None
    steps: Annotated[int, Field(ge=1, le=150)] | None = None
    cfg_scale: Annotated[float, Field(ge=0, le=30)] | None = None
    seed: Annotated[int, Field(ge=0, lt=2**32)] | None = None
    width: Side | None = None
    height: Side | None = None
    style: Text | None = None
    """English visual words added to every prompt that is sent."""
    checkpoint: Name | None = None
    artist: Name | None = None
    loras: tuple[Lora, ...] | None = None

    def with_changes(self, **changes: Any) -> Preset:
        """A changed copy, checked like any other preset."""
        return Preset.model_validate({**dict(self), **changes})

    def closed(self) -> dict[str, Any]:
        """The fields that are not open, in JSON-like values."""
        return {name: value for name, value in self.model_dump(mode="json").items() if value is not None}


FIELDS: tuple[str, ...] = tuple(Preset.model_fields)
