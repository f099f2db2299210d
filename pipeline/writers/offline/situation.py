"""What an idea is about, in the terms of a story: who, with whom, what, where, when, and what happens."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from random import Random

from pipeline.lexicon.entries import Entry, entries, entry
from pipeline.lexicon.found import Found, Match, Name
from pipeline.lexicon.looks import INDOORS, KINDS
from pipeline.lexicon.names import gender

_FELT = {"sad": "lonely", "scared": "fear", "in_love": "love", "sleepy": "sleep", "angry": "fight"}
# What a feeling makes somebody do, when the idea names nothing else.
_LATE = re.compile(
    r"\b(?:put|putting) (?:\w+ ){1,4}to sleep\b|\b(?:lost|losing) (?:my|our|his|her|their) (?:\w+ )?"
    r"(?:mom|mum|mother|dad|father|grandma|grandmother|grandpa|grandfather|wife|husband|son|daughter|brother|sister|"
    r"best friend)\b",
    re.IGNORECASE,
)
# How English tells of a death without the word.
_ENDED = frozenset("died dies dead death 죽은 죽었".split())
# Words of the end that things share with the living: the phone died.
_I = re.compile(
    r"\b(?:I|I'm|me|my|we|our)\b|(?<![가-힣])(?:나|나는|나만|나도|내|내가|저는|제가|우리)(?![가-힣])", re.IGNORECASE
)
# Somebody tells of themselves: the story is about people.
_PETS = ("cat", "dog", "hamster", "rabbit", "fox", "tiger", "wolf")
_PAIR = re.compile(r"자매|형제|쌍둥이|둘이|두 (?:마리|명|사람)|\b(?:two|twins|both)\b", re.IGNORECASE)
# When an idea has several doings, the earlier ones here make the better story.
_SPECIAL = ("orders", "recipe", "sad", "hurting")
_STRONG = (
    "noise", "delivery", "relatives", "army", "lottery", "password", "haircut", "timetravel", "history", "proverb",
    "fan", "gym", "resign", "texted", "pet", "monday", "procrastinate", "tech", "money", "read_play",
    "lose", "fear", "late", "love", "stolen", "invade", "learn", "exam", "fight", "diet", "birthday", "break", "find",
    "wait", "buy", "move_in", "sick", "magic", "failing", "win", "trip", "hungry", "grow", "sing", "dance",
)  # fmt: skip


@dataclass(frozen=True)
class Player:
    """Somebody who can be in the story: the noun for them, their own name if the idea has one, and their look."""

    noun: str
    name: str
    look: tuple[str, ...]
    cries: str
    given: bool = True

    @property
    def kind(self) -> str:
        """The visual word for what they are."""
        return next((word for word in self.look[0].split() if word in KINDS), self.look[0])


@dataclass(frozen=True)
class Thing:
    """A thing in the story: its noun, its visual words, what can be done with it."""

    noun: str
    visual: tuple[str, ...]
    can: frozenset[str] = frozenset()
    bare: bool = False
    plural: bool = False


@dataclass(frozen=True)
class Situation:
    """The idea, understood. Places, times and weather hold (noun, visual) pairs in the idea's order."""

    text: str
    language: str
    players: tuple[Player, ...] = ()
    things: tuple[Thing, ...] = ()
    places: tuple[tuple[str, str], ...] = ()
    times: tuple[tuple[str, str], ...] = ()
    weather: tuple[tuple[str, str], ...] = ()
    doings: tuple[str, ...] = ()
    poses: tuple[str, ...] = ()
    feelings: tuple[str, ...] = ()
    extras: tuple[str, ...] = field(default=())

    @property
    def told_by_somebody(self) -> bool:
        """Whether the idea speaks of "I" or "we": then people play, not animals."""
        return bool(_I.search(self.text))

    @property
    def useful_things(self) -> tuple[Thing, ...]:
        """The things that a story can be about: the dark is only there to be feared."""
        return tuple(thing for thing in self.things if thing.can - {"fear"})

    @property
    def doing(self) -> str:
        """The doing that the story is about; "thing", "place" or "none" when the idea names none."""
        for name in (*_SPECIAL, *_STRONG):
            if name in self.doings:
                return name
        told = [name for name in self.doings if name != "ad" and self._is_complete(name)]
        if told:
            return told[0]
        return "thing" if self.things else "place" if self.places else "none"

    def _is_complete(self, doing: str) -> bool:
        """Whether the idea also says what is eaten or drunk, where the doing needs it."""
        return doing not in ("eat", "drink") or any(doing in thing.can for thing in self.things)


