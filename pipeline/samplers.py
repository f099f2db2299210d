"""Samplers: A1111's names for them, and the diffusers scheduler that each stands for.

A sampler is a row of `SAMPLERS`; adding one touches nothing else. A1111 tells sampler and schedule
type apart since its 1.9 ("DPM++ 2M" and "Karras"); before, one name said both ("DPM++ 2M Karras").
`split` reads either, `joint_name` writes the old form for old servers.

Only the names stand here at import time. diffusers is imported when a scheduler is built.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import cache, wraps
from typing import TYPE_CHECKING, Any

from pipeline.errors import InputError

if TYPE_CHECKING:
    from diffusers import SchedulerMixin

AUTOMATIC = "Automatic"
"""The schedule type that leaves it to the sampler, as A1111 calls it."""

SCHEDULES: dict[str, dict[str, object]] = {
    # Where the timesteps stand. Uniform and Normal are one in A1111 too for models that predict noise.
    "Uniform": {"timestep_spacing": "linspace"},
    "Normal": {"timestep_spacing": "linspace"},
    "Simple": {"timestep_spacing": "trailing"},
    "SGM Uniform": {"timestep_spacing": "trailing"},
    "DDIM": {"timestep_spacing": "leading", "steps_offset": 1},
    # How the noise levels fall: Karras et al. 2022 eq. 5; log-linear; Lee et al. 2024, "Beta Sampling is All You Need".
    "Karras": {"timestep_spacing": "linspace", "use_karras_sigmas": True},
    "Exponential": {"timestep_spacing": "linspace", "use_exponential_sigmas": True},
    "Beta": {"timestep_spacing": "linspace", "use_beta_sigmas": True},
}
"""Schedule type → the scheduler arguments that ask for it."""

_SPACINGS = ("Uniform", "Normal", "Simple", "SGM Uniform", "DDIM")
_NOISE_LEVELS = ("Karras", "Exponential", "Beta")
_ANY = (*_SPACINGS, *_NOISE_LEVELS)
_SINGLE_STEP = ("Uniform", "Normal", *_NOISE_LEVELS)  # the single-step solver lays its timesteps one way

# What a checkpoint's scheduler configuration says about the model. The rest says how to step, and that is the row's.
_ABOUT_THE_MODEL = (
    "num_train_timesteps",
    "beta_start",
    "beta_end",
    "beta_schedule",
    "trained_betas",
    "prediction_type",
    "rescale_betas_zero_snr",
)


@dataclass(frozen=True)
class Sampler:
    """One row: what A1111 calls the sampler, and how diffusers builds it."""

    scheduler: str
    """The class in diffusers."""
    arguments: Mapping[str, object] = field(default_factory=dict)
    schedules: tuple[str, ...] = _ANY
    """The schedule types it can take."""
    default: str = "Uniform"
    """The schedule type that Automatic stands for."""
    aliases: tuple[str, ...] = ()
    """Further names it is known by; upper and lower case are one."""
    calls: int = 1
    """How often a step asks the model; the second-order methods ask twice."""
    kin: str = ""
    """The sampler most like it that takes every schedule type, when this one does not."""


SAMPLERS: dict[str, Sampler] = {
    "DPM++ 2M": Sampler(
        "DPMSolverMultistepScheduler", {"algorithm_type": "dpmsolver++"}, default="Karras", aliases=("k_dpmpp_2m",)
    ),
    # diffusers' own list of names has this class here. Its other SDE solver takes no generator, so that a neighbour in
    # the batch would change a picture.
    "DPM++ SDE": Sampler(
        "DPMSolverSinglestepScheduler",
        {"algorithm_type": "sde-dpmsolver++", "lower_order_final": True},
        schedules=_SINGLE_STEP,
        default="Karras",
        aliases=("k_dpmpp_sde",),
        kin="DPM++ 2M SDE",
    ),
    "DPM++ 2M SDE": Sampler(
        "DPMSolverMultistepScheduler",
        {"algorithm_type": "sde-dpmsolver++"},
        default="Exponential",
        aliases=("k_dpmpp_2m_sde",),
    ),
    "DPM++ 2M SDE Heun": Sampler(
        "DPMSolverMultistepScheduler",
        {"algorithm_type": "sde-dpmsolver++", "solver_type": "heun"},
        default="Exponential",
        aliases=("k_dpmpp_2m_sde_heun",),
    ),
    "DPM++ 3M SDE": Sampler(
        "DPMSolverMultistepScheduler",
        {"algorithm_type": "sde-dpmsolver++", "solver_order": 3},
        default="Exponential",
        aliases=("k_dpmpp_3m_sde",),
    ),
    # The single-step solver is the nearest that diffusers has to 2S ancestral; it adds no noise of its own.
    "DPM++ 2S a": Sampler(
        "DPMSolverSinglestepScheduler",
        {"algorithm_type": "dpmsolver++", "lower_order_final": True},
        schedules=_SINGLE_STEP,
        default="Karras",
        aliases=("k_dpmpp_2s_a", "k_dpmpp_2s_ancestral", "DPM++ 2S"),
        kin="DPM++ 2M",
    ),
    "Euler a": Sampler(
        "EulerAncestralDiscreteScheduler",
        schedules=_SPACINGS,
        aliases=("k_euler_a", "k_euler_ancestral", "Euler ancestral"),
        kin="Euler",
    ),
    "Euler": Sampler("EulerDiscreteScheduler", aliases=("k_euler",)),
    "LMS": Sampler("LMSDiscreteScheduler", aliases=("k_lms",)),
    "Heun": Sampler("HeunDiscreteScheduler", aliases=("k_heun",), calls=2),
    "DPM2": Sampler("KDPM2DiscreteScheduler", default="Karras", aliases=("k_dpm_2",), calls=2),
    "DPM2 a": Sampler(
        "KDPM2AncestralDiscreteScheduler",
        default="Karras",
        aliases=("k_dpm_2_a", "k_dpm_2_ancestral", "DPM2 ancestral"),
        calls=2,
    ),
    "DDIM": Sampler(
        "DDIMScheduler",
        {"clip_sample": False, "set_alpha_to_one": False},
        schedules=_SPACINGS,
        default="DDIM",
        kin="Euler",
    ),
    "PLMS": Sampler(
        "PNDMScheduler",
        {"skip_prk_steps": True, "set_alpha_to_one": False},
        schedules=_SPACINGS,
        default="DDIM",
        aliases=("PNDM",),
        kin="LMS",
    ),
    "UniPC": Sampler("UniPCMultistepScheduler", aliases=("uni_pc", "uni_pc_bh2")),
    "DEIS": Sampler("DEISMultistepScheduler"),
    "SA": Sampler("SASolverScheduler", aliases=("SA Solver",)),
    # Both belong to models distilled for few steps, and lay their timesteps themselves.
    "LCM": Sampler("LCMScheduler", {"clip_sample": False, "set_alpha_to_one": True}, schedules=("Uniform",)),
    "TCD": Sampler("TCDScheduler", {"clip_sample": False, "set_alpha_to_one": True}, schedules=("Uniform",)),
}


def names() -> tuple[str, ...]:
    """The name of every sampler, in the table's order."""
    return tuple(SAMPLERS)


