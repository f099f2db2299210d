"""An axis: what it changes in a comic, and the values it takes, one a column or row.

An axis may change any field of a preset, the weight of one LoRA, or words of the prompts:

    cfg_scale: 1-11 (+2)                numbers with ranges (see `ranges`)
    sampler: Euler, DPM++ 2M Karras     names; a joint name sets the schedule type too
    style: ink, "noir, night", ""       words; "" leaves the field open
    loras: a:0.8, a:0.5 + b:0.3, ""     one entry a list of LoRAs
    cfg_interval: 0-0.8, 0.2-1          one entry a share of the steps
    lora add_detail: 0-1 [5]            the weight of one LoRA
    prompt: cat, dog, "a fox, red"      search and replace: the first entry is what is looked for

Values are kept as they are written, so that a label never says anything else than what was asked for.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Annotated, Any

from pydantic import Field, StringConstraints

from pipeline import presets, samplers, words
from pipeline.comic import Comic, Noun, PanelPrompt, join_pieces, split_phrases
from pipeline.errors import InputError, PresetError
from pipeline.flow import edits
from pipeline.presets.preset import FIELDS, Preset
from pipeline.tuning import ranges

PROMPT = "prompt"
LORA = "lora "
"""What the field of a LoRA's axis begins with; its name follows."""
_LORA_FIELD = re.compile(r"<?lora[ :]\s*(?P<name>[^<>]+?)\s*>?", re.IGNORECASE)
_A1111 = {
    "cfg": "cfg_scale",
    "cfg scale": "cfg_scale",
    "checkpoint name": "checkpoint",
    "model": "checkpoint",
    "scheduler": "schedule_type",
    "schedule": "schedule_type",
    "styles": "style",
    "lora": "loras",
    "var. seed": "variation_seed",
    "var. strength": "variation_strength",
    "negative": "negative_prompt",
    "prompt s/r": PROMPT,
}
"""What A1111 and people call some fields."""

Value = Annotated[str, StringConstraints(max_length=5000)]


class Axis(Noun):
    """`field` is a preset's field, "prompt", or "lora NAME"; `values` are as written, each once."""

    field: Annotated[str, StringConstraints(max_length=220)]
    values: Annotated[tuple[Value, ...], Field(min_length=1, max_length=ranges.MOST_VALUES)]

    @property
    def preset_field(self) -> str | None:
        """The field of the preset that it changes; None for the prompt's words."""
        if self.field == PROMPT:
            return None
        return "loras" if self.field.startswith(LORA) else self.field

    @property
    def text(self) -> str:
        """The axis as it is written: `read` of it is the same axis."""
        return f"{self.field}: {ranges.quoted(list(self.values))}"

    def __len__(self) -> int:
        return len(self.values)


def read(text: str) -> Axis:
    """The axis that a line such as "cfg_scale: 1-11 (+2)" means. Raises InputError."""
    before, colon, after = text.partition(":")
    if before.strip(" <").lower() == "lora" and colon:  # lora:NAME: values
        name, colon, after = after.partition(":")
        before = f"{LORA}{name}"
    if not colon or not after.strip():
        raise InputError("tuning.no_axis", text=text.strip()[:80])
    return make(before, after)


def make(field: str, values: str) -> Axis:
    """The axis over `field` with the values written in `values`. A seed of -1 is drawn now and then kept.

    Raises InputError for an unknown field, a value that it cannot take, or no value at all.
    """
    field = find_field(field)
    written = ranges.numbers(values, _is_whole(field)) if _is_number(field) else ranges.listed(values)
    if field in ("seed", "variation_seed"):
        written = [str(edits.draw_seed()) if value == "-1" else value for value in written]
    written = list(dict.fromkeys(written))
    if not any(written):
        raise InputError("tuning.no_axis", text=f"{field}: {values}".strip()[:80])
    if field == PROMPT and not written[0]:
        raise InputError("tuning.nothing_to_find")
    axis = Axis(field=field, values=tuple(written))
    for value in axis.values:
        _check(axis, value)
    return axis


def find_field(name: str) -> str:
    """The field called so: by its key, by what A1111 calls it, or by its label in either language."""
    plain = " ".join(name.lower().replace("_", " ").split())
    if lora := _LORA_FIELD.fullmatch(" ".join(name.split())):
        return f"{LORA}{lora['name'].strip()}"
    if found := _names().get(plain):
        return found
    raise InputError("tuning.unknown_field", name=name.strip(), known=", ".join((*FIELDS, PROMPT, f"{LORA}NAME")))


@cache
def _names() -> dict[str, str]:
    known = dict(_A1111)
    for field in FIELDS:
        known[field.replace("_", " ")] = field
        for language in words.LANGUAGES:
            known[words.label("preset_fields", field, language).lower()] = field
    return {**known, PROMPT: PROMPT}


def field_label(field: str, language: str) -> str:
    """What an axis is called for people."""
    if field == PROMPT:
        return words.say("tuning.prompt_axis", language)
    if field.startswith(LORA):
        return f"LoRA {field.removeprefix(LORA)}"
    return words.label("preset_fields", field, language)


