"""Whether a turn changes anything, by what can be counted: who is there, what they do and show, what is new.

This measures words. A turn that surprises without any of it (an irony, say) is not seen here, so the
verdict comes with all that was found.
"""

from __future__ import annotations

import re

from pipeline.comic import BEATS, Notice, Panel, Script, split_phrases
from pipeline.lexicon import category
from pipeline.lexicon.looks import KINDS, POSES
from pipeline.writers.offline.telling import noun_of

TURN = BEATS.index("turn")
ENOUGH = 3
"""The weight from which on a panel is said to change the story; below it, but above nothing, a little."""
_MOST, _SHOWN = 2, 3
"""How many findings of a sort count, and how many are named."""
_ORDER = ("second", "third")
_POSES = sorted(POSES, key=len, reverse=True)
_WEIGHTS = {"enters": 2, "leaves": 1, "thing": 2, "place": 1, "face": 1, "doing": 1, "words": 1}
_OF_SOMEBODY = {"face": "expression", "doing": "pose"}
"""What is found in the phrases that tell of somebody, by the sort of those."""
_TURNING = {
    "ko": r"근데|그런데|하지만|사실|알고 보니|아니[,. !?…]|어[?!…]|엥|설마|혹시|잠깐|저기…|갑자기|드디어|\?!|!\?",
    "en": r"\b(?:but|wait|actually|turns out|suddenly|finally|instead|huh|what)\b|\?!|!\?|\.\.\.\s*oh\b",
}


def changes(script: Script) -> tuple[str, tuple[Notice, ...]]:
    """ "yes", "little" or "no", and what differs between the turn and the panels before it, by name."""
    before, turn = script.panels[:TURN], script.panels[TURN]
    found = _differences(before, turn, script)
    weight = sum(_WEIGHTS[name] * min(_MOST, len(what)) for name, what in found.items())
    notices = tuple(Notice(key=f"desk.found_{name}", values={"what": _named(name, found, script)}) for name in found)
    return "yes" if weight >= ENOUGH else "little" if weight else "no", notices


def _differences(before: tuple[Panel, ...], turn: Panel, script: Script) -> dict[str, list[str]]:
    last, language = before[-1], script.language
    found: dict[str, list[str]] = {
        "enters": [name for name in turn.characters if name not in last.characters],
        "leaves": [name for name in last.characters if name not in turn.characters],
    }
    earlier = {word for panel in before for word in _sorted(panel)["prop"]}
    here, there = _sorted(turn), _sorted(last)
    found["thing"] = [noun_of(word, language) for word in here["prop"] if word not in earlier]
    found["place"] = [
        noun_of(word, language) for word in here["place"] if there["place"] and word not in there["place"]
    ]
    for name, sort in _OF_SOMEBODY.items():
        found[name] = [phrase for phrase in here[sort] if phrase not in there[sort]]
    said = " ".join(line.text for line in turn.lines)
    found["words"] = list(dict.fromkeys(match[0].strip() for match in re.finditer(_TURNING[language], said, re.I)))
    return {name: list(dict.fromkeys(words)) for name, words in found.items() if words}


def _named(name: str, found: dict[str, list[str]], script: Script) -> str:
    """What was found of a sort, a few of them; of faces and doings whose they are."""
    what = found[name]
    if name in _OF_SOMEBODY:
        what = list(dict.fromkeys(_whose(phrase, script) for phrase in what))
    return ", ".join(what[:_SHOWN])


def _whose(phrase: str, script: Script) -> str:
    """Of whom "second cat surprised" tells: the second cat's name, or the kind where nobody is called so."""
    words = phrase.split()
    nth = _ORDER.index(words.pop(0)) + 1 if words[0] in _ORDER else 0
    kind = words[0]
    named = [character.name for character in script.characters if character.look and kind in character.look[0].split()]
    return named[nth] if nth < len(named) else noun_of(kind, script.language)


def _sorted(panel: Panel) -> dict[str, list[str]]:
    """A scene's phrases by what they tell. What somebody does counts without what they hold."""
    phrases: dict[str, list[str]] = {"prop": [], "place": [], "expression": [], "pose": []}
    for phrase in split_phrases(panel.scene):
        sort = category(phrase)
        if sort == "pose" and any(kind in phrase.split() for kind in KINDS):
            words = phrase.split()
            at = 2 if words[0] in _ORDER else 1
            pose = next((pose for pose in _POSES if " ".join([*words[at:], ""]).startswith(f"{pose} ")), words[at])
            phrases["pose"].append(" ".join([*words[:at], pose]))
            held = " ".join(words[at:]).removeprefix(pose).strip()
            if held and category(held) == "prop":
                phrases["prop"].append(held)
        elif sort in phrases:
            phrases[sort].append(phrase)
    return phrases
