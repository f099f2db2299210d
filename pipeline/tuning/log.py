"""The log: every picture ever made here, trials and takes alike, with its recipe.

It is a view: nothing is written but stars and notes (`trials/marks.json`). A document is read again
only when its file has changed, so that looking twice costs no more than the folders' listings.
"""

from __future__ import annotations

import json
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Any

from filelock import FileLock
from pydantic import ValidationError

from pipeline import artists, store
from pipeline.comic import Made, Recipe
from pipeline.errors import DamagedFile, FileError, InputError
from pipeline.files import read_bytes, write_atomic
from pipeline.queue import Progress, Queue, Stage
from pipeline.tuning import origins, trials

MOST_NOTE = 500
_MARKS = "marks.json"
_OF_A_PANEL = ("prompt", "extra")
"""What differs from panel to panel of one cell: their words, and the words as written."""
_MEASURED = 200  # pictures whose times tell about the next ones'


@dataclass(frozen=True)
class Entry:
    """One picture: its id, the comic it belongs to ("" for a trial), title and panel (from 0; of a trial those of the
    comic that was tried, where they are known), its file, when and in how many seconds it was made, and the recipe as
    the document holds it."""

    id: str
    comic_id: str
    title: str
    panel: int | None
    path: Path
    at: str
    seconds: float
    values: dict[str, Any]

    @property
    def artist(self) -> str:
        """Who drew it."""
        return str(self.values.get("artist", ""))

    @property
    def text(self) -> str:
        """The words that the artist was sent."""
        parts = (self.values.get("prompt", {}).get("text"), self.values.get("style"))
        return ", ".join(str(part) for part in parts if part)

    def recipe(self) -> Recipe:
        """The recipe. Raises DamagedFile for one that another Necut wrote and this one cannot read."""
        try:
            return Recipe.model_validate(self.values)
        except ValidationError as exc:
            raise DamagedFile("store.damaged", path=str(self.path)) from exc


@dataclass(frozen=True)
class Mark:
    """What the user thinks of a picture."""

    star: bool = False
    note: str = ""


def entries() -> tuple[Entry, ...]:
    """Every picture, the newest first; those of one moment cell by cell and panel by panel. A damaged document hides
    no other."""
    panels = origins.known()
    tried = [entry for path in trials.folder().glob("*.json") if path.name != _MARKS for entry in _seen(path)]
    found = [_placed(entry, panels) for entry in tried]
    for comic_id in store.ids():
        found += _seen(store.comics_folder() / comic_id / "comic.json")
    panels_of: dict[str, set[int | None]] = {}
    for entry in found:
        panels_of.setdefault(str(entry.values.get("seed")), set()).add(entry.panel)
    shared = {seed for seed, its_panels in panels_of.items() if len(its_panels) > 1}
    found.sort(key=lambda entry: (entry.title, _cell(entry, shared), entry.panel or 0, entry.id))
    return tuple(sorted(found, key=lambda entry: entry.at, reverse=True))


def _placed(entry: Entry, panels: dict[str, origins.Origin]) -> Entry:
    """A trial with the title and panel that it was drawn for."""
    origin = origins.of(entry.values, panels)
    return entry if origin is None else replace(entry, title=origin.title, panel=origin.panel)


def _cell(entry: Entry, shared: set[str]) -> str:
    """What the panels of one cell have in common; their seed too, where it is not each panel's own."""
    common = {name: value for name, value in entry.values.items() if name not in _OF_A_PANEL}
    if str(common.get("seed")) not in shared:
        common.pop("seed", None)
    return repr(sorted(common.items()))


def _seen(path: Path) -> tuple[Entry, ...]:
    try:
        return _read(path, path.stat().st_mtime_ns)
    except OSError:
        return ()


@lru_cache(maxsize=16384)
def _read(path: Path, _changed: int) -> tuple[Entry, ...]:
    """The pictures that a document names. The nouns are not checked here: a table of thousands must not wait."""
    try:
        document = json.loads(read_bytes(path))
        return tuple(_of_comic(document, path) if path.name == "comic.json" else _of_trial(document, path))
    except (ValueError, KeyError, TypeError, AttributeError, FileError, RecursionError):
        return ()


def _of_trial(take: dict[str, Any], path: Path) -> Iterator[Entry]:
    yield _entry(take, "", "", None, path.with_suffix(".png"))


def _of_comic(comic: dict[str, Any], path: Path) -> Iterator[Entry]:
    script = (comic.get("story") or {}).get("script") or {}
    title = comic.get("name") or script.get("title") or comic["idea"]["text"][:40]
    for panel, slot in enumerate(comic["slots"]):
        for take in slot["takes"]:
            yield _entry(take, comic["id"], title, panel, path.parent / "takes" / f"{take['id']}.png")


def _entry(take: dict[str, Any], comic_id: str, title: str, panel: int | None, path: Path) -> Entry:
    made = take["made"]
    return Entry(take["id"], comic_id, title, panel, path, made["at"], float(made["seconds"]), take["recipe"])