def understand_idea(text: str, found: Found) -> Situation:
    """The situation that the findings describe."""
    things = [_thing(match, found.language) for match in found.of("thing")]
    nouns = [noun for noun in found.unknown if noun.part != "name"][:2]
    if found.has("doing", "recipe"):
        things.sort(key=lambda thing: not _is_dish(thing, text))
    players = _players(found)
    for noun in nouns:
        if noun.part == "subject" and not players:
            players = (_stranger(noun.word, text),)
        elif (
            len(things) < 2
            and found.language == "ko"
            and noun.part == "object"
            or found.language == "en"
            and not things
        ):
            things.append(_unknown_thing(noun.word))
    return Situation(
        text=text.strip(),
        language=found.language,
        players=players,
        things=tuple(things),
        places=_pairs(found, "place"),
        times=_pairs(found, "time"),
        weather=_pairs(found, "weather"),
        doings=_doings(text, found),
        poses=tuple(pose for match in found.of("doing") for pose in match.visual),
        feelings=tuple(match.entry.visual[0] for match in found.of("feeling")),
        extras=tuple(word for match in (*found.of("place"), *found.of("thing")) for word in match.visual[1:]),
    )


def _unknown_thing(word: str) -> Thing:
    """A thing that the lexicon does not know: a box stands for it."""
    plural = bool(re.fullmatch(r"[a-z]+[^su]s", word))
    noun = f"box of {word}" if plural else word
    return Thing(_short(noun), ("box",), frozenset("lose give buy find use".split()))


def _is_dish(thing: Thing, text: str) -> bool:
    """Whether a recipe is one for this: it is named before the colon, or at the very end (…로 만드는 푸딩)."""
    title, colon, _ = text.partition(":")
    return thing.noun in title if colon else text.rstrip(" .!").endswith(thing.noun)


def _doings(text: str, found: Found) -> tuple[str, ...]:
    names = [match.entry.id for match in found.of("doing")]
    amounts = re.findall(r"\d+\s?(?:g|ml|kg|컵|스푼|큰술|작은술|개|분|tbsp|tsp|cups?|minutes|oz)\b", text)
    if "recipe" in names and len(amounts) < 1 and len(text) < 40:
        names.remove("recipe")
    if len(amounts) >= 3 and "recipe" not in names:
        names.append("recipe")
    if _LATE.search(text):
        names = ["sad", *(name for name in names if name not in ("sleep", "lose"))]
    if "sad" in names and _only_things_ended(found):
        names.remove("sad")
    if "pet" in names and not found.has("figure", *_PETS):
        names.remove("pet")
    if not names:
        names += [_FELT[match.entry.id] for match in found.of("feeling")[:1] if match.entry.id in _FELT]
    known = found.matches or found.names
    if not known and (not found.unknown or not re.search(r"[가-힣]{2}|[A-Za-z]{3}", text) or _is_mash(text)):
        names.append("nonsense")
    return tuple(names)


def _only_things_ended(found: Found) -> bool:
    """Whether what died is no living being: a battery, the wifi."""
    words = {match.word for match in found.matches if match.entry.id == "sad" and match.entry.sort == "doing"}
    return words <= _ENDED and not found.of("figure") and not found.names


