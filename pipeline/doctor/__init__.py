"""The doctor: what would go wrong with a preset on this machine or server, said before anything is drawn.

    for finding in doctor.examine(preset, "diffusion"):
        print(finding.told("en"), finding.repair.told("en"))
        preset = finding.repaired(preset)

A check is a function in one of `numbers` (fields that do not fit together), `wording` (the 75 tokens),
`machine` (files and memory here) and `server` (a WebUI), listed in its module's `CHECKS`. Whatever it
finds has a repair: the preset repaired so no longer shows it. Facts about samplers, tokens and models
are the engine's.
"""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from typing import Any

from pipeline import artists, presets
from pipeline.doctor import machine, numbers, server, wording
from pipeline.doctor.finding import SEVERITIES, Case, Finding, Repair
from pipeline.errors import PresetError
from pipeline.presets.preset import Preset

__all__ = ["SEVERITIES", "Case", "Finding", "Repair", "examine", "fails", "repaired"]

CHECKS = (*numbers.CHECKS, *machine.CHECKS, *server.CHECKS, *wording.CHECKS)
_ROUNDS = 8
"""A repair may uncover what stood behind it; never so deep."""


def examine(
    preset: Preset | Mapping[str, Any],
    artist: str | None = None,
    prompts: Sequence[str] = (),
    *,
    torch_may_load: bool = False,
) -> tuple[Finding, ...]:
    """Everything that is wrong, the gravest first.

    `preset` may hold values that make no preset (as a mapping). `artist` draws; by default the preset's own, else the
    default. `prompts` are the texts that it would meet. With `torch_may_load` device and memory are asked as
    well, which takes seconds where torch is not in memory. Raises InputError for an unknown artist,
    PresetError for values that no repair makes a preset of.
    """
    values = preset.closed() if isinstance(preset, Preset) else dict(preset)
    artist = artist or values.get("artist") or artists.DEFAULT
    case = Case(values, artist, tuple(prompts), _checked(values, artist), torch_may_load)
    artists.get(artist)
    found = [finding for check in CHECKS for finding in check(case)]
    unique = {(each.key, each.told("en")): each for each in found}
    return tuple(sorted(unique.values(), key=lambda each: SEVERITIES.index(each.severity)))


def _checked(values: Mapping[str, Any], artist: str) -> Preset | None:
    """The preset that the values make; None when sampler and schedule type alone are in the way."""
    try:
        return presets.from_values(values)
    except PresetError as error:
        if error.key != "presets.refused":
            raise
    others = {name: value for name, value in values.items() if name not in ("sampler", "schedule_type")}
    presets.from_values(others)
    return None


def fails(findings: Sequence[Finding]) -> bool:
    """Whether something would fail."""
    return any(finding.severity == "fails" for finding in findings)


def repaired(
    preset: Preset | Mapping[str, Any],
    artist: str | None = None,
    prompts: Sequence[str] = (),
    leave: Container[str] = (),
    **more: bool,
) -> dict[str, Any]:
    """The values with every repair made that keeps something from failing or from being drawn otherwise, but for the
    findings whose keys are in `leave`."""
    values = preset.closed() if isinstance(preset, Preset) else dict(preset)
    for _ in range(_ROUNDS):
        found = [
            each
            for each in examine(values, artist, prompts, **more)
            if each.severity != "advice" and each.key not in leave
        ]
        if not found:
            break
        artist = found[0].repair.changes.get("artist", artist)
        values = found[0].repaired(values)
    return values
