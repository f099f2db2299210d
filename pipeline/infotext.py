"""The settings inside a picture: A1111's `parameters` text, written and read, and our own recipe beside it.

The text is the prompt, then a line that starts `Negative prompt:`, then one line of `Key: value`
pairs parted by commas; a value that holds a comma, a colon or a line end is quoted as JSON. A PNG
carries it under the key `parameters`, JPEG and WebP in Exif's UserComment. A PNG also carries the
whole recipe as JSON under `necut`, so that a recipe read back is exact. What is written is a list of
known settings: never a key, an address, or where on the user's disk something stands.
"""

from __future__ import annotations

import json
import ntpath
import re
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

from pipeline import samplers
from pipeline.errors import FileError, InputError, NecutError

if TYPE_CHECKING:  # the first page must not wait for Pillow or pydantic
    from PIL.Image import Image
    from PIL.PngImagePlugin import PngInfo

    from pipeline.comic import Recipe
    from pipeline.presets.preset import Preset

PARAMETERS = "parameters"
RECIPE = "necut"
_NEGATIVE = "Negative prompt:"
_MAX_TEXT = 1_000_000
_MAX_PIXELS = 64_000_000
_USER_COMMENT, _EXIF_PART = 0x9286, 0x8769

# A1111's own pattern of a pair, and how many make the last line one of settings.
_PAIR = re.compile(r'\s*(\w[\w \-/]+):\s*("(?:\\.|[^\\"])+"|[^,]*)(?:,|$)')
_FEWEST_PAIRS = 3
_SIZE = re.compile(r"(\d+)x(\d+)")
_LORA = re.compile(r"<lora:([^:>]+)(?::([^:>]*))?[^>]*>")
_UNWRITABLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")

# A1111's name, ours, and the type: what the reader knows. The writer has an order of its own.
_KNOWN: tuple[tuple[str, str, type], ...] = (
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
    ("Version", "version", str),
)
_EXTRAS_IN_ORDER = ("vae_hash", "vae", "variation_seed", "variation_strength", "clip_skip", "emphasis")
_EXTRAS_AT_THE_END = ("lora_hashes", "embedding_hashes")
_THEIR_NAME = {ours: theirs for theirs, ours, _ in _KNOWN}


def write(recipe: Recipe) -> str:
    """The `parameters` text of a recipe."""
    tagged = {name for name, _ in _LORA.findall(recipe.sent_text)}
    tags = (f"<lora:{_bare(lora.name)}:{lora.weight:g}>" for lora in recipe.loras if lora.name not in tagged)
    prompt = _neutral(" ".join((recipe.sent_text, *tags)))
    negative = _neutral(recipe.negative_prompt)
    pairs = ((name, value) for name, value in _settings(recipe).items() if value not in ("", None))
    settings = ", ".join(f"{name}: {_quoted(value)}" for name, value in pairs)
    parts = (prompt, f"{_NEGATIVE} {negative}" if negative else "", settings)
    return "\n".join(part for part in parts if part)


def _settings(recipe: Recipe) -> dict[str, object]:
    """The pairs in A1111's order."""
    extra = {_THEIR_NAME[name]: recipe.extra.get(name) for name in (*_EXTRAS_IN_ORDER, *_EXTRAS_AT_THE_END)}
    if extra["Clip skip"] == 1:
        extra["Clip skip"] = None  # A1111 leaves out what is its default
    if extra["VAE"]:
        extra["VAE"] = _bare(str(extra["VAE"]))
    last = {_THEIR_NAME[name]: extra.pop(_THEIR_NAME[name]) for name in _EXTRAS_AT_THE_END}
    return {
        "Steps": recipe.steps,
        "Sampler": recipe.sampler,
        "Schedule type": recipe.schedule_type,
        "CFG scale": f"{recipe.cfg_scale:g}",
        "Seed": recipe.seed,
        "Size": f"{recipe.width}x{recipe.height}",
        "Model hash": recipe.checkpoint_hash,
        "Model": _bare(recipe.checkpoint).removesuffix(".safetensors").removesuffix(".ckpt"),
        **extra,
        **last,
        "RNG": recipe.extra.get("rng", "CPU"),  # a reader takes a missing one for the graphics card's
        "Version": f"Necut {recipe.versions.get('necut', '')}".strip(),
    }


def _quoted(value: object) -> str:
    """A value that holds a comma, a colon or a line end as a JSON string; the others as they are."""
    text = _UNWRITABLE.sub("", str(value)).strip()
    if any(mark in text for mark in ",\n:") or text.startswith('"'):
        return json.dumps(text, ensure_ascii=False)
    return text


def _neutral(text: str) -> str:
    """Prompt text as it survives: line ends as \\n, lines trimmed, and no line that a reader would take for the start
    of the negative prompt (the encoder reads upper and lower case alike)."""
    text = _UNWRITABLE.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    lines = (line.strip() for line in text.strip().split("\n"))
    return "\n".join(f"n{line[1:]}" if line.startswith(_NEGATIVE) else line for line in lines).strip()


