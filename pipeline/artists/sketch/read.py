"""Words → Scene: phrases of a prompt, compiled by Necut or typed by hand, become actors, things and a place.

A phrase of a character's piece says how that character looks. Any other phrase speaks about the kind
that it names ("cat running": the first cat of the cast), or else about the whole scene.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from pipeline.artists.sketch.scene import MAX_ACTORS, MAX_THINGS, Actor, Look, Scene, Thing
from pipeline.artists.sketch.vocabulary import (
    FINISH,
    GLUE,
    HOLDS,
    LONGEST,
    NUMBERS,
    ORDINALS,
    PLACED,
    QUALITY,
    Word,
    table,
)
from pipeline.comic import PanelPrompt, Piece, split_phrases

_MARKUP = re.compile(r"<[^<>]*>|:\d+(?:\.\d+)?(?=\s*[)\]])|[()\[\]{}\\|]|\bBREAK\b|\bAND\b")
_HANGUL = re.compile(r"[\u1100-\u11ff\u3130-\u318f\uac00-\ud7a3]")
_WORD = re.compile(r"[^\W_]+(?:['’_-][^\W_]+)*", re.UNICODE)


@dataclass
class _Person:
    """An actor while the words are being read."""

    kind: str = ""
    character: str | None = None
    said: dict[str, str] = field(default_factory=dict)
    clothes: list[Thing] = field(default_factory=list)
    accessories: list[Thing] = field(default_factory=list)
    held: list[Thing] = field(default_factory=list)

    def actor(self) -> Actor:
        said = self.said.get
        look = Look(
            self.kind, said("colour", ""), said("hair", ""), said("hair_colour", ""), said("skin", ""),
            tuple(self.clothes), tuple(self.accessories),
        )  # fmt: skip
        pose, expression = said("pose", ""), said("expression", "")
        return Actor(look, self.character, pose, expression, said("facing", ""), tuple(self.held[:2]))


def read(prompt: PanelPrompt, style: str = "", negative: str = "") -> Scene:
    """The scene that a prompt describes, with the preset's style words and what is not wanted in it."""
    reader = _Reader()
    for piece in prompt.pieces or (Piece(text=prompt.text, origin="user"),):
        for phrase in split_phrases(piece.text):
            reader.said_in_any_language(phrase, piece.character)
    for phrase in split_phrases(style):
        reader.phrase(phrase, None, styling=True)
    return reader.scene(negative)


def words_of(text: str) -> tuple[list[Word], list[str]]:
    """The lexicon words in a text in order, and the words that mean nothing to us."""
    found: list[Word] = []
    unknown: list[str] = []
    for meaning, word in _parse(text):
        found += meaning
        if word:
            unknown.append(word)
    return found, unknown


def _parse(text: str) -> Iterable[tuple[tuple[Word, ...], str]]:
    """Longest phrases first: (its meaning, "") for the understood, ((), word) for the others."""
    words = [word.lower().replace("’", "'").replace("_", " ") for word in _WORD.findall(_MARKUP.sub(" ", text))]
    words = " ".join(words).split()
    known, at = table(), 0
    while at < len(words):
        for length in range(min(LONGEST, len(words) - at), 0, -1):
            meaning = known.get(tuple(words[at : at + length]))
            if meaning:
                yield meaning, ""
                at += length
                break
        else:
            word = words[at]
            if word in ORDINALS or word in NUMBERS:
                yield (("count", word),), ""
            elif word not in GLUE and word not in QUALITY and word not in FINISH:
                yield (), word
            at += 1


@dataclass
class _Speech:
    """One phrase while it is read: whom it names, and what was said before anybody was named."""

    named: list[_Person]
    together: list[_Person] = field(default_factory=list)
    """Everybody named since the last thing that was done: "a man and his dog sitting" both sit."""
    colour: str = ""
    count: str = ""
    acted: bool = False
    waiting: dict[str, str] = field(default_factory=dict)

    def name(self, people: list[_Person]) -> None:
        """The phrase names these, beside or instead of those before."""
        self.together = people if self.acted else [*self.together, *people]
        self.named, self.acted = people, False

    def say(self, category: str, word: str) -> None:
        """A pose, an expression or a facing of those named together, else of whoever comes."""
        if not self.named:
            self.waiting[category] = word
            return
        self.acted = True
        for person in self.together or self.named:
            if word == "crying" and category == "pose":
                person.said.setdefault(category, word)  # "girl running, girl crying" runs
            else:
                person.said[category] = word


