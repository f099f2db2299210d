"""The drift meter on comics of the offline writer and the sketch artist: it finds the character that was swapped, and
shots, lights and finishes do not alarm it."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator

from pipeline import layout
from pipeline.artists.sketch.artist import SketchArtist, draw_recipe
from pipeline.cast import recast
from pipeline.cast.drift import Shown, Verdict, measure
from pipeline.comic import Character, Panel, Script, split_phrases
from pipeline.lexicon import looks
from pipeline.presets.preset import Preset
from pipeline.prompters import get
from pipeline.writers.offline.teller import tell_story
from tests.judge.story_ideas import ideas

COMICS = 200
FOUND = 0.9
ALARMS = 0.05
_IDEAS = ideas()
_SEEN = 3  # panels that the swapped character is in: of two sights nobody knows which is right
_SEEDS = 2**32
_TIMES, _WEATHER = ("day", "morning", "night", "sunset", "dawn"), ("rain", "snow", "fog", "storm", "cloudy")
_SHOTS = ("full shot", "bust shot", "close-up", "wide shot", "low angle")


def figures(share: float = 1.0) -> Iterator[str]:
    """Three counts. Raises AssertionError when too few swaps are found or too many others are flagged."""
    count = max(6, round(COMICS * share))
    yield _swapped(count)
    yield _lit(max(3, count // 4))
    yield _finished(max(3, count // 8))


def _swapped(count: int) -> str:
    """Comics with one panel's character swapped, and the same comics as they were; every other one in a finish."""
    found = flagged = quiet = unswapped = 0
    for number in range(count):
        chance = random.Random(f"swapped {number}")
        script, who = _story(chance)
        style = chance.choice(looks.STYLES) if chance.random() < 0.5 else ""
        shown = [_drawn(script, panel, chance, style) for panel in range(len(script.panels))]
        where = chance.choice([at for at, panel in enumerate(script.panels) if who.name in panel.characters])
        other = recast(script, who.name, who.with_changes(look=_somebody_else(who, chance).look))
        swapped = list(shown)
        swapped[where] = _drawn(other, where, chance, style)
        for verdict in (*measure(shown), *measure(swapped)):
            unswapped += 1
            flagged += verdict.says == "departs"
            quiet += verdict.says == "cannot_tell"
        caught = _says(measure(swapped), where, who.name) == "departs"
        found, flagged, unswapped = found + caught, flagged - caught, unswapped - 1
    assert count - found <= max(1, round((1 - FOUND) * count)), f"of {count} swapped characters {found} were found"
    assert flagged <= max(2, ALARMS * unswapped), f"{flagged} of {unswapped} that were not swapped were flagged"
    return (
        f"{found} of {count} swapped characters found ({found / count:.1%}); of {unswapped} others "
        f"{flagged} flagged ({flagged / unswapped:.1%}), {quiet} not to be told"
    )


def _lit(count: int) -> str:
    """Every panel in a light, a weather, a mood and a shot of its own: the character stays the same."""

    def change(panel: Panel, chance: random.Random) -> Panel:
        kept = [phrase for phrase in split_phrases(panel.scene) if phrase not in (*looks.TIMES, *looks.WEATHER)]
        sky = [chance.choice(_TIMES), *([chance.choice(_WEATHER)] if chance.random() < 0.5 else [])]
        return panel.with_changes(
            scene=", ".join((*kept, *sky)), shot=chance.choice(_SHOTS), mood=chance.choice(looks.MOODS)
        )

    flagged, all_of_them, _ = _alarms("lit", count, change, lambda chance: "")
    assert flagged <= max(4, ALARMS * all_of_them), f"{flagged} of {all_of_them} flagged because of light or shot"
    return (
        f"{flagged} of {all_of_them} flagged ({flagged / all_of_them:.1%}) where each panel has its own light and shot"
    )


def _finished(count: int) -> str:
    """Every panel in a finish of its own: nothing to compare, and nothing said."""
    flagged, all_of_them, quiet = _alarms("finished", count, lambda panel, _: panel, lambda c: c.choice(looks.STYLES))
    assert flagged <= max(2, ALARMS * all_of_them), f"{flagged} of {all_of_them} flagged because of the finish"
    return f"{flagged} of {all_of_them} flagged, {quiet} not to be told, where each panel has its own finish"


def _alarms(
    seed: str, count: int, change: Callable[[Panel, random.Random], Panel], style: Callable[[random.Random], str]
) -> tuple[int, int, int]:
    """Of comics in which nobody was swapped: flags, verdicts, and those that could not be given."""
    verdicts: list[Verdict] = []
    for number in range(count):
        chance = random.Random(f"{seed} {number}")
        script, _ = _story(chance)
        for at, panel in enumerate(script.panels):
            script = script.with_panel(at, change(panel, chance))
        verdicts += measure([_drawn(script, at, chance, style(chance)) for at in range(len(script.panels))])
    says = [verdict.says for verdict in verdicts]
    return says.count("departs"), len(says), says.count("cannot_tell")


def _story(chance: random.Random) -> tuple[Script, Character]:
    """A story, and somebody who is in most of its panels."""
    while True:
        script = tell_story(chance.choice(_IDEAS), chance.randrange(_SEEDS))
        often = [
            each for each in script.characters if sum(each.name in panel.characters for panel in script.panels) >= _SEEN
        ]
        if often:
            return script, chance.choice(often)


def _somebody_else(who: Character, chance: random.Random) -> Character:
    """A character of another story: another kind or body, or for people of the kind at least another hairdo."""
    while True:
        other = chance.choice(tell_story(chance.choice(_IDEAS), chance.randrange(_SEEDS)).characters)
        if other.look[0] != who.look[0] or (len(other.look) > 2 and other.look[1:2] != who.look[1:2]):
            return other


def _drawn(script: Script, panel: int, chance: random.Random, style: str) -> Shown:
    """A panel as the sketch artist draws it, in one of the wordings that the prompter offers."""
    seed = chance.randrange(_SEEDS)
    prompt = get("cast").propose(script, panel, seed)
    prompt = prompt.with_candidate(chance.choice(prompt.candidates)).with_changes(candidates=())
    region = layout.lay_out(layout.get("grid")).panels[panel]
    drawn = draw_recipe(SketchArtist().resolve(Preset(seed=seed, style=style or None), prompt, region.size))
    return Shown(panel, drawn.picture, drawn.figures, style)


def _says(verdicts: tuple[Verdict, ...], panel: int, character: str) -> str:
    return next((each.says for each in verdicts if (each.panel, each.character) == (panel, character)), "cannot_tell")
