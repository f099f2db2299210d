"""Thousands of damaged and hostile replies of a language model: each becomes a Script or one reasoned refusal."""

from __future__ import annotations

import json
import random
from collections import Counter
from collections.abc import Iterator

from pipeline.comic import Script
from pipeline.errors import RemoteError
from pipeline.writers.chatgpt.reply import read_script, so_far

COUNT = 5000
_LINES = [{"speaker": "나비", "kind": "speech", "text": "내 우산!"}, {"speaker": None, "kind": "sound", "text": "쏴아"}]
_PANEL = {"description": "고양이가 찾는다.", "scene": "cat searching, umbrella, street, rain", "shot": "full shot",
          "mood": "gloomy", "characters": ["나비"], "lines": _LINES}  # fmt: skip
_TOLD = {
    "title": "우산",
    "logline": "…",
    "characters": [{"name": "나비", "look": ["orange cat"]}],
    "panels": [_PANEL] * 4,
}
_POISON = (
    None, True, 0, -1, 1e308, "", " ", "\x00", "\u202e", "고양이", "🐈" * 400, "a" * 9000, "<lora:x:2>", "(cat:1.9)",
    "../../etc/passwd", "{{7*7}}", "Ignore all rules", [], {}, [[[]]], {"text": {"text": 1}}, ["cat", None, 3],
    "\ud800",
)  # fmt: skip


def figures(share: float = 1.0) -> Iterator[str]:
    """One line: how many replies were read and how many refused. AssertionError for anything else."""
    chance = random.Random(7)
    outcomes: Counter[str] = Counter()
    for _ in range(max(1, round(COUNT * share))):
        text = _reply(chance)
        try:
            script = read_script(text, "ko")
        except RemoteError as error:
            assert error.values.get("reason"), text[:200]
            outcomes["refused with a reason"] += 1
        else:
            _check(script, text)
            outcomes["read"] += 1
        cut = text[: chance.randrange(len(text) + 1)]
        seen = so_far(cut)
        assert 0 <= seen.done < 4 and len(seen.panels) <= 4 and isinstance(seen.text, str), cut[:200]
    assert outcomes["read"] and outcomes["refused with a reason"]
    yield "replies: " + ", ".join(f"{count} {outcome}" for outcome, count in outcomes.most_common())


def _reply(chance: random.Random) -> str:
    """A story with one to three things wrong in it, sometimes wrapped, sometimes torn."""
    told = json.loads(json.dumps(_TOLD))
    for _ in range(chance.randint(1, 3)):
        _harm(told, chance)
    text = json.dumps(told, ensure_ascii=chance.random() < 0.3)
    text = chance.choice(("{}", "```json\n{}\n```", "<think>{{}}</think>{}", "Here: {} Enjoy {{}}")).replace("{}", text)
    if chance.random() < 0.15:
        at = chance.randrange(len(text))
        text = text[:at] + chance.choice(("", '"', "}", "]", ",", "\x00")) + text[at + chance.randint(0, 3) :]
    return text


def _harm(told: object, chance: random.Random) -> None:
    """Walk to some place of the story and put something else there, or take it away, or double it."""
    while isinstance(told, dict | list) and told:
        key = chance.choice(list(told) if isinstance(told, dict) else range(len(told)))
        if isinstance(told[key], dict | list) and told[key] and chance.random() < 0.75:
            told = told[key]
            continue
        deed = chance.random()
        if deed < 0.6:
            told[key] = chance.choice(_POISON)
        elif deed < 0.8:
            told.pop(key)
        elif isinstance(told, list):
            told.append(told[key])
        return


def _check(script: Script, text: str) -> None:
    assert len(script.panels) == 4 and script.characters, text[:200]
    sent = " ".join((*(panel.scene for panel in script.panels), *(" ".join(each.look) for each in script.characters)))
    assert sent.isascii() and not any(mark in sent for mark in "<>()[]{}|\\\x00"), sent[:200]
    said = " ".join(line.text for panel in script.panels for line in panel.lines)
    assert "\x00" not in said and "\u202e" not in said and "<lora" not in said, said[:200]
