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
from pipeline.writers import Writing

MAX_LOOK = 10
_TAGS = re.compile(r"<[^<>]*>")  # <lora:name:1> and other extra networks
_GRAMMAR = re.compile(r"[()\[\]{}|\\<>]|\bBREAK\b|\bAND\b|:\s*-?\d+(?:\.\d+)?|embedding:")
_THOUGHTS = re.compile(r"<think>.*?(?:</think>|\Z)", re.DOTALL)


def read_script(text: str, language: str, stars: tuple[Character, ...] = ()) -> Script:
    """The Script that a reply tells; `stars` play in it as their sheets say, whatever the reply says of them.

    Raises RemoteError when it tells none; its `reason` is English, for the model.
    """
    told = json_object(text)
    panels = told.get("panels")
    if not isinstance(panels, list) or len(panels) != PANELS:
        count = len(panels) if isinstance(panels, list) else 0
        raise refused(f"there must be exactly {PANELS} panels, not {count}")
    try:
        cast = _cast(told.get("characters"), stars)
        names = names_of(cast)
        return Script(
            title=plain(told.get("title"), 200) or "…",
            logline=plain(told.get("logline"), 500),
            language=language,
            characters=cast,
            panels=tuple(read_panel(beat, panel, names) for beat, panel in zip(BEATS, panels, strict=True)),
        )
    except ValidationError as exc:
        first = exc.errors()[0]
        raise refused(f"{'.'.join(map(str, first['loc'])) or 'script'}: {first['msg']}") from exc


def so_far(text: str) -> Writing:
    """Of a reply that is still arriving: how many panels are told, and its words for whoever watches."""
    told = partly(text)
    panels = [panel for panel in as_list(told.get("panels")) if isinstance(panel, dict)][:PANELS]
    done = sum(1 for panel in panels if "lines" in panel) if len(panels) < PANELS else PANELS - 1
    return Writing(done, PANELS, plain(told.get("title"), 200), tuple(map(words_of_panel, panels)))


def words_of_panel(panel: object) -> tuple[str, ...]:
    """A panel that is still arriving: what happens in it, then its lines."""
    panel = panel if isinstance(panel, dict) else {}
    lines = [line for line in as_list(panel.get("lines")) if isinstance(line, dict)]
    spoken = [(plain(line.get("speaker"), 200), plain(line.get("text"), 300)) for line in lines[:MAX_LINES]]
    said = [f"{speaker}: {text}" if speaker else text for speaker, text in spoken if text]
    return (plain(panel.get("description"), 600), *said)


def partly(text: str) -> dict[str, Any]:
    """The JSON object in a reply that is still arriving, as far as it has come; empty before it begins."""
    text = without_thoughts(text)
    start = text.find("{")
    if start < 0:
        return {}
    try:
        told = from_json(text[start:].encode(), allow_partial="trailing-strings")
    except ValueError:
        return {}
    return told if isinstance(told, dict) else {}


def without_thoughts(text: str) -> str:
    """A reply without what the model thought aloud before it."""
    return _THOUGHTS.sub("", text)


def json_object(text: str) -> dict[str, Any]:
    """The JSON object in a reply, also from between thoughts, courtesies or code fences."""
    text = without_thoughts(text)
    start, end = text.find("{"), text.rfind("}")
    try:
        found = from_json(text[start : end + 1].encode()) if 0 <= start < end else None
    except ValueError as exc:
        raise refused(f"it is not valid JSON ({exc})") from exc
    if not isinstance(found, dict):
        raise refused("it is not a JSON object")
    return found


def names_of(cast: Iterable[Character]) -> dict[str, str]:
    """The names of a cast by how they are written in small letters."""
    return {character.name.casefold(): character.name for character in cast}


