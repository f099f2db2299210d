"""An OpenAI-compatible server that answers every question of the story desk, by what it is asked for."""

from __future__ import annotations

import json
from typing import Any

from tests.servers.chat import ChatServer, Reply

SHAPES = ("script", "versions", "verdict", "answer", "words")
STORY = {
    "title": "우산 도둑",
    "logline": "고양이가 우산을 찾는다.",
    "characters": [
        {"name": "나비", "look": ["orange cat", "red scarf"]},
        {"name": "보리", "look": ["brown dog"]},
    ],
    "panels": [
        {
            "description": text,
            "scene": scene,
            "shot": "full shot",
            "mood": "calm",
            "characters": ["나비", "보리"],
            "lines": [{"speaker": speaker, "kind": "speech", "text": said} for speaker, said in lines],
        }
        for text, scene, lines in (
            (
                "비 오는 거리에서 나비가 우산을 찾는다.",
                "cat searching, cat worried, street, rain",
                [("나비", "내 우산!")],
            ),
            ("보리가 다가와 같이 찾는다.", "cat searching, dog pointing, street, rain", [("보리", "같이 찾자.")]),
            (
                "보리가 등 뒤에서 우산을 꺼낸다.",
                "dog holding umbrella, cat surprised, street, rain",
                [("나비", "어?!")],
            ),
            ("둘이 우산을 같이 쓴다.", "cat happy, dog happy, umbrella, street, rain", [("보리", "미안, 같이 쓰자.")]),
        )
    ],
}


def panel(text: str, scene: str, speaker: str, said: str) -> dict[str, Any]:
    """A panel as a model tells it."""
    line = {"speaker": speaker, "kind": "speech", "text": said}
    cast = ["나비", "보리"]
    return {
        "description": text,
        "scene": scene,
        "shot": "full shot",
        "mood": "funny",
        "characters": cast,
        "lines": [line],
    }


VERSIONS = {
    "versions": [
        {"panel": panel(f"반전 {number}", scene, "보리", f"사실은 말이야, {number}."), "close": close}
        for number, (scene, close) in enumerate(
            (
                ("dog crying, umbrella, street", panel("둘이 운다.", "cat crying, dog crying", "나비", "울지 마.")),
                ("cat holding umbrella, dog laughing, street", None),
                ("frog holding umbrella, cat surprised, street, rain", None),
            ),
            start=1,
        )
    ]
}  # fmt: skip
VERDICT = {"changes": "little", "why": "나비는 놀라지만 상황은 그대로예요. 보리가 우산 주인이라면 뒤집혀요."}
WORDS = {"scene": "cat dancing, beach, sunset", "unknown": ["그리움"]}
ANSWER = {
    "answer": "제목을 더 짧게 하고, 반전에서 보리가 먼저 고백하게 해 볼까요?\n개구리도 한 마리 나와요.",
    "characters": [{"name": "초록", "look": ["green frog", "yellow cap"]}],
    "changes": [
        {"panel": None, "title": "내 우산 어디", "description": None, "scene": None, "shot": None, "mood": None,
         "characters": None, "lines": None},
        {"panel": 3, "title": None, "description": "개구리 초록이가 우산을 내민다.", "shot": "bust shot",
         "mood": "funny",
         "scene": "frog holding umbrella, cat surprised, street, rain", "characters": ["초록", "나비"],
         "lines": [{"speaker": "초록", "kind": "speech", "text": "이거 찾으세요?"},
                   {"speaker": "나비", "kind": "shout", "text": "내 우산!"}]},
    ],
}  # fmt: skip


class DeskServer(ChatServer):
    """Tells one story, three versions, one verdict, one answer, one picture. `pause` and `piece` slow it down."""

    def __init__(self, key: str = "", pause: float = 0.0, piece: int = 200) -> None:
        super().__init__(Reply(), key=key)
        self.pause, self.piece = pause, piece
        self.told = dict(zip(SHAPES, (STORY, VERSIONS, VERDICT, ANSWER, WORDS), strict=True))
        self.failing: Reply | None = None
        """What stands in the place of every answer while it is set."""

    def reply_to(self, body: dict[str, Any]) -> Reply:
        if self.failing is not None:
            return self.failing
        shape = body["response_format"]["json_schema"]["name"]
        text = json.dumps(self.told[shape], ensure_ascii=False)
        return Reply(text, pause=self.pause, piece_letters=self.piece)
