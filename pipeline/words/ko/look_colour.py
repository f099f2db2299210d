"""Colours as they stand before what has them, by visual word."""

WORDS = {
    "red": "빨간",
    "orange": "주황색",
    "yellow": "노란",
    "green": "초록",
    "mint": "민트색",
    "blue": "파란",
    "navy": "남색",
    "purple": "보라색",
    "pink": "분홍",
    "brown": "갈색",
    "black": "검은",
    "white": "하얀",
    "gray": "회색",
    "beige": "베이지색",
}
