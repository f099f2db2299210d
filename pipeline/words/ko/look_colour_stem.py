"""How Korean colour words begin, by visual word; commas part them."""

WORDS = {
    "red": "빨간,빨강,붉은",
    "orange": "주황",
    "yellow": "노란,노랑",
    "green": "초록,녹색",
    "mint": "민트",
    "blue": "파란,파랑,푸른",
    "navy": "남색,네이비",
    "purple": "보라",
    "pink": "분홍,핑크",
    "brown": "갈색,밤색",
    "black": "검은,검정,까만",
    "white": "하얀,하양,흰",
    "gray": "회색,은색",
    "beige": "베이지",
}
