"""A look taken apart into what can be picked, and put together again; words of any language made visual.

The parts are the sorts of `lexicon/looks.py`; whatever is none of them stays as free words, verbatim.
`put_together(take_apart(look))` holds the same words, in the order kind, hair, skin, clothes, accessories, others.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from pipeline import words
from pipeline.cast.colours import read_colour
from pipeline.lexicon import understand
from pipeline.lexicon.looks import ACCESSORIES, CATEGORIES, CLOTHES, COLOURS, HAIR, KINDS, SKIN

_HANGUL = re.compile(r"[가-힣]")
_PICKED = {"hair": HAIR, "clothes": CLOTHES, "accessory": ACCESSORIES}
_READ = ("kind", "hair", "skin", "clothes", "accessory")
MAX_FREE = 10


@dataclass(frozen=True)
class Worn:
    """A hairdo, a garment or an accessory, and its colour ("" for none named)."""

    name: str = ""
    colour: str = ""

    @property
    def words(self) -> str:
        """As it stands in a look: "red scarf"."""
        return f"{self.colour} {self.name}".strip() if self.name else ""


@dataclass(frozen=True)
class Parts:
    """A look in parts. `kind` may be a word that no picker knows ("tabby tiger"): it is kept."""

    kind: str = ""
    colour: str = ""
    hair: Worn = Worn()
    skin: str = ""
    clothes: Worn = Worn()
    accessories: tuple[Worn, ...] = ()
    others: tuple[str, ...] = ()


def take_apart(look: Sequence[str]) -> Parts:
    """The parts of a look. The first word is what they are; a second hairdo or garment is kept among the others."""
    first, *rest = look or ("",)
    body = _worn(first, KINDS) or Worn(first)
    found: dict[str, Worn] = {}
    skin, accessories, others = "", [], []
    for phrase in rest:
        sort, worn = _sorted(phrase)
        if sort == "accessory":
            accessories.append(worn)
        elif phrase in SKIN and not skin:
            skin = phrase
        elif sort and sort not in found:
            found[sort] = worn
        else:
            others.append(phrase)
    return Parts(
        kind=body.name,
        colour=body.colour,
        hair=found.get("hair", Worn()),
        skin=skin,
        clothes=found.get("clothes", Worn()),
        accessories=tuple(accessories),
        others=tuple(others),
    )


def put_together(parts: Parts) -> tuple[str, ...]:
    """The look that the parts make, kind first, nothing twice."""
    phrases = (
        Worn(parts.kind, parts.colour).words,
        parts.hair.words,
        parts.skin,
        parts.clothes.words,
        *(worn.words for worn in parts.accessories),
        *parts.others,
    )
    return tuple(dict.fromkeys(phrase for phrase in phrases if phrase))


def _sorted(phrase: str) -> tuple[str, Worn]:
    for sort, names in _PICKED.items():
        if worn := _worn(phrase, names):
            return sort, worn
    return "", Worn()


def _worn(phrase: str, names: Sequence[str]) -> Worn | None:
    """A phrase as one of these with at most a colour before it; None when it says more or something else."""
    if phrase in names:
        return Worn(phrase)
    colour, _, name = phrase.partition(" ")
    return Worn(name, colour) if colour in COLOURS and name in names else None


@dataclass(frozen=True)
class Said:
    """Free words understood: English visual phrases, and the words that nobody knows."""

    phrases: tuple[str, ...]
    unknown: tuple[str, ...] = ()


def in_english(text: str, language: str) -> Said:
    """Free words as English visual phrases. English ones are taken as they stand, Korean ones through the names of
    the pickers and the lexicon; what both do not know is named."""
    phrases: list[str] = []
    unknown: list[str] = []
    for part in re.split(r"[,\n、·]", text):
        part = " ".join(part.split())
        if not part:
            continue
        if not _HANGUL.search(part):
            phrases.append(part.lower() if part.isascii() else part)
            continue
        known = _named(part) or _by_lexicon(part, language)
        phrases += known
        unknown += [] if known else [part]
    return Said(tuple(dict.fromkeys(phrases))[:MAX_FREE], tuple(unknown))


def _named(part: str) -> list[str]:
    """A Korean phrase by the names that the pickers show: "검은 단발머리" → "black bob hair"."""
    squeezed = part.replace(" ", "")
    for label, word in _labels():
        if squeezed.endswith(label):
            colour = read_colour(squeezed.removesuffix(label))
            if colour is not None:
                return [f"{colour} {word}".strip()]
    return []


@cache
def _labels() -> tuple[tuple[str, str], ...]:
    """Korean names of visual words without their blanks, the longest first: 나비넥타이 is no 넥타이."""
    names = ((words.label("look", word, "ko").replace(" ", ""), word) for sort in _READ for word in CATEGORIES[sort])
    return tuple(sorted(names, key=lambda row: -len(row[0])))


def _by_lexicon(part: str, language: str) -> list[str]:
    """What the lexicon makes of it: garments and things are visual words, one for each thing that was named."""
    found = understand(part, "ko" if _HANGUL.search(part) else language)
    return [match.visual[-1] for match in found.matches if match.entry.sort in ("thing", "figure") and match.visual]
