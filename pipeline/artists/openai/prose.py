"""A panel's words as English sentences: what models that follow language do better with than tags.

Every word of the prompt reaches the server: what fits no sentence is named at the end. The grammar of
weights and the tags of LoRAs mean nothing to such a model and are taken out.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from pipeline import grammar
from pipeline.cast.looks import Parts, take_apart
from pipeline.comic import PanelPrompt, Piece, Room, split_phrases
from pipeline.lexicon import category
from pipeline.lexicon.looks import EXPRESSIONS, INDOORS, KINDS, POSES
from pipeline.lexicon.phrases import figure_of, without_colour

PLAIN_STYLE = "clean ink lines and flat colours, like a newspaper comic"
NO_LETTERS = "No text, no letters, no speech balloons, no panel borders, no watermark."
_ORDINALS = ("first ", "second ", "third ", "fourth ")
_NO_ARTICLE = (
    "glasses", "headphones", "pajamas", "overalls", "pigtails", "money", "medicine", "milk", "bread", "ramen",
    "kimchi", "tteokbokki",
)  # fmt: skip
_AT = ("bus stop", "farm", "playground", "restaurant", "supermarket", "convenience store", "cafe", "office")
_ON = ("street", "beach", "mountain", "rooftop", "stage", "subway", "school yard")
_PLACES = {
    "underwater": "underwater", "space": "in space", "countryside": "in the countryside", "river": "by a river",
}  # fmt: skip
_TIMES = {
    "morning": "in the morning", "day": "by day", "sunset": "at sunset", "night": "at night", "dawn": "at dawn",
}  # fmt: skip
_WEATHER = {
    "sunny": "The sun is shining.", "cloudy": "The sky is cloudy.", "rain": "It is raining.", "snow": "It is snowing.",
    "storm": "A storm is raging.", "wind": "A wind is blowing.", "fog": "There is fog.",
    "rainbow": "There is a rainbow in the sky.", "starry sky": "The sky is full of stars.",
}  # fmt: skip
_SHOTS = {
    "close-up": "A close-up of the face.", "bust shot": "Shown from the chest up.",
    "full shot": "Shown from head to toe.", "wide shot": "A wide shot, with the figures small in their surroundings.",
    "from above": "Seen from above.", "from behind": "Seen from behind.", "low angle": "Seen from a low angle.",
}  # fmt: skip


def tell(prompt: PanelPrompt, style: str = "") -> str:
    """The prompt and the preset's style words as prose: who, what they do, where and when, how it is drawn."""
    who: dict[str, list[Piece]] = {}
    rest: list[str] = []
    for piece in prompt.pieces or (Piece(text=prompt.text, origin="user"),):
        for phrase in _plain(piece.text):
            if piece.character:
                who.setdefault(piece.character, []).append(piece.with_changes(text=phrase))
            else:
                rest.append(phrase)
    sentences = ["One panel of a comic strip."]
    sentences += _people(who)
    sentences += _around(rest)
    sentences.append(f"Drawn in this style: {', '.join(_plain(style)) or PLAIN_STYLE}.")
    sentences += _quiet(prompt.room)
    sentences.append(NO_LETTERS)
    return " ".join(sentences)


def _plain(text: str) -> list[str]:
    """The phrases of a prompt without tags, brackets and weights."""
    visible = "".join(letter if letter.isprintable() else " " for letter in text)
    bare, _ = grammar.take_tags(grammar.strip_comments(visible))
    words = "".join(fragment.text for fragment in _fragments(bare))
    return split_phrases(" ".join(words.replace("BREAK", " ").split()))


def _fragments(text: str) -> Iterable[grammar.Fragment]:
    parts = grammar.parse(text, 1).schedule[0].parts
    return (fragment for part in parts for fragment in part.fragments if not fragment.is_break)


def _people(who: dict[str, list[Piece]]) -> list[str]:
    """Two sentences for everybody: how they look, what they do."""
    sentences = []
    looks = {name: [piece.text for piece in pieces if piece.origin == "character"] for name, pieces in who.items()}
    called = _called({name: take_apart(look) for name, look in looks.items()})
    for name, pieces in who.items():
        parts = take_apart(looks[name])
        does = [piece.text for piece in pieces if piece.origin != "character"]
        sentences.append(f"{_capital(_looking(parts))}." if looks[name] else "")
        if does:
            sentences.append(f"{_capital(called[name])} {_doing(does, parts.kind)}.")
    return [sentence for sentence in sentences if sentence]