def read_characters(told: object) -> tuple[Character, ...]:
    """The characters that a reply lists, each with a name and a look."""
    cast: dict[str, Character] = {}
    for entry in as_list(told):
        entry = entry if isinstance(entry, dict) else {}
        name = plain(entry.get("name"), 200)
        look = tuple(phrase for word in as_list(entry.get("look")) for phrase in visual_phrases(word))
        if not name or not look:
            raise refused("every character needs a name and a look in English visual words")
        cast.setdefault(name.casefold(), Character(name=name, look=look[:MAX_LOOK]))
    return tuple(cast.values())


def _cast(told: object, stars: tuple[Character, ...]) -> tuple[Character, ...]:
    cast = {character.name.casefold(): character for character in (*read_characters(told), *stars)}
    if not 1 <= len(cast) <= MAX_CAST:
        raise refused(f"there must be one to {MAX_CAST} characters, not {len(cast)}")
    return tuple(cast.values())


def read_panel(beat: str, told: object, names: dict[str, str]) -> Panel:
    """One panel of a reply, its people those in `names` (see `names_of`)."""
    told = told if isinstance(told, dict) else {}
    scene = fit(visual_phrases(told.get("scene")), 600)
    if not scene:
        raise refused(f'the scene of panel "{beat}" must be English visual words parted by commas')
    return Panel(
        beat=beat,
        scene=scene,
        description=plain(told.get("description"), 600),
        shot=nearest(told.get("shot"), looks.SHOTS, "full shot"),
        mood=nearest(told.get("mood"), looks.MOODS, "calm"),
        characters=tuple(dict.fromkeys(_known(name, names) for name in as_list(told.get("characters")))),
        lines=read_lines(told.get("lines"), names),
    )


def read_lines(told: object, names: dict[str, str]) -> tuple[Line, ...]:
    """The lines that a reply lists."""
    return tuple(_lines(told, names))[:MAX_LINES]


def _lines(told: object, names: dict[str, str]) -> Iterable[Line]:
    for entry in as_list(told):
        entry = entry if isinstance(entry, dict) else {}
        text = plain(entry.get("text"), 300)
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
    called = plain(name, 200)
    if called.casefold() not in names:
        raise refused(f'"{called}" is not in "characters"')
    return names[called.casefold()]


def visual_phrases(told: object) -> list[str]:
    """English visual phrases in lower case, the prompt grammar taken out: a scene is words, never weights or LoRAs."""
    words = ", ".join(map(str, told)) if isinstance(told, list) else plain(told, 2000)
    bare = _GRAMMAR.sub(" ", _TAGS.sub(" ", words))
    phrases = [" ".join(phrase.split()).strip(" .;:'\"").lower() for phrase in re.split(r"[,\n;]|\.\s", bare)]
    return [phrase[:100] for phrase in phrases if phrase and phrase.isascii()]


def fit(phrases: list[str], limit: int) -> str:
    """As many phrases as `limit` letters hold."""
    while len(", ".join(phrases)) > limit:
        phrases = phrases[:-1]
    return ", ".join(phrases)


def nearest(told: object, known: tuple[str, ...], otherwise: str) -> str:
    """The known word that a reply's own words contain."""
    words = plain(told, 100).lower().replace("-", " ")
    match = (word for word in known if word.replace("-", " ") in words)
    return next(match, otherwise)


def plain(told: object, limit: int) -> str:
    """Somebody's words as one line, without control characters, LoRA tags and doubled blanks, at most `limit` long."""
    if not isinstance(told, str):
        return ""
    visible = "".join(" " if unicodedata.category(letter) in ("Cc", "Cf", "Co", "Cs") else letter for letter in told)
    return " ".join(_TAGS.sub(" ", visible).split())[:limit].strip()


def as_list(told: object) -> list:
    """What should be a list, if it is one."""
    return told if isinstance(told, list) else []


def refused(reason: str) -> RemoteError:
    """A reply that cannot be used, with the reason in English that the model can act on."""
    return RemoteError("chatgpt.bad_reply", reason=reason)
