"""`make "IDEA" -o OUT`: one sentence becomes a comic."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Annotated

import typer

from pipeline import (
    artists,
    cells,
    export,
    flow,
    layout,
    presets,
    prompters,
    remote,
    settings,
    store,
    words,
    writers,
)
from pipeline.comic import MAX_IDEA, Comic, Idea
from pipeline.commands import _document, spoken_language
from pipeline.errors import InputError, NecutError
from pipeline.files import write_atomic
from pipeline.flow import edits
from pipeline.lexicon.ideas import ANY, FORMS, GENRES, TONES
from pipeline.queue import Queue

_OWNER = "command-line"


def command(
    idea: str,
    output: Annotated[Path, typer.Option("-o", "--output")],
    lang: Annotated[str | None, typer.Option()] = None,
    form: Annotated[str, typer.Option()] = FORMS[0],
    genre: Annotated[str, typer.Option()] = ANY,
    tone: Annotated[str, typer.Option()] = TONES[0],
    writer: Annotated[str, typer.Option()] = writers.DEFAULT,
    prompter: Annotated[str, typer.Option()] = prompters.DEFAULT,
    artist: Annotated[str | None, typer.Option()] = None,
    preset: Annotated[str, typer.Option()] = presets.DEFAULT,
    checkpoint: Annotated[str | None, typer.Option()] = None,
    layout_name: Annotated[str, typer.Option("--layout")] = layout.DEFAULT,
    seed: Annotated[int | None, typer.Option(min=0, max=edits.SEEDS - 1)] = None,
    width: Annotated[int | None, typer.Option(min=320, max=6000)] = None,
    home: Annotated[Path | None, typer.Option()] = None,
    json_file: Annotated[Path | None, typer.Option("--json")] = None,
) -> None:
    """Make the whole comic and publish it. Everything is checked before anything is made."""
    if home:
        settings.use_home(home)
    language = idea_language(idea, lang)
    choose("forms", form, FORMS)
    choose("genres", genre, (ANY, *GENRES))
    choose("writers", writer, writers.names())
    choose("prompters", prompter, prompters.names())
    if artist:
        choose("artists", artist, artists.names())
    layout.get(layout_name)
    export.for_path(output)
    comic = flow.begin(
        Idea(text=idea.strip()[:MAX_IDEA], form=form, genre=genre, tone=tone, language=language),
        preset,
        seed,
        writer=writer,
        prompter=prompter,
        artist=artist,
        layout=layout_name,
    )
    if checkpoint:
        comic = store.change(comic.id, lambda c: c.with_changes(preset={**c.preset, "checkpoint": checkpoint}))
    choose("artists", cells.artist_name(comic), artists.names())
    publish(run(comic), output, width, json_file)


def choose(family: str, name: str, known: tuple[str, ...]) -> None:
    """Raise InputError, naming the choices, unless `name` is one of them."""
    if name not in known:
        raise InputError("errors.unknown_member", family=f"@families.{family}", name=name, known=", ".join(known))


def idea_language(idea: str, given: str | None) -> str:
    """The comic's language: what was asked for, else Korean when the idea has Hangul in it, else the system's."""
    if given is not None:
        choose("languages", given, words.LANGUAGES)
        return given
    if any("가" <= letter <= "힣" for letter in idea):
        return "ko"
    return "en" if any(letter.isascii() and letter.isalpha() for letter in idea) else spoken_language([])


def run(comic: Comic) -> Comic:
    """Wait for the whole comic, reporting on stderr when a person watches. Raises what the job failed with."""
    queue = Queue(surroundings=remote.acting_for)
    job = flow.make(queue, comic.id, _OWNER)
    for snapshot in queue.watch(job):
        if sys.stderr.isatty():
            print(f"\r{snapshot.share:4.0%} {snapshot.stage:<10}", end="", file=sys.stderr, flush=True)
    if sys.stderr.isatty():
        print(file=sys.stderr)
    if snapshot.error:
        raise snapshot.error
    return store.read(comic.id)


def publish(comic: Comic, output: Path, width: int | None, json_file: Path | None) -> None:
    """Write the page, the cover for the Library and, when asked for, the document."""
    publication = export.Publication(comic, flow.arts(comic), width)
    export.save(publication, output)
    try:
        store.save_cover(comic.id, publication.composed.picture)
    except NecutError as error:  # the comic itself is made and saved
        print(error, file=sys.stderr)
    if json_file:
        document = _document.document(comic, publication.composed)
        write_atomic(json_file, json.dumps(document, ensure_ascii=False, indent=1))
    print(output)
