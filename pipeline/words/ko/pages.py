"""The pages' names."""

WORDS = {
    "story": "이야기",
    "prompt": "프롬프트",
    "render": "그림",
    "comic": "만화",
    "tune": "튜닝",
    "library": "서재",
}
