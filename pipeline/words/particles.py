"""Korean particles follow the last sound of the word before them.

The rule is 한글 맞춤법's: after a final consonant 은, 이, 을, 과, 으로 …, after a vowel 는, 가, 를, 와,
로 …; 로 also follows a final ㄹ. Digits and Latin letters are read aloud first (3 → 삼, MP3 → 쓰리).
"""

from __future__ import annotations

# What follows a final consonant / what follows a vowel.
PARTICLES = {
    "은/는": ("은", "는"),
    "이/가": ("이", "가"),
    "을/를": ("을", "를"),
    "과/와": ("과", "와"),
    "으로/로": ("으로", "로"),
    "아/야": ("아", "야"),
    "이랑/랑": ("이랑", "랑"),
    "이나/나": ("이나", "나"),
    "이야/야": ("이야", "야"),
    "이에요/예요": ("이에요", "예요"),
    "이다/다": ("이다", "다"),
    "이라/라": ("이라", "라"),
    "이라는/라는": ("이라는", "라는"),
    "이었/였": ("이었", "였"),
    "이여/여": ("이여", "여"),
}

_HANGUL_FIRST, _HANGUL_LAST = 0xAC00, 0xD7A3
_FINALS = 28
_RIEUL = 8  # the index of ㄹ among the 28 finals; 0 is "no final consonant"
_DIGIT_FINALS = {"0": 21, "1": 8, "2": 0, "3": 16, "4": 0, "5": 0, "6": 1, "7": 8, "8": 8, "9": 0}
_LATIN_FINALS = {"l": 8, "r": 8, "m": 16, "n": 4}  # letters whose Korean name ends in a consonant


def final_consonant(word: str) -> int:
    """The index of the final consonant of the last sound of `word`, 0 when it ends in a vowel.

    Closing quotes, brackets and punctuation are passed over. Other scripts count as a vowel.
    """
    for letter in reversed(word):
        code = ord(letter)
        if _HANGUL_FIRST <= code <= _HANGUL_LAST:
            return (code - _HANGUL_FIRST) % _FINALS
        if letter in _DIGIT_FINALS:
            return _DIGIT_FINALS[letter]
        if letter.isalpha():
            return _LATIN_FINALS.get(letter.lower(), 0)
    return 0


def particle(word: str, pair: str) -> str:
    """The form of `pair` (a key of `PARTICLES`) that follows `word`."""
    after_consonant, after_vowel = PARTICLES[pair]
    final = final_consonant(word)
    if pair == "으로/로" and final == _RIEUL:
        return after_vowel
    return after_consonant if final else after_vowel


def attach(word: str, pair: str) -> str:
    """`word` with its particle: `attach("우산", "을/를")` → "우산을"."""
    return word + particle(word, pair)
