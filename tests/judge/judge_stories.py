# ruff: noqa: E501  (a row of ideas is one line)
"""What the offline writer promises, over two hundred ideas and five seeds each."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import combinations

from pipeline import lexicon
from pipeline.comic import Idea, Script
from pipeline.lexicon.looks import KINDS, SHOTS
from pipeline.words.particles import PARTICLES, final_consonant
from pipeline.writers.offline import create
from pipeline.writers.offline.lines import LONGEST
from tests.judge.story_ideas import ideas

SEEDS = (0, 1, 2, 3, 4)
_BALLOONS = ("speech", "thought", "shout")


def figures(share: float = 1.0) -> Iterator[str]:
    """Lines of what was measured; AssertionError where a promise is broken."""
    chosen = ideas()[:: max(1, round(1 / share))]
    told = {(idea, seed): write(idea, seed) for idea in chosen for seed in SEEDS}
    for (idea, seed), script in told.items():
        assert script == write(idea, seed), f"{idea.text} {seed}: not the same script twice"
        for broken in faults(idea, script):
            raise AssertionError(f"{idea.text!r}, seed {seed}: {broken}")
    yield f"stories: {len(told)} scripts for {len(chosen)} ideas; all that is named stands in two scenes or more"
    alike, pairs = too_alike(told)
    yield f"stories: {alike} of {pairs} pairs of scripts of two ideas share more than two lines"
    yield f"stories: two seeds of an idea share at most {most_repeated(told):.0%} of their lines"


def write(idea: Idea, seed: int) -> Script:
    """The script of the offline writer."""
    return list(create().write(idea, seed))[-1].script


def faults(idea: Idea, script: Script) -> Iterator[str]:
    """Every broken rule in one script, as a sentence."""
    yield from _unseen(idea, script)
    yield from _not_visual(script)
    yield from _too_much(script, LONGEST[idea.language])
    if len({panel.shot for panel in script.panels}) < 2:
        yield "the shots do not vary"
    if idea.language == "ko":
        yield from wrong_particles(script)
        yield from mixed_levels(script)


def _unseen(idea: Idea, script: Script) -> Iterator[str]:
    found = lexicon.understand(idea.text, idea.language)
    scenes = [panel.scene for panel in script.panels]
    limits = {"place": 2, "time": 2, "weather": 2, "feeling": 1, "doing": 2}
    for sort in ("figure", "thing", "place", "time", "weather", "doing", "feeling"):
        for match in found.of(sort)[: limits.get(sort, 4)]:
            wanted = match.visual
            if sort == "figure":
                wanted = tuple(word for word in match.visual[0].split() if word in KINDS)
            for word in wanted:
                seen = sum(re.search(rf"\b{re.escape(word)}\b", scene) is not None for scene in scenes)
                if seen < 2:
                    yield f"{match.entry.id} ({word}) is seen in {seen} scenes: {scenes}"


def _not_visual(script: Script) -> Iterator[str]:
    for panel in script.panels:
        for phrase in (*panel.scene.split(", "), panel.shot, panel.mood):
            if not lexicon.category(phrase):
                yield f"{phrase!r} is no visual phrase"
        if panel.shot not in SHOTS:
            yield f"{panel.shot} is no shot"
    for character in script.characters:
        for word in character.look:
            if not lexicon.category(word):
                yield f"{word!r} is no visual word"


def _too_much(script: Script, longest: int) -> Iterator[str]:
    for panel in script.panels:
        kinds = [line.kind in _BALLOONS for line in panel.lines]
        if kinds.count(True) > 2 or kinds.count(False) > 1 or not kinds:
            yield f"{len(kinds)} lines in one panel"
        for line in panel.lines:
            if len(line.text) > longest or "{" in line.text:
                yield f"too long or unfilled: {line.text}"


def wrong_particles(script: Script) -> Iterator[str]:
    """Particles after the names and nouns of the story that do not follow their last sound."""
    texts = [line.text for panel in script.panels for line in panel.lines] + [
        panel.description for panel in script.panels
    ]
    nouns = {character.name for character in script.characters} | set(script_nouns(script))
    for noun in nouns:
        for pair, (after_consonant, after_vowel) in PARTICLES.items():
            wrong = after_vowel if final_consonant(noun) else after_consonant
            if pair == "으로/로" and final_consonant(noun) == 8:
                wrong = "으로"
            if len(wrong) == 1 and wrong in "이아야나라다" or pair.startswith("이"):
                wrong += "(?=[ ,.!?…])" if wrong in ("을", "를", "은", "는", "과", "와") else "(?=$a)"
            for text in texts:
                if re.search(rf"(?<![가-힣]){re.escape(noun)}{wrong}(?![가-힣])", text):
                    yield f"{noun} is followed by {wrong}: {text}"


def script_nouns(script: Script) -> tuple[str, ...]:
    """The lexicon's nouns that stand in a script's lines."""
    text = " ".join(line.text for panel in script.panels for line in panel.lines)
    found = lexicon.understand(text, "ko")
    return tuple(match.word for match in found.matches if match.entry.sort in ("thing", "place", "figure"))


_POLITE = re.compile(r"(?:요|니다|[습입합됩갑닙십]니까|죠|시오)$")
_CASUAL = re.compile(r"(?:[가-힣](?:거든|잖아|했어|었어|았어|였어|할래|할게|을래|을게|갈래|갈게|는데도|구나|네가|지마|하자|가자|먹자|보자|어때)|이야|거야|아냐|싫어|좋아|없어|있어|같아|몰라|알아|봤어|줄래)$")  # fmt: skip


def mixed_levels(script: Script) -> Iterator[str]:
    """Speakers who say 반말 in one balloon and 존댓말 in another. Thoughts are one's own and stay out of it."""
    levels: dict[str, Counter] = defaultdict(Counter)
    for panel in script.panels:
        for line in panel.lines:
            if line.kind in ("speech", "shout") and line.speaker:
                for sentence in re.split(r"[.!?…,]+", re.sub(r"[“\"‘'(].*?[”\"’')]", "", line.text)):
                    sentence = sentence.strip()
                    if _POLITE.search(sentence):
                        levels[line.speaker]["polite"] += 1
                    elif _CASUAL.search(sentence):
                        levels[line.speaker]["casual"] += 1
    for speaker, counted in levels.items():
        if len(counted) > 1:
            said = [line.text for panel in script.panels for line in panel.lines if line.speaker == speaker]
            yield f"{speaker} mixes levels: {said}"


