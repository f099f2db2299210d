"""What the models that ship with Necut promise: the prompt writer and the recogniser."""

from __future__ import annotations

import random
from collections.abc import Iterator

from pipeline.artists.sketch.read import words_of
from pipeline.comic import Piece, split_phrases
from pipeline.lexicon import looks
from pipeline.prompters import CANDIDATES, gpt2
from training import beginnings, captions, fitting, recogniser
from training.scenes import UNSEEN, numbered

SCENES = 200
"""Scenes that the prompt writer continues, in five ways each."""
SKETCHES = 3_000
"""Unseen sketches that the recogniser looks at."""
KNOWN, SOUND, FITS, VARIED = 0.98, 0.94, 0.75, 0.9
"""The least shares: of words that the lexicon knows, of continuations that contradict nothing, of things that belong
to the place, and of wordings that nobody else got for the same scene."""
RIGHT = 0.99
TYPED = (
    "a wizard and his owl in a tower at midnight", "a pirate ship in a storm", "two kids build a sandcastle at noon",
    "a knight meets a dragon in the woods", "my grandma bakes a cake in the kitchen", "a lost puppy on a rainy evening",
    "an astronaut waters a plant in outer space", "a tired student asleep in the classroom", "a snail wins a race",
    "a detective searches the library at night", "a bear on a diet looks at a cake", "a witch flies over the city",
    "a sleepy cat under the stars", "a boy and his kite in the meadow", "a robot serves coffee in a cafe",
    "a lonely ghost at the bus stop in the fog", "a chef drops the soup in a busy restaurant", "a fox in the snow",
    "a nurse reads a letter at the hospital", "a frog sings on stage", "an alien shops for milk", "the last train home",
)  # fmt: skip
"""Scenes as people type them, with words that the model never saw."""
_ONE_OF = ("time", "shot", "mood", "place")
_NEVER_TOGETHER = tuple(
    frozenset(pair)
    for word, others in {
        "sunny": ("rain", "snow", "storm", "fog", "cloudy", "starry sky", "night"),
        "starry sky": ("morning", "day", "rain", "snow", "storm", "fog", "rainbow"),
        "rainbow": ("night", "snow", "fog"),
        "snow": ("rain", "storm", "desert"),
    }.items()
    for pair in ((word, other) for other in others)
)
_NO_WEATHER = frozenset({*looks.INDOORS, "space", "underwater"})


def figures(share: float = 1.0) -> Iterator[str]:
    """Lines of what was measured; AssertionError where a promise is broken. Nothing where no model ships."""
    if (gpt2.SHIPPED / "necut-prompts").is_dir():
        yield from _prompt_writer(max(10, round(SCENES * share)))
    if (recogniser.FOLDER / recogniser.WEIGHTS).is_file():
        yield _recogniser(max(60, round(SKETCHES * share)))


def _prompt_writer(count: int) -> Iterator[str]:
    from pipeline.prompters.gpt2.continuing import continued
    from pipeline.prompters.gpt2.model import load

    writer = load("necut-prompts")
    words = known = wordings = things = fitting_things = 0
    faults: list[str] = []
    different: list[float] = []
    for number in range(count):
        start = beginning(number)
        pieces = tuple(Piece(text=phrase, origin="scene") for phrase in split_phrases(start))
        added = [
            [piece.text for piece in each if piece.origin == "gpt2"]
            for each in continued(writer, pieces, f"judge {number}", CANDIDATES)
        ]
        different.append(len({tuple(sorted(each)) for each in added}) / len(added))
        place = next((word for category, word in words_of(start)[0] if category == "place"), "")
        for tags in added:
            wordings += 1
            words += len(tags)
            known += sum(not words_of(tag)[1] for tag in tags)
            faults += [f"{start} → {', '.join(tags)}: {fault}" for fault in contradictions(start, tags)][:1]
            props = [word for tag in tags for category, word in words_of(tag)[0] if category == "prop"] if place else []
            things += len(props)
            fitting_things += sum(prop in fitting.PLACE_THINGS[place] for prop in props)
    sound, fits = 1 - len(faults) / wordings, fitting_things / max(1, things)
    varied = sum(different) / len(different)
    assert known / words >= KNOWN, f"only {known / words:.1%} of the added phrases are known words"
    small = 0.1 if count < 100 else 0.0  # a few scenes prove little
    assert sound >= SOUND - small, f"{1 - sound:.1%} of continuations contradict their scene, as {faults[0]}"
    assert fits >= FITS - 2 * small, f"only {fits:.1%} of the added things belong to the place"
    assert varied >= VARIED, f"only {varied:.1%} of the wordings of a scene differ"
    yield f"prompt writer: {wordings} continuations; {known / words:.2%} of {words} phrases are known words"
    yield f"prompt writer: {sound:.2%} contradict nothing, {fits:.2%} of {things} things belong to the place"
    yield f"prompt writer: {varied:.2%} of the wordings of a scene differ"


def beginning(number: int) -> str:
    """What to continue: every tenth as people type it, the others from scenes and stories that were not learnt."""
    chance = random.Random(f"judge {number}")
    if number % 10 == 0:
        return TYPED[number // 10 % len(TYPED)]
    if number % 2:
        return beginnings.beginning(chance)
    phrases = captions.caption(numbered(UNSEEN + number).scene, chance).split(", ")
    return ", ".join(phrases[: chance.randint(2, len(phrases))] if len(phrases) > 2 else phrases)


def contradictions(start: str, tags: list[str]) -> Iterator[str]:
    """What in the added tags cannot be true together with the beginning, or with each other."""
    before, added = words_of(start)[0], [word for tag in tags for word in words_of(tag)[0]]
    for category in _ONE_OF:
        said = {word for sort, word in added if sort == category}
        if said and len(said | {word for sort, word in before if sort == category}) > 1:
            yield f"more than one {category}"
    kinds = {word for sort, word in before if sort == "kind"}
    if new := {word for sort, word in added if sort == "kind"} - kinds:
        yield f"nobody spoke of a {new.pop()}"
    faces = {word for sort, word in before if sort == "expression"}
    if faces and {word for sort, word in added if sort == "expression"} - faces:
        yield "another face"
    new_words = {word for _, word in added}
    together = new_words | {word for _, word in before}
    for pair in _NEVER_TOGETHER:
        if pair <= together and pair & new_words:
            yield " and ".join(sorted(pair))
    if together & _NO_WEATHER and any(sort == "weather" for sort, _ in added):
        yield "weather where there is none"
    if {"light background", "dark background"} <= set(tags):
        yield "a background both light and dark"


def _recogniser(count: int) -> str:
    found = recogniser.accuracy(recogniser.Recogniser.load(), count, UNSEEN + 10_000_000)
    told = f"recogniser: {recogniser.summary(found)} in {count} unseen sketches"
    if count >= 1_000:  # one miss among a hundred pictures proves nothing
        assert recogniser.share_right(found) >= RIGHT, told
    return told
