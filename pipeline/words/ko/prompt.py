"""The Prompt page."""

WORDS = {
    "heading": "컷마다 프롬프트 다듬기",
    "invite": "아직 이야기가 없어요. 한 문장이면 시작할 수 있어요.",
    "prompt_all": "네 컷 모두 새로 뽑기",
    "none_yet": "아직 프롬프트가 없어요.",
    "text": "보낼 프롬프트",
    "candidates": "후보 {count}개",
    "run": "다시 뽑기",
}
