"""Fields that do not fit together: sampler and schedule type, sizes, CFG and steps."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline import artists, samplers
from pipeline.doctor.finding import Case, Finding, listed, opened, set_to
from pipeline.errors import InputError

FEW_STEP_SAMPLERS = ("LCM", "TCD")
FEW_STEPS = 12
MOST_CFG_FEW_STEPS = 2.0
"""Distilled models carry their guidance within: CFG above this burns (Luo et al. 2023; Sauer et al. 2023)."""
MOST_CFG = 15.0
_OPEN_CFG = 7.0
"""What artists take for an open CFG."""
_DISTILLED = re.compile(r"(?<![a-z])(lcm|turbo|lightning|hyper(-?sd)?|tcd|dmd2?)(?![a-z])", re.IGNORECASE)
_EIGHTS = ("width", "height")


def impossible_pair(case: Case) -> Iterator[Finding]:
    """A sampler with a schedule type that it cannot follow. (A WebUI lays any under any.)"""
    sampler, schedule_type = case.values.get("sampler"), case.values.get("schedule_type")
    if "sampler" not in artists.get(case.artist).obeys or case.artist == "webui" or not sampler:
        return
    try:
        samplers.check(sampler, schedule_type)
    except InputError as error:
        if error.key in ("samplers.impossible_pair", "samplers.own_schedule_only"):
            repair = set_to(schedule_type=error.values["default"])
        elif error.key == "samplers.unknown_schedule":
            repair = set_to(schedule_type=error.values["nearest"])
        else:
            repair = set_to(sampler=error.values["nearest"])
        yield Finding(error.key, "fails", repair, error.values, next(iter(repair.changes)))


def not_in_eights(case: Case) -> Iterator[Finding]:
    """A side that a VAE cannot halve three times."""
    for name in _EIGHTS:
        side = case.values.get(name)
        if case.artist != "sketch" and case.says(name) and isinstance(side, int) and side % 8:
            nearest = max(64, round(side / 8) * 8)
            values = {"field": f"@preset_fields.{name}", "value": side, "nearest": nearest}
            yield Finding("doctor.not_in_eights", "differs", set_to(**{name: nearest}), values, name)


def not_obeyed(case: Case) -> Iterator[Finding]:
    """Fields that change nothing with this artist."""
    obeys = artists.get(case.artist).obeys | {"artist"}
    idle = tuple(name for name, value in case.values.items() if name not in obeys and value is not None)
    if idle:
        values = {"artist": f"@artists.{case.artist}", "fields": listed(idle)}
        yield Finding("doctor.not_obeyed", "advice", opened(*idle), values, idle[0])


def is_few_step(case: Case) -> bool:
    """Whether the checkpoint or a LoRA is one distilled for few steps, by its name."""
    loras = (lora.get("name", "") for lora in case.values.get("loras") or () if isinstance(lora, dict))
    named = " ".join((str(case.values.get("checkpoint") or ""), *loras, str(case.values.get("style") or "")))
    return bool(_DISTILLED.search(named.replace("_", "-")))


def cfg_for_few_steps(case: Case) -> Iterator[Finding]:
    """A model or sampler for few steps under a CFG that burns it."""
    if not case.says("checkpoint") and not case.says("sampler") and not case.says("loras"):
        return
    cfg = case.values.get("cfg_scale")
    high = _OPEN_CFG if cfg is None else cfg
    if (is_few_step(case) or case.values.get("sampler") in FEW_STEP_SAMPLERS) and high > MOST_CFG_FEW_STEPS:
        values = {"cfg": f"{high:g}", "most": f"{MOST_CFG_FEW_STEPS:g}"}
        yield Finding("doctor.cfg_for_few_steps", "differs", set_to(cfg_scale=1.5), values, "cfg_scale")


def too_few_steps(case: Case) -> Iterator[Finding]:
    """A sampler for distilled models, with a model that is none: mud."""
    distilled_sampler = case.says("sampler") and case.values.get("sampler") in FEW_STEP_SAMPLERS
    if distilled_sampler and not is_few_step(case):
        repair = set_to(sampler="DPM++ 2M", schedule_type="Karras", steps=20, cfg_scale=6.0)
        values = {"sampler": case.values["sampler"], "steps": case.values.get("steps") or 20}
        yield Finding("doctor.needs_few_step_model", "differs", repair, values, "sampler")


def too_high_cfg(case: Case) -> Iterator[Finding]:
    """A CFG that burns any model."""
    cfg = case.values.get("cfg_scale")
    if case.says("cfg_scale") and cfg > MOST_CFG and not is_few_step(case):
        values = {"cfg": f"{cfg:g}", "most": f"{MOST_CFG:g}"}
        yield Finding("doctor.high_cfg", "advice", set_to(cfg_scale=_OPEN_CFG), values, "cfg_scale")


def unheard_negative(case: Case) -> Iterator[Finding]:
    """A negative prompt that CFG 1 leaves without any say. (A sketch obeys it without CFG.)"""
    cfg = case.values.get("cfg_scale")
    heard = cfg is None or cfg > 1 or "cfg_scale" not in artists.get(case.artist).obeys
    if case.says("negative_prompt") and not heard:
        yield Finding("doctor.unheard_negative", "advice", opened("negative_prompt"), {}, "negative_prompt")


CHECKS = (
    impossible_pair, not_in_eights, cfg_for_few_steps, too_few_steps, too_high_cfg, unheard_negative, not_obeyed,
)  # fmt: skip
