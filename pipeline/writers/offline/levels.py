"""Korean speech levels: a sentence said casually (반말), said politely (해요체)."""

from __future__ import annotations

import re

from pipeline.words.particles import final_consonant

_PERSONS = ((r"\b나는 ", "저는 "), (r"\b나 ", "저 "), (r"\b내 ", "제 "), (r"\b우리 ", "저희 "))
_ENDINGS = (("거야", "거예요"), ("한다", "해요"), ("줘", "주세요"), ("하지", "하죠"))


def polite(sentence: str) -> str:
    """A casual sentence in 해요체: 잃어버렸어 → 잃어버렸어요, 생일이야 → 생일이에요, 내 → 제."""
    body, mark = re.fullmatch(r"(.*?)([.!?…]*)", sentence).groups()
    for casual, formal in _PERSONS:
        body = re.sub(casual, formal, body)
    for casual, formal in _ENDINGS:
        if body.endswith(casual):
            return body.removesuffix(casual) + formal + mark
    if body.endswith("이야") and len(body) > 2:
        return body.removesuffix("이야") + "이에요" + mark
    if body.endswith("야") and len(body) > 1 and not final_consonant(body[:-1]):
        return body.removesuffix("야") + "예요" + mark
    return body + "요" + mark
