"""Genres."""

WORDS = {
    "any": "아무거나",
    "everyday": "일상",
    "school": "학교",
    "romance": "로맨스",
    "fantasy": "판타지",
    "mystery": "추리",
    "spooky": "오싹",
    "space": "우주",
    "office": "직장",
    "sports": "스포츠",
    "food": "먹는 이야기",
}
