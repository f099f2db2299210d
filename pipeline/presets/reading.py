"""From a file to a `Preset`; what is wrong with it is said with file, line, key and the valid choices."""

from __future__ import annotations

from difflib import get_close_matches
from functools import cache
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from pipeline import samplers
from pipeline.errors import InputError, PresetError
from pipeline.presets.extending import KEY, base_path
from pipeline.presets.preset import FIELDS, Lora, Preset
from pipeline.presets.yaml_text import Document, parse, read_document

_SHOWN = 60
"""How many letters of a wrong value an error repeats."""


def read_file(path: Path, within: tuple[Path, ...] = ()) -> Preset:
    """The preset in the file at `path`. Raises FileError or PresetError. `within` are the files that extend it."""
    return checked_document(read_document(path), path.name, (*within, path))


def read_text(text: str, file: str, own: Path | None = None) -> Preset:
    """The preset that a YAML text holds. Raises PresetError; `file` is what it calls the text, `own` the file in
    which it stands or will stand."""
    return checked_document(parse(text, file), file, (own,) if own else ())


def base_of_text(text: str, file: str, own: Path | None = None) -> Preset | None:
    """The preset that a YAML text extends; None when it extends none. Raises FileError or PresetError."""
    return _base(parse(text, file), file, (own,) if own else ())


def checked(values: dict[str, Any], source: str) -> Preset:
    """The preset that values from elsewhere (a comic, a form) make. Raises PresetError."""
    return checked_document(Document(values), source)


def checked_document(document: Document, file: str, within: tuple[Path, ...] = ()) -> Preset:
    """The preset that a YAML document holds, with what it extends beneath. Raises PresetError."""
    values = document.values if document.values is not None else {}
    if not isinstance(values, dict):
        raise PresetError("presets.not_a_mapping", file=file, line=1)
    base = _base(document, file, within)
    own = {key: value for key, value in values.items() if base is None or key != KEY}
    try:
        return Preset.model_validate(own if base is None else _over(base, own))
    except InputError as exc:
        key = "schedule_type" if exc.key == "samplers.unknown_schedule" else "sampler"
        line = document.line((key,))
        raise PresetError("presets.refused", file=file, line=line, field=key, error=exc) from exc
    except ValidationError as exc:
        faults = exc.errors(include_url=False)
        first = min(faults, key=lambda fault: (document.line(fault["loc"]), fault["type"] != "extra_forbidden"))
        raise _told(first, document, file) from exc


def _base(document: Document, file: str, within: tuple[Path, ...]) -> Preset | None:
    path = base_path(document, file, within)
    return None if path is None else read_file(path, within)


def _over(base: Preset, own: dict[str, Any]) -> dict[str, Any]:
    """A preset's values with a document's own over them; null opens a key again (`seed: null` draws seeds)."""
    inherited = base.closed()
    if isinstance(own.get("sampler"), str) and samplers.split(own["sampler"])[1]:  # "DPM++ 2M Karras" says both
        inherited.pop("schedule_type", None)
    return {**inherited, **own}


def _told(fault: dict[str, Any], document: Document, file: str) -> PresetError:
    """One of pydantic's faults as a sentence."""
    path = fault["loc"]
    where = {"file": file, "line": document.line(path), "field": _written(path)}
    if fault["type"] == "extra_forbidden":
        known = _known_keys(path)
        close = get_close_matches(str(path[-1]).lower(), known, n=1, cutoff=0.0)
        return PresetError("presets.unknown_key", **where, nearest=close[0], known=", ".join(known))
    if fault["type"] == "missing":
        return PresetError("presets.missing_key", **where)
    shown = str(fault["input"])
    shown = shown if len(shown) <= _SHOWN else f"{shown[:_SHOWN]}…"
    return PresetError("presets.wrong_value", **where, value=shown, takes=_takes(path))


def _written(path: tuple[str | int, ...]) -> str:
    """A key as people write it: loras[1].weight, items counted from 1."""
    written = str(path[0])
    for step in path[1:]:
        written += f"[{step + 1}]" if isinstance(step, int) else f".{step}"
    return written


def _known_keys(path: tuple[str | int, ...]) -> tuple[str, ...]:
    return tuple(Lora.model_fields) if path[0] == "loras" and len(path) > 1 else (*FIELDS, KEY)


def _takes(path: tuple[str | int, ...]) -> PresetError:
    """What the key at `path` takes, as a part of a sentence."""
    properties = _properties()
    shape = properties["Lora"].get(path[-1]) if path[0] == "loras" else None
    shape = shape or properties["Preset"][path[0]]
    kind = shape["type"]
    if kind in ("integer", "number"):
        high = shape["maximum"] if "maximum" in shape else shape["exclusiveMaximum"] - 1
        return PresetError(f"presets.takes_{kind}", low=shape["minimum"], high=high)
    if kind == "string":
        return PresetError("presets.takes_string", limit=shape["maxLength"])
    return PresetError(f"presets.takes_{path[0]}")


@cache
def _properties() -> dict[str, dict[str, dict[str, Any]]]:
    """The JSON schema of both shapes, "or null" taken off each field."""
    schema = Preset.model_json_schema()
    shapes = {"Preset": schema["properties"], "Lora": schema["$defs"]["Lora"]["properties"]}
    return {
        shape: {name: (field.get("anyOf") or [field])[0] for name, field in fields.items()}
        for shape, fields in shapes.items()
    }
