"""The Library page."""

WORDS = {
    "heading": "내가 만든 만화",
    "invite": "서재가 비어 있어요. 첫 만화를 만들어 볼까요?",
    "count": "모두 {count}편",
    "open": "열기",
    "more": "더 보기",
    "rename": "이름",
    "duplicate": "복사본 만들기",
    "delete": "지우기",
    "deleted": "‘{title}’ 만화를 지웠어요.",
    "undo": "되살리기",
    "open_file": "파일 열기",
    "file": "네컷 파일(.necut)",
}
