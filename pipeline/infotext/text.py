"""The text: prompt, negative prompt and settings, as A1111 writes them and takes them apart."""

from __future__ import annotations

import json
import math
import ntpath
import re
from typing import TYPE_CHECKING, Any

from pipeline import samplers
from pipeline.errors import InputError

if TYPE_CHECKING:
    from pipeline.comic import Recipe
    from pipeline.presets.preset import Preset

_NEGATIVE = "Negative prompt:"
MAX_TEXT = 1_000_000

# A1111's own pattern of a pair, and how many make the last line one of settings.
_PAIR = re.compile(r'\s*(\w[\w \-/]+):\s*("(?:\\.|[^\\"])+"|[^,]*)(?:,|$)')
_FEWEST_PAIRS = 3
_LONGEST_LINE = 10_000  # of settings; the pattern takes quadratic time for a line made to hurt it
_LONGEST_TEMPLATE = 4_000  # two of them must leave the line readable
_SIZE = re.compile(r"(\d+)x(\d+)")
_TEMPLATE_BELOW = re.compile(r"\n((?:Negative )?Template):")
_LORA = re.compile(r"<lora:([^:<>]+)(?::([^:<>]*))?[^<>]*>")
_UNWRITABLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")

# A1111's name, ours, and the type: what the reader knows. The writer has an order of its own.
KNOWN: tuple[tuple[str, str, type], ...] = (
    ("Steps", "steps", int),
    ("Sampler", "sampler", str),
    ("Schedule type", "schedule_type", str),
    ("CFG scale", "cfg_scale", float),
    ("Seed", "seed", int),
    ("Model hash", "checkpoint_hash", str),
    ("Model", "checkpoint", str),
    ("VAE hash", "vae_hash", str),
    ("VAE", "vae", str),
    ("Variation seed", "variation_seed", int),
    ("Variation seed strength", "variation_strength", float),
    ("Clip skip", "clip_skip", int),
    ("Lora hashes", "lora_hashes", str),
    ("TI hashes", "embedding_hashes", str),
    ("Emphasis", "emphasis", str),
    ("RNG", "rng", str),
    ("Template", "template", str),
    ("Negative Template", "negative_template", str),
    ("Version", "version", str),
)
_SETTING_WITHIN = re.compile(rf"(,\s*(?:{'|'.join(re.escape(name) for name, *_ in KNOWN)}|Size)\s*):")
_EXTRAS_IN_ORDER = ("vae_hash", "vae", "variation_seed", "variation_strength", "clip_skip", "emphasis")
_EXTRAS_AT_THE_END = ("lora_hashes", "embedding_hashes")
_THEIR_NAME = {ours: theirs for theirs, ours, _ in KNOWN}


def write(recipe: Recipe) -> str:
    """The `parameters` text of a recipe."""
    sent = str(recipe.extra.get("sent_text") or recipe.sent_text)  # an artist may have sent the words as prose
    prompt = _neutral(_tagged(sent, recipe))
    negative = _neutral(recipe.negative_prompt)
    unsaid = str(recipe.extra.get("unsaid", "")).split(", ")  # what the artist could not obey, it does not claim
    pairs = (
        (name, value) for name, value in _settings(recipe).items() if value not in ("", None) and name not in unsaid
    )
    settings = ", ".join(f"{name}: {_quoted(value)}" for name, value in pairs)
    parts = (prompt, f"{_NEGATIVE} {negative}" if negative else "", settings)
    return "\n".join(part for part in parts if part)


def _tagged(text: str, recipe: Recipe) -> str:
    """The text with tags behind it for those of the recipe's LoRAs that it does not name itself."""
    named = {name for name, _ in _LORA.findall(text)}
    tags = (f"<lora:{bare(lora.name)}:{lora.weight:g}>" for lora in recipe.loras if lora.name not in named)
    return " ".join((text, *tags))


