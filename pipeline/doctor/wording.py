"""Prompts that are longer than the text encoder's 75 tokens, and exactly what falls behind that border."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline import artists, grammar, tokens
from pipeline.doctor.finding import Case, Finding, Repair

_BOUNDARY = re.compile(r"(?<=[,\s])(?=\S)")
_SHOWN = 160


def behind_the_border(text: str) -> tuple[str, str]:
    """The text parted where its first 75 tokens end: as much as the first chunk holds, and the rest ("" when all
    fits).

    Necut and A1111 cut at the last comma when one is near. Text is parted between words.
    """
    if tokens.chunk_count(text) <= 1:
        return text, ""
    held = len(_chunks(text)[0].ids)
    ends = [0, *(found.start() for found in _BOUNDARY.finditer(text))]
    low, high = 0, len(ends) - 1
    while low < high:  # the longest beginning that takes no more tokens than the first chunk
        middle = (low + high + 1) // 2
        if _count(text[: ends[middle]]) <= held:
            low = middle
        else:
            high = middle - 1
    return text[: ends[low]].rstrip(" ,\n"), text[ends[low] :].strip(" ,\n")


def _chunks(text: str) -> tuple[tokens.Chunk, ...]:
    return max((tokens.chunks(part.fragments) for part in grammar.parse(text).schedule[0].parts), key=len)


def _count(text: str) -> int:
    return sum(len(chunk.ids) for chunk in _chunks(text))


def long_negative(case: Case) -> Iterator[Finding]:
    """A negative prompt whose end is read apart from its beginning."""
    text = case.values.get("negative_prompt") or ""
    if not case.says("negative_prompt") or not _has_chunks(case):
        return
    kept, behind = behind_the_border(text)
    if behind:
        values = {"count": _count(text), "border": tokens.CHUNK, "behind": _shortened(behind)}
        repair = Repair("doctor.cut", {"words": _shortened(behind, 40)}, {"negative_prompt": _closed(kept) or None})
        yield Finding("doctor.long_negative", "advice", repair, values, "negative_prompt")


def long_style(case: Case) -> Iterator[Finding]:
    """Style words that the longest prompt pushes behind the border."""
    style = case.values.get("style") or ""
    if not case.says("style") or not _has_chunks(case):
        return
    longest = max(case.prompts, key=_count, default="")
    sent = ", ".join(part for part in (longest, style) if part)
    _, behind = behind_the_border(sent)
    if not behind:
        return
    kept, lost = (style[: -len(behind)], behind) if style.endswith(behind) else ("", style)
    values = {"count": _count(sent), "border": tokens.CHUNK, "behind": _shortened(lost)}
    repair = Repair("doctor.cut", {"words": _shortened(lost, 40)}, {"style": _closed(kept.rstrip(" ,\n")) or None})
    yield Finding("doctor.long_style", "advice", repair, values, "style")


def _has_chunks(case: Case) -> bool:
    """Whether the artist reads prompts through CLIP at all."""
    return "cfg_scale" in artists.get(case.artist).obeys


def _closed(text: str) -> str:
    """The text with the brackets closed that the cut has left open."""
    waiting: list[str] = []
    for letter in text:
        if letter in "([":
            waiting.append(")" if letter == "(" else "]")
        elif waiting and letter == waiting[-1]:
            waiting.pop()
    return text + "".join(reversed(waiting))


def _shortened(text: str, most: int = _SHOWN) -> str:
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"


CHECKS = (long_negative, long_style)
