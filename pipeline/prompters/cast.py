"""The prompter `cast`: the panel compiled verbatim, its cast first.

Every character who can be seen is described in the fixed words of their look, the same in all four
panels; then come the phrases of the scene, the shot and the mood. Nothing is invented in the first
candidate. The other four say the same in another order, from another distance or with a few more
details, because the same words in another order give another picture.
"""

from __future__ import annotations

import random
import re

from pipeline.comic import Candidate, Character, Panel, PanelPrompt, Piece, Script, split_phrases
from pipeline.lexicon.looks import INDOORS, KINDS, TIMES, WEATHER
from pipeline.prompters import CANDIDATES

# Shots that tell the same moment as well, nearest first. Never from behind: a reader wants the face.
OTHER_SHOTS = {
    "close-up": ("bust shot", "low angle", "full shot"),
    "bust shot": ("close-up", "full shot", "low angle"),
    "full shot": ("wide shot", "bust shot", "low angle"),
    "wide shot": ("full shot", "from above", "low angle"),
    "from above": ("wide shot", "full shot", "bust shot"),
    "from behind": ("full shot", "wide shot", "from above"),
    "low angle": ("full shot", "bust shot", "close-up"),
}
_ANY_SHOTS = ("full shot", "wide shot", "bust shot", "low angle")

# What a scene of that mood may show besides, in words that every artist knows.
MOOD_DETAILS = {
    "calm": ("wind", "flower", "sunny"),
    "cheerful": ("sparkles", "music notes", "sunny"),
    "gloomy": ("gloom lines", "cloudy", "puddle"),
    "tense": ("sweat drop", "speed lines", "cloudy"),
    "mysterious": ("fog", "question mark", "lamp"),
    "romantic": ("hearts", "flower", "sunset"),
    "funny": ("exclamation mark", "sweat drop", "impact star"),
    "lonely": ("puddle", "bench", "wind"),
    "warm": ("candle", "steam", "sparkles"),
    "exciting": ("speed lines", "impact star", "sparkles"),
    "scary": ("gloom lines", "fog", "sweat drop"),
    "dreamy": ("sparkles", "starry sky", "rainbow"),
}
PLACE_DETAILS = {
    "street": ("sign", "bicycle", "tree"),
    "park": ("bench", "tree", "kite"),
    "beach": ("ball", "watermelon"),
    "forest": ("tree", "fog"),
    "city": ("car", "sign"),
    "classroom": ("book", "chair", "clock"),
    "living room": ("lamp", "television", "plant pot"),
    "bedroom": ("pillow", "lamp", "blanket"),
    "kitchen": ("soup pot", "steam", "table"),
    "cafe": ("coffee cup", "plant pot", "cake"),
    "office": ("laptop", "coffee cup", "clock"),
    "school yard": ("tree", "ball"),
    "library": ("book", "lamp"),
    "supermarket": ("basket", "sign"),
    "bus stop": ("bus", "bench", "sign"),
    "rooftop": ("wind", "plant pot"),
    "snowy field": ("snowman", "tree"),
    "space": ("starry sky", "rocket"),
    "playground": ("ball", "bench"),
    "restaurant": ("table", "candle"),
    "stage": ("microphone", "sparkles"),
    "garden": ("flower", "tree", "basket"),
    "convenience store": ("sign", "ramen"),
    "countryside": ("tree", "wind"),
}
_SKIES = (*TIMES, *WEATHER)
"""A scene that has a sky already, or is indoors, takes none from the tables."""
_HANGUL = re.compile(r"[\u1100-\u11ff\u3130-\u318f\uac00-\ud7a3]+")


class Cast:
    """Compiles a panel; see the module."""

    name = "cast"
    lane = "painting"

    def propose(self, script: Script, index: int, seed: int) -> PanelPrompt:
        """The prompt of panel `index` with its candidates."""
        from pipeline.balloons import estimate_room

        panel = script.panels[index]
        candidates = _candidates(script, panel, random.Random(f"cast {seed} {index}"))
        first = candidates[0]
        room = estimate_room(panel, script.language)
        return PanelPrompt(text=first.text, pieces=first.pieces, candidates=candidates, room=room)


def create() -> Cast:
    """The prompter."""
    return Cast()