def _called(parts: dict[str, Parts]) -> dict[str, str]:
    """What the text calls everybody after they were described: the cat; the orange cat where there are two."""
    kinds = [each.kind for each in parts.values()]
    called = {}
    for name, each in parts.items():
        alone = kinds.count(each.kind) < 2
        mark = each.colour or each.clothes.words or each.hair.words
        one = f"{mark} {each.kind}" if each.colour else f"{each.kind} with the {mark}" if mark else each.kind
        called[name] = f"the {each.kind if alone or not mark else one}" if each.kind else "somebody"
    return called


def _looking(parts: Parts) -> str:
    """A look as a noun phrase: "an orange cat wearing a red scarf"."""
    body = [
        "a bald head" if parts.hair.name == "bald" else _with_article(parts.hair.words),
        parts.skin,
        *(word for word in parts.others),
    ]
    worn = [_with_article(parts.clothes.words), *(_with_article(each.words) for each in parts.accessories)]
    looking = _with_article(f"{parts.colour} {parts.kind}".strip())
    if has := _listed(body):
        looking += f" with {has}"
    if wears := _listed(worn):
        looking += f", wearing {wears}" if has else f" wearing {wears}"
    return looking


def _doing(phrases: Sequence[str], kind: str) -> str:
    """What the phrases about somebody say: "is holding an umbrella and looks sad"."""
    told = []
    for phrase in phrases:
        said = _said(phrase, kind)
        pose = next((pose for pose in sorted(POSES, key=len, reverse=True) if f"{said} ".startswith(f"{pose} ")), "")
        if pose and (said != pose or said not in EXPRESSIONS):
            rest = said.removeprefix(pose).strip()
            told.append(f"is {pose} {rest if rest in EXPRESSIONS else _with_article(rest)}".strip())
        elif said in EXPRESSIONS:
            told.append(f"is {said}" if said in ("crying", "laughing", "in love") else f"looks {said}")
        else:
            told.append(f"is {said}" if category(phrase) == "facing" else f"is shown with {said}")
    return _listed(told)


def _said(phrase: str, kind: str) -> str:
    bare = phrase.lower()
    for ordinal in _ORDINALS:
        bare = bare.removeprefix(ordinal)
    named, rest = figure_of(bare)
    if named:
        return rest or "there"
    return bare.removeprefix(f"{kind} ").strip() or "there"


def _around(phrases: Sequence[str]) -> list[str]:
    """Place, time, weather, things, how it is framed, and whatever fits none of these."""
    sorts: dict[str, list[str]] = {}
    for phrase in phrases:
        named = [word for word in KINDS if word in phrase.lower().split()]
        sorts.setdefault("also" if named else _sort(phrase), []).append(phrase)
    when = [_TIMES[word] for word in sorts.get("time", ())]
    where = [_place(word) for word in sorts.get("place", ())]
    sentences = [f"The scene is {' '.join((*where, *when))}."] if where or when else []
    sentences += [_WEATHER[word] for word in sorts.get("weather", ())]
    if things := _listed(_with_article(word) for word in sorts.get("prop", ())):
        sentences.append(f"In the picture: {things}.")
    if marks := _listed(sorts.get("mark", ())):
        sentences.append(f"Comic marks: {marks}.")
    sentences += [_SHOTS[word] for word in sorts.get("shot", ())]
    sentences += [f"The mood is {word}." for word in sorts.get("mood", ())]
    if also := _listed(sorts.get("also", ())):
        sentences.append(f"Also: {also}.")
    return sentences


def _sort(phrase: str) -> str:
    """The sort of a phrase that has a sentence of its own, "also" for all others."""
    sort, bare = category(phrase), phrase.lower()
    tables = {"time": _TIMES, "weather": _WEATHER, "shot": _SHOTS}
    if sort in tables:
        return sort if bare in tables[sort] else "also"
    return sort if sort in ("place", "prop", "mark", "mood") else "also"


def _place(place: str) -> str:
    if place in _PLACES:
        return _PLACES[place]
    if place in _AT and place not in INDOORS:
        return f"at a {place}"
    return f"on {_with_article(place)}" if place in _ON else f"in {_with_article(place)}"


def _quiet(room: Room) -> list[str]:
    if room.share < 0.05:
        return []
    return [f"Keep the {room.edge} {round(room.share * 100)} % of the picture calm and empty, for letters set later."]


def _with_article(words: str) -> str:
    plain = without_colour(words)
    if not words or plain in _NO_ARTICLE or plain.endswith(" hair"):
        return words
    return f"an {words}" if words[0] in "aeiou" else f"a {words}"


def _listed(words: Iterable[str]) -> str:
    """Words in a row: "a, b and c"."""
    *before, last = [word for word in words if word] or [""]
    return f"{', '.join(before)} and {last}" if before else last


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
