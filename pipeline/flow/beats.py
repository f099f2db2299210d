"""Edits of the script's beats: pure verbs, each a comic in and a changed comic out.

What changes the story keeps the script before it among the earlier ones; a panel that moves takes its
prompt, its takes and its balloons along, while the four beats stay in place.
"""

from __future__ import annotations

from collections.abc import Callable

from pydantic import ValidationError

from pipeline.comic import (
    BEATS,
    MAX_CAST,
    MAX_LINES,
    PANELS,
    Balloon,
    Change,
    Character,
    Comic,
    Exchange,
    Line,
    LineKind,
    Panel,
    Script,
    replaced,
)
from pipeline.errors import InputError
from pipeline.flow import edits


def with_told(comic: Comic, script: Script) -> Comic:
    """The comic with another script made from this one; this one is kept, and so is what lies on the desk."""
    if comic.story is None or script == comic.story.script:
        return comic
    made = comic.story.made.with_changes(edited=True)
    changed = comic.with_story(comic.story.with_changes(script=script, made=made))
    return changed.with_changes(desk=comic.desk, lettering=_lettering_of(comic, script))


def _lettering_of(comic: Comic, script: Script):
    """Balloons placed by hand stay with lines that are still where they were; the others go back to the rules."""

    def stays(balloon: Balloon) -> bool:
        before, after = comic.script.panels[balloon.panel].lines, script.panels[balloon.panel].lines
        return balloon.line < min(len(before), len(after)) and before[balloon.line] == after[balloon.line]

    return comic.lettering.with_changes(balloons=tuple(filter(stays, comic.lettering.balloons)))


def with_version(comic: Comic, panel: int, number: int, with_close: bool = False) -> Comic:
    """The comic with one of the versions of a beat taken; with the close that follows from it, if asked for.

    Raises InputError when the script has changed so much that the version's people are not in it.
    """
    retelling = comic.desk.retellings.get(BEATS[panel])
    if comic.script is None or retelling is None or not 0 <= number < len(retelling.versions):
        return comic
    panels = list(comic.script.panels)
    for offset, told in enumerate(retelling.versions[number][: 2 if with_close else 1]):
        panels[panel + offset] = told
    return with_told(comic, _checked(comic.script, panels=tuple(panels)))


def without_versions(comic: Comic, panel: int) -> Comic:
    """The comic with a beat's other versions put away."""
    kept = {beat: each for beat, each in comic.desk.retellings.items() if beat != BEATS[panel]}
    return comic.with_changes(desk=comic.desk.with_changes(retellings=kept))


def moved(comic: Comic, panel: int, to: int) -> Comic:
    """The comic with two neighbouring panels exchanged: pictures, prompts and balloons move along, beats stay."""
    if comic.script is None or panel == to or not (0 <= panel < PANELS and 0 <= to < PANELS):
        return comic
    order = list(range(PANELS))
    order.insert(to, order.pop(panel))
    told = [comic.script.panels[old].with_changes(beat=beat) for beat, old in zip(BEATS, order, strict=True)]
    balloons = tuple(each.with_changes(panel=order.index(each.panel)) for each in comic.lettering.balloons)
    changed = with_told(comic, comic.script.with_changes(panels=tuple(told)))
    return changed.with_changes(
        slots=tuple(comic.slots[old] for old in order),
        lettering=comic.lettering.with_changes(balloons=balloons),
        desk=changed.desk.with_changes(retellings={}),
    )


def with_new_line(comic: Comic, panel: int, text: str, kind: LineKind, speaker: str | None) -> Comic:
    """The comic with one more line in a panel. Raises InputError when the panel is full."""
    told = _panel(comic, panel)
    if told is None or not text.strip():
        return comic
    if len(told.lines) >= MAX_LINES:
        raise InputError("desk.too_many_lines", count=MAX_LINES)
    line = Line(text=text, kind=kind, speaker=speaker if kind not in ("caption", "sound") else None)
    return _lines_changed(comic, panel, (*told.lines, line), lambda number: number)


