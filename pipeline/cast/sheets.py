"""Changing a character of a script everywhere they are: names in lines, kinds in scenes, sheets of the stars."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.cast.actors import called, kind_of, phrases_of, said_of, seen_in
from pipeline.comic import Character, Line, Panel, Script, replaced
from pipeline.errors import InputError
from pipeline.words.particles import PARTICLES, final_consonant, particle

_HANGUL = re.compile(r"[가-힣]")
_CALLED_I = re.compile(r"이(?:가|는|를|와|랑|야|도|의|만|에게|한테)(?![가-힣])")
# 는 and 은 after a name are its particle; a longer word that merely begins alike is not: the longest are tried first.
_AFTER_NAME = sorted(
    ((form, pair) for pair, forms in PARTICLES.items() for form in forms), key=lambda row: len(row[0]), reverse=True
)


def recast(script: Script, name: str, changed: Character) -> Script:
    """The script with the character called `name` become `changed`: in the cast, in every panel and in every line.

    Where the kind changes, phrases about them follow ("cat running" → "robot running"), so that no
    stranger joins the picture. Raises InputError for an empty name, an empty look or a name that
    another character has.
    """
    old = script.character(name)
    if old is None or old == changed:
        return script
    _check(script, old, changed)
    at = script.characters.index(old)
    cast = replaced(script.characters, at, changed)
    panels = tuple(_panel(script, panel, cast, old, changed) for panel in script.panels)
    told = {key: renamed(getattr(script, key), old.name, changed.name) for key in ("title", "logline")}
    told["title"] = told["title"][:200]
    return script.with_changes(characters=cast, panels=panels, **told)


def _check(script: Script, old: Character, changed: Character) -> None:
    if not changed.name:
        raise InputError("cast.no_name")
    if not changed.look:
        raise InputError("cast.no_look", name=changed.name)
    others = {each.name.casefold() for each in script.characters if each is not old}
    if changed.name.casefold() in others:
        raise InputError("cast.name_taken", name=changed.name)


def _panel(script: Script, panel: Panel, cast: tuple[Character, ...], old: Character, changed: Character) -> Panel:
    names = tuple(changed.name if name == old.name else name for name in panel.characters)
    lines = tuple(_line(line, old.name, changed.name) for line in panel.lines)
    scene = panel.scene
    if kind_of(old) != kind_of(changed) or old.look[:1] != changed.look[:1]:
        scene = _scene(script, panel, cast, old, changed)
    description = renamed(panel.description, old.name, changed.name)
    return panel.with_changes(characters=names, lines=lines, scene=scene, description=description)


def _line(line: Line, old: str, new: str) -> Line:
    speaker = new if line.speaker == old else line.speaker
    other = {language: renamed(text, old, new) for language, text in line.other.items()}
    return line.with_changes(speaker=speaker, text=renamed(line.text, old, new), other=other)


def _scene(script: Script, panel: Panel, cast: tuple[Character, ...], old: Character, changed: Character) -> str:
    """The scene with every phrase about the cast named by what they are now, those of a kind told apart by number."""
    before = seen_in(script, panel)
    if old not in before:
        return panel.scene
    after = [changed if each == old else each for each in before]
    phrases = []
    for phrase, actor in phrases_of(panel, before):
        if actor is None:
            phrases.append(phrase)
        else:
            now = changed if actor == old else actor
            phrases.append(f"{called(now, after)} {said_of(phrase, actor)}".strip())
    return ", ".join(phrases)


def pinned(script: Script, stars: Sequence[Character]) -> Script:
    """The script with the sheets of the idea's stars in it, word by word, wherever a writer has used their names."""
    for star in stars:
        own = next((each for each in script.characters if each.name.casefold() == star.name.casefold()), None)
        if own is not None:
            script = recast(script, own.name, star)
    return script


def renamed(text: str, old: str, new: str) -> str:
    """A text with one name become another; a Korean particle behind it follows the new name's last sound."""
    if old == new or not old:
        return text
    before, behind = ("가-힣", "") if _HANGUL.search(old) else (r"\w", r"(?![A-Za-z])")
    parts = re.split(rf"(?<![{before}]){re.escape(old)}{behind}", text)
    told = parts[0]
    for words in parts[1:]:
        told += new + _agreeing(words, old, new, calling=not told.strip() or told.rstrip()[-1] in ",.!?…\"'“‘")
    return told


def _agreeing(words: str, old: str, new: str, calling: bool) -> str:
    """The words after a name, their particle made to agree. Between a consonant and its particle names take 이
    (태엽이가); after a vowel they take none (나비가). 야 calls somebody (나비야!) or says who it is (나는 나비야)."""
    if _CALLED_I.match(words) and final_consonant(old) and not final_consonant(new):
        return words[1:]
    for form, pair in _AFTER_NAME:
        if words.startswith(form) and not _HANGUL.match(words[len(form) :]):
            pair = pair if form not in PARTICLES["아/야"] else "아/야" if calling else "이야/야"
            return particle(new, pair) + words[len(form) :]
    return words
