"""`doctor PRESET`: what would go wrong with a preset on this machine or server, and the repair."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Annotated, Any

import typer

from pipeline import artists, commands, doctor, presets, settings, words
from pipeline.commands.make import choose
from pipeline.errors import PresetError
from pipeline.presets.extending import KEY as EXTENDS
from pipeline.presets.yaml_text import read_document

_WOULD_FAIL = 1
_MARKS = {"fails": "✗", "differs": "!", "advice": "·"}


def command(
    preset: str,
    artist: Annotated[str | None, typer.Option()] = None,
    prompt: Annotated[list[str] | None, typer.Option()] = None,
    as_json: Annotated[bool, typer.Option("--json")] = False,
    lang: str | None = None,
    home: Annotated[Path | None, typer.Option()] = None,
) -> None:
    """Print every finding with its repair. The exit status is 1 when something would fail."""
    if home:
        settings.use_home(home)
    if artist:
        choose("artists", artist, artists.names())
    language = commands.spoken_language(["--lang", lang or ""])
    values = written(preset)
    found = doctor.examine(values, artist, tuple(prompt or ()), torch_may_load=True)
    if as_json:
        print(json.dumps([_told(each, values, language) for each in found], ensure_ascii=False, indent=2))
    else:
        print("\n".join(readable(found, language)))
    if doctor.fails(found):
        sys.exit(_WOULD_FAIL)


def written(name: str) -> dict[str, Any]:
    """The values of a preset by name or file; those of one whose sampler cannot follow its schedule type as they
    stand in the file. Raises PresetError for anything else that is wrong with it."""
    try:
        return presets.read(name).closed()
    except PresetError as error:
        path = Path(name).expanduser()
        if error.key != "presets.refused":
            raise
        found = dict(read_document(path if path.is_file() else presets.path_of(name)).values)
        base = found.pop(EXTENDS, None)
        return {**(presets.read(base).closed() if base else {}), **found}


def readable(found: tuple[doctor.Finding, ...], language: str) -> list[str]:
    """The findings for people: two lines each."""
    if not found:
        return [words.say("doctor.well", language)]
    lines = []
    for each in found:
        lines.append(f"{_MARKS[each.severity]} {words.say(f'doctor.{each.severity}', language)}: {each.told(language)}")
        lines.append("    " + words.say("doctor.remedy", language, repair=each.repair.told(language)))
    return lines


def _told(finding: doctor.Finding, values: dict[str, Any], language: str) -> dict[str, Any]:
    return {
        "key": finding.key,
        "severity": finding.severity,
        "field": finding.field,
        "message": finding.told(language),
        "repair": finding.repair.told(language),
        "changes": dict(finding.repair.changes),
        "repaired": finding.repaired(values),
    }