def _settings(recipe: Recipe) -> dict[str, object]:
    """The pairs in A1111's order."""
    extra = {_THEIR_NAME[name]: recipe.extra.get(name) for name in (*_EXTRAS_IN_ORDER, *_EXTRAS_AT_THE_END)}
    if extra["Clip skip"] == 1:
        extra["Clip skip"] = None  # A1111 leaves out what is its default
    if extra["VAE"]:
        extra["VAE"] = bare(str(extra["VAE"]))
    last = {_THEIR_NAME[name]: extra.pop(_THEIR_NAME[name]) for name in _EXTRAS_AT_THE_END}
    return {
        "Steps": recipe.steps,
        "Sampler": recipe.sampler,
        "Schedule type": recipe.schedule_type,
        "CFG scale": f"{recipe.cfg_scale:g}",
        "Seed": recipe.seed,
        "Size": f"{recipe.width}x{recipe.height}",
        "Model hash": recipe.checkpoint_hash,
        "Model": bare(recipe.checkpoint).removesuffix(".safetensors").removesuffix(".ckpt"),
        **extra,
        **last,
        "RNG": recipe.extra.get("rng", "CPU"),  # a reader takes a missing one for the graphics card's
        **_templates(recipe),
        "Version": f"Necut {recipe.versions.get('necut', '')}".strip(),
    }


def _templates(recipe: Recipe) -> dict[str, str]:
    """Prompt and negative prompt before their choices were drawn, as A1111's extension Dynamic Prompts notes them;
    those alone in which something was drawn."""
    extra = recipe.extra
    found = {}
    if "template" in extra or "style_template" in extra:
        written = (extra.get("template") or recipe.prompt.text, extra.get("style_template") or recipe.style)
        found["Template"] = _tagged(", ".join(str(part) for part in written if part), recipe)
    if "negative_template" in extra:
        found["Negative Template"] = str(extra["negative_template"])
    return {name: text for name, text in found.items() if 0 < len(_quoted(text)) <= _LONGEST_TEMPLATE}


def _quoted(value: object) -> str:
    """A value that holds a comma, a colon or a line end as a JSON string; the others as they are.

    A setting's name within it keeps its colon as an escape: readers that part a line at every comma would believe it.
    """
    text = _writable(str(value)).strip()
    if any(mark in text for mark in ",\n:") or text.startswith('"'):
        return _SETTING_WITHIN.sub(r"\1\\u003a", json.dumps(text, ensure_ascii=False))
    return text


def _neutral(text: str) -> str:
    """Prompt text as it survives: line ends as \\n, lines trimmed, and no line that a reader would take for the start
    of the negative prompt (the encoder reads upper and lower case alike)."""
    lines = (line.strip() for line in _writable(text).strip().split("\n"))
    return "\n".join(f"n{line[1:]}" if line.startswith(_NEGATIVE) else line for line in lines).strip()


def _writable(text: str) -> str:
    """Text without what no picture's file can hold, its line ends as \\n."""
    return _UNWRITABLE.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def bare(name: str) -> str:
    """A name without where it stands: the last part of a path; a hub id stays whole."""
    somewhere = name.startswith(("/", "\\", "~", ".")) or ntpath.splitdrive(name)[0] or "\\" in name or "://" in name
    return re.split(r"[/\\]", name.rstrip("/\\"))[-1] if somewhere else name


def read(text: str) -> dict[str, Any]:
    """What a `parameters` text says, under Necut's names: prompt, negative_prompt, the numbers as numbers, `loras` from
    the prompt's tags, and `other` for the pairs that Necut has no name for.

    Clip skip, schedule type and RNG that are missing get the values that A1111 takes for missing ones. A text
    without settings is a prompt.
    """
    prompt, negative, pairs = _parts(text)
    found: dict[str, Any] = {"prompt": prompt, "negative_prompt": negative}
    if pairs:
        found |= {"schedule_type": samplers.AUTOMATIC, "clip_skip": 1, "rng": "GPU"}
    if size := _SIZE.fullmatch(pairs.pop("Size", "")):
        found |= {"width": int(size[1]), "height": int(size[2])}
    for theirs, ours, kind in KNOWN:
        if (value := number_or_text(kind, pairs.get(theirs, ""))) is not None:
            found[ours] = value
            del pairs[theirs]
    found |= named_sampler(found)
    found["loras"] = [{"name": name, "weight": _weight(weight)} for name, weight in _LORA.findall(prompt)]
    found["other"] = pairs
    return found