def _candidates(script: Script, panel: Panel, chance: random.Random) -> tuple[Candidate, ...]:
    """The plain wording first, then four that differ from it and from each other."""
    who, what = _who(script, panel), _what(script, panel)
    shot, mood = _piece(panel.shot, "shot"), _piece(panel.mood, "mood")
    near, far = (_piece(other, "shot") for other in _other_shots(panel.shot, chance))
    details = _details(panel, chance)
    wordings = (
        (*who, *what, *shot, *mood),
        (*shot, *what, *who, *mood),
        (*near, *who, *what, *mood),
        (*who, *what, *shot, *mood, *details[:2]),
        (*far, *mood, *who, *what, *details[2:3]),
    )
    return _distinct(wordings, details, chance)


def _distinct(wordings: tuple, details: tuple[Piece, ...], chance: random.Random) -> tuple[Candidate, ...]:
    """One candidate a wording, repetitions within it removed; words of the table part those that came out alike."""
    chosen: list[Candidate] = []
    for wording in wordings[:CANDIDATES]:
        pieces = _once(wording)
        while any(_same(pieces, earlier.pieces) for earlier in chosen):
            pieces = _once((*pieces, Piece(text=chance.choice(_ALL_DETAILS), origin="scene")))
        chosen.append(Candidate(pieces=pieces))
    return tuple(chosen)


def _who(script: Script, panel: Panel) -> tuple[Piece, ...]:
    """The look of everybody who can be seen, word by word."""
    seen = (script.character(name) for name in panel.characters)
    return tuple(
        Piece(text=word, origin="character", character=character.name)
        for character in seen
        for word in map(_sendable, character.look)
        if word
    )


def _what(script: Script, panel: Panel) -> tuple[Piece, ...]:
    """The phrases of the scene; one that starts with somebody's kind is theirs."""
    waiting = [script.character(name) for name in panel.characters]
    pieces = []
    for phrase in split_phrases(panel.scene):
        if not (text := _sendable(phrase)):
            continue
        actor = _actor(text, waiting)
        if actor:  # of two cats, the next "cat …" is the other one's
            waiting.remove(actor)
            waiting.append(actor)
        pieces.append(Piece(text=text, origin="scene", character=actor.name if actor else None))
    return tuple(pieces)


def _actor(phrase: str, characters: list[Character]) -> Character | None:
    """Whom a phrase is about: the one whose whole first look word it starts with, else the first of that kind."""
    starts = f"{phrase.lower()} "
    for by_name in (lambda character: character.look[0].lower(), kind_of):
        for character in characters:
            if character.look and (name := by_name(character)) and starts.startswith(f"{name} "):
                return character
    return None


def kind_of(character: Character) -> str:
    """What a character is, by its first look word: "orange cat" → "cat"."""
    words = character.look[0].lower() if character.look else ""
    return next((kind for kind in KINDS if words == kind or words.endswith(f" {kind}")), words)


def _piece(word: str, origin: str) -> tuple[Piece, ...]:
    text = _sendable(word)
    return (Piece(text=text, origin=origin),) if text else ()


def _sendable(phrase: str) -> str:
    """The phrase without Korean, which no English checkpoint reads; Korean names go with it."""
    return " ".join(_HANGUL.sub(" ", phrase).split()).strip(" -'\"")


def _other_shots(shot: str, chance: random.Random) -> tuple[str, str]:
    others = OTHER_SHOTS.get(shot) or tuple(each for each in _ANY_SHOTS if each != shot)
    return tuple(chance.sample(others, 2))


def _details(panel: Panel, chance: random.Random) -> tuple[Piece, ...]:
    """Words of the tables that fit the panel and are not in it, in an order of chance."""
    there = panel.scene.lower()
    fitting = [("mood", word) for word in MOOD_DETAILS.get(panel.mood, MOOD_DETAILS["calm"])]
    for place, words in PLACE_DETAILS.items():
        if place in split_phrases(there):
            fitting += [("scene", word) for word in words]
    chance.shuffle(fitting)
    taken = _SKIES if any(word in there for word in (*_SKIES, *INDOORS)) else ()
    return tuple(Piece(text=word, origin=origin) for origin, word in fitting if word not in there and word not in taken)


def _once(pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """The pieces without those that repeat an earlier one about the same character."""
    first: dict[tuple[str, str | None], Piece] = {}
    for piece in pieces:
        first.setdefault((piece.text.lower(), piece.character), piece)
    return tuple(first.values())


def _same(one: tuple[Piece, ...], other: tuple[Piece, ...]) -> bool:
    return [piece.text for piece in one] == [piece.text for piece in other]


_ALL_DETAILS = tuple(
    dict.fromkeys(word for table in (MOOD_DETAILS, PLACE_DETAILS) for words in table.values() for word in words)
)
