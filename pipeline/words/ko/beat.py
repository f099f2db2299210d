"""The four beats."""

WORDS = {
    "setup": "기 · 시작",
    "development": "승 · 전개",
    "turn": "전 · 반전",
    "close": "결 · 마무리",
}