def _parts(text: str) -> tuple[str, str, dict[str, str]]:
    """Prompt, negative prompt and pairs, as A1111 takes a text apart. Older extensions wrote templates below the
    settings, where A1111 itself loses both: they are found there."""
    text, below = _without_templates(text[:MAX_TEXT].strip())
    *lines, last = text.split("\n")
    pairs = _pairs(last)
    if not pairs:
        lines = [*lines, last]
    said: tuple[list[str], list[str]] = ([], [])
    negative = False
    for line in map(str.strip, lines):
        if line.startswith(_NEGATIVE):
            negative, line = True, line.removeprefix(_NEGATIVE).strip()
        said[negative].append(line)
    prompt, refused = ("\n".join(part).strip() for part in said)
    return prompt, refused, {name: _unquoted(value) for name, value in pairs} | below


def _pairs(line: str) -> list[tuple[str, str]]:
    """The pairs of a line of settings; none of a line that is no such one."""
    pairs = _PAIR.findall(line) if len(line) <= _LONGEST_LINE else []
    return pairs if len(pairs) >= _FEWEST_PAIRS else []


def _without_templates(text: str) -> tuple[str, dict[str, str]]:
    """A text up to its settings, and the templates that stand as lines of their own below them."""
    first = _TEMPLATE_BELOW.search(text)
    if first is None or not _pairs(text[: first.start()].rpartition("\n")[2]):
        return text, {}
    _, *found = _TEMPLATE_BELOW.split(text[first.start() :])
    return text[: first.start()], {name: said.strip() for name, said in zip(found[::2], found[1::2], strict=True)}


def _unquoted(value: str) -> str:
    if len(value) > 1 and value[0] == value[-1] == '"':
        try:
            return str(json.loads(value))
        except ValueError:
            return value
    return value


def number_or_text(kind: type, value: str) -> Any:
    """The value as a finite number or as text; None when it is empty or no such thing."""
    try:
        found = kind(value) if value else None
    except ValueError:
        return None
    return None if kind is float and found is not None and not math.isfinite(found) else found


def _weight(value: str) -> float:
    weight = number_or_text(float, value)
    return 1.0 if weight is None else weight


def named_sampler(found: dict[str, Any]) -> dict[str, str]:
    """Sampler and schedule type by the table's names, a joint name split; as they are when the table has none."""
    try:
        sampler, schedule_type = samplers.pair(found.get("sampler", ""), found.get("schedule_type"))
    except InputError:
        return {}
    return {"sampler": sampler, "schedule_type": schedule_type or samplers.AUTOMATIC}


_FILLS = (
    "negative_prompt", "steps", "cfg_scale", "seed", "width", "height", "checkpoint", "vae", "variation_seed",
    "variation_strength", "clip_skip", "emphasis", "loras",
)  # fmt: skip


def as_preset(found: dict[str, Any]) -> tuple[Preset, tuple[str, ...]]:
    """The preset that a picture's settings make, and the names of those that no preset can hold.

    The prompt is not a preset's; a clip skip of 1 and an empty list of LoRAs stay open.
    """
    from pipeline.presets.importing import fitting

    offered = [{name: found[name]} for name in _FILLS if found.get(name) and (name, found[name]) != ("clip_skip", 1)]
    if found.get("seed") == 0:
        offered.append({"seed": 0})
    if found.get("sampler"):
        both = {"sampler": found["sampler"], "schedule_type": found.get("schedule_type")}
        offered.append(both)
    return fitting(offered)
