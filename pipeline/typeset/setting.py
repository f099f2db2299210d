"""A text set in balanced lines, in em.

Among all ways to break a text into n lines the one is taken whose lines differ least from the shape
of a balloon, the middle a little wider than top and bottom (least squares over all breaks, as in
Knuth and Plass, "Breaking Paragraphs into Lines", 1981, with a fixed number of lines).
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cached_property, lru_cache

from pipeline.typeset.breaking import break_points, split_word
from pipeline.typeset.faces import PIXELS, Run, font, runs

LEADING = 1.18
"""From one baseline to the next, in em."""
MAX_LINES = 14
_STRESS = re.compile(r"\*(?=\S)([^*\n]{1,80}?)(?<=\S)\*")
_HANGING = re.compile(r"[!?.,…~]+$")
_BEGIN, _END = "\ue000", "\ue001"  # private marks round stressed letters; never painted


@dataclass(frozen=True)
class SetLine:
    """One line: the plain text, its runs by face, its width and the part of it that hangs, in em.

    Marks at the end of a centred line hang: it is centred as if half of them were not there.
    """

    text: str
    runs: tuple[Run, ...]
    width: float
    hang: float = 0.0

    @property
    def reach(self) -> float:
        """How far the line reaches from its centre, in em."""
        return (self.width + self.hang) / 2


@dataclass(frozen=True)
class SetText:
    """A text in lines."""

    lines: tuple[SetLine, ...]

    @cached_property
    def width(self) -> float:
        """Twice the reach of the widest line, in em."""
        return max((2 * line.reach for line in self.lines), default=0.0)

    @property
    def height(self) -> float:
        """From the top of the first line to the foot of the last, in em."""
        return 1.0 + LEADING * (len(self.lines) - 1) if self.lines else 0.0


def clean(text: str) -> str:
    """The text as it is read: NFC, without marks of stress, one space between words."""
    return " ".join(_STRESS.sub(r"\1", unicodedata.normalize("NFC", text)).split())


@lru_cache(maxsize=4096)
def width_of(text: str, voice: str, language: str) -> float:
    """How wide a text is when painted, in em. Stressed letters are measured in their own face."""
    return sum(run_width(run) for run in _stressed_runs(text, voice, language))


@lru_cache(maxsize=8192)
def run_width(run: Run) -> float:
    """How wide a run is when painted, in em."""
    return font(run.face.path, PIXELS).getlength(run.text) * run.face.scale / PIXELS


@lru_cache(maxsize=512)
def settings(text: str, voice: str, language: str, widest: float) -> tuple[SetText, ...]:
    """The text in every sensible number of lines, each no wider than `widest` em, the fewest lines first.

    Empty when nothing of the text can be painted.
    """
    pieces = [part for piece in break_points(_marked(text)) for part in _short(piece, voice, language, widest)]
    pieces = _with_whole_stress(pieces)
    found = []
    for count in range(1, min(len(pieces), MAX_LINES) + 1):
        lines = _balanced(pieces, count, voice, language, widest)
        if lines:
            found.append(SetText(tuple(_set_line(line, voice, language) for line in lines)))
    if not found and pieces:  # more lines than anybody reads: as many as it takes
        found.append(
            SetText(tuple(_set_line(line, voice, language) for line in _greedy(pieces, voice, language, widest)))
        )
    return tuple(each for each in found if any(line.runs for line in each.lines))


def _marked(text: str) -> str:
    normal = unicodedata.normalize("NFC", text).translate({ord(_BEGIN): None, ord(_END): None})
    return _STRESS.sub(lambda match: _BEGIN + match.group(1) + _END, normal)


def _with_whole_stress(pieces: list[str]) -> list[str]:
    """Each piece opens and closes its own stress, so that a break may fall inside."""
    whole, inside = [], False
    for piece in pieces:
        opened = piece if not inside else (" " + _BEGIN + piece[1:] if piece.startswith(" ") else _BEGIN + piece)
        inside = opened.rfind(_BEGIN) > opened.rfind(_END)
        whole.append(opened + _END if inside else opened)
    return whole


def _short(piece: str, voice: str, language: str, widest: float) -> list[str]:
    """A piece, or its parts when it is wider than a line."""
    if width_of(piece.lstrip(), voice, language) <= widest:
        return [piece]
    words = piece.split(" ")
    if len([word for word in words if word]) > 1:  # glued words: part them before splitting one
        spaced = [word if not number else " " + word for number, word in enumerate(words) if word]
        return [part for word in spaced for part in _short(word, voice, language, widest)]
    space = piece[: len(piece) - len(piece.lstrip())]
    parts = split_word(piece.lstrip(), lambda part: width_of(part, voice, language) <= widest)
    return [space + parts[0], *parts[1:]] if parts else []


def _balanced(pieces: list[str], count: int, voice: str, language: str, widest: float) -> list[str] | None:
    """The pieces in exactly `count` lines, as even as they can be; None when some line is too wide."""
    total = width_of("".join(pieces).lstrip(), voice, language)
    targets = [total / count * (0.88 if count > 2 and row in (0, count - 1) else 1.0) for row in range(count)]
    best: list[dict[int, tuple[float, int]]] = [{0: (0.0, 0)}]
    for row in range(count):
        reached: dict[int, tuple[float, int]] = {}
        for start, (cost, _) in best[row].items():
            for end in range(start + 1, len(pieces) - (count - row - 1) + 1):
                width = width_of("".join(pieces[start:end]).lstrip(), voice, language)
                if width > widest * 1.0001:
                    break
                worse = cost + (width - targets[row]) ** 2
                if end not in reached or worse < reached[end][0]:
                    reached[end] = (worse, start)
        best.append(reached)
    if len(pieces) not in best[count]:
        return None
    end, lines = len(pieces), []
    for row in range(count, 0, -1):
        start = best[row][end][1]
        lines.append("".join(pieces[start:end]).strip())
        end = start
    return lines[::-1]


def _greedy(pieces: list[str], voice: str, language: str, widest: float) -> list[str]:
    lines: list[str] = []
    for piece in pieces:
        if lines and width_of(lines[-1] + piece, voice, language) <= widest:
            lines[-1] += piece
        else:
            lines.append(piece.strip())
    return lines


def _set_line(text: str, voice: str, language: str) -> SetLine:
    plain = text.replace(_BEGIN, "").replace(_END, "")
    hanging = _HANGING.search(plain)
    hang = width_of(hanging.group(), voice, language) / 2 if hanging and hanging.start() else 0.0
    return SetLine(plain, _stressed_runs(text, voice, language), width_of(text, voice, language), hang)


@lru_cache(maxsize=4096)
def _stressed_runs(text: str, voice: str, language: str) -> tuple[Run, ...]:
    if _BEGIN not in text:
        return runs(text.replace(_END, ""), voice, language)
    parted: list[Run] = []
    stress = "stress" if voice == "speech" else voice
    for part in re.split(f"({_BEGIN}[^{_END}]*{_END}?)", text):
        spoken = stress if part.startswith(_BEGIN) else voice
        parted.extend(runs(part.strip(_BEGIN + _END), spoken, language))
    return tuple(parted)
