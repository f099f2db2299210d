"""The frame around every page."""

WORDS = {
    "interface_language": "화면 언어",
    "open_comic": "지금 여는 만화",
    "no_comic": "아직 연 만화가 없어요.",
    "new_comic": "새 만화",
    "at_work": "누가 일하나요",
    "connect": "진짜 모델 연결하기",
}
