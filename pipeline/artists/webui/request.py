"""A recipe as the server is sent it, and what the user should know about the difference."""

from __future__ import annotations

from typing import Any

from pipeline import samplers
from pipeline.artists._checkpoint import embeddings_missing
from pipeline.artists.webui.server import Form, Known
from pipeline.comic import Notice, Recipe
from pipeline.errors import InputError

_SAID_BY_JOINT_NAMES = ("Karras", "Exponential", "Uniform", "Normal")  # a name without a schedule means the last two


def body(recipe: Recipe, known: Known, form: Form) -> dict[str, Any]:
    """The fields of a txt2img request.

    The checkpoint is switched only when another one is loaded, and stays switched: restoring it
    after each picture would load it anew for all four.
    """
    sent: dict[str, Any] = {
        "prompt": ", ".join((recipe.sent_text, *_lora_tags(recipe, known))),
        "negative_prompt": recipe.negative_prompt,
        "seed": recipe.seed,
        "steps": recipe.steps,
        "cfg_scale": recipe.cfg_scale,
        "width": recipe.width,
        "height": recipe.height,
        "batch_size": 1,
        "n_iter": 1,
        "send_images": True,
        "save_images": False,
        **_sampler(recipe, known, form),
    }
    if strength := recipe.extra.get("variation_strength"):
        sent |= {"subseed": recipe.extra.get("variation_seed", 0), "subseed_strength": strength}
    overrides: dict[str, Any] = {}
    if known.model and not known.model.is_called(known.current):
        overrides["sd_model_checkpoint"] = known.model.title
    if clip_skip := recipe.extra.get("clip_skip"):
        overrides["CLIP_stop_at_last_layers"] = clip_skip
    if overrides:
        sent["override_settings"] = overrides
        sent["override_settings_restore_afterwards"] = "sd_model_checkpoint" not in overrides
    return sent


def _sampler(recipe: Recipe, known: Known, form: Form) -> dict[str, str]:
    """Sampler and schedule in the form that the server understands. InputError when it has no such sampler."""
    if form == "joint":
        name = _joint_name(recipe, known)
        return {"sampler_name": name, "sampler_index": name}
    if known.samplers and recipe.sampler.lower() not in known.samplers:
        raise InputError("webui.no_sampler", name=recipe.sampler, known=", ".join(sorted(known.samplers)))
    wanted = recipe.schedule_type
    if known.schedulers and wanted.lower() not in known.schedulers:
        raise InputError("webui.no_schedule", name=wanted, known=", ".join(sorted(set(known.schedulers.values()))))
    scheduler = known.schedulers.get(wanted.lower(), wanted)
    return {"sampler_name": recipe.sampler, "sampler_index": recipe.sampler, "scheduler": scheduler}


def _joint_name(recipe: Recipe, known: Known) -> str:
    """Sampler and schedule in one name, as old servers list them. InputError for a pair that has no such name."""
    name = samplers.joint_name(recipe.sampler, recipe.schedule_type)
    wanted = samplers.resolve(recipe.sampler, recipe.schedule_type)
    said = wanted in _SAID_BY_JOINT_NAMES or wanted == samplers.SAMPLERS[recipe.sampler].default
    lists_pairs = any(listed.endswith(" karras") for listed in known.samplers)
    if not said or (lists_pairs and name.lower() not in known.samplers):
        raise InputError("webui.no_pair", sampler=recipe.sampler, schedule_type=wanted)
    return name


def _lora_tags(recipe: Recipe, known: Known) -> list[str]:
    return [f"<lora:{lora.name}:{lora.weight:g}>" for lora in recipe.loras if lora.name.lower() in known.loras]


def notices(recipe: Recipe, known: Known) -> tuple[Notice, ...]:
    """What the picture was made without: LoRAs and embeddings that the server lacks or could not use."""
    texts = f"{recipe.sent_text} {recipe.negative_prompt}".lower()
    missing = [lora.name for lora in recipe.loras if lora.name.lower() not in known.loras]
    skipped = [name for name in known.skipped_embeddings if name in texts]
    absent = embeddings_missing(texts, set(known.embeddings | known.skipped_embeddings))
    return (
        *(Notice(key="webui.no_lora", values={"name": name}) for name in missing),
        *(Notice(key="webui.embedding_skipped", values={"name": name}) for name in sorted(skipped)),
        *(Notice(key="webui.no_embedding", values={"name": name}) for name in absent),
    )