def schedule_types(sampler: str | None = None) -> tuple[str, ...]:
    """The schedule types `sampler` can take, or all of them; Automatic first."""
    return (AUTOMATIC, *(SAMPLERS[find(sampler)].schedules if sampler else SCHEDULES))


def find(name: str) -> str:
    """The sampler called `name`, by its own name or an alias, whatever the case. Raises InputError."""
    if found := _SAMPLER_NAMES.get(_plain(name)):
        return found
    near = _nearest(name, _SAMPLER_NAMES)
    raise InputError("samplers.unknown", name=name, nearest=near, known=", ".join(SAMPLERS))


def find_schedule(name: str) -> str:
    """The schedule type called `name`, whatever the case. Raises InputError."""
    if found := _SCHEDULE_NAMES.get(_plain(name)):
        return found
    known = ", ".join(schedule_types())
    raise InputError("samplers.unknown_schedule", name=name, nearest=_nearest(name, _SCHEDULE_NAMES), known=known)


def split(name: str) -> tuple[str, str | None]:
    """Sampler and schedule type of a name that may say both.

    "DPM++ 2M Karras" → ("DPM++ 2M", "Karras"); "euler a" → ("Euler a", None). Raises InputError.
    """
    plain = _plain(name)
    if plain in _SAMPLER_NAMES:
        return _SAMPLER_NAMES[plain], None
    for suffix, schedule_type in _SUFFIXES:
        if plain.endswith(suffix) and (sampler := _SAMPLER_NAMES.get(plain.removesuffix(suffix))):
            return sampler, schedule_type
    return find(name), None


def joint_name(sampler: str, schedule_type: str | None) -> str:
    """Both in one name, as A1111 wrote them before 1.9: ("DPM++ 2M", "Karras") → "DPM++ 2M Karras".

    The old names knew only Karras and Exponential; any other schedule type is left out.
    """
    resolved = resolve(sampler, schedule_type)
    return f"{sampler} {resolved}" if resolved in ("Karras", "Exponential") else sampler


