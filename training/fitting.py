"""What may be added to a scene without changing or contradicting it: what the prompt writer is taught.

`continuation` reads a beginning with the sketch artist's words and draws tags for what it leaves open:
things that belong to the place, weather that the hour allows, marks that go with a face, light that goes
with the mood. Nobody new comes in, nothing said is said again. The tables are the taste of the prompt
writer; changing it is changing a row and training anew.
"""

from __future__ import annotations

import random
from dataclasses import dataclass

from pipeline.artists.sketch.read import words_of
from pipeline.lexicon import looks

PLACE_THINGS: dict[str, tuple[str, ...]] = {
    "street": ("sign", "bicycle", "tree", "trash can", "bench", "car"),
    "park": ("bench", "tree", "kite", "flower", "balloon", "bicycle"),
    "beach": ("ball", "watermelon", "umbrella", "basket"),
    "forest": ("tree", "flower", "puddle", "basket"),
    "mountain": ("tree", "flower", "map", "sign"),
    "city": ("car", "sign", "bus", "bicycle", "trash can"),
    "classroom": ("book", "chair", "clock", "table", "pencil", "test paper"),
    "living room": ("lamp", "television", "plant pot", "clock", "pillow", "newspaper"),
    "bedroom": ("pillow", "lamp", "blanket", "clock", "teddy bear", "mirror"),
    "kitchen": ("soup pot", "table", "egg", "bread", "rice bowl", "carrot"),
    "cafe": ("coffee cup", "plant pot", "cake", "table", "cookie", "laptop"),
    "office": ("laptop", "coffee cup", "clock", "phone", "pencil", "chair"),
    "school yard": ("tree", "ball", "bench", "bicycle"),
    "library": ("book", "lamp", "ladder", "table", "chair"),
    "supermarket": ("basket", "sign", "milk", "apple", "watermelon", "fish"),
    "subway": ("sign", "newspaper", "phone", "bench", "clock"),
    "bus stop": ("bus", "bench", "sign", "umbrella", "newspaper"),
    "hospital": ("medicine", "bandage", "clock", "flower", "pillow"),
    "rooftop": ("plant pot", "bench", "ladder", "chair"),
    "river": ("tree", "fish", "flower", "bench"),
    "snowy field": ("snowman", "tree"),
    "space": ("rocket", "battery"),
    "desert": ("map", "sign"),
    "farm": ("carrot", "basket", "tree", "egg", "milk"),
    "playground": ("ball", "bench", "balloon", "tree"),
    "restaurant": ("table", "candle", "pizza", "ramen", "chair", "rice bowl"),
    "stage": ("microphone", "guitar", "flower", "trophy"),
    "underwater": ("fish", "ring", "key"),
    "garden": ("flower", "tree", "basket", "plant pot", "bench"),
    "bathroom": ("mirror", "toothbrush", "plant pot"),
    "convenience store": ("sign", "ramen", "milk", "ice cream", "basket"),
    "countryside": ("tree", "bicycle", "flower", "basket", "sign"),
}
"""Place → what belongs there."""
AIRLESS = frozenset({*looks.INDOORS, "space", "underwater"})
"""Where there is no weather."""
TIME_WEATHER: dict[str, tuple[str, ...]] = {
    "morning": ("sunny", "cloudy", "fog", "rain", "wind", "rainbow"),
    "day": ("sunny", "cloudy", "rain", "wind", "rainbow", "storm"),
    "sunset": ("cloudy", "wind"),
    "night": ("starry sky", "rain", "fog", "wind", "storm"),
    "dawn": ("fog", "cloudy", "wind"),
}
WEATHER_TIMES = {weather: tuple(t for t, all_ in TIME_WEATHER.items() if weather in all_) for weather in looks.WEATHER}
PLACE_WEATHER: dict[str, tuple[str, ...]] = {
    "snowy field": ("snow", "cloudy", "wind", "starry sky"),
    "desert": ("sunny", "wind", "starry sky"),
    "beach": ("sunny", "cloudy", "wind", "rainbow", "starry sky", "storm"),
}
"""Places whose weather is not just any."""
MOOD_WEATHER: dict[str, tuple[str, ...]] = {
    "calm": ("sunny", "cloudy", "wind", "snow", "starry sky"), "cheerful": ("sunny", "rainbow", "wind"),
    "gloomy": ("rain", "cloudy", "fog", "storm"), "tense": ("storm", "cloudy", "wind", "rain"),
    "mysterious": ("fog", "starry sky", "cloudy"), "romantic": ("starry sky", "sunny", "snow"),
    "funny": ("sunny", "wind", "cloudy"), "lonely": ("rain", "wind", "cloudy", "snow", "fog"),
    "warm": ("sunny", "snow"), "exciting": ("wind", "sunny", "storm"), "scary": ("storm", "fog", "rain"),
    "dreamy": ("starry sky", "rainbow", "fog", "snow"),
}  # fmt: skip
FACE_MOODS: dict[str, tuple[str, ...]] = {
    "neutral": ("calm", "mysterious"), "happy": ("cheerful", "warm", "calm"), "laughing": ("funny", "cheerful"),
    "sad": ("gloomy", "lonely"), "crying": ("gloomy", "lonely"), "angry": ("tense", "exciting"),
    "surprised": ("exciting", "funny", "mysterious"), "scared": ("scary", "tense"), "sleepy": ("calm", "dreamy"),
    "embarrassed": ("funny", "romantic"), "proud": ("cheerful", "exciting"), "in love": ("romantic", "dreamy"),
    "worried": ("tense", "gloomy"), "determined": ("exciting", "tense"), "smug": ("funny", "cheerful"),
}  # fmt: skip
MOOD_FACES = {mood: tuple(face for face, moods in FACE_MOODS.items() if mood in moods) for mood in looks.MOODS}
FACE_MARKS: dict[str, tuple[str, ...]] = {
    "happy": ("sparkles", "music notes"), "laughing": ("sparkles", "exclamation mark"), "sad": ("gloom lines", "tears"),
    "crying": ("tears", "gloom lines"), "angry": ("anger mark", "steam"), "surprised": ("exclamation mark",),
    "scared": ("sweat drop", "gloom lines"), "sleepy": ("sleep bubbles",), "embarrassed": ("sweat drop", "steam"),
    "proud": ("sparkles",), "in love": ("hearts",), "worried": ("sweat drop", "question mark"),
    "determined": ("speed lines", "impact star"), "smug": ("sparkles", "light bulb"),
}  # fmt: skip
POSE_MARKS: dict[str, tuple[str, ...]] = {
    "running": ("speed lines",), "jumping": ("impact star", "speed lines"), "thinking": ("question mark", "light bulb"),
    "sleeping": ("sleep bubbles",), "singing": ("music notes",), "dancing": ("music notes", "sparkles"),
    "cooking": ("steam",), "searching": ("question mark",), "falling": ("impact star", "exclamation mark"),
    "cheering": ("sparkles", "exclamation mark"), "hugging": ("hearts",), "crying": ("tears",),
}  # fmt: skip
POSE_FACES: dict[str, tuple[str, ...]] = {
    "running": ("determined", "happy", "scared", "surprised"), "sleeping": ("sleepy",), "crying": ("crying",),
    "cheering": ("happy", "laughing", "proud"), "dancing": ("happy", "laughing", "in love"),
    "hiding": ("scared", "smug"), "falling": ("surprised", "scared"), "thinking": ("neutral", "worried", "determined"),
    "singing": ("happy", "proud"),
    "searching": ("worried", "determined"), "hugging": ("happy", "in love"), "bowing": ("embarrassed", "sad"),
    "reading": ("neutral", "happy", "surprised"), "eating": ("happy",), "drinking": ("happy", "neutral"),
    "cooking": ("happy", "determined"), "jumping": ("happy", "surprised"), "waving": ("happy",),
    "giving": ("happy", "embarrassed"), "shrugging": ("embarrassed", "smug"), "pointing": ("determined", "surprised"),
}  # fmt: skip
POSE_SHOTS: dict[str, tuple[str, ...]] = {
    "running": ("full shot", "low angle", "wide shot"), "jumping": ("low angle", "full shot"),
    "sleeping": ("full shot", "from above"), "lying down": ("full shot", "from above"),
    "dancing": ("full shot", "low angle"), "walking": ("full shot", "wide shot"),
    "falling": ("full shot", "from above"),
}  # fmt: skip
FACE_SHOTS = ("bust shot", "close-up", "full shot")
_ANY_SHOTS = ("full shot", "bust shot", "wide shot", "low angle")
BRIGHT = ("bright colours", "vivid colours", "soft light", "gentle lighting", "light background", "clean lines")
DARK = ("deep shadows", "dramatic lighting", "dark background", "limited palette", "high contrast", "glowing lights")
EVEN = ("clean lines", "bold outlines", "soft shading", "simple background", "expressive faces", "detailed background",
        "fine lines", "highly detailed", "sharp focus", "rounded shapes", "smooth shading", "rough paper",
        "cel shading")  # fmt: skip
