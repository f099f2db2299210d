"""The prompter `cast`: the panel compiled verbatim, its cast first, in the order in which they speak.

Every character who can be seen is described in the fixed words of their sheet (look, trigger word, LoRA),
the same in all four panels; then come the phrases of the scene, the shot and the mood. Nothing is invented in the first
candidate. The other four say the same in another order, from another distance or with a few more
details, because the same words in another order give another picture.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator

from pipeline import tokens
from pipeline.cast.actors import attributed, called, said_of, seen_in, staged
from pipeline.comic import Candidate, Character, Panel, PanelPrompt, Piece, Script, split_phrases
from pipeline.lexicon.looks import INDOORS, TIMES, WEATHER
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
    """One candidate a wording, repetitions within it removed; words of the tables part those that came out alike."""
    chosen: list[Candidate] = []
    spare = [Piece(text=word, origin="scene") for word in chance.sample(_ANYWHERE, len(_ANYWHERE))]
    for wording in wordings[:CANDIDATES]:
        candidate = Candidate(pieces=_fitted(_once(wording), details))
        while candidate.text in [earlier.text for earlier in chosen]:
            candidate = Candidate(pieces=_once((*candidate.pieces, spare.pop())))
        chosen.append(candidate)
    return tuple(chosen)


def _fitted(pieces: tuple[Piece, ...], details: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """The pieces within one chunk of CLIP's where leaving out the added details is enough for it."""
    within = Candidate(pieces=pieces).text
    short = len(within) <= 3 * tokens.CHUNK  # English has four letters and more to a token: no need to count
    if short or tokens.count(within) <= tokens.CHUNK:
        return pieces
    return tuple(piece for piece in pieces if piece not in details)


def _who(script: Script, panel: Panel) -> tuple[Piece, ...]:
    """The sheet of everybody who can be seen, word by word: look, trigger word, LoRA."""
    return tuple(
        Piece(text=word, origin="character", character=character.name)
        for character in staged(script, panel)
        for word in map(_sendable, _sheet(character))
        if word
    )


def _sheet(character: Character) -> Iterator[str]:
    """The words of a sheet as they are sent: what somebody is stands first, whoever reads it."""
    yield from character.look[:1]
    yield character.trigger
    yield from character.look[1:]
    if character.lora:
        yield f"<lora:{character.lora.name}:{character.lora.weight:g}>"


def _what(script: Script, panel: Panel) -> tuple[Piece, ...]:
    """The phrases of the scene; one that starts with somebody's kind is theirs. Two of a kind are told apart by number,
    which is counted as they stand."""
    seen, stage = seen_in(script, panel), staged(script, panel)
    phrases = filter(None, map(_sendable, split_phrases(panel.scene)))
    pieces = []
    for phrase, actor in attributed(tuple(phrases), seen):
        told = actor and called(actor, seen) != called(actor, stage)
        text = f"{called(actor, stage)} {said_of(phrase, actor)}".strip() if told else phrase
        pieces.append(Piece(text=text, origin="scene", character=actor.name if actor else None))
    return tuple(pieces)


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


_ANYWHERE = tuple(
    sorted({word for words in MOOD_DETAILS.values() for word in words} - {*_SKIES, "bench", "puddle", "lamp", "candle"})
)
"""Details that any scene can take."""
