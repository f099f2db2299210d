"""What the pictures of a comic ask for and this machine cannot give; and what may be done about each thing.

`found` is asked before anything is drawn. Each answer is an edit of the comic: without it, or another in
its place (`settled`). A file in a format that can run code may be converted instead (`convert_stage`).
"""

from __future__ import annotations

import importlib
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from pipeline import artists, cells
from pipeline.artists import Missing
from pipeline.comic import PANELS, Character, Comic
from pipeline.flow import casting, edits
from pipeline.presets.preset import Lora, Preset
from pipeline.queue import Progress, Stage


def found(comic: Comic, panels: Sequence[int] = range(PANELS)) -> tuple[Missing, ...]:
    """What the preset and these panels' prompts name and the artist cannot have; nothing for one who needs no file."""
    return _lacked(comic, [output.prompt.text for panel in panels if (output := comic.slots[panel].prompt)])


def _lacked(comic: Comic, texts: Sequence[str]) -> tuple[Missing, ...]:
    module = importlib.import_module(f"{artists.__name__}.{cells.artist_name(comic)}")
    if not hasattr(module, "missing"):
        return ()
    return module.missing(Preset.model_validate(comic.preset), texts)


def to_make(comic: Comic) -> tuple[Missing, ...]:
    """What a whole comic made anew would lack: of its preset and its stars, for its prompts are not written yet."""
    tags = [f"<lora:{star.lora.name}:1>" for star in comic.idea.stars if star.lora]
    return _lacked(comic, tags)


def to_run(comic: Comic) -> tuple[Missing, ...]:
    """What "Run what is stale" would lack; nothing when it draws nothing."""
    due = cells.to_run(comic)
    if any(cell.name == "story" for cell in due):
        return to_make(comic)
    prompts = {cell.panel for cell in due if cell.name == "prompt"}
    pictures = {cell.panel for cell in due if cell.name == "picture"}
    return found(comic, sorted(pictures - prompts)) if pictures else ()


def settled(comic: Comic, missing: Missing, instead: str = "") -> Comic:
    """The comic without what is missing, or with another in its place (a pure verb)."""
    if missing.kind in ("checkpoint", "vae"):
        return edits.with_preset_field(comic, missing.kind, instead or None)
    if missing.kind == "lora":
        comic = _with_stars(_with_loras(comic, missing.name, instead), missing.name, instead)
    for field in ("negative_prompt", "style"):
        text = comic.preset.get(field) or ""
        if (other := replaced(text, missing, instead)) != text:
            comic = edits.with_preset_field(comic, field, other)
    for panel, slot in enumerate(comic.slots):
        if slot.prompt and (other := replaced(slot.prompt.prompt.text, missing, instead)) != slot.prompt.prompt.text:
            comic = edits.with_prompt_text(comic, panel, other)
    return comic


def _with_loras(comic: Comic, name: str, instead: str) -> Comic:
    loras = comic.preset.get("loras") or []
    kept = [{**lora, "name": instead} if lora["name"] == name else lora for lora in loras]
    kept = [lora for lora in kept if lora["name"]]
    return comic if kept == loras else edits.with_preset_field(comic, "loras", kept)


def _with_stars(comic: Comic, name: str, instead: str) -> Comic:
    """The comic whose idea's stars bring another LoRA, or none."""

    def star_with(star: Character) -> Character:
        if star.lora is None or star.lora.name.lower() != name.lower():
            return star
        return star.with_changes(lora=Lora(name=instead, weight=star.lora.weight) if instead else None)

    stars = tuple(map(star_with, comic.idea.stars))
    return comic if stars == comic.idea.stars else casting.with_stars(comic, stars)


def replaced(text: str, missing: Missing, instead: str = "") -> str:
    """A prompt without what is missing, or with another name for it; commas that part nothing any more go as well."""
    name = re.escape(missing.name)
    if missing.kind == "lora":
        tag = re.compile(rf"<(lora|lyco):\s*{name}\s*((?::[^>]*)?)>", re.IGNORECASE)
        other = tag.sub(rf"<\1:{_literal(instead)}\2>" if instead else "", text)
    else:
        word = rf"(?:embedding:)?(?<![\w.-]){name}(?![\w.-]*\w)"
        if not instead:
            text_without = re.sub(rf"[(\[]\s*{word}\s*(?::[\d.]+\s*)?[)\]]", "", text, flags=re.IGNORECASE)
            other = re.sub(word, "", text_without, flags=re.IGNORECASE)
        else:
            other = re.sub(word, _literal(instead), text, flags=re.IGNORECASE)
    return text if other == text else _tidied(other)


def _literal(name: str) -> str:
    return name.replace("\\", "\\\\")


def _tidied(text: str) -> str:
    """Without the commas that now part nothing."""
    text = re.sub(r",(\s*)(?:,\s*)+", r",\1", text)
    text = re.sub(r",\s*(?=:\s*[\d.]+\s*\)|[)\]])|(?<=[(\[])\s*,\s*", "", text)
    return text.strip(" ,\n")


def convert_stage(missing: Missing) -> Stage:
    """Convert the file of something that is "unsafe", in a child process."""
    return Stage("convert", "painting", lambda: _convert(missing))


def _convert(missing: Missing) -> Iterator[Progress]:
    from pipeline.artists.diffusion import converting

    name = Path(missing.path).name
    yield Progress(0, 1, loading=name)
    for _seconds in converting.convert(Path(missing.path), missing.kind):
        yield Progress(0, 1, loading=name)
    yield Progress(1, 1, loading=name)