MOOD_LIGHT = {
    "gloomy": DARK, "tense": DARK, "mysterious": DARK, "scary": DARK, "lonely": DARK, "cheerful": BRIGHT,
    "calm": BRIGHT, "funny": BRIGHT, "warm": BRIGHT, "romantic": ("soft light", "glowing lights", "gentle lighting"),
    "exciting": ("vivid colours", "dynamic lines", "dramatic lighting"), "dreamy": ("soft light", "powdery colours"),
}  # fmt: skip
SHORTEST, LONGEST = 5, 9
"""How many tags a continuation has: the prompter drops the last, and shows the rest."""


@dataclass
class Told:
    """What a beginning says, by category of the lexicon, and what has been added since."""

    words: dict[str, list[str]]

    @classmethod
    def of(cls, beginning: str) -> Told:
        """Read a beginning."""
        words: dict[str, list[str]] = {}
        for category, word in words_of(beginning)[0]:
            words.setdefault(category, []).append(word)
        return cls(words)

    def first(self, category: str) -> str:
        """The first word of a category, "" for none."""
        return next(iter(self.words.get(category, ())), "")

    def has(self, category: str) -> bool:
        """Whether anything of the category is said."""
        return category in self.words

    def add(self, tag: str) -> None:
        """The tag is said now."""
        for category, word in words_of(tag)[0]:
            self.words.setdefault(category, []).append(word)