def _bare(name: str) -> str:
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
    for theirs, ours, kind in _KNOWN:
        if (value := _as(kind, pairs.get(theirs, ""))) is not None:
            found[ours] = value
            del pairs[theirs]
    found |= _named_sampler(found)
    found["loras"] = [{"name": name, "weight": _weight(weight)} for name, weight in _LORA.findall(prompt)]
    found["other"] = pairs
    return found


def _parts(text: str) -> tuple[str, str, dict[str, str]]:
    """Prompt, negative prompt and pairs, as A1111 takes a text apart."""
    *lines, last = text[:_MAX_TEXT].strip().split("\n")
    pairs = _PAIR.findall(last)
    if len(pairs) < _FEWEST_PAIRS:
        lines, pairs = [*lines, last], []
    said: tuple[list[str], list[str]] = ([], [])
    negative = False
    for line in map(str.strip, lines):
        if line.startswith(_NEGATIVE):
            negative, line = True, line.removeprefix(_NEGATIVE).strip()
        said[negative].append(line)
    prompt, refused = ("\n".join(part).strip() for part in said)
    return prompt, refused, {name: _unquoted(value) for name, value in pairs}


def _unquoted(value: str) -> str:
    if len(value) > 1 and value[0] == value[-1] == '"':
        try:
            return str(json.loads(value))
        except ValueError:
            return value
    return value


def _as(kind: type, value: str) -> Any:
    """The value as a number or text; None when it is empty or none."""
    try:
        return kind(value) if value else None
    except ValueError:
        return None


def _weight(value: str) -> float:
    weight = _as(float, value)
    return 1.0 if weight is None else weight


def _named_sampler(found: dict[str, Any]) -> dict[str, str]:
    """Sampler and schedule type by the table's names, a joint name split; as they are when the table has none."""
    try:
        sampler, schedule_type = samplers.pair(found.get("sampler", ""), found.get("schedule_type"))
    except InputError:
        return {}
    return {"sampler": sampler, "schedule_type": schedule_type or samplers.AUTOMATIC}


def recipe_json(recipe: Recipe) -> str:
    """The recipe as JSON, without the candidates that were not taken and without where anything stands."""
    values = recipe.model_dump(mode="json")
    values["prompt"]["candidates"] = []
    values["checkpoint"] = _bare(values["checkpoint"])
    values["loras"] = [{**lora, "name": _bare(lora["name"])} for lora in values["loras"]]
    for part in ("extra", "versions"):
        values[part] = {name: _bare(value) if isinstance(value, str) else value for name, value in values[part].items()}
    return json.dumps(values, ensure_ascii=False)


def read_recipe(text: str) -> Recipe | None:
    """The recipe that a `necut` text holds; None when it holds none (another version's, or damaged)."""
    from pydantic import ValidationError

    from pipeline.comic import Recipe

    try:
        return Recipe.model_validate_json(text[:_MAX_TEXT])
    except ValidationError:
        return None


def png_info(recipe: Recipe) -> PngInfo:
    """What to give Pillow as `pnginfo` when a picture of this recipe is saved as PNG."""
    from PIL.PngImagePlugin import PngInfo

    info = PngInfo()
    info.add_text(PARAMETERS, write(recipe))
    info.add_text(RECIPE, recipe_json(recipe))
    return info


def exif(recipe: Recipe) -> bytes:
    """What to give Pillow as `exif` when a picture of this recipe is saved as JPEG or WebP."""
    from PIL import Image

    written = Image.Exif()
    comment = b"UNICODE\x00" + write(recipe).encode("utf-16-be")
    written.get_ifd(_EXIF_PART)[_USER_COMMENT] = comment
    return written.tobytes()


def embed(picture: Image, file: str | Path | IO[bytes], recipe: Recipe, format: str = "PNG", **options: Any) -> None:
    """Save a picture as PNG, JPEG or WEBP with its settings in it; `options` are Pillow's."""
    inside = {"pnginfo": png_info(recipe)} if format.upper() == "PNG" else {"exif": exif(recipe)}
    picture.save(file, format, **inside, **options)


def read_picture(file: str | Path | IO[bytes]) -> dict[str, Any]:
    """The settings inside a PNG, JPEG or WebP of Necut, A1111, ComfyUI, InvokeAI and others.

    Returns what `read` returns, and besides `made_by`, `text` (the `parameters` text, where there is
    one) and `recipe` (the exact recipe of a picture of ours, else None). The picture itself is not
    decoded. Raises FileError when it is no picture, InputError when it carries no settings.
    """
    from PIL import Image, UnidentifiedImageError

    name = Path(file).name if isinstance(file, str | Path) else getattr(file, "name", "@infotext.this_picture")
    try:
        with Image.open(file) as picture:
            found = _own(picture) or _foreign(picture)
    except (OSError, ValueError, SyntaxError, UnidentifiedImageError, Image.DecompressionBombError) as exc:
        raise FileError("infotext.no_picture", file=name) from exc
    if not found:
        raise InputError("infotext.no_settings", file=name)
    return found


