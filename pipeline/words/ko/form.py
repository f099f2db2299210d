"""Forms of a story."""

WORDS = {
    "any": "아무거나",
    "joke": "짧은 개그",
    "drama": "짧은 드라마",
    "advertisement": "광고",
    "lesson": "배울 점 하나",
    "diary": "일기",
    "news": "뉴스 속보",
    "documentary": "자연 다큐",
    "fairy_tale": "옛날이야기",
}
