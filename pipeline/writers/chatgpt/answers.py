"""Reading what the language model answers at the story desk. A reply is data: it can propose, and do nothing."""

from __future__ import annotations

from typing import Any

from pydantic import ValidationError

from pipeline.comic import BEATS, MAX_CAST, MAX_TEXT, PANELS, Change, Character, Panel, Script
from pipeline.errors import RemoteError
from pipeline.lexicon import looks
from pipeline.writers import RETELLINGS, Writing
from pipeline.writers.chatgpt.reply import (
    as_list,
    fit,
    json_object,
    names_of,
    nearest,
    partly,
    plain,
    read_characters,
    read_lines,
    read_panel,
    refused,
    visual_phrases,
    without_thoughts,
    words_of_panel,
)

_VERDICTS = ("yes", "little", "no")
_LONGEST_SCENE = 600


def waiting(_text: str) -> Writing:
    """Of a short reply nothing is shown before it is whole."""
    return Writing(0, 1)


def versions_so_far(text: str) -> Writing:
    """The versions that have arrived, each as the words of its panel."""
    versions = [each for each in as_list(partly(text).get("versions")) if isinstance(each, dict)][:RETELLINGS]
    panels = tuple(words_of_panel(each.get("panel")) for each in versions)
    return Writing(max(0, len(panels) - 1), RETELLINGS, panels=panels)


def read_versions(text: str, script: Script, panel: int) -> tuple[tuple[Panel, ...], ...]:
    """The versions of a beat that a reply tells, without those that cannot be used. RemoteError when none is left."""
    names = names_of(script.characters)
    versions, problem = [], "it has no versions"
    for told in as_list(json_object(text).get("versions")):
        told = told if isinstance(told, dict) else {}
        try:
            version = [read_panel(BEATS[panel], told.get("panel"), names)]
            if BEATS[panel] == "turn" and isinstance(told.get("close"), dict):
                version.append(read_panel(BEATS[panel + 1], told["close"], names))
        except RemoteError as error:
            problem = str(error.values.get("reason", ""))
        else:
            versions.append(tuple(version))
    if not versions:
        raise refused(problem)
    return tuple(versions[:RETELLINGS])


def read_verdict(text: str) -> tuple[str, str]:
    """Whether the turn changes anything, and why."""
    told = json_object(text)
    changes, why = plain(told.get("changes"), 20).lower(), plain(told.get("why"), 1000)
    if changes not in _VERDICTS or not why:
        raise refused(f'"changes" must be one of {", ".join(_VERDICTS)}, and "why" must say why')
    return changes, why


def read_words(text: str) -> tuple[str, tuple[str, ...]]:
    """A scene in visual words, and what could not be told in them."""
    told = json_object(text)
    scene = fit(visual_phrases(told.get("scene")), _LONGEST_SCENE)
    if not scene:
        raise refused('"scene" must be English visual words parted by commas')
    unknown = (plain(word, 60) for word in as_list(told.get("unknown"))[:8])
    return scene, tuple(word for word in unknown if word)


def answer_so_far(text: str) -> Writing:
    """The answer as far as it has come."""
    return Writing(0, 1, _answer(partly(text), text))


def read_answer(text: str, script: Script) -> tuple[str, tuple[Change, ...]]:
    """The answer, and the changes it proposes that this script can take.

    A model that keeps to no form has still said something: then its words are the answer.
    """
    try:
        told = json_object(text)
    except RemoteError:
        told = partly(text)
    answer, changes = _answer(told, text), _changes(told, script)
    if not answer and not changes:
        raise refused('there is no "answer"')
    return answer, changes


def _answer(told: dict[str, Any], text: str) -> str:
    words = told.get("answer") if told else without_thoughts(text).strip().removeprefix("{")
    if not isinstance(words, str):
        return ""
    return "\n".join(plain(row, MAX_TEXT) for row in words[:MAX_TEXT].splitlines()).strip()


def _changes(told: dict[str, Any], script: Script) -> tuple[Change, ...]:
    known = {character.name for character in script.characters}
    try:
        new = [each for each in read_characters(told.get("characters")) if each.name not in known]
    except RemoteError:
        new = []
    new = new[: MAX_CAST - len(script.characters)]
    changes: dict[tuple[str, int], Change] = {}
    for each in as_list(told.get("changes")):
        if isinstance(each, dict):
            for change in _proposed(each, script, new):
                changes[change.what, change.panel] = change
    return tuple(changes[key] for key in sorted(changes, key=lambda key: (key[1], key[0])))


def _proposed(told: dict[str, Any], script: Script, new: list[Character]) -> list[Change]:
    """One entry of a reply as changes that can be taken one by one; without what says nothing or nothing new."""
    found = []
    title = plain(told.get("title"), 200)
    if title and title != script.title:
        found.append(Change(what="title", title=title))
    number = told.get("panel")
    if isinstance(number, bool) or not isinstance(number, int) or not 1 <= number <= PANELS:
        return found
    names = names_of([*script.characters, *new])
    for read in (_picture, _lines):
        try:
            change = read(told, script.panels[number - 1], number - 1, names)
        except (RemoteError, ValidationError):  # somebody who is not in the story: nothing that could be taken
            continue
        if change is not None:
            found.append(_with_cast(change, new))
    return found


def _picture(told: dict[str, Any], panel: Panel, number: int, names: dict[str, str]) -> Change | None:
    scene = fit(visual_phrases(told.get("scene")), _LONGEST_SCENE)
    if not scene:
        return None
    changed = read_panel(panel.beat, {**told, "scene": scene, "lines": []}, names)
    change = Change(
        what="picture",
        panel=number,
        scene=scene,
        description=changed.description or panel.description,
        shot=nearest(told.get("shot"), looks.SHOTS, panel.shot),
        mood=nearest(told.get("mood"), looks.MOODS, panel.mood),
        characters=changed.characters or panel.characters,
    )
    same = all(getattr(change, name) == getattr(panel, name) for name in ("scene", "description", "shot", "mood"))
    return None if same else change


def _lines(told: dict[str, Any], panel: Panel, number: int, names: dict[str, str]) -> Change | None:
    if not isinstance(told.get("lines"), list):
        return None
    lines = read_lines(told["lines"], names)
    return Change(what="lines", panel=number, lines=lines) if lines and lines != panel.lines else None


def _with_cast(change: Change, new: list[Character]) -> Change:
    named = {*change.characters, *(line.speaker for line in change.lines)}
    return change.with_changes(cast=tuple(each for each in new if each.name in named))