def continuation(beginning: str, chance: random.Random) -> list[str]:
    """Tags that go on where the beginning ends, the first ones about the scene, the last about its finish."""
    told, tags = Told.of(beginning), []
    wanted = chance.randint(SHORTEST, LONGEST)
    about = [_face, _mark, _thing, _thing, _time, _weather]
    chance.shuffle(about)
    about = [_face, *(part for part in about if part is not _face)] if chance.random() < 0.4 else about
    for part in (*about, _shot, _mood, _light, _finish, _finish, _finish, _finish):
        tag = part(told, chance)
        if tag and tag not in tags and tag not in beginning.lower():
            tags.append(tag)
            told.add(tag)
        if len(tags) == wanted:
            break
    return tags


def _face(told: Told, chance: random.Random) -> str:
    """An expression for the one figure that has none; two who share a picture keep theirs open."""
    if told.has("expression") or len(set(told.words.get("kind", ()))) != 1 or chance.random() < 0.25:
        return ""
    options = (
        POSE_FACES.get(told.first("pose")) or MOOD_FACES.get(told.first("mood")) or ("happy", "neutral", "surprised")
    )
    if told.has("mood"):
        options = tuple(face for face in options if told.first("mood") in FACE_MOODS[face]) or options[:1]
    return chance.choice(options)


def _mark(told: Told, chance: random.Random) -> str:
    if not told.has("kind") or told.has("mark") or chance.random() < 0.35:
        return ""
    options = (*FACE_MARKS.get(told.first("expression"), ()), *POSE_MARKS.get(told.first("pose"), ()))
    return chance.choice(options) if options else ""


def _thing(told: Told, chance: random.Random) -> str:
    there = told.words.get("prop", ())
    options = [thing for thing in PLACE_THINGS.get(told.first("place"), ()) if thing not in there]
    if not options or chance.random() < 0.15:
        return ""
    thing = chance.choice(options)
    return f"{chance.choice(looks.COLOURS)} {thing}" if thing in _COLOURED and chance.random() < 0.25 else thing


def _time(told: Told, chance: random.Random) -> str:
    if told.has("time") or told.first("place") in ("space", "underwater") or chance.random() < 0.3:
        return ""
    options = set(looks.TIMES)
    for weather in told.words.get("weather", ()):
        options &= set(WEATHER_TIMES.get(weather) or options)
    if told.first("mood") in ("scary", "mysterious"):
        options &= {"night", "dawn"}
    if told.first("pose") == "sleeping":
        options &= {"night", "dawn", "morning"}
    return chance.choice(sorted(options)) if options else ""


def _weather(told: Told, chance: random.Random) -> str:
    place = told.first("place")
    if told.has("weather") or place in AIRLESS or not place or chance.random() < 0.25:
        return ""
    options = [weather for weather in looks.WEATHER if weather != "snow"]
    for allowed in (
        PLACE_WEATHER.get(place),
        TIME_WEATHER.get(told.first("time")),
        MOOD_WEATHER.get(told.first("mood")),
    ):
        if allowed:
            options = [weather for weather in options if weather in allowed]
    if told.first("time") == "":
        options = [weather for weather in options if weather != "starry sky"]
    return chance.choice(options) if options else ""


def _shot(told: Told, chance: random.Random) -> str:
    if told.has("shot") or chance.random() < 0.2:
        return ""
    shots = POSE_SHOTS.get(told.first("pose"))
    return chance.choice(shots or (FACE_SHOTS if told.has("expression") else _ANY_SHOTS))


def _mood(told: Told, chance: random.Random) -> str:
    if told.has("mood"):
        return ""
    options = FACE_MOODS.get(told.first("expression"))
    if not options:
        weather = set(told.words.get("weather", ()))
        options = tuple(mood for mood in looks.MOODS if not weather or weather & set(MOOD_WEATHER[mood]))
        if told.first("time") != "night":
            options = tuple(mood for mood in options if mood not in ("scary", "mysterious"))
    return chance.choice(options) if options else ""


def _light(told: Told, chance: random.Random) -> str:
    if told.first("time") == "night":
        return chance.choice(("glowing lights", "deep shadows", "dark background"))
    options = MOOD_LIGHT.get(told.first("mood"), EVEN)
    if told.has("time") and told.first("time") != "night":
        options = [light for light in options if light != "dark background"]
    return chance.choice(options)


def _finish(told: Told, chance: random.Random) -> str:
    return chance.choice(EVEN)


_COLOURED = frozenset({"balloon", "kite", "umbrella", "flower", "car", "bicycle", "book", "pillow", "ball"})
"""Things that may be of any colour."""
