"""`render PRESET --prompt "…" -o OUT`: one picture, painted in this process by the artist `diffusion`."""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from pipeline import artists, commands, flow, infotext, presets, remote, settings, words
from pipeline.comic import MAX_TEXT, Notice, PanelPrompt, Recipe
from pipeline.errors import InputError
from pipeline.files import write_atomic
from pipeline.flow import edits
from pipeline.presets.preset import Preset
from pipeline.queue import Progress, Queue, Stage

ARTIST = "diffusion"
FORMATS = {".png": "PNG", ".jpg": "JPEG", ".jpeg": "JPEG", ".webp": "WEBP"}
_OWNER = "command-line"
_SQUARE = (1, 1)
"""What a picture that belongs to no panel is shaped like, unless its preset says a size."""


def command(
    preset: str,
    prompt: Annotated[str, typer.Option()],
    output: Annotated[Path, typer.Option("-o", "--output")],
    checkpoint: Annotated[str | None, typer.Option()] = None,
    convert: Annotated[bool, typer.Option("--convert")] = False,
    seed: Annotated[int | None, typer.Option(min=0, max=edits.SEEDS - 1)] = None,
    home: Annotated[Path | None, typer.Option()] = None,
    lang: str | None = None,
) -> None:
    """Paint one picture and save it with its settings in it. Everything is checked before anything is painted."""
    if home:
        settings.use_home(home)
    picture_format = format_for(output)
    if checkpoint and convert:
        checkpoint = converted(checkpoint)
    recipe, noted = resolved(presets.read(preset), prompt, checkpoint, seed)
    drawn = paint(recipe)
    buffer = io.BytesIO()
    infotext.embed(drawn.picture, buffer, drawn.recipe or recipe, picture_format)
    write_atomic(output, buffer.getvalue())
    language = commands.spoken_language(["--lang", lang or ""])
    for told in dict.fromkeys(words.say(each.key, language, **each.values) for each in (*noted, *drawn.notices)):
        print(told, file=sys.stderr)
    print(output)


def converted(checkpoint: str) -> str:
    """The checkpoint as safetensors: a file in a format that can run code is converted once, in a child process."""
    from pipeline.artists.diffusion import converting, on_disk

    path = Path(checkpoint).expanduser()
    if path.suffix.lower() not in on_disk.UNSAFE:
        return checkpoint
    for _seconds in converting.convert(path, "checkpoint"):
        pass
    return str(converting.folder("checkpoint") / f"{path.stem}.safetensors")


def format_for(output: Path) -> str:
    """Pillow's name for the format that a file's suffix asks for. Raises InputError, naming the suffixes."""
    suffix = output.suffix.lower()
    if suffix not in FORMATS:
        raise InputError("export.unknown_suffix", suffix=suffix or str(output), known=", ".join(FORMATS))
    return FORMATS[suffix]


def resolved(
    preset: Preset, prompt: str, checkpoint: str | None, seed: int | None
) -> tuple[Recipe, tuple[Notice, ...]]:
    """The preset and the prompt with nothing left open, and what the user should know of their words.

    Raises what reading either of them can raise.
    """
    if len(prompt) > MAX_TEXT:
        raise InputError("commands.long_prompt", most=MAX_TEXT)
    preset = preset.without("artist")  # another artist's liberties are not this one's
    if checkpoint:
        from pipeline.artists.diffusion.on_disk import find

        preset = preset.with_changes(checkpoint=find(checkpoint).name)
    if seed is not None or preset.seed is None:
        preset = preset.with_changes(seed=edits.draw_seed() if seed is None else seed)
    return flow.resolved(artists.get(ARTIST), preset, PanelPrompt(text=prompt), _SQUARE)


def paint(recipe: Recipe) -> artists.Drawn:
    """Paint as a job of the queue, so that torch has the one thread it always has. Raises what the job failed with."""
    artist = artists.get(ARTIST)
    found: list[artists.Drawn] = []

    def work() -> Iterator[Progress]:
        for report in artist.draw([recipe]):
            if isinstance(report, artists.Step):
                yield Progress(report.done, report.total, loading=report.loading)
            else:
                found.append(report)

    queue = Queue(surroundings=remote.acting_for)
    job = queue.submit((Stage("picture", artist.lane, work),), owner=_OWNER, comic_id="", what="render")
    for snapshot in queue.watch(job):
        if sys.stderr.isatty():
            told = f"{snapshot.share:4.0%} {snapshot.progress.loading}"
            print(f"\r\033[K{told}", end="\n" if snapshot.over else "", file=sys.stderr, flush=True)
    if snapshot.error:
        raise snapshot.error
    return found[0]
