"""Which cell is fresh, which is stale, and why.

Story, each panel's prompt, each panel's picture and the page are cells. An output remembers the
fingerprint of every input it was made from; a cell is stale when one of them differs today, or when
the cell before it is stale. Stale never deletes: it says what changed. Only what a user set counts
as an input, never resolved values or versions.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

from pipeline import artists
from pipeline.comic import PANELS, Comic, Made, PanelPrompt, Script, fingerprint
from pipeline.presets.preset import Preset

State = Literal["empty", "running", "fresh", "stale"]
Name = Literal["story", "prompt", "picture", "page"]


@dataclass(frozen=True)
class Cell:
    """One cell: which it is (`panel` from 0, None for story and page), its state, and what changed
    (names of inputs; "before" when the cell it builds on is stale). `kept` marks an output that a hand
    edited or locked: "Run what is stale" passes it by."""

    name: Name
    panel: int | None
    state: State
    changed: tuple[str, ...] = ()
    made: Made | None = None
    kept: bool = False


def story_inputs(comic: Comic) -> dict[str, str]:
    """What a script is made from."""
    idea = comic.idea
    return _prints(
        idea=idea.text,
        form=idea.form,
        genre=idea.genre,
        tone=idea.tone,
        language=idea.language,
        seed=comic.seed,
        writer=comic.writer,
        **({"stars": [star.model_dump(mode="json") for star in idea.stars]} if idea.stars else {}),
    )


def prompt_inputs(comic: Comic, script: Script, panel: int) -> dict[str, str]:
    """What a panel's prompt is made from. Lines are letters, not pictures: they are no input, nor are a character's
    voice and colour. (Who stands left and what is kept free for letters follow them when a prompt is made anew.)"""
    told = script.panels[panel]
    cast = [character.drawn for name in told.characters if (character := script.character(name))]
    return _prints(scene=told.scene, shot=told.shot, mood=told.mood, cast=cast, prompter=comic.prompter)


def picture_inputs(comic: Comic, prompt: PanelPrompt, panel: int) -> dict[str, str]:
    """What a panel's picture is made from: the words, the artist, its seed, and the preset fields the artist obeys."""
    name = artist_name(comic)
    preset = panel_preset(comic, panel)
    obeyed = {field: value for field, value in preset.closed().items() if field in artists.get(name).obeys}
    return _prints(prompt=prompt.text, artist=name, **obeyed)


def artist_name(comic: Comic) -> str:
    """Who draws: the comic's own choice, else the preset's, else the default."""
    return comic.artist or comic.preset.get("artist") or artists.DEFAULT


def panel_preset(comic: Comic, panel: int) -> Preset:
    """The comic's preset as it holds for one panel: the panel's own seed wins over the preset's."""
    preset = Preset.model_validate(comic.preset)
    seed = comic.slots[panel].seed
    return preset if seed is None else preset.with_changes(seed=seed)


def cells(comic: Comic) -> tuple[Cell, ...]:
    """Every cell in the order of the flow: story, four prompts, four pictures, page."""
    story = _story_cell(comic)
    prompts = tuple(_prompt_cell(comic, panel, story) for panel in range(PANELS))
    pictures = tuple(_picture_cell(comic, panel, prompts[panel]) for panel in range(PANELS))
    return (story, *prompts, *pictures, _page_cell(pictures))


def cell(comic: Comic, name: Name, panel: int | None = None) -> Cell:
    """One of them."""
    return next(each for each in cells(comic) if (each.name, each.panel) == (name, panel))


def to_run(comic: Comic) -> Iterator[Cell]:
    """What "Run what is stale" runs: cells that are stale or empty, without those that a hand has edited or locked."""
    return (each for each in cells(comic) if each.state in ("stale", "empty") and not each.kept)


def _story_cell(comic: Comic) -> Cell:
    if comic.story is None:
        return Cell("story", None, "empty")
    made = comic.story.made
    changed = _differing(made.inputs, story_inputs(comic))
    return Cell("story", None, "stale" if changed else "fresh", changed, made, kept=made.edited)


def _prompt_cell(comic: Comic, panel: int, story: Cell) -> Cell:
    output = comic.slots[panel].prompt
    if output is None or comic.script is None:
        return Cell("prompt", panel, "empty")
    changed = _differing(output.made.inputs, prompt_inputs(comic, comic.script, panel))
    changed += _before(story)
    return Cell("prompt", panel, "stale" if changed else "fresh", changed, output.made, kept=output.made.edited)


def _picture_cell(comic: Comic, panel: int, prompt: Cell) -> Cell:
    slot = comic.slots[panel]
    if slot.take is None or slot.prompt is None:
        return Cell("picture", panel, "empty")
    changed = _differing(slot.take.made.inputs, picture_inputs(comic, slot.prompt.prompt, panel))
    changed += _before(prompt)
    state: State = "stale" if changed else "fresh"
    return Cell("picture", panel, state, changed, slot.take.made, kept=slot.take.locked)


def _page_cell(pictures: tuple[Cell, ...]) -> Cell:
    """Letters are painted anew with every look at the page, so the page is as fresh as its pictures."""
    if any(picture.state == "empty" for picture in pictures):
        return Cell("page", None, "empty")
    stale = any(picture.state == "stale" for picture in pictures)
    return Cell("page", None, "stale" if stale else "fresh", ("before",) if stale else ())


def _before(upstream: Cell) -> tuple[str, ...]:
    """A cell is stale when the one it builds on is, unless a hand has settled that one."""
    return ("before",) if upstream.state == "stale" and not upstream.kept else ()


def _differing(then: dict[str, str], today: dict[str, str]) -> tuple[str, ...]:
    return tuple(name for name in {**then, **today} if then.get(name) != today.get(name))


def _prints(**inputs: Any) -> dict[str, str]:
    return {name: fingerprint(value) for name, value in inputs.items()}
