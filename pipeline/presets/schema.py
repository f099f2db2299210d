"""The JSON Schema of a preset's file, for editors that complete and check YAML as it is typed.

`presets/preset.schema.json` is written from here (`python -m pipeline schema`); a first line
`# yaml-language-server: $schema=…` in a preset, or an editor's own settings, point at it.
"""

from __future__ import annotations

import json
from typing import Any

from pipeline import samplers, words
from pipeline.presets.extending import KEY
from pipeline.presets.preset import FIELDS, Preset

FILE = "preset.schema.json"
_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema() -> dict[str, Any]:
    """The schema as a mapping: every field with its name in English and its choices where there are some."""
    shape = Preset.model_json_schema()
    properties = {KEY: {"type": "string", "description": words.say("preset_fields.extends_about", "en")}}
    for field in FIELDS:
        told = {key: value for key, value in shape["properties"][field].items() if key not in ("default", "title")}
        properties[field] = {"title": words.say(f"preset_fields.{field}", "en"), **told}
    properties["sampler"]["examples"] = list(samplers.names())
    properties["schedule_type"]["examples"] = list(samplers.schedule_types())
    return {
        "$schema": _DIALECT,
        "title": "Necut preset",
        "type": "object",
        "additionalProperties": False,
        "properties": properties,
        "$defs": shape["$defs"],
    }


def text() -> str:
    """The schema as the text of its file."""
    return json.dumps(schema(), indent=2, ensure_ascii=False) + "\n"