class _Reader:
    """Collects what the phrases say."""

    def __init__(self) -> None:
        self.people: list[_Person] = []
        self.things: list[Thing] = []
        self.said: dict[str, str] = {}
        self.weather: list[str] = []
        self.marks: list[str] = []
        self.unknown: list[str] = []
        self.asked: set[str] = set()
        self.alone: dict[str, str] = {}

    def said_in_any_language(self, text: str, character: str | None) -> None:
        """Read a phrase whose Korean words, if it has any, the bilingual lexicon turns into visual words first."""
        korean = [word for word in text.split() if _HANGUL.search(word)]
        if korean:
            from pipeline.lexicon.visual import read_description  # its rows are loaded only where they are needed

            cast = {person.character: person.kind for person in self.people if person.character and person.kind}
            described = read_description(" ".join(korean), "ko", cast)
            nothing = not described.scene and not described.unknown
            self.unknown += [word for word in (korean if nothing else described.unknown) if word not in self.unknown]
            for phrase in split_phrases(described.scene):
                self.phrase(phrase, character)
            text = " ".join(word for word in text.split() if word not in korean)
        if text:
            self.phrase(text, character)

    def phrase(self, text: str, character: str | None, styling: bool = False) -> None:
        """Read one phrase; `styling` phrases come from the preset and speak about the picture as a whole."""
        words, unknown = words_of(text)
        self.unknown += [word for word in unknown if word not in self.unknown]
        self.asked |= {word for _, word in words}
        speech = _Speech([self._character(character)] if character else [])
        for i, (category, word) in enumerate(words):
            if category == "colour":
                speech.colour = word
            elif category == "count":
                speech.count = word
            elif category == "kind" and not styling:
                if words[i + 1 : i + 2] and words[i + 1][0] == "kind":
                    speech.count = ""  # "two friends" are a girl and a boy, not two girls
                self._somebody(word, speech, character is not None)
            elif category == "expression" and words[i + 1 : i + 2] and words[i + 1][0] == "kind":
                speech.waiting[category] = word  # "a sad girl and an angry boy"
            else:
                self._word(category, word, speech)
        self._close(speech, character)

    def _somebody(self, kind: str, speech: _Speech, owned: bool) -> None:
        """A kind is named: whatever was said of it before (a colour, a face) and after is theirs."""
        if owned:
            speech.named[0].kind = speech.named[0].kind or kind
        else:
            speech.name(self._kind(kind, speech.count, bool(speech.named)))
        for person in speech.named:
            if speech.colour:
                person.said["colour"] = speech.colour
            person.said.update(speech.waiting)
        speech.waiting.clear()
        speech.colour = speech.count = ""

    def _close(self, speech: _Speech, character: str | None) -> None:
        """The phrase ends: what nobody was named for is about everybody, or about the next to come."""
        for category, word in speech.waiting.items():
            self.alone.setdefault(category, word)
        if speech.colour and character:
            speech.named[0].said.setdefault("colour", speech.colour)

    def _character(self, name: str) -> _Person:
        for person in self.people:
            if person.character == name:
                return person
        self.people.append(_Person(character=name))
        return self.people[-1]

    def _kind(self, kind: str, count: str, again: bool) -> list[_Person]:
        """Whom a kind names: those already there, or somebody new. `again`: this phrase named others before."""
        there = [person for person in self.people if person.kind == kind]
        if count in NUMBERS:
            joined = [self._join(_Person(kind=kind)) for _ in range(NUMBERS[count] - len(there))]
            return there + [person for person in joined if person]
        nth = ORDINALS.get(count, 1)
        repeated = again and nth == 1 and there and there[0] is self.people[-1] and not there[0].character
        if len(there) >= nth and not repeated:
            return [there[nth - 1]]
        joined = self._join(_Person(kind=kind))
        return [joined] if joined else []

    def _join(self, person: _Person) -> _Person | None:
        if len(self.people) >= MAX_ACTORS:
            return None
        self.people.append(person)
        return person

    def _word(self, category: str, word: str, speech: _Speech) -> None:
        colour, speech.colour, speech.count = speech.colour, "", ""
        if category == "prop":
            self._prop(Thing(word, colour), speech)
        elif category in ("hair", "skin", "clothes", "accessory"):
            for wearer in speech.named or self.people[-1:]:
                _wear(wearer, category, word, colour)
        elif category in ("pose", "expression", "facing"):
            speech.say(category, word)
        elif category == "weather":
            self.weather += [word] * (word not in self.weather)
        elif category == "mark":
            self.marks += [word] * (word not in self.marks)
        else:
            self.said.setdefault(category, word)

    def _prop(self, thing: Thing, speech: _Speech) -> None:
        """Into the hands of those spoken of, else of somebody whose pose waits for it, else on the ground."""
        speech.acted = True
        takers = speech.named
        if not takers:
            if any(held.name == thing.name for each in self.people for held in each.held):
                return
            takers = [each for each in self.people if each.said.get("pose") in HOLDS and not each.held][:1]
        if not takers or thing.name in PLACED:
            self._place(thing)
        else:
            for person in takers:
                person.held.append(thing)

    def _place(self, thing: Thing) -> None:
        if len(self.things) < MAX_THINGS and thing not in self.things:
            self.things.append(thing)

    def scene(self, negative: str) -> Scene:
        """Everything read, and what the negative prompt keeps away."""
        for person in self.people:
            person.kind = person.kind or "child"
        for category, word in self.alone.items():
            for person in self.people if category != "pose" else self.people[:1]:
                person.said.setdefault(category, word)
        unwanted = {word for _, word in words_of(negative)[0]} - self.asked
        said = self.said.get
        return Scene(
            tuple(person.actor() for person in self.people[:MAX_ACTORS]), tuple(self.things), said("place", ""),
            said("time", ""), tuple(self.weather), said("shot", ""), said("mood", ""), tuple(self.marks),
            said("style", ""), frozenset(unwanted), tuple(self.unknown),
        )  # fmt: skip


def _wear(person: _Person, category: str, word: str, colour: str) -> None:
    if category == "hair":
        if word:
            person.said["hair"] = word
        if colour:
            person.said["hair_colour"] = colour
    elif category == "skin":
        person.said["skin"] = word
    else:
        worn = person.clothes if category == "clothes" else person.accessories
        worn[:] = [each for each in worn if each.name != word] + [Thing(word, colour)]
