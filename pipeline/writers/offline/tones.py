"""The four tones: who tells the story. A narrator's caption opens it, and moods lean to the tone.

Blanks are those of `fill`. The captions of a tone are told by the same narrator throughout.
"""

from __future__ import annotations

OPENINGS = {
    "ko": {
        "warm": (
            "{day}의 일. {hero:은/는} {tells}.",
            "{hero}에게는 조금 특별한 {day}.",
            "{idea}. 작지만 소중한 이야기.",
            "{place}에 {hero:이/가} 있었다. {tells}.",
        ),
        "playful": (
            "속보! {hero:이/가} {tells}!",
            "자, {place}의 {kind} {hero:을/를} 소개합니다!",
            "{idea}, 시작합니다!",
            "{hero}의 파란만장한 {day}!",
        ),
        "deadpan": (
            "{hero}. {tells}. 이상.",
            "관찰 기록: {place}, {kind} 한 명. {tells}.",
            "{idea}. 흔한 일이다.",
            "{day}. {hero:은/는} {tells}. 별일 아니다.",
        ),
        "dramatic": (
            "그날, {hero}의 운명이 바뀌었다…",
            "{day}. 아무도 몰랐다, {hero:이/가} {tells}는 것을.",
            "{idea}. 이것은 전설의 시작.",
            "{place}… 모든 것은 여기서 시작되었다. {hero}!",
        ),
    },
    "en": {
        "warm": (
            "One {day}, {hero} {tells}.",
            "A small story about {hero the kind}.",
            "{idea}. It happens to the best of us.",
            "Somewhere {at place}, {hero} {tells}.",
        ),
        "playful": (
            "Breaking news: {hero} {tells}!",
            "Meet {hero}, the finest {kind} {at place}!",
            "Today's episode: {idea}!",
            "{hero} {tells}. What could go wrong?",
        ),
        "deadpan": (
            "{hero} {tells}. Life goes on.",
            "Field notes: one {kind}, {at place}.",
            "{idea}. It was a Tuesday.",
            "{hero} {tells}. Nobody is surprised.",
        ),
        "dramatic": (
            "One {day}. {hero} did not know it yet. But fate did.",
            "They said no {kind} could do it. Enter {hero}.",
            "{idea}. And so it began.",
            "{hero} {tells}. Nothing will be the same again.",
        ),
    },
}

MOODS = {
    "warm": {"calm": "warm", "gloomy": "lonely", "funny": "cheerful"},
    "playful": {"calm": "cheerful", "gloomy": "funny", "tense": "exciting"},
    "deadpan": {"cheerful": "calm", "exciting": "calm", "warm": "calm"},
    "dramatic": {"calm": "mysterious", "cheerful": "exciting", "funny": "exciting", "lonely": "gloomy"},
}
"""How a tone bends the moods that a shape asks for."""

LESSON = {"ko": "오늘의 교훈: {}", "en": "Lesson learned: {}"}
"""What a lesson's last caption starts with."""