def value_label(axis: Axis, value: str, language: str) -> str:
    """What one of its values is called for people."""
    if not value:
        return words.say("tuning.removed" if axis.field == PROMPT else "tuning.open_value", language)
    return words.label("artists", value, language) if axis.field == "artist" else value


@cache
def _kinds() -> dict[str, str]:
    """What each field of a preset holds, as JSON's schema calls it: integer, number, string, array."""
    fields = Preset.model_json_schema()["properties"]
    return {name: (shape.get("anyOf") or [shape])[0].get("type", "string") for name, shape in fields.items()}


def _is_number(field: str) -> bool:
    return field.startswith(LORA) or _kinds().get(field) in ("integer", "number")


def _is_whole(field: str) -> bool:
    return _kinds().get(field) == "integer"


def parsed(field: str, value: str) -> Any:
    """A written value as a preset holds it; None leaves the field open."""
    if not value:
        return None
    if field == "loras":
        return [_lora(part) for part in value.split("+")]
    if field == "cfg_interval":
        ends = re.fullmatch(r"\s*([\d.]+)\s*-\s*([\d.]+)\s*", value)
        return [float(ends[1]), float(ends[2])] if ends else value
    if _is_number(field):
        return float(value) if "." in value or not _is_whole(field) else int(value)
    return value


def _lora(text: str) -> dict[str, Any]:
    name, _, weight = text.strip(" <>").removeprefix("lora:").partition(":")
    try:
        return {"name": name.strip(), "weight": float(weight or 1)}
    except ValueError as exc:
        raise InputError("render.bad_lora", text=text.strip()) from exc


def _check(axis: Axis, value: str) -> None:
    """Raise InputError for a value that no preset takes, saying what it takes instead."""
    field = axis.preset_field
    if field is None or (not value and field not in ("seed", "variation_seed")):
        return
    taken = [{"name": "x", "weight": float(value)}] if axis.field.startswith(LORA) else parsed(field, value)
    try:
        presets.from_values({field: taken}, field)
    except PresetError as error:
        label = f"@preset_fields.{field}"
        if takes := error.values.get("takes"):
            raise InputError("tuning.bad_value", field=label, value=value, takes=takes) from error
        raise InputError("tuning.refused_value", field=label, error=error.values.get("error", error)) from error


def tuned(comic: Comic, axis: Axis, value: str) -> Comic:
    """The comic with this value (a pure verb). Raises PresetError when it does not fit the rest of the preset."""
    if axis.field == PROMPT:
        return _with_words(comic, axis.values[0], value)
    if axis.field.startswith(LORA):
        return _with_weight(comic, axis.field.removeprefix(LORA), float(value))
    if axis.field == "artist":
        comic = comic.with_changes(artist=value or None)
    if axis.field == "sampler" and value:
        sampler, schedule_type = samplers.split(value)
        comic = edits.with_preset_field(comic, "sampler", sampler)
        return edits.with_preset_field(comic, "schedule_type", schedule_type) if schedule_type else comic
    return edits.with_preset_field(comic, axis.field, parsed(axis.field, value))


def _with_weight(comic: Comic, name: str, weight: float) -> Comic:
    kept = [lora for lora in comic.preset.get("loras") or [] if lora["name"] != name]
    return edits.with_preset_field(comic, "loras", [*kept, {"name": name, "weight": weight}])


def searchable(comic: Comic, panels: tuple[int, ...]) -> tuple[str, ...]:
    """The texts in which words are looked for: the prompts of these panels, the style, the negative prompt."""
    prompts = [slot.prompt.prompt.text for panel, slot in enumerate(comic.slots) if panel in panels and slot.prompt]
    fields = [str(comic.preset.get(field) or "") for field in ("style", "negative_prompt")]
    return (*prompts, *fields)


def _with_words(comic: Comic, searched: str, replacement: str) -> Comic:
    """Search and replace in all prompts, the style and the negative prompt, as A1111's Prompt S/R does."""
    for panel, slot in enumerate(comic.slots):
        if slot.prompt and searched in slot.prompt.prompt.text:
            prompt = replaced_words(slot.prompt.prompt, searched, replacement)
            comic = comic.with_slot(panel, slot.with_changes(prompt=slot.prompt.with_changes(prompt=prompt)))
    for field in ("style", "negative_prompt"):
        before = comic.preset.get(field) or ""
        if searched in before:
            comic = edits.with_preset_field(comic, field, before.replace(searched, replacement))
    return comic


def replaced_words(prompt: PanelPrompt, searched: str, replacement: str) -> PanelPrompt:
    """A prompt with words replaced; its pieces keep their characters where the words stand within one."""
    text = prompt.text.replace(searched, replacement)
    if not replacement:  # what is taken out leaves no empty phrase behind
        text = ", ".join(split_phrases(text))
    pieces = tuple(piece.with_changes(text=piece.text.replace(searched, replacement)) for piece in prompt.pieces)
    kept = tuple(piece for piece in pieces if piece.text.strip())
    changed = prompt.with_changes(text=text, pieces=kept, candidates=())
    return changed if join_pieces(kept) == text else changed.with_text(text)
