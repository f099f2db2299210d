"""The text inside a picture: put into PNG, JPEG and WebP, and found in anybody's."""

from __future__ import annotations

import json
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

from pipeline.errors import FileError, InputError
from pipeline.infotext.text import KNOWN, MAX_TEXT, bare, named_sampler, number_or_text, read, write

if TYPE_CHECKING:
    from PIL.Image import Image
    from PIL.PngImagePlugin import PngInfo

    from pipeline.comic import Recipe

PARAMETERS = "parameters"
RECIPE = "necut"
_TEXTS = ("sent_text", "template", "style_template", "negative_template")
"""Of a recipe's `extra`: words, which name no place."""
_MAX_PIXELS = 64_000_000
_USER_COMMENT, _EXIF_PART, _SOFTWARE = 0x9286, 0x8769, 0x0131


def recipe_json(recipe: Recipe) -> str:
    """The recipe as JSON, without the candidates that were not taken and without where anything stands."""
    values = recipe.model_dump(mode="json")
    values["prompt"]["candidates"] = []
    values["checkpoint"] = bare(values["checkpoint"])
    values["loras"] = [{**lora, "name": bare(lora["name"])} for lora in values["loras"]]
    for part in ("extra", "versions"):
        values[part] = {
            name: bare(value) if isinstance(value, str) and name not in _TEXTS else value
            for name, value in values[part].items()
        }
    return json.dumps(values, ensure_ascii=False)


def read_recipe(text: str) -> Recipe | None:
    """The recipe that a `necut` text holds; None when it holds none (another version's, or damaged)."""
    from pydantic import ValidationError

    from pipeline.comic import Recipe

    try:
        return Recipe.model_validate_json(text[:MAX_TEXT])
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
    decoded. Raises FileError when it is no picture, InputError when it carries no settings, or is a lettered page
    of ours: those stand in its panels' pictures.
    """
    from PIL import Image, UnidentifiedImageError

    name = Path(file).name if isinstance(file, str | Path) else getattr(file, "name", "@infotext.this_picture")
    try:
        with Image.open(file) as picture:
            page = _is_our_page(picture)
            found = None if page else _own(picture) or _foreign(picture)
    except (OSError, ValueError, SyntaxError, UnidentifiedImageError, Image.DecompressionBombError) as exc:
        raise FileError("infotext.no_picture", file=name) from exc
    if not found:
        raise InputError("infotext.a_page" if page else "infotext.no_settings", file=name)
    return found


def _is_our_page(picture: Image) -> bool:
    """Whether a picture says that Necut made it, and does not say how: a page of several."""
    by = picture.info.get("Software") or picture.getexif().get(_SOFTWARE, "")
    return str(by).startswith("Necut") and PARAMETERS not in picture.info


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
        numbers = {ours: number_or_text(kind, str(found.get(ours, ""))) for _, ours, kind in KNOWN if kind is not str}
        found |= {name: number for name, number in numbers.items() if number is not None}
        if first.model:
            found |= {"checkpoint": first.model.name or "", "checkpoint_hash": first.model.hash or ""}
    found |= named_sampler({name: str(found.get(name) or "") for name in ("sampler", "schedule_type")})
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
