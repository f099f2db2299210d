"""Where a line may break.

Korean is broken between 어절 (words parted by spaces): a comic's reader stumbles over a word cut in
two. No line begins with a closing mark and none ends with an opening one, a number keeps its unit,
and a word is split only when it is wider than a line. English breaks at spaces and after dashes that
are already there; nothing is hyphenated.

Sources: W3C "Requirements for Hangul Text Layout and Typography" (klreq), sections on line breaking
and on characters prohibited at line start and line end; Unicode UAX 14 for the classes of marks.
"""

from __future__ import annotations

import re
import unicodedata

NOT_AT_START = frozenset("!?.,:;)]}%…‥·’”」』》〉】〕｣、。，．：；！？）］｝％℃°~～〜-‐–—♥♡♪♬")
"""What no line begins with: closing brackets and quotes, hyphens, marks that end a sentence."""
NOT_AT_END = frozenset("([{‘“「『《〈【〔｢（［｛#$₩￦")
"""What no line ends with: opening brackets and quotes, and signs that belong to the number after them."""

_UNITS = frozenset(
    "개 명 분 시 초 일 월 년 원 번 살 층 권 장 마리 잔 병 대 도 회 점 등 위 주 킬로 미터 그릇 조각 송이 켤레 가지 "
    "시간 개월 주일 km m cm mm kg g mg l ml am pm a.m. p.m. years hours minutes seconds days percent".split()
)
_COUNTING = frozenset("한 두 세 네 다섯 여섯 일곱 여덟 아홉 열 스무 몇".split())
_COUNTED = frozenset("개 명 분 시 번 살 층 권 장 마리 잔 병 대 그릇 조각 송이 켤레 가지 시간".split())
_NUMBER = re.compile(r"[-+]?[\d.,:/]*\d")
_TRAILING = re.compile(r"[\W_]+$")
_DASHED = re.compile(r"(?<=[A-Za-z]{3}[-–—])(?=[A-Za-z]{3})|(?<=—)(?=[^\W_])")
_TOGETHER = re.compile(r"[0-9][0-9.,:]*[0-9]?%?|[A-Za-z']+|([….‥—―!?~ㅋㅎㅠㅜ])\1+|[!?]+|.", re.DOTALL)


def break_points(text: str) -> tuple[str, ...]:
    """The text as pieces between which a line may break. A piece that begins with a space had one
    before it; at the start of a line that space is not painted."""
    pieces: list[str] = []
    for number, word in enumerate(text.split()):
        parts = _DASHED.split(word)
        if number and _belong(pieces[-1].lstrip(), word):
            pieces[-1] += " " + parts[0]
        else:
            pieces.append((" " if number else "") + parts[0])
        pieces.extend(parts[1:])
    return tuple(pieces)


def _belong(before: str, after: str) -> bool:
    """Whether two words must stand on one line."""
    last = before.split()[-1]
    if after[0] in NOT_AT_START or last[-1] in NOT_AT_END:
        return True
    unit = _TRAILING.sub("", after)
    if _NUMBER.fullmatch(last):
        return unit.lower() in _UNITS or any(unit.startswith(known) for known in _COUNTED)
    return last in _COUNTING and unit in _COUNTED


def split_word(word: str, fits) -> list[str]:
    """A word wider than a line, as few parts as `fits(part)` allows; marks and digits stay together."""
    parts: list[list[str]] = [[]]
    for unit in _units(word):
        current = parts[-1]
        if not current or fits("".join(current) + unit):
            current.append(unit)
            continue
        carried: list[str] = []
        while len(current) > 1 and ((carried or [unit])[0][0] in NOT_AT_START or current[-1][-1] in NOT_AT_END):
            carried.insert(0, current.pop())
        parts.append([*carried, unit])
    return [piece for part in parts for piece in _hard_split("".join(part), fits)]


def _units(word: str) -> list[str]:
    """What is split last: runs of digits, of Latin letters, of one mark; else a letter with its accents."""
    units: list[str] = []
    for match in _TOGETHER.finditer(word):
        joined = match.group()
        if units and unicodedata.combining(joined[0]):
            units[-1] += joined
        else:
            units.append(joined)
    return units


def _hard_split(part: str, fits) -> list[str]:
    """Letter by letter, for a run that is itself wider than a line ("AAAAAAAA…")."""
    if fits(part) or len(part) == 1:
        return [part]
    pieces, current = [], ""
    for letter in part:
        if current and not fits(current + letter):
            pieces.append(current)
            current = letter
        else:
            current += letter
    return [*pieces, current]
