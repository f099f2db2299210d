# ruff: noqa: E501  (a row of a table is one line)
"""Reading Korean: words behind their particles and endings.

A noun is found where a word is a known surface form followed by nothing but particles (고양이가,
바다에서는); a doing or feeling where a word starts with a known stem (잃어버린 → 잃어버). Against a closed
lexicon this finds what a morphological analyser finds, without its model: kiwipiepy 0.24 was measured at
105 MB on disk, 500 MB of memory and seconds to load, against a few milliseconds here.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from pipeline.lexicon.entries import Entry, colours, entries
from pipeline.lexicon.found import Found, Match, Name
from pipeline.lexicon.names import SURNAMES, is_korean_name, without_call

_WORD = re.compile(r"[가-힣]+|[A-Za-z][A-Za-z'-]*|\d+|[^\w\s]")
_PARTICLES = re.compile(
    r"(?:들|네)?(?P<inner>에게서|에게|한테서|한테|께서|께|에서|에다|에|으로|로|과|와|이랑|랑|하고|부터|까지|처럼|같이|만|마저|조차|보다|마다|뿐|대신)?"
    r"(?P<outer>은|는|이|가|을|를|도|의|만|라도|이라도|이나|나|인|이다|다|이야|야|이에요|예요|입니다|이라는|라는|이라고|라고|여서|이어서|였던|이었던|였다|이었다)?"
)
_PARTS = {
    "을": "object", "를": "object", "에게": "object", "한테": "object", "과": "with", "와": "with", "이랑": "with",
    "랑": "with", "하고": "with", "은": "subject", "는": "subject", "이": "subject", "가": "subject", "께서": "subject",
    "에": "at", "에서": "at", "의": "of", "으로": "at", "로": "at", "도": "subject", "만": "subject",
}  # fmt: skip

# One-syllable nouns that are more often something else when no particle follows: 새로 산 우산.
_NEEDS_PARTICLE = frozenset(
    "산 연 무 성 회 탈 약 국 새 초 알 배 차 소 용 왕 검 칼 역 형 물 떡 옷 링 탑 하 위 논 별 자".split()
)
_OTHER_WORDS = frozenset(
    "검은 낮은 새로 별로 새는 무도 용이 무를 소로 회로 공이 성은 국은 초는 초가 알고 알은 약은 차이 차는 무는 왕은 개나 개만 문자 "
    "새가 형은 물은 산다 차다 왕이면 하나 이상 그림자 낮과 논다 끈다 연다 문다 간다 찬다 돈다 판다고 진다 단다 편다 뜬다 핀다 분다 한다".split()
) - frozenset("새가 형은 문자 그림자 왕은 공이".split())
_COUNTS = re.compile(r"(?:\d+|몇|한|두|세|네|다섯|여섯|일곱|여덟|아홉|열)$")
_NOT_NOUNS = frozenset(
    "자기 우리 이것 그것 저것 무엇 누구 여기 거기 저기 오늘 내일 어제 매일 하루 날마다 처음 마지막 모두 전부 사이 때문 동안 정말 아주 "
    "자신 그대 나를 너를 스스로 이야기 만화 내용 하나 무언가 뭔가 것만 생각 마음 이름 이제 다시 계속 아무 모든 시간 순간 때 날 것 말 하늘 냄새 노래 눈물 꿈 사랑 소리 얼굴 세상 인생 이유 처음 방법 자리 지구 나라 동안 기분".split()
)


def read_korean(text: str) -> Found:
    """Everything the lexicon knows in a Korean text."""
    text = unicodedata.normalize("NFC", text)
    words = list(_WORD.finditer(text))
    matches: list[Match] = []
    names: list[Name] = []
    unknown: list[Name] = []
    colour, until = "", -1
    for place, found in enumerate(words):
        if found.start() < until:
            continue
        word, before = found.group(), words[place - 1].group() if place else ""
        if painted := _colour(word):
            colour = painted
            continue
        if phrase := _phrase(text, found.start()):
            entry, surface = phrase
            until = found.start() + len(surface)
            matches.append(Match(entry, surface, found.start()))
            matches.extend(match for match in _stems(word, found.start()) if match.entry is not entry)
            continue
        if _is_name(word):
            names.append(_name(word, found.start()))
            continue
        if match := _noun(word, found.start(), before, colour):
            matches.append(match)
            colour = ""
        stems = _stems(word, found.start())
        matches.extend(stems)
        if not match and not stems and (noun := _unknown_noun(word, found.start(), place == len(words) - 1)):
            unknown.append(noun)
    return Found(text, "ko", tuple(matches), tuple(names), tuple(unknown))


@cache
def _nouns() -> dict[str, Entry]:
    nouns: dict[str, Entry] = {}
    for entry in entries():
        if entry.sort not in ("doing", "feeling"):
            for surface in entry.korean:
                if " " not in surface:
                    nouns.setdefault(surface, entry)
    return nouns


@cache
def _phrases() -> dict[str, tuple[tuple[str, Entry], ...]]:
    """Surfaces of several words, by their first syllable."""
    table: dict[str, list[tuple[str, Entry]]] = {}
    for entry in entries():
        for surface in entry.korean:
            if " " in surface:
                table.setdefault(surface[0], []).append((surface, entry))
    return {first: tuple(sorted(rows, key=lambda row: -len(row[0]))) for first, rows in table.items()}


@cache
def _stem_table() -> dict[str, tuple[tuple[str, Entry], ...]]:
    table: dict[str, list[tuple[str, Entry]]] = {}
    for entry in entries():
        if entry.sort in ("doing", "feeling", "weather"):
            for stem in entry.korean:
                if " " not in stem and len(stem) > 1:
                    table.setdefault(stem[0], []).append((stem, entry))
    return {first: tuple(rows) for first, rows in table.items()}


@cache
def _emoji() -> dict[str, Entry]:
    return {sign: entry for entry in entries() for sign in entry.emoji if sign not in "\ufe0f\u200d"}


def read_emoji(text: str) -> tuple[Match, ...]:
    """The entries whose emoji stand in a text."""
    table = _emoji()
    return tuple(Match(table[sign], "", at) for at, sign in enumerate(text) if sign in table)


def _colour(word: str) -> str:
    return next((name for name, stems in colours() if word.startswith(stems)), "")


def _phrase(text: str, start: int) -> tuple[Entry, str] | None:
    for surface, entry in _phrases().get(text[start], ()):
        if text.startswith(surface, start):
            return entry, surface
    return None


def _split(word: str) -> list[tuple[str, str]]:
    """Every way to part a word into a stem and particles, the longest stem first, with the noun's part."""
    ways = []
    for cut in range(len(word), 0, -1):
        rest = word[cut:]
        if (ending := _PARTICLES.fullmatch(rest)) is not None:
            marks = [mark for mark in (ending["inner"], ending["outer"]) if mark]
            part = next((_PARTS[mark] for mark in marks if mark in _PARTS), "")
            ways.append((word[:cut], part))
    return ways