def too_alike(told: dict[tuple[Idea, int], Script]) -> tuple[int, int]:
    """How many pairs of scripts of different ideas share more than two lines: there may be none; and how many pairs there are."""
    holders: dict[str, set] = defaultdict(set)
    for (idea, seed), script in told.items():
        for line in spoken(script):
            holders[line].add((idea.text, seed))
    shared: Counter = Counter()
    for scripts in holders.values():
        shared.update((one, other) for one, other in combinations(sorted(scripts), 2) if one[0] != other[0])
    alike = [pair for pair, count in shared.items() if count > 2]
    pairs = len(told) * (len(told) - len(SEEDS)) // 2
    assert not alike, f"{len(alike)} of {pairs} pairs are alike, as {alike[:3]}"
    return len(alike), pairs


def most_repeated(told: dict[tuple[Idea, int], Script]) -> float:
    """The largest share of lines that two seeds of one idea have in common; more than half breaks the promise."""
    most = 0.0
    for idea in {idea for idea, _ in told}:
        for one, other in combinations(SEEDS, 2):
            first, second = spoken(told[idea, one]), spoken(told[idea, other])
            share = len(first & second) / min(len(first), len(second))
            assert share <= 0.5, f"{idea.text}: seeds {one} and {other} share {share:.0%}: {first & second}"
            most = max(most, share)
    return most


def spoken(script: Script) -> set[str]:
    """The lines of a script as a set of texts."""
    return {line.text for panel in script.panels for line in panel.lines}
