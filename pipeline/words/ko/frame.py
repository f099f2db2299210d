"""The frame around every page."""

WORDS = {
    "interface_language": "화면 언어",
    "open_comic": "열어 둔 만화",
    "no_comic": "아직 연 만화가 없어요.",
    "new_comic": "새 만화",
    "at_work": "지금 쓰는 도구",
    "connect": "진짜 모델 연결하기",
    "cut": "{most}자가 넘어서 그 뒤는 넣지 않았어요.",
}