def as_json(found: dict[str, Any]) -> dict[str, Any]:
    """What `read_picture` returns, in JSON-like values."""
    recipe = found.get("recipe")
    return {**found, "recipe": recipe.model_dump(mode="json") if recipe else None}


def _own(picture: Image) -> dict[str, Any] | None:
    """The settings of a picture that carries A1111's text, ours or another program's."""
    text = picture.info.get(PARAMETERS) or _user_comment(picture)
    if not isinstance(text, str) or not text.strip() or _is_json(text):
        return None
    found = read(text)
    ours = str(found.get("version", "")).startswith("Necut")
    kept = picture.info.get(RECIPE)
    return {
        **found,
        "made_by": "Necut" if ours else "AUTOMATIC1111",
        "text": text,
        "recipe": read_recipe(kept) if isinstance(kept, str) else None,
    }


def _is_json(text: str) -> bool:
    """Whether the text is another program's: Fooocus writes JSON under the same key."""
    try:
        return isinstance(json.loads(text), dict)
    except (ValueError, RecursionError):
        return False


def _user_comment(picture: Image) -> str:
    comment = picture.getexif().get_ifd(_EXIF_PART).get(_USER_COMMENT, b"")
    if not isinstance(comment, bytes) or not comment.startswith(b"UNICODE\x00"):
        return ""
    return comment[8:].decode("utf-16-be", "replace")


def _foreign(picture: Image) -> dict[str, Any] | None:
    """The settings of ComfyUI, InvokeAI, NovelAI and Fooocus, read by sd-parsers."""
    from sd_parsers import Eagerness, ParserManager

    small = picture.width * picture.height <= _MAX_PIXELS  # its thorough search decodes the picture
    _link(picture.info)
    parser = ParserManager(eagerness=Eagerness.DEFAULT if small else Eagerness.FAST)
    try:
        parsed = parser.parse(picture)
    except Exception:  # a stranger's file may break it in any way; it then tells nothing
        return None
    if parsed is None or not (parsed.samplers or parsed.full_prompt):
        return None
    found: dict[str, Any] = {"prompt": parsed.full_prompt, "negative_prompt": parsed.full_negative_prompt}
    found |= {"width": picture.width, "height": picture.height}
    if parsed.samplers:
        first = parsed.samplers[0]
        said = {"sampler": first.name, **first.parameters}
        known = {"schedule_type": "scheduler", **{name: name for name in ("sampler", "steps", "cfg_scale", "seed")}}
        found |= {ours: said[theirs] for ours, theirs in known.items() if said.get(theirs) is not None}
        numbers = {ours: _as(kind, str(found.get(ours, ""))) for _, ours, kind in _KNOWN if kind is not str}
        found |= {name: number for name, number in numbers.items() if number is not None}
        if first.model:
            found |= {"checkpoint": first.model.name or "", "checkpoint_hash": first.model.hash or ""}
    found |= _named_sampler({name: str(found.get(name) or "") for name in ("sampler", "schedule_type")})
    return {**found, "loras": [], "other": {}, "made_by": parsed.generator.value, "text": "", "recipe": None}


def _link(texts: dict[str, Any]) -> None:
    """Give a ComfyUI graph the list of links that sd-parsers asks for: what its API renders carries the graph alone."""
    if "workflow" in texts or "prompt" not in texts:
        return
    try:
        links = [
            (0, source[0], source[1], node, 0, name.upper())
            for node, step in json.loads(texts["prompt"]).items()
            for name, source in step["inputs"].items()
            if isinstance(source, list) and len(source) == 2
        ]
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return
    texts["workflow"] = json.dumps({"links": links})


_FILLS = (
    "negative_prompt", "steps", "cfg_scale", "seed", "width", "height", "checkpoint", "vae", "variation_seed",
    "variation_strength", "clip_skip", "loras",
)  # fmt: skip


def as_preset(found: dict[str, Any]) -> tuple[Preset, tuple[str, ...]]:
    """The preset that a picture's settings make, and the names of those that no preset can hold.

    The prompt is not a preset's; a clip skip of 1 and an empty list of LoRAs stay open.
    """
    from pydantic import ValidationError

    from pipeline.presets.preset import Preset

    offered = [{name: found[name]} for name in _FILLS if found.get(name) and (name, found[name]) != ("clip_skip", 1)]
    if found.get("seed") == 0:
        offered.append({"seed": 0})
    if found.get("sampler"):
        both = {"sampler": found["sampler"], "schedule_type": found.get("schedule_type")}
        offered.append(both)
    preset, left_out = Preset(), []
    for fields in offered:
        try:
            preset = preset.with_changes(**fields)
        except (ValidationError, NecutError):
            left_out += fields
    return preset, tuple(left_out)
