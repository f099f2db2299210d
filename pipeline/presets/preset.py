"""The shape of a preset. An absent key is open: the artist, the comic or the page decides.

The seed alone knows three states: a number; absent, which leaves it to whoever makes the comic; and
`seed: null`, which draws a new one for every panel (`Preset.draws_seed`). In Python the last two are
both None and `model_fields_set` tells them apart, so make changed copies with `with_changes` and
open a key with `without`.

A joint sampler name such as A1111's "DPM++ 2M Karras" is split, and both names get their own spelling
(`samplers`). Whether an artist, a checkpoint or a LoRA of that name exists is checked later, by
resolve and doctor.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, field_validator, model_validator

from pipeline import samplers

Name = Annotated[str, StringConstraints(max_length=200, strip_whitespace=True)]
Text = Annotated[str, StringConstraints(max_length=5000)]
Side = Annotated[int, Field(ge=64, le=4096)]
Seed = Annotated[int, Field(ge=0, lt=2**32)]
Share = Annotated[float, Field(ge=0, le=1)]
Emphasis = Literal["Original", "No norm"]

_MAKES_ITS_OWN_PAIRS = "webui"
"""A WebUI server lays any schedule under any sampler; what Necut itself can build is narrower."""


class _Value(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    @field_validator("*", mode="before")
    @classmethod
    def _yes_and_no_are_no_values(cls, value: object) -> object:
        """Nothing here is true or false; pydantic would read them as 1 and 0."""
        if isinstance(value, bool):
            raise ValueError("true and false are not values of a preset")
        return value


class Lora(_Value):
    """A LoRA and how strongly it acts, as in `<lora:name:weight>`."""

    name: Name
    weight: Annotated[float, Field(ge=-4, le=4)] = 1.0


class Preset(_Value):
    """What a person tunes. Raises InputError for a sampler or schedule type that cannot be had."""

    negative_prompt: Text | None = None
    sampler: Name | None = None
    schedule_type: Name | None = None
    steps: Annotated[int, Field(ge=1, le=150)] | None = None
    cfg_scale: Annotated[float, Field(ge=0, le=30)] | None = None
    seed: Seed | None = None
    width: Side | None = None
    height: Side | None = None
    style: Text | None = None
    """English visual words added to every prompt that is sent."""
    checkpoint: Name | None = None
    artist: Name | None = None
    loras: tuple[Lora, ...] | None = None
    clip_skip: Annotated[int, Field(ge=1, le=12)] | None = None
    """Which layer of the text encoder is read, counted from its end as A1111 does: 1 is the last."""
    vae: Name | None = None
    """A VAE to use instead of the checkpoint's own."""
    variation_seed: Seed | None = None
    variation_strength: Share | None = None
    """How far the noise moves from the seed's towards the variation seed's."""
    cfg_interval: tuple[Share, Share] | None = None
    """The share of the steps between which CFG acts; outside, the prompt alone leads."""
    emphasis: Emphasis | None = None
    """How weights in brackets act: A1111's "Original" puts a chunk's mean back to what it was, "No norm" does not."""

    @model_validator(mode="before")
    @classmethod
    def _sampler_by_its_own_name(cls, values: Any) -> Any:
        if not isinstance(values, dict):
            return values
        sampler, schedule_type = values.get("sampler"), values.get("schedule_type")
        if not all(isinstance(value, str | None) for value in (sampler, schedule_type)):
            return values  # the fields' own types refuse it
        if sampler:
            sampler, schedule_type = samplers.pair(sampler, schedule_type)
            if values.get("artist") != _MAKES_ITS_OWN_PAIRS:
                samplers.check(sampler, schedule_type)
        elif schedule_type:
            schedule_type = samplers.find_schedule(schedule_type)
        named = {"sampler": sampler, "schedule_type": schedule_type}
        return {**values, **{name: value for name, value in named.items() if value is not None}}

    @property
    def draws_seed(self) -> bool:
        """Whether the preset says `seed: null`: every panel gets a seed of its own."""
        return self.seed is None and "seed" in self.model_fields_set

    def with_changes(self, **changes: Any) -> Preset:
        """A changed copy, checked like any other preset. `seed=None` is `seed: null`."""
        return Preset.model_validate({**self._said(), **changes})

    def without(self, *fields: str) -> Preset:
        """A copy in which these fields are open."""
        return Preset.model_validate({name: value for name, value in self._said().items() if name not in fields})

    def closed(self) -> dict[str, Any]:
        """The fields that are not open, in JSON-like values: what the file would say. `seed: null` is kept as None;
        `Preset.model_validate` of it is the same preset."""
        values = self.model_dump(mode="json")
        return {name: values[name] for name in self._said()}

    def _said(self) -> dict[str, Any]:
        return {name: value for name, value in self if value is not None or (name == "seed" and self.draws_seed)}

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Preset):
            return NotImplemented
        return self._said() == other._said()

    def __hash__(self) -> int:
        return hash(tuple(self._said().items()))


FIELDS: tuple[str, ...] = tuple(Preset.model_fields)