def _is_mash(text: str) -> bool:
    """Whether the letters are keys hit at random: no vowels, jamo alone, or one letter again and again."""
    letters = re.sub(r"[\W\d_]", "", text.lower())
    if not letters:
        return True
    jamo = len(re.findall(r"[ㄱ-ㅎㅏ-ㅣ]", letters))
    vowels = len(re.findall(r"[aeiouy가-힣]", letters))
    return jamo * 2 > len(letters) or vowels * 5 < len(letters) or len(set(letters)) <= max(2, len(letters) // 12)


def _short(word: str) -> str:
    return word[:10] if re.search(r"[가-힣]", word) else word[:20]


def _noun(match: Match, language: str) -> str:
    """The word that the idea uses, where it is in the language and a plain noun."""
    words = match.entry.words(language)
    if match.word in match.entry.plural and words[0] not in match.entry.plural:
        return words[0]
    if match.word and (match.word in words or language == "ko" and match.word.endswith(words) and len(match.word) <= 8):
        return words[0] if match.word.endswith(("비 오", "눈 오", "달에")) else match.word
    return words[0]


def _thing(match: Match, language: str) -> Thing:
    noun = _noun(match, language)
    return _as_thing(match.entry, noun, match.visual)


def _as_thing(found: Entry, noun: str, visual: tuple[str, ...]) -> Thing:
    return Thing(noun, visual, found.can, noun in found.bare, noun in found.plural)


def any_thing(ability: str, language: str, random: Random) -> Thing:
    """A thing that can do what a story needs, when the idea names none."""
    able = [
        each
        for each in entries()
        if each.sort == "thing" and each.can and (ability in each.can or ability == "any") and each.words(language)
    ]
    plain = [each for each in able if each.visual[0] not in ("night", "storm", "bathroom")][:70]
    found = random.choice(plain)
    words = [word for word in found.words(language) if word not in found.plural and len(word) > 1] or found.words(
        language
    )
    return _as_thing(found, words[0], found.visual)


def thing_called(name: str, language: str) -> Thing:
    """A thing by the lexicon's id."""
    found = entry("thing", name)
    return _as_thing(found, found.words(language)[0], found.visual)


def any_player(choices: tuple[str, ...], language: str, random: Random) -> Player:
    """Somebody by the lexicon's id, when the idea names nobody."""
    found = entry("figure", random.choice(choices))
    return Player(found.words(language)[0], "", found.visual, found.cries, given=False)


def _pairs(found: Found, sort: str) -> tuple[tuple[str, str], ...]:
    pairs: dict[str, str] = {}
    for match in found.of(sort):
        noun = _noun(match, found.language)
        pairs.setdefault(
            match.entry.visual[0], noun if " " not in noun or found.language == "en" else match.entry.words("ko")[0]
        )
    return tuple((noun, visual) for visual, noun in pairs.items())


def _players(found: Found) -> tuple[Player, ...]:
    """Those named, the story's hero first: whom something is done to stands behind who does it."""
    figures = list(found.of("figure"))
    people = []
    used = set()
    for name in found.names:
        own = next((each for each in figures if each.entry.id not in used and _is_called(found, name, each)), None)
        if own:
            used.add(own.entry.id)
            people.append((name.start, name.part, _player(own, name.word, found.language)))
        else:
            people.append((name.start, name.part, _person(name.word, found)))
    for match in figures:
        if match.entry.id not in used:
            people.append((match.start, match.part, _player(match, "", found.language)))
    for noun in found.unknown:
        if people and (noun.part == "name" or _stands_beside(found, noun)):
            start, part, player = people[0]
            people[0] = (start, part, Player(player.noun, noun.word, player.look, player.cries))
    if len(people) == 1 and _PAIR.search(found.text):
        start, part, player = people[0]
        people.append((start, part, player))
    head = _head_of_all(found)
    people.sort(key=lambda row: (row[0] != head, row[1] == "object", row[0]))
    return tuple(player for _, _, player in people)[:4]


def _head_of_all(found: Found) -> int:
    """Where the figure stands that a Korean idea ends in and tells of (엄마 몰래 게임하는 중학생), or -1."""
    if found.language != "ko":
        return -1
    text = found.text.rstrip(" .!?~…")
    for match in found.of("figure"):
        before = text[: match.start].rstrip()
        telling = before and "가" <= before[-1] <= "힣" and (ord(before[-1]) - ord("가")) % 28 in (4, 8)
        if match.word and text.endswith(match.word) and match.start + len(match.word) == len(text) and telling:
            return match.start
    return -1


def _stands_beside(found: Found, noun: Name) -> bool:
    """Whether an unknown noun is somebody's name because it stands right after what they are: 고양이 나비가."""
    before = found.text[: noun.start].rstrip()
    return any(match.part == "" and before.endswith(match.word) and match.word for match in found.of("figure"))


def _is_called(found: Found, name: Name, match: Match) -> bool:
    """Whether a name stands right beside a figure and means it: 고양이 나비, Tom the cat, a dog named Rex."""
    text = found.text
    if match.start < name.start:
        between = text[match.start + len(match.word) : name.start]
        return re.fullmatch(r"s?[\s,]*(?:named|called|by the name of|이름은|인)?[\s,]*", between) is not None
    between = text[name.start + len(name.word) : match.start]
    return re.fullmatch(r"(?:이)?(?:라는|란|이라는)?( 이름의)?[\s,]*(?:the|a|an|is a|was a)?\s*", between) is not None


def _player(match: Match, name: str, language: str) -> Player:
    look = match.visual
    if name and look[0] in ("girl", "boy", "child") and gender(name):
        look = (gender(name), *look[1:])
    return Player(_noun(match, language), name, look, match.entry.cries)


def _person(name: str, found: Found) -> Player:
    sex = gender(name) or ("girl", "boy")[sum(map(ord, name)) % 2]
    grown = found.has("place", "office") or found.has("doing", "work")
    kind = {"girl": "woman", "boy": "man"}[sex] if grown else sex
    noun = {"ko": ("사람", "아이"), "en": ("grown-up", "kid")}[found.language][not grown]
    return Player(noun, name, (kind,), "person")


def _stranger(noun: str, text: str) -> Player:
    """Somebody the lexicon does not know: their own word, and a friendly figure to play them."""
    kind = ("fox", "bear", "rabbit", "penguin", "frog", "alien")[sum(map(ord, text)) % 6]
    cries = {"fox": "small", "bear": "big", "rabbit": "small", "penguin": "bird", "frog": "frog", "alien": "alien"}[
        kind
    ]
    return Player(_short(noun), "", (kind,), cries)


def is_indoors(place: str) -> bool:
    """Whether weather stays outside."""
    return place in INDOORS
