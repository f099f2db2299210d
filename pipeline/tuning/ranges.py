"""Values as A1111's X/Y/Z plot writes them.

1-5           1, 2, 3, 4, 5
1-11 (+2)     1, 3, 5, 7, 9, 11
10-4 (-3)     10, 7, 4
0-1 [5]       0, 0.25, 0.5, 0.75, 1       (five of them, both ends included)
1, 4-6, 20    a list of any of these
Euler, "a, b" a list of words; quotes keep a comma inside
"""

from __future__ import annotations

import csv
import re
from decimal import Decimal

from pipeline.errors import InputError

MOST_VALUES = 100
"""An axis with more values than this is a slip of the hand."""
_NUMBER = r"[+-]?\d+(?:\.\d+)?"
_RANGE = re.compile(rf"({_NUMBER})\s*-\s*({_NUMBER})\s*(?:\(\s*({_NUMBER})\s*\)|\[\s*(\d+)\s*\])?")


def listed(text: str) -> list[str]:
    """The entries of a comma list, trimmed; double quotes keep commas, and make an empty entry one on purpose."""
    rows = list(csv.reader([" ".join(text.split())], skipinitialspace=True))
    return [entry.strip() for entry in rows[0]] if rows else []


def quoted(entries: list[str]) -> str:
    """The comma list that `listed` reads back as these entries."""
    return ", ".join(f'"{entry.replace(chr(34), chr(34) * 2)}"' if _needs_quotes(entry) else entry for entry in entries)


def _needs_quotes(entry: str) -> bool:
    return not entry or "," in entry or '"' in entry


def numbers(text: str, whole: bool) -> list[str]:
    """The numbers of a list with ranges, in decimals. `whole` rounds what `[n]` parts.

    Raises InputError, naming the entry that is neither a number nor a range.
    """
    found: list[Decimal] = []
    for entry in listed(text):
        found += _expanded(entry, whole)
        if len(found) > MOST_VALUES:
            raise InputError("tuning.too_many_values", text=text, most=MOST_VALUES)
    return [f"{number.normalize():f}" for number in found]


def _expanded(entry: str, whole: bool) -> list[Decimal]:
    if re.fullmatch(_NUMBER, entry):
        return [Decimal(entry)]
    found = _RANGE.fullmatch(entry)
    if found is None:
        raise InputError("tuning.no_number", text=entry)
    first, last = Decimal(found[1]), Decimal(found[2])
    if found[4] is not None:
        return _parted(first, last, int(found[4]), whole, entry)
    step = Decimal(found[3]) if found[3] is not None else Decimal(1 if last >= first else -1)
    count = int((last - first) / step) + 1 if step else 0
    if count < 1 or (step > 0) != (last >= first):
        raise InputError("tuning.wrong_step", text=entry)
    if count > MOST_VALUES:
        raise InputError("tuning.too_many_values", text=entry, most=MOST_VALUES)
    return [first + number * step for number in range(count)]


def _parted(first: Decimal, last: Decimal, count: int, whole: bool, entry: str) -> list[Decimal]:
    """`count` numbers from first to last, evenly apart."""
    if not 1 <= count <= MOST_VALUES:
        raise InputError("tuning.too_many_values", text=entry, most=MOST_VALUES)
    apart = (last - first) / (count - 1) if count > 1 else Decimal(0)
    found = [first + number * apart for number in range(count)]
    return [round(number) * Decimal(1) if whole else round(number, 4) for number in found]