def measured(known: Iterable[Entry] | None = None) -> Iterator[tuple[Recipe, float]]:
    """The recipes and seconds of the latest pictures: what a time is estimated from."""
    for entry in list(entries() if known is None else known)[:_MEASURED]:
        try:
            yield entry.recipe(), entry.seconds
        except DamagedFile:
            continue


def search(
    known: Iterable[Entry],
    text: str = "",
    *,
    artist: str = "",
    comic_id: str | None = None,
    starred: bool = False,
) -> tuple[Entry, ...]:
    """The entries that hold every word of `text` (in prompt, recipe, title or note) and pass the filters.

    `comic_id` "" asks for trials, None for everything.
    """
    wanted = text.lower().split()
    kept = marks()
    return tuple(
        entry
        for entry in known
        if artist in ("", entry.artist)
        and comic_id in (None, entry.comic_id)
        and (not starred or kept.get(entry.id, Mark()).star)
        and all(word in _haystack(entry, kept.get(entry.id, Mark())) for word in wanted)
    )


def _haystack(entry: Entry, mark: Mark) -> str:
    values = (value for name, value in told(entry.values).items() if not name.startswith("versions"))
    return " ".join((entry.title, mark.note, *values)).lower()


def told(values: dict[str, Any]) -> dict[str, str]:
    """A recipe's values as a flat table of words, in the order of the flow; what is empty is left out."""
    flat: dict[str, str] = {}
    for name, value in values.items():
        if name == "prompt":
            flat["prompt"] = str(value.get("text", ""))
        elif name == "loras":
            flat["loras"] = ", ".join(f"{lora['name']}:{lora['weight']:g}" for lora in value)
        elif isinstance(value, dict):
            flat.update({f"{name}.{key}": str(inner) for key, inner in value.items()})
        else:
            flat[name] = f"{value:g}" if isinstance(value, float) else str(value)
    return {name: value for name, value in flat.items() if value}


def compare(one: dict[str, Any], other: dict[str, Any]) -> tuple[tuple[str, str, str], ...]:
    """Two recipes key by key: (key, here, there) for every key in which they differ; "" where one has none."""
    here, there = told(one), told(other)
    return tuple(
        (key, here.get(key, ""), there.get(key, ""))
        for key in {**here, **there}
        if here.get(key, "") != there.get(key, "")
    )


def marks() -> dict[str, Mark]:
    """Stars and notes by picture. A broken file counts as none: it is moved aside when the next mark is set."""
    path = trials.folder() / _MARKS
    try:
        found = json.loads(read_bytes(path))
        return {name: Mark(bool(mark.get("star")), str(mark.get("note", ""))) for name, mark in found.items()}
    except (FileError, ValueError, AttributeError):
        return {}


def mark(entry_id: str, **changes: object) -> Mark:
    """Set a star or a note, and return what is kept now. Raises FileError."""
    path = trials.folder() / _MARKS
    path.parent.mkdir(parents=True, exist_ok=True)
    with FileLock(path.with_name(".marks.lock")):
        kept = marks()
        if path.exists() and not kept and path.stat().st_size > len("{}"):
            path.replace(path.with_name("marks.broken.json.bak"))
        before = kept.get(entry_id, Mark())
        after = Mark(bool(changes.get("star", before.star)), str(changes.get("note", before.note)).strip()[:MOST_NOTE])
        kept[entry_id] = after
        written = {name: {"star": each.star, "note": each.note} for name, each in kept.items() if each != Mark()}
        write_atomic(path, json.dumps(written, ensure_ascii=False, indent=1))
    return after


def rerun(queue: Queue, entry: Entry, owner: str) -> tuple[str, str]:
    """Draw a picture's recipe once more; the job's id, and the id of the picture that it makes.

    The new picture is a trial under an id of its own: it stands in the log beside the first, and
    neither comic nor grid changes. Raises DamagedFile or InputError for a recipe that cannot be drawn.
    """
    recipe = entry.recipe()
    artist = artists.get(recipe.artist)
    key = store.new_id()
    stage = Stage("rerun", artist.lane, lambda: _draw_again(artist, recipe, key))
    return queue.submit((stage,), owner=owner, comic_id=f"log:{entry.id}", what="rerun"), key


def _draw_again(artist: artists.Artist, recipe: Recipe, key: str) -> Iterator[Progress]:
    started = time.monotonic()
    yield Progress(0, 1)
    for report in artist.draw([recipe]):
        if isinstance(report, artists.Step):
            yield Progress(report.done, report.total)
        else:
            made = Made(by=artist.name, seconds=round(time.monotonic() - started, 3), at=store.now())
            trials.keep(key, recipe, report, made)


def entry_of(entry_id: str) -> Entry:
    """The picture of that id. Raises InputError when it is no longer there."""
    for entry in entries():
        if entry.id == entry_id:
            return entry
    raise InputError("tuning.no_entry", id=entry_id[:40])
