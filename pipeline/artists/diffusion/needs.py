"""What a preset and its prompts name that this machine cannot give: told before anything is painted.

Everything here reads names and headers of files; torch is not imported.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline import grammar
from pipeline.artists import Missing
from pipeline.artists._checkpoint import embeddings_missing
from pipeline.artists.diffusion import on_disk
from pipeline.errors import InputError, NecutError

if TYPE_CHECKING:
    from pipeline.artists._checkpoint import Checkpoint
    from pipeline.presets.preset import Preset

OFFERED = 12
"""How many others are offered in the place of what is missing."""
_CALLED = re.compile(r"\bembedding:([\w.-]+)")
_WORD = re.compile(r"[\w.-]+")
_WIDTHS = {"sd1": (768,), "sd2": (1024,), "sdxl": (768, 1280)}
"""How wide the vectors of each family's text encoders are (Rombach et al. 2022; Podell et al. 2023)."""


def missing(preset: Preset, texts: Sequence[str]) -> tuple[Missing, ...]:
    """What cannot be had of all that the preset and the prompts name; each thing once. Nothing where no checkpoint
    can be had at all: that is told first, by drawing. The style is sent with every prompt, tags and all."""
    told = list(_checkpoint(preset.checkpoint or ""))
    if not told and not _paints(preset.checkpoint or ""):
        return ()
    widths = () if told else _widths_of(preset.checkpoint or "")
    sent = (*texts, preset.style or "")
    tagged = [lora.name for text in sent for lora in grammar.parse(text).loras]
    asked = [*(lora.name for lora in preset.loras or ()), *tagged]
    told += _files("lora", asked, on_disk.loras())
    words = " ".join((*sent, preset.negative_prompt or ""))
    told += _embeddings(words, widths)
    vae = preset.vae or ""
    told += _files("vae", [vae] if vae.lower() not in ("", "automatic", "none") else [], on_disk.vaes())
    return tuple(dict.fromkeys(told))


def _checkpoint(name: str) -> Iterator[Missing]:
    path = Path(name).expanduser()
    if name and path.suffix.lower() in on_disk.UNSAFE and path.is_file():
        yield Missing("checkpoint", name, "unsafe", _likest(name, _checkpoints()), str(path))
        return
    try:
        on_disk.find(name)
    except InputError:
        yield Missing("checkpoint", name, others=_likest(name, _checkpoints()))
    except NecutError:  # there is none at all, or it is damaged: drawing says so
        return


def _paints(name: str) -> bool:
    try:
        on_disk.find(name)
    except NecutError:
        return False
    return True


def _checkpoints() -> list[str]:
    return [each.name for each in on_disk.checkpoints()]


def _files(kind: str, asked: Iterable[str], there: dict[str, Path]) -> Iterator[Missing]:
    usable = [path.stem for path in there.values() if path.suffix.lower() not in on_disk.UNSAFE]
    for name in asked:
        path = there.get(on_disk.stem(name))
        if path is None:
            yield Missing(kind, name, others=_likest(name, usable))
        elif path.suffix.lower() in on_disk.UNSAFE:
            yield Missing(kind, name, "unsafe", _likest(name, usable), str(path))


def _embeddings(text: str, widths: tuple[int, ...]) -> Iterator[Missing]:
    """Those called by name: as ComfyUI writes them, as well-known ones, or by a file that cannot be used."""
    there = on_disk.embeddings()
    fitting = [path.stem for path in there.values() if _fits(path, widths)]
    words = set(_WORD.findall(text.lower()))
    called = dict.fromkeys((*(each.lower() for each in _CALLED.findall(text)), *embeddings_missing(text, set(there))))
    for name in called:
        if name not in there:
            yield Missing("embedding", name, others=_likest(name, fitting))
    for name in (name for name in there if name in words):
        if there[name].suffix.lower() in on_disk.UNSAFE:
            yield Missing("embedding", name, "unsafe", _likest(name, fitting), str(there[name]))
        elif not _fits(there[name], widths):
            yield Missing("embedding", name, "unfit", _likest(name, fitting))


def _fits(path: Path, widths: tuple[int, ...]) -> bool:
    """Whether an embedding's vectors are as wide as the checkpoint's text encoders; True where that is not known."""
    if path.suffix.lower() in on_disk.UNSAFE:
        return False
    try:
        shapes = on_disk.header(path)
    except (NecutError, OSError):
        return False
    found = {shape[-1] for shape in shapes.values() if shape}
    return not widths or found == set(widths)


def _widths_of(name: str) -> tuple[int, ...]:
    try:
        return widths(on_disk.find(name))
    except NecutError:
        return ()


def widths(checkpoint: Checkpoint) -> tuple[int, ...]:
    """How wide the vectors of a checkpoint's text encoders are; empty when it cannot be told without loading it."""
    path = Path(checkpoint.path)
    if checkpoint.kind == "file":
        beside = path.with_name(f"{path.stem}.config")
        return _folder_widths(beside) or _WIDTHS.get(on_disk.family(path), ())
    return _folder_widths(path)


def _folder_widths(folder: Path) -> tuple[int, ...]:
    found = (on_disk.folder_config(folder, part).get("hidden_size") for part in ("text_encoder", "text_encoder_2"))
    return tuple(width for width in found if width)


def _likest(name: str, names: Iterable[str]) -> tuple[str, ...]:
    """The names, those most like `name` first."""
    lower = {each.lower(): each for each in names}
    near = get_close_matches(on_disk.stem(name), lower, n=OFFERED, cutoff=0.3)
    rest = [each for each in sorted(lower) if each not in near]
    return tuple(lower[each] for each in (*near, *rest)[:OFFERED])