def is_noun(word: str) -> bool:
    """Whether a word is a noun of the lexicon with nothing but particles: 보고서를, 사자가."""
    return any(len(stem) > 1 and stem in _nouns() for stem, _ in _split(word))


def _noun(word: str, start: int, before: str, colour: str) -> Match | None:
    if word in _OTHER_WORDS:
        return None
    nouns = _nouns()
    for stem, part in _split(word):
        if stem in nouns:
            if len(stem) == 1 and (stem == word and stem in _NEEDS_PARTICLE or _COUNTS.search(before)):
                continue
            return Match(nouns[stem], stem, start, part, colour)
    for stem, part in _split(word):  # a compound ends in its head: 아기고양이
        for cut in range(1, len(stem) - 1):
            if stem[cut:] in nouns and nouns[stem[cut:]].sort in ("figure", "thing", "place"):
                return Match(nouns[stem[cut:]], stem, start, part, colour)
    return None


def _stems(word: str, start: int) -> list[Match]:
    rows = _stem_table().get(word[0], ())
    hits = [(stem, entry) for stem, entry in rows if word.startswith(stem) and entry.sort != "weather"]
    return [  # 비밀번호 is no 비밀: a stem inside a longer one says nothing of its own
        Match(entry, stem, start)
        for stem, entry in hits
        if not any(other != stem and other.startswith(stem) and each is not entry for other, each in hits)
    ]


def _is_name(word: str) -> bool:
    return any(is_korean_name(stem) for stem, _ in _split(word)) and not any(
        stem in _nouns() and not is_korean_name(stem) for stem, _ in _split(word)
    )


def _name(word: str, start: int) -> Name:
    stem, part = next((stem, part) for stem, part in _split(word) if is_korean_name(stem))
    plain = without_call(stem)
    return Name(plain, start, part or ("subject" if word.endswith(("라는", "란")) else ""))


def _unknown_noun(word: str, start: int, last: bool) -> Name | None:
    """A noun nobody knows: before 을/를 or 이라는, or alone at the end."""
    if not re.fullmatch(r"[가-힣]+", word):
        return Name(word, start) if word.isalpha() and len(word) > 1 else None
    called = re.fullmatch(r"([가-힣]{2,}?)(?:이)?라는", word)
    if called:
        return Name(called[1], start, "name")
    if len(word) > 2 and word[-1] in "을를" and word[:-1] not in _NOT_NOUNS:
        return Name(word[:-1], start, "object") if not word.endswith(("마을", "가을")) else None
    if (
        len(word) > 2
        and word[-1] in "이가"
        and word[:-1] not in _NOT_NOUNS
        and word[0] not in SURNAMES - set("고문배하나")
    ):
        return Name(word[:-1], start, "subject")
    if last and 2 <= len(word) <= 6 and word not in _NOT_NOUNS and word[-1] not in "다요까네지자어아해":
        return Name(word, start, "subject")
    return None
