"""Cells and their states."""

WORDS = {
    "empty": "비어 있음",
    "running": "만드는 중",
    "fresh": "최신",
    "stale": "다시 해야 함",
    "kept": "직접 고침",
    "changed": "달라진 것: {what}",
    "made": "{by} · {seconds}초",
    "run_stale": "달라진 것만 다시 하기 ({count})",
    "all_fresh": "모두 최신이에요",
    "next": "다음: {page}",
    "to_story": "이야기부터 시작하기",
    "earlier": "이전 것 {count}개",
    "bring_back": "되돌리기",
    "passed_by": "직접 고친 {count}개는 그대로 두어요.",
}
