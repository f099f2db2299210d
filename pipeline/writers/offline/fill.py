"""Blanks in lines.

    {hero} {friend}       their names             {kind} {friendkind}   what they are (고양이, cat)
    {thing} {food} …      nouns of the story      {place} {day}         where; on what sort of day
    {says} {topic} {tells} the idea's doing, spoken, as a heading, and told after the hero's name
    {idea}                the idea in its own words
    {gasp} {sob} {cheer} {hm}, {friend gasp} …    cries in the voice of the hero or the friend

Korean: `{thing:을/를}` adds the particle. English: `{a thing}`, `{the thing}`, `{Thing}` (capitalised),
`{THING}`; `{hero the kind}` is "Momo the cat"; `{at place}` is "at the beach", "in the kitchen".
"""

from __future__ import annotations

import re

from pipeline.words.particles import PARTICLES, attach, final_consonant

_BLANK = re.compile(r"\{([^{}:]+)(?::([^{}]+))?\}")


def fill(wording: str, values: dict[str, str]) -> str:
    """The wording with its blanks filled, blanks within values too. Raises KeyError for an unknown blank."""
    for _ in range(3):
        filled = _BLANK.sub(lambda found: _value(found[1], found[2], values), wording)
        if filled == wording:
            break
        wording = filled
    return re.sub(r"\s+", " ", wording).strip()


def blanks(wording: str) -> set[str]:
    """The names of the blanks in a wording."""
    return {found[1] for found in _BLANK.finditer(wording)}


def names_thing(wording: str) -> bool:
    """Whether a wording speaks of the story's thing."""
    return any(name.lower().removeprefix("a ").removeprefix("the ") in ("thing", "other") for name in blanks(wording))


def _value(name: str, particles: str | None, values: dict[str, str]) -> str:
    if name in values:
        value = values[name]
    elif name.isupper():
        value = values[name.lower()].upper()
    else:
        value = values[name[0].lower() + name[1:]]
        value = value[:1].upper() + value[1:]
    while "{" in value:
        value = fill(value, values)
    return _attach(value, particles) if particles else value


def _attach(word: str, pair: str) -> str:
    """A word with any ending of two forms, the one after a final consonant first: 이네/네, 이랑/랑."""
    after_consonant, _, after_vowel = pair.partition("/")
    for known in (pair, f"{after_vowel}/{after_consonant}"):
        if known in PARTICLES:
            return attach(word, known)
    return word + (after_consonant if final_consonant(word) else after_vowel)


def with_article(noun: str, bare: bool, plural: bool) -> str:
    """An English noun with its indefinite article."""
    if bare or plural:
        return f"some {noun}"
    silent = noun.lower().startswith(("uni", "use", "uku", "euro", "one", "ufo"))
    hour = noun.lower().startswith(("hour", "honest", "mp3", "mri"))
    vowel = noun[:1].lower() in "aeiou" and not silent or hour
    return f"{'an' if vowel else 'a'} {noun}"


def named(name: str, kind: str) -> str:
    """Somebody by name and kind: "Momo the cat"; by the name alone where it says the same, as Father's does."""
    return name if name.lower() == kind.lower() else f"{name} the {kind}"


_SMALL = frozenset("a an and at but by for from in no of on or the to vs. with".split())


def as_title(text: str) -> str:
    """An English title with its capitals: small words stay small inside."""
    words = text.split()
    inner = [word if word.lower() in _SMALL else word[:1].upper() + word[1:] for word in words[1:]]
    inner = [word.lower() if word.lower() in _SMALL else word for word in inner]
    if inner:
        inner[-1] = inner[-1][:1].upper() + inner[-1][1:]
    return " ".join([words[0][:1].upper() + words[0][1:], *inner]) if words else text


_AT = {
    "street": "on", "rooftop": "on", "stage": "on", "farm": "on", "mountain": "on", "school yard": "in", "beach": "at",
    "bus stop": "at", "cafe": "at", "office": "at", "hospital": "at", "supermarket": "at", "restaurant": "at",
    "subway": "on", "river": "by", "library": "at", "playground": "at", "convenience store": "at",
}  # fmt: skip
_NO_ARTICLE = (
    "space",
    "underwater",
    "outer space",
    "home",
    "class",
    "downtown",
    "jupiter",
    "mars",
    "antarctica",
    "school",
    "work",
)


def the_place(noun: str) -> str:
    """An English place with "the" where it takes one."""
    return noun if noun.lower() in _NO_ARTICLE or noun[:1].isupper() else f"the {noun}"


def at_place(noun: str, visual: str) -> str:
    """An English place with its preposition: "at the beach", "in space", "underwater"."""
    if noun in ("underwater", "downtown", "under the bed"):
        return noun
    if noun in ("home", "school", "work", "sea"):
        return f"at {noun}"
    if noun in ("Mars", "moon", "planet", "island", "road", "roof", "balcony", "train", "hiking trail"):
        return f"on {the_place(noun)}"
    if noun in (
        "room",
        "basement",
        "attic",
        "forest",
        "woods",
        "elevator",
        "lift",
        "cave",
        "backyard",
        "alley",
        "crosswalk",
    ):
        return f"in {the_place(noun)}"
    return f"{_AT.get(visual, 'in')} {the_place(noun)}"
