"""Presets from elsewhere: Necut's own YAML, A1111's `styles.csv`, Fooocus' preset and style files.

What another program keeps and a preset cannot hold is named, never dropped in silence. Nothing is
written here: the caller shows what was found and keeps what the user wants (`keep`).
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import Any

from pydantic import ValidationError

from pipeline import presets
from pipeline.errors import NecutError, PresetError
from pipeline.files import MAX_NAME
from pipeline.presets.preset import Preset
from pipeline.presets.reading import read_text

MOST_BYTES = 1024 * 1024
MOST_STYLES = 500
SUFFIXES = (".yaml", ".yml", ".csv", ".json")
_SLOT = re.compile(r"\s*,?\s*\{prompt\}\s*,?\s*")
_UNUSABLE = re.compile(r'[/\\:*?"<>|\x00-\x1f]+')
_FOOOCUS = {
    "default_model": "checkpoint",
    "default_cfg_scale": "cfg_scale",
    "default_prompt_negative": "negative_prompt",
    "default_clip_skip": "clip_skip",
    "default_vae": "vae",
}
_FOOOCUS_STEPS = {"quality": 60, "speed": 30, "extreme speed": 8, "lightning": 4, "hyper-sd": 4}
_FOOOCUS_DEFAULTS = ("None", "Default (model)", "", None, -1)
_FOOOCUS_HANDLED = {
    *_FOOOCUS, "default_sampler", "default_scheduler", "default_loras", "default_aspect_ratio", "default_performance",
    "default_overwrite_step", "default_image_number", "default_prompt", "previous_default_models",
    "checkpoint_downloads", "embeddings_downloads", "lora_downloads", "vae_downloads",
}  # fmt: skip
"""What a Fooocus preset says that is taken over here, belongs to no preset, or only tells where to download."""


@dataclass(frozen=True)
class Imported:
    """A preset found in a file: its name, its values, the other program's settings that it cannot hold, and
    its text when it was a preset of Necut's already."""

    name: str
    preset: Preset
    left_out: tuple[str, ...] = ()
    text: str | None = None


def read_upload(data: bytes, file: str) -> list[Imported]:
    """The presets in a file that a user chose. `file` is its name; its suffix says what it is.

    Raises PresetError naming the file: too large, of no known kind, empty, or not what its suffix says.
    """
    suffix = PurePath(file).suffix.lower()
    if suffix not in SUFFIXES:
        raise PresetError("presets.import_unknown", file=file, known=", ".join(SUFFIXES))
    if len(data) > MOST_BYTES:
        raise PresetError("presets.import_too_large", file=file, most=MOST_BYTES // 1024)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as exc:
        raise PresetError("presets.import_not_text", file=file) from exc
    if suffix == ".csv":
        found = list(_styles_csv(text))
    elif suffix == ".json":
        found = list(_json(text, file))
    else:
        found = [Imported(_name(PurePath(file).stem), read_text(text, file), (), text)]
    if not found:
        raise PresetError("presets.import_empty", file=file)
    return found[:MOST_STYLES]


def keep(found: Imported) -> Path:
    """Write an imported preset as the user's own, under its name or a free one beside it, and return its file."""
    if found.text is not None:
        return presets.add(found.name, found.text)
    return presets.save(presets.free_name(found.name), found.preset)


def fitting(offered: Iterable[Mapping[str, Any]]) -> tuple[Preset, tuple[str, ...]]:
    """The preset that these groups of fields make, and the names of the fields in groups that do not fit."""
    preset, left_out = Preset(), []
    for fields in offered:
        try:
            preset = preset.with_changes(**fields)
        except (ValidationError, NecutError):
            left_out += fields
    return preset, tuple(left_out)


def _styles_csv(text: str) -> Iterator[Imported]:
    """A1111's styles: columns name, prompt (once called text) and negative_prompt; a row called #… is a remark."""
    for row in csv.DictReader(io.StringIO(text)):
        name = (row.get("name") or "").strip()
        if name and not name.startswith("#") and name != "None":
            yield from _style(name, row.get("prompt") or row.get("text") or "", row.get("negative_prompt") or "")


def _style(name: str, prompt: object, negative: object) -> Iterator[Imported]:
    """A style of A1111 or Fooocus: its words around `{prompt}` become the preset's style."""
    if not isinstance(prompt, str) or not isinstance(negative, str):
        return
    fields = {"style": _around(prompt), "negative_prompt": negative.strip()}
    preset, left_out = fitting({field: value} for field, value in fields.items() if value)
    if preset.closed():
        yield Imported(_name(name), preset, left_out)


def _around(prompt: str) -> str:
    """The words before and after `{prompt}`, as one list."""
    return ", ".join(part.strip(" ,.") for part in _SLOT.split(prompt) if part.strip(" ,."))


def _json(text: str, file: str) -> Iterator[Imported]:
    """A Fooocus preset (a mapping), or its styles (a list of name, prompt, negative_prompt)."""
    try:
        values = json.loads(text)
    except (ValueError, RecursionError) as exc:
        raise PresetError("presets.import_not_json", file=file) from exc
    if isinstance(values, dict):
        found = _fooocus(values, _name(PurePath(file).stem))
        if found.preset.closed():
            yield found
    for row in values if isinstance(values, list) else ():
        if isinstance(row, dict) and isinstance(row.get("name"), str):
            yield from _style(row["name"], row.get("prompt", ""), row.get("negative_prompt", ""))


def _fooocus(values: dict[str, Any], name: str) -> Imported:
    offered = [{field: values[key]} for key, field in _FOOOCUS.items() if values.get(key) not in _FOOOCUS_DEFAULTS]
    if steps := _fooocus_steps(values):
        offered.append({"steps": steps})
    if isinstance(values.get("default_sampler"), str):
        offered.append({"sampler": values["default_sampler"]})
        offered.append({"schedule_type": values.get("default_scheduler") or None})
    if size := re.fullmatch(r"(\d+)\s*[*x×]\s*(\d+)", str(values.get("default_aspect_ratio", ""))):
        offered.append({"width": int(size[1]), "height": int(size[2])})
    if loras := _fooocus_loras(values.get("default_loras")):
        offered.append({"loras": loras})
    preset, refused = fitting(offered)
    unknown = (key for key, value in values.items() if key not in _FOOOCUS_HANDLED and value not in _FOOOCUS_DEFAULTS)
    return Imported(name, preset, (*refused, *(key.removeprefix("default_") for key in unknown)))


def _fooocus_steps(values: dict[str, Any]) -> int | None:
    own = values.get("default_overwrite_step")
    if isinstance(own, int) and own > 0:
        return own
    return _FOOOCUS_STEPS.get(str(values.get("default_performance", "")).lower())


def _fooocus_loras(rows: object) -> list[dict[str, Any]]:
    """[[on, file, weight], …]; older files leave out whether it is on. A LoRA is called by its file's stem."""
    found = []
    for row in rows if isinstance(rows, list) else ():
        if not isinstance(row, list) or len(row) not in (2, 3):
            continue
        on, file, weight = row if len(row) == 3 else (True, *row)
        if on and isinstance(file, str) and file != "None" and isinstance(weight, int | float):
            found.append({"name": PurePath(file).stem, "weight": weight})
    return found


def _name(text: str) -> str:
    """A name from elsewhere as one that a file may bear."""
    plain = " ".join(_UNUSABLE.sub(" ", text).split()).strip(". ")
    return plain[: MAX_NAME - 20].strip(". ") or "preset"
