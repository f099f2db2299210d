"""Presets: whatever is saved is read alike by every library, and no YAML from elsewhere gets past one sentence."""

from __future__ import annotations

import random
import time
from collections.abc import Iterator

import yaml
from ruamel.yaml import YAML

from pipeline import presets, samplers, words
from pipeline.errors import NecutError
from pipeline.presets.preset import Preset
from pipeline.presets.reading import read_text
from pipeline.presets.saving import rewritten

SAVES = 1_000
HOSTILE = 5_000
SECONDS = 1.0
_TEXTS = ("", "on", "12:30", "0777", "null", "- a", "a: b # c", "1e3", "[x", "'", '"', "비 오는 날", "a\nb", " a ", "~")
_PIECES = (
    "steps", "sampler", "seed", "loras", ":", ": ", "\n", "\n  ", "- ", "&a ", "*a", "!!int ", "{", "}", "[", "]", "? ",
    "|", ">", "'", '"', "#", "30", "-1", "1e9", "Euler a", "Karras", "null", "true", "---\n", "%YAML 1.1\n", "<<: ",
    "\t", "\x00", "\ufeff", "비",
)  # fmt: skip

_BLOCKS = {
    "steps": ("steps: 30\n", "steps: 30   # 서른 걸음\n", "steps: 0030\n\n"),
    "cfg_scale": ("cfg_scale: 6.50 # soft\n", "cfg_scale: 7\n"),
    "seed": ("seed: null\n", "seed: 564404008  # 늘 같은\n"),
    "style": ("style: 'ink, 3:4'\n", 'style: "수채화, 비"\n', "style: |\n  먹\n  비 오는 날 # 주석 아님\n"),
    "negative_prompt": (
        "negative_prompt: >-\n  blurry, (worst quality:1.2),\n  text\n\n",
        'negative_prompt: "흐림: 글자 # 아님"\n',
    ),
    "loras": ("loras:\n- name: a\n  weight: 0.5\n", "loras:\n  - {name: 먹선, weight: 1}  # 굵게\n"),
}
_CHANGES = {
    "steps": (1, 24, 150),
    "cfg_scale": (1.0, 6.5, 7.25),
    "seed": (None, 0, 7),
    "style": ("", "noir", "비: 오는 # 날", "a\nb"),
    "negative_prompt": ("글자", "(x:1.2), [y]"),
    "loras": ([{"name": "ink", "weight": 0.8}], []),
}


def figures(share: float = 1.0) -> Iterator[str]:
    """Raises AssertionError when a library reads something else, or a text gets another error than a sentence."""
    chance = random.Random(7)
    yield f"{_shipped()} shipped presets read alike by PyYAML and ruamel.yaml"
    saves = max(20, round(SAVES * share))
    for _ in range(saves):
        _saved_alike(chance)
    yield f"{saves} random saves over commented files read back alike"
    kept = sum(_only_its_lines(chance) for _ in range(saves))
    yield f"{saves} saves of one to three fields: {kept} other lines, every one as it was"
    yield _hostile(chance, max(100, round(HOSTILE * share)))
    yield f"a bomb of 64 KB refused in {_bomb() * 1000:.0f} ms"


def _shipped() -> int:
    paths = sorted(presets.SHIPPED.glob("*.yaml"))
    for path in paths:
        text = path.read_text(encoding="utf-8")
        assert yaml.safe_load(text) == YAML(typ="safe").load(text) == dict(YAML().load(text)), path.name
        read_text(text, path.name)
    return len(paths)


def _saved_alike(chance: random.Random) -> None:
    before = chance.choice(sorted(presets.SHIPPED.glob("*.yaml"))).read_text(encoding="utf-8")
    wanted = Preset.model_validate(_values(chance))
    written = rewritten(before, read_text(before, "x").closed(), wanted.closed())
    assert read_text(written, "x") == wanted
    assert (yaml.safe_load(written) or {}) == (YAML(typ="safe").load(written) or {})
    comments = [line for line in before.splitlines() if line.startswith("# ")]
    assert comments[0] in written, "the first comment is kept whatever is changed"


def _only_its_lines(chance: random.Random) -> int:
    """One to three fields changed in a file with comments, Korean and text of several lines: the lines of all other
    fields, and every comment, stand as they stood and in their order. Says how many lines that were."""
    blocks = [
        chance.choice(_BLOCKS[field]) for field in chance.sample(sorted(_BLOCKS), chance.randint(2, len(_BLOCKS)))
    ]
    before = chance.choice(("", "# 내 프리셋\n\n", "# mine: a # b\n")) + "".join(blocks)
    preset = read_text(before, "x")
    fields = chance.sample(sorted(_BLOCKS), chance.randint(1, 3))
    wanted = preset.with_changes(**{field: chance.choice(_CHANGES[field]) for field in fields})
    after = rewritten(before, preset.closed(), wanted.closed())
    assert read_text(after, "x") == wanted
    changed = {field for field in fields if preset.closed().get(field) != wanted.closed().get(field)}
    others = [line for block in blocks if block.lstrip("#").split(":")[0] not in changed for line in block.splitlines()]
    remaining = iter(after.splitlines())
    assert all(line in remaining for line in others), f"{fields}:\n{before}\n→\n{after}"
    return len(others)


def _values(chance: random.Random) -> dict[str, object]:
    sampler = chance.choice(samplers.names())
    values = {
        "negative_prompt": chance.choice(_TEXTS),
        "style": chance.choice(_TEXTS),
        "sampler": sampler,
        "schedule_type": chance.choice(samplers.schedule_types(sampler)),
        "steps": chance.randint(1, 150),
        "cfg_scale": chance.random() * 10 ** chance.randint(-6, 1),
        "seed": chance.choice((None, chance.randrange(2**32))),
        "loras": [{"name": chance.choice(_TEXTS), "weight": chance.uniform(-4, 4)}],
    }
    return {name: value for name, value in values.items() if chance.random() < 0.7}


def _hostile(chance: random.Random, count: int) -> str:
    refused = 0
    for _ in range(count):
        text = "".join(chance.choice(_PIECES) for _ in range(chance.randrange(30)))
        try:
            read_text(text, "x.yaml")
        except NecutError as error:
            refused += 1
            for language in words.LANGUAGES:
                assert "x.yaml" in words.tell(error, language), text
    return f"{count} hostile texts: {refused} refused in one sentence, the others were presets"


def _bomb() -> float:
    """The slowest of the usual bombs: nested references, deep nesting, a wide mapping."""
    laughs = "a0: &a0 [x,x,x,x,x,x,x,x,x]\n" + "".join(
        f"a{n}: &a{n} [{','.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 99)
    )
    deep = "style: " + "[" * 60_000
    wide = "\n".join(f"k{n}: 1" for n in range(8_000))
    slowest = 0.0
    for text in (laughs, deep, wide, "{" * 60_000, "? " * 30_000, "- " * 30_000, "!!a " * 15_000, '"\\x41' * 10_000):
        start = time.perf_counter()
        try:
            read_text(text[:65_536], "bomb.yaml")
        except NecutError:
            slowest = max(slowest, time.perf_counter() - start)
        else:
            raise AssertionError("a bomb was read")
    assert slowest < SECONDS, f"{slowest:.2f} s for a bomb"
    return slowest
