"""Reading a language model's reply: text → Script. A reply is data; nothing in it is a path, a URL or a setting.

What has one sensible reading is read so (a name in other capitals, a shot in other words); what has
not is refused with a reason that the model can act on.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from typing import Any

from pydantic import ValidationError
from pydantic_core import from_json

from pipeline.comic import BEATS, LINE_KINDS, MAX_CAST, MAX_LINES, PANELS, Character, Line, Panel, Script
from pipeline.errors import RemoteError
from pipeline.lexicon import looks

MAX_LOOK = 10
_TAGS = re.compile(r"<[^<>]*>")  # <lora:name:1> and other extra networks
_GRAMMAR = re.compile(r"[()\[\]{}|\\<>]|\bBREAK\b|\bAND\b|:\s*-?\d+(?:\.\d+)?|embedding:")
_THOUGHTS = re.compile(r"<think>.*?</think>", re.DOTALL)


def read_script(text: str, language: str) -> Script:
    """The Script that a reply tells. Raises RemoteError when it tells none; its `reason` is English, for the model."""
    told = _json_object(text)
    panels = told.get("panels")
    if not isinstance(panels, list) or len(panels) != PANELS:
        count = len(panels) if isinstance(panels, list) else 0
        raise _refused(f"there must be exactly {PANELS} panels, not {count}")
    try:
        cast = _cast(told.get("characters"))
        names = {character.name.casefold(): character.name for character in cast}
        return Script(
            title=_plain(told.get("title"), 200) or "…",
            logline=_plain(told.get("logline"), 500),
            language=language,
            characters=cast,
            panels=tuple(_panel(beat, panel, names) for beat, panel in zip(BEATS, panels, strict=True)),
        )
    except ValidationError as exc:
        first = exc.errors()[0]
        raise _refused(f"{'.'.join(map(str, first['loc'])) or 'script'}: {first['msg']}") from exc


def so_far(text: str) -> tuple[int, str]:
    """Of a reply that is still arriving: how many panels are told, and its words for whoever watches."""
    start = text.find("{")
    if start < 0:
        return 0, ""
    try:
        told = from_json(text[start:].encode(), allow_partial="trailing-strings")
    except ValueError:
        return 0, ""
    told = told if isinstance(told, dict) else {}
    panels = [panel for panel in _list(told.get("panels")) if isinstance(panel, dict)]
    words = [told.get("title"), *(panel.get("description") for panel in panels)]
    finished = sum(1 for panel in panels if "lines" in panel) if len(panels) < PANELS else PANELS - 1
    return finished, "\n".join(_plain(each, 600) for each in words if isinstance(each, str) and each.strip())


def _json_object(text: str) -> dict[str, Any]:
    """The JSON object in a reply, also from between thoughts, courtesies or code fences."""
    text = _THOUGHTS.sub("", text)
    start, end = text.find("{"), text.rfind("}")
    try:
        found = from_json(text[start : end + 1].encode()) if 0 <= start < end else None
    except ValueError as exc:
        raise _refused(f"it is not valid JSON ({exc})") from exc
    if not isinstance(found, dict):
        raise _refused("it is not a JSON object")
    return found


def _cast(told: object) -> tuple[Character, ...]:
    cast: dict[str, Character] = {}
    for entry in _list(told):
        entry = entry if isinstance(entry, dict) else {}
        name = _plain(entry.get("name"), 200)
        look = tuple(phrase for word in _list(entry.get("look")) for phrase in visual_phrases(word))
        if not name or not look:
            raise _refused("every character needs a name and a look in English visual words")
        cast.setdefault(name.casefold(), Character(name=name, look=look[:MAX_LOOK]))
    if not 1 <= len(cast) <= MAX_CAST:
        raise _refused(f"there must be one to {MAX_CAST} characters, not {len(cast)}")
    return tuple(cast.values())


def _panel(beat: str, told: object, names: dict[str, str]) -> Panel:
    told = told if isinstance(told, dict) else {}
    scene = _fit(visual_phrases(told.get("scene")), 600)
    if not scene:
        raise _refused(f'the scene of panel "{beat}" must be English visual words parted by commas')
    return Panel(
        beat=beat,
        scene=scene,
        description=_plain(told.get("description"), 600),
        shot=_nearest(told.get("shot"), looks.SHOTS, "full shot"),
        mood=_nearest(told.get("mood"), looks.MOODS, "calm"),
        characters=tuple(dict.fromkeys(_known(name, names) for name in _list(told.get("characters")))),
        lines=tuple(_lines(told.get("lines"), names))[:MAX_LINES],
    )


def _lines(told: object, names: dict[str, str]) -> Iterable[Line]:
    for entry in _list(told):
        entry = entry if isinstance(entry, dict) else {}
        text = _plain(entry.get("text"), 300)
        kind = entry.get("kind") if entry.get("kind") in LINE_KINDS else "speech"
        speaker = entry.get("speaker")
        if not text:
            continue
        if kind in ("caption", "sound"):
            yield Line(text=text, kind=kind)
        elif not speaker:
            yield Line(text=text, kind="caption")
        else:
            yield Line(speaker=_known(speaker, names), text=text, kind=kind)


def _known(name: object, names: dict[str, str]) -> str:
    plain = _plain(name, 200)
    if plain.casefold() not in names:
        raise _refused(f'"{plain}" is not in "characters"')
    return names[plain.casefold()]


def visual_phrases(told: object) -> list[str]:
    """English visual phrases in lower case, the prompt grammar taken out: a scene is words, never weights or LoRAs."""
    words = ", ".join(map(str, told)) if isinstance(told, list) else _plain(told, 2000)
    bare = _GRAMMAR.sub(" ", _TAGS.sub(" ", words))
    phrases = [" ".join(phrase.split()).strip(" .;:'\"").lower() for phrase in re.split(r"[,\n;]|\.\s", bare)]
    return [phrase[:100] for phrase in phrases if phrase and phrase.isascii()]


def _fit(phrases: list[str], limit: int) -> str:
    while len(", ".join(phrases)) > limit:
        phrases = phrases[:-1]
    return ", ".join(phrases)


def _nearest(told: object, known: tuple[str, ...], otherwise: str) -> str:
    plain = _plain(told, 100).lower().replace("-", " ")
    match = (word for word in known if word.replace("-", " ") in plain)
    return next(match, otherwise)


def _plain(told: object, limit: int) -> str:
    """Words without control characters, LoRA tags and doubled blanks, not longer than `limit`."""
    if not isinstance(told, str):
        return ""
    visible = "".join(" " if unicodedata.category(letter) in ("Cc", "Cf", "Co", "Cs") else letter for letter in told)
    return " ".join(_TAGS.sub(" ", visible).split())[:limit].strip()


def _list(told: object) -> list:
    return told if isinstance(told, list) else []


def _refused(reason: str) -> RemoteError:
    return RemoteError("chatgpt.bad_reply", reason=reason)
