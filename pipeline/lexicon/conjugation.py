"""Korean verbs and adjectives in the forms that a description uses: 그리 → 그린다, 그리고, 그려, 그렸다, 그리는.

A stem is the dictionary form without 다. Stems in ㄹ lose it (울 → 우는, 운다), vowels meet 어/아 (쓰 → 써, 하 → 해,
보 → 봐), 르 doubles (부르 → 불러). Irregular ㄷ, ㅂ and ㅅ stems are given as stems of their own (걷, 걸어).
"""

from __future__ import annotations

import re
from functools import cache

_FIRST, _LAST = ord("가"), ord("힣")
_NIEUN, _RIEUL, _BIEUP, _SSANGSIOS = 4, 8, 17, 20
_A, _YA, _EO, _E, _AE, _YEO, _O, _WA, _U, _WO, _EU, _I = 0, 2, 4, 5, 1, 6, 8, 9, 13, 14, 18, 20
_MET = {_A: _A, _EO: _EO, _E: _E, _AE: _AE, _YEO: _YEO, _O: _WA, _U: _WO, _EU: _EO, _I: _YEO}
"""A stem's vowel once it has met 어 or 아."""
_AFTER_ANY = "고|며|면서|던|다가|려|러|기|자마자|자|지|네|다|도록|게|거나|는|니"
_AFTER_CONSONANT = f"{_AFTER_ANY}|으며|으면서|은|을|으려|으러|어|아|었|았|습"
_AFTER_MET = "서|요|도|야|준|주|버|본|보|보인|가|오|온|간|있|라|지"


@cache
def pattern(stem: str) -> re.Pattern[str]:
    """Matches a whole word that is a form of this stem."""
    head, last = stem[:-1], ord(stem[-1]) - _FIRST
    lead, vowel, coda = last // 588, last % 588 // 28, last % 28
    ways = []
    if coda and coda != _RIEUL:
        ways.append(f"{stem}(?:{_AFTER_CONSONANT})[가-힣]*")
    elif coda == _RIEUL:
        open_ = head + _syllable(lead, vowel, 0)
        ways.append(f"{stem}(?:{_AFTER_ANY}|어|아|었|았)[가-힣]*")
        ways.append(f"{open_}(?:는|네|니)[가-힣]*")
        ways += _closed(head, lead, vowel)
    else:
        ways.append(f"{stem}(?:{_AFTER_ANY})[가-힣]*")
        ways += _closed(head, lead, vowel)
        ways += _met(stem, head, lead, vowel)
    return re.compile(f"(?<![가-힣])(?:{'|'.join(ways)})(?![가-힣])")


def _syllable(lead: int, vowel: int, coda: int) -> str:
    return chr(_FIRST + lead * 588 + vowel * 28 + coda)


def _closed(head: str, lead: int, vowel: int) -> list[str]:
    """운다, 운 채; 웁니다; 울."""
    return [
        f"{head}{_syllable(lead, vowel, _NIEUN)}(?:다[가-힣]*|데)?",
        f"{head}{_syllable(lead, vowel, _BIEUP)}니다",
        f"{head}{_syllable(lead, vowel, _RIEUL)}",
    ]


def _met(stem: str, head: str, lead: int, vowel: int) -> list[str]:
    """그려, 그려서, 그렸다."""
    if stem.endswith("하"):
        met = [(head, lead, _AE)]
    elif stem.endswith("르") and head:
        doubled = ord(head[-1]) - _FIRST
        bright = _A if doubled % 588 // 28 in (_A, _YA, _O) else _EO
        met = [(head[:-1] + chr(_FIRST + doubled + _RIEUL), 5, bright)]
    elif vowel == _EU and head and (ord(head[-1]) - _FIRST) % 588 // 28 in (_A, _O):
        met = [(head, lead, _A)]
    else:
        met = [(head, lead, _MET.get(vowel, vowel))]
    ways = []
    for before, first, sound in met:
        ways.append(f"{before}{_syllable(first, sound, 0)}(?:(?:{_AFTER_MET})[가-힣]*)?")
        ways.append(f"{before}{_syllable(first, sound, _SSANGSIOS)}[가-힣]*")
    return ways
