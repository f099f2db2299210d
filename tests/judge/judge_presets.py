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


def figures(share: float = 1.0) -> Iterator[str]:
    """Raises AssertionError when a library reads something else, or a text gets another error than a sentence."""
    chance = random.Random(7)
    yield f"{_shipped()} shipped presets read alike by PyYAML and ruamel.yaml"
    saves = max(20, round(SAVES * share))
    for _ in range(saves):
        _saved_alike(chance)
    yield f"{saves} random saves over commented files read back alike"
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