def resolve(sampler: str, schedule_type: str | None) -> str:
    """The schedule type that is meant: Automatic and None become the sampler's own."""
    if schedule_type in (None, AUTOMATIC):
        return SAMPLERS[sampler].default
    return schedule_type


def pair(sampler: str, schedule_type: str | None) -> tuple[str, str | None]:
    """Sampler and schedule type by their own names, a joint name split; the given schedule type wins unless it is
    Automatic. Raises InputError for a name that is in neither table."""
    sampler, joint = split(sampler)
    given = find_schedule(schedule_type) if schedule_type else None
    return sampler, joint if joint and given in (None, AUTOMATIC) else given


def check(sampler: str, schedule_type: str | None) -> tuple[str, str]:
    """The pair with Automatic resolved.

    Raises InputError, naming the nearest possible, for a sampler, a schedule type or a pair that cannot be had.
    """
    sampler, given = pair(sampler, schedule_type)
    wanted = resolve(sampler, given)
    row = SAMPLERS[sampler]
    if wanted in row.schedules:
        return sampler, wanted
    blanks = {"sampler": sampler, "schedule_type": wanted, "default": row.default}
    if row.kin:
        raise InputError("samplers.impossible_pair", kin=row.kin, **blanks)
    raise InputError("samplers.own_schedule_only", **blanks)


def scheduler(
    sampler: str, schedule_type: str | None, config: Mapping[str, Any], steps: int | None = None
) -> SchedulerMixin:
    """A diffusers scheduler of its own for one job.

    `config` is the configuration of the checkpoint's scheduler: what it says about the model (its
    betas, what it predicts) is kept, how it steps is the sampler's. With `steps` given the timesteps
    are set. Count progress by `len(scheduler.timesteps)`: second-order methods ask the model twice a
    step. Raises InputError for an impossible pair.
    """
    sampler, wanted = check(sampler, schedule_type)
    row = SAMPLERS[sampler]
    about_the_model = {name: config[name] for name in _ABOUT_THE_MODEL if config.get(name) not in (None, False)}
    built = _family(row.scheduler).from_config({**about_the_model, **SCHEDULES[wanted], **row.arguments})
    if steps is not None:
        built.set_timesteps(steps)
    return built


@cache
def _family(name: str) -> type[SchedulerMixin]:
    """The class of diffusers so called, made to begin with its first timestep.

    Left to itself it looks up where it begins by the timestep's value, and runs past its end when two steps share one:
    Beta with 80 steps does. Few-step models lay at most 50 timesteps unless told of more.
    """
    import diffusers

    family = getattr(diffusers, name)

    class FromTheFirst(family):
        @wraps(family.set_timesteps)
        def set_timesteps(self, num_inference_steps: int, *arguments: Any, **named: Any) -> None:
            most = self.config.get("original_inference_steps")
            if most is not None and num_inference_steps > most:
                named.setdefault("original_inference_steps", num_inference_steps)
            super().set_timesteps(num_inference_steps, *arguments, **named)

        def index_for_timestep(self, timestep: Any, schedule_timesteps: Any = None) -> int:
            schedule = self.timesteps if schedule_timesteps is None else schedule_timesteps
            return 0 if timestep == schedule[0] else super().index_for_timestep(timestep, schedule_timesteps)

    FromTheFirst.__name__ = FromTheFirst.__qualname__ = name
    return FromTheFirst


def _plain(name: str) -> str:
    return " ".join(name.lower().split())


def _nearest(name: str, known: Mapping[str, str]) -> str:
    close = get_close_matches(_plain(name), known, n=1, cutoff=0.0)
    return known[close[0]]


def _spellings(name: str, row: Sampler) -> tuple[str, ...]:
    """A sampler's own name and aliases; other programs leave out k-diffusion's "k_", and ComfyUI adds "_gpu" where the
    noise is made."""
    bare = tuple(alias.removeprefix("k_") for alias in row.aliases)
    return (name, *row.aliases, *bare, *(f"{alias}_gpu" for alias in bare))


_SAMPLER_NAMES = {_plain(known): name for name, row in SAMPLERS.items() for known in _spellings(name, row)}
_SCHEDULE_NAMES = {
    **{_plain(name): name for name in (AUTOMATIC, *SCHEDULES)},
    "sgm_uniform": "SGM Uniform",
    "ddim_uniform": "DDIM",
}
_SHORT_SUFFIXES = {"Karras": ("_ka", "_k"), "Exponential": ("_exp",)}  # k_dpmpp_2m_ka, dpmpp_2m_k
_SUFFIXES = tuple(
    (suffix, name)
    for name in sorted((AUTOMATIC, *SCHEDULES), key=len, reverse=True)
    for suffix in (f" {_plain(name)}", *_SHORT_SUFFIXES.get(name, ()))
)