def without_line(comic: Comic, panel: int, number: int) -> Comic:
    """The comic without one of a panel's lines; "Undo" brings it back."""
    told = _panel(comic, panel)
    if told is None or not 0 <= number < len(told.lines):
        return comic
    kept = (*told.lines[:number], *told.lines[number + 1 :])
    return _lines_changed(
        comic, panel, kept, lambda old: None if old == number else old - (old > number)
    )  # balloons placed by hand move up with their lines


def _lines_changed(comic: Comic, panel: int, lines: tuple[Line, ...], renumbered: Callable[[int], int | None]) -> Comic:
    told = comic.script.panels[panel].with_changes(lines=lines)
    balloons = []
    for balloon in comic.lettering.balloons:
        number = renumbered(balloon.line) if balloon.panel == panel else balloon.line
        if number is not None:
            balloons.append(balloon.with_changes(line=number))
    script, lettering = comic.script.with_panel(panel, told), comic.lettering.with_changes(balloons=tuple(balloons))
    return edits.with_page(comic, script, lettering)


def with_scene(comic: Comic, panel: int, scene: str) -> Comic:
    """The comic with the visual words of a panel's picture rewritten by hand."""
    told = _panel(comic, panel)
    if told is None or not scene.strip() or scene == told.scene:
        return comic
    changed = told.with_changes(scene=scene.strip(), characters=edits.seen(comic.script, told, scene))
    return edits.with_script(comic, comic.script.with_panel(panel, changed))


def with_words(comic: Comic, panel: int, description: str, scene: str) -> Comic:
    """The comic with a description's visual words, unless another description stands there by now."""
    told = _panel(comic, panel)
    return with_scene(comic, panel, scene) if told is not None and told.description == description else comic


# What the chat proposes --------------------------------------------------------------------------


def with_exchange(comic: Comic, exchange: Exchange, most: int = 40) -> Comic:
    """The comic with a question and its answer in its chat, in the place of the same question without one."""
    others = [each for each in comic.desk.chat if each.id != exchange.id]
    return comic.with_changes(desk=comic.desk.with_changes(chat=(*others, exchange)[-most:]))


def without_chat(comic: Comic) -> Comic:
    """The comic with its chat forgotten."""
    return comic.with_changes(desk=comic.desk.with_changes(chat=()))


def decide(comic: Comic, exchange_id: str, number: int, accept: bool) -> Comic:
    """The comic with one proposed change accepted, which carries it out, or rejected.

    Raises InputError when the script has changed so much that the change no longer fits it.
    """
    found = next((each for each in comic.desk.chat if each.id == exchange_id), None)
    if found is None or comic.script is None or not 0 <= number < len(found.changes):
        return comic
    change = found.changes[number]
    if accept:
        comic = with_told(comic, changed_script(comic.script, change))
    settled = change.with_changes(state="accepted" if accept else "rejected")
    settled = found.with_changes(changes=replaced(found.changes, number, settled))
    chat = tuple(settled if each.id == exchange_id else each for each in comic.desk.chat)
    return comic.with_changes(desk=comic.desk.with_changes(chat=chat))


def changed_script(script: Script, change: Change) -> Script:
    """The script with a change carried out. Raises InputError when it does not fit it."""
    if change.what == "title":
        return script.with_changes(title=change.title)
    cast = _with_cast(script.characters, change.cast)
    told = script.panels[change.panel]
    if change.what == "lines":
        told = told.with_changes(lines=change.lines)
    else:
        told = told.with_changes(
            scene=change.scene or told.scene,
            description=change.description or told.description,
            shot=change.shot or told.shot,
            mood=change.mood or told.mood,
            characters=change.characters or told.characters,
        )
    return _checked(script, characters=cast, panels=replaced(script.panels, change.panel, told))


def _with_cast(cast: tuple[Character, ...], new: tuple[Character, ...]) -> tuple[Character, ...]:
    names = {character.name for character in cast}
    joined = (*cast, *(each for each in new if each.name not in names))
    if len(joined) > MAX_CAST:
        raise InputError("desk.cast_is_full", count=MAX_CAST)
    return joined


def _checked(script: Script, **changes) -> Script:
    try:
        return script.with_changes(**changes)
    except ValidationError as exc:
        raise InputError("desk.no_longer_fits") from exc


def _panel(comic: Comic, panel: int) -> Panel | None:
    return comic.script.panels[panel] if comic.script is not None else None
