# ruff: noqa: E501  (a row of a table is one line)
"""The picture in the user's own language: one natural sentence or two, for `Panel.description`."""

from __future__ import annotations

from functools import cache

from pipeline.lexicon.entries import entries
from pipeline.lexicon.phrases import without_colour
from pipeline.words.particles import attach
from pipeline.writers.offline.fill import at_place, with_article
from pipeline.writers.offline.picture import Figure, Picture

_POSES_KO = {
    "standing": "서 있다", "waving": "손을 흔든다", "running": "달린다", "walking": "걷는다", "sitting": "앉아 있다",
    "sleeping": "자고 있다", "lying down": "누워 있다", "pointing": "앞을 가리킨다", "thinking": "생각에 잠겨 있다",
    "jumping": "펄쩍 뛴다", "crying": "엉엉 운다", "hugging": "꼭 끌어안는다", "holding": "{} 들고 있다", "eating": "{} 먹는다",
    "drinking": "{} 마신다", "reading": "{} 읽고 있다", "dancing": "춤을 춘다", "cheering": "두 팔 들어 환호한다", "bowing": "고개를 숙인다",
    "shrugging": "어깨를 으쓱한다", "falling": "넘어진다", "hiding": "숨어 있다", "looking up": "위를 올려다본다",
    "looking away": "딴 데를 본다", "giving": "{} 건넨다", "searching": "두리번거리며 찾고 있다", "singing": "노래한다", "cooking": "요리하고 있다",
}  # fmt: skip
_FACES_KO = {
    "happy": "기쁜 얼굴로", "laughing": "활짝 웃으며", "sad": "슬픈 얼굴로", "crying": "눈물을 흘리며", "angry": "화난 얼굴로",
    "surprised": "깜짝 놀라", "scared": "겁먹은 얼굴로", "sleepy": "졸린 얼굴로", "embarrassed": "부끄러워하며", "proud": "뿌듯한 얼굴로",
    "in love": "사랑에 빠진 눈으로", "worried": "걱정스러운 얼굴로", "determined": "결심한 얼굴로", "smug": "의기양양하게",
}  # fmt: skip
_WEATHER_KO = {
    "sunny": "맑은", "cloudy": "흐린", "rain": "비 오는", "snow": "눈 오는", "storm": "폭풍 치는", "wind": "바람 부는", "fog": "안개 낀",
    "rainbow": "무지개 뜬", "starry sky": "별이 빛나는",
}  # fmt: skip
_TIMES_KO = {"morning": "아침", "day": "낮", "sunset": "해 질 녘", "night": "밤", "dawn": "새벽"}
_POSES_EN = {
    "standing": "stands", "lying down": "lies down", "thinking": "thinks hard", "looking up": "looks up",
    "looking away": "looks away", "hugging": "gives a hug", "cheering": "cheers", "searching": "searches everywhere",
    "waving": "waves", "running": "runs", "walking": "walks", "sitting": "sits", "sleeping": "sleeps", "pointing": "points",
    "jumping": "jumps", "crying": "cries", "holding": "holds {}", "eating": "eats {}", "drinking": "drinks {}", "reading": "reads {}",
    "dancing": "dances", "bowing": "bows", "shrugging": "shrugs", "falling": "falls over", "hiding": "hides", "giving": "hands over {}",
    "singing": "sings", "cooking": "cooks",
}  # fmt: skip
_FACES_EN = {
    "laughing": "laughing", "crying": "in tears", "in love": "head over heels", "proud": "beaming with pride", "smug": "looking smug",
}  # fmt: skip
_WEATHER_EN = {
    "sunny": "sunny", "cloudy": "cloudy", "rain": "rainy", "snow": "snowy", "storm": "stormy", "wind": "windy", "fog": "foggy",
    "rainbow": "rainbow-lit", "starry sky": "starlit",
}  # fmt: skip
_TIMES_EN = {"morning": "morning", "day": "day", "sunset": "evening", "night": "night", "dawn": "dawn"}


@cache
def noun_of(visual: str, language: str) -> str:
    """The plain word for a visual word: "gift box" → 선물."""
    for entry in entries():
        if entry.visual[:1] == (visual,) and entry.sort != "figure":
            return entry.words(language)[0]
    return visual


def describe(picture: Picture, language: str, nouns: dict[str, str]) -> str:
    """The picture told in `language`. `nouns` maps visual words to the idea's own nouns for them."""
    return _korean(picture, nouns) if language == "ko" else _english(picture, nouns)


def _noun(visual: str, language: str, nouns: dict[str, str]) -> str:
    return nouns.get(visual) or noun_of(without_colour(visual), language)


def day_words(weather: str, time: str, language: str) -> str:
    """The sort of day: 비 오는 밤, a rainy night."""
    if language == "ko":
        return f"{_WEATHER_KO.get(weather, '')} {_TIMES_KO[time]}".strip()
    return with_article(f"{_WEATHER_EN.get(weather, '')} {_TIMES_EN[time]}".strip(), False, False)


def _korean(picture: Picture, nouns: dict[str, str]) -> str:
    place = _noun(picture.place, "ko", nouns)
    told = [f"{day_words(picture.weather, picture.time, 'ko')}, {place}."]
    figures = [_figure_ko(figure, nouns) for figure in picture.figures]
    told.append(f"{figures[0]}." if figures else "")
    told += [f"그 옆에서 {figure}." for figure in figures[1:]]
    held = {figure.prop for figure in picture.figures}
    props = [_noun(prop, "ko", nouns) for prop in dict.fromkeys(picture.props) if prop not in held]
    if props:
        joined = "".join(attach(noun, "과/와") + " " for noun in props[:-1]) + attach(props[-1], "이/가")
        told.append(f"{joined} 보인다.")
    return " ".join(part for part in told if part)


def _figure_ko(figure: Figure, nouns: dict[str, str]) -> str:
    prop = _noun(figure.prop, "ko", nouns) if figure.prop else ""
    pose = _POSES_KO[figure.pose].format(attach(prop, "을/를") if prop else "").strip()
    return " ".join(
        part for part in (attach(figure.role.name, "이/가"), _FACES_KO.get(figure.expression, ""), pose) if part
    )


def _english(picture: Picture, nouns: dict[str, str]) -> str:
    place = at_place(_noun(picture.place, "en", nouns), picture.place)
    figures = [_figure_en(figure, nouns) for figure in picture.figures]
    day = f"{_WEATHER_EN.get(picture.weather, '')} {_TIMES_EN[picture.time]}".strip().capitalize()
    told = f"{day}, {place}. {', while '.join(figures[:2])}"
    told += "".join(f", and {figure}" for figure in figures[2:])
    held = {figure.prop for figure in picture.figures}
    props = [_noun(prop, "en", nouns) for prop in dict.fromkeys(picture.props) if prop not in held]
    return f"{told}. In the picture: {', '.join(props)}." if props else f"{told}."


def _figure_en(figure: Figure, nouns: dict[str, str]) -> str:
    prop = f"the {_noun(figure.prop, 'en', nouns)}" if figure.prop else ""
    pose = _POSES_EN[figure.pose].format(prop).strip()
    face = "" if figure.expression == "neutral" else _FACES_EN.get(figure.expression, f"looking {figure.expression}")
    return f"{figure.role.name} {pose}" + (f", {face}" if face else "")
