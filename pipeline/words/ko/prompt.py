"""The Prompt page."""

WORDS = {
    "heading": "컷마다 프롬프트 다듬기",
    "invite": "아직 이야기가 없어요. 한 문장이면 시작할 수 있어요.",
    "prompt_all": "네 컷 모두 새로 뽑기",
    "none_yet": "아직 프롬프트가 없어요.",
    "text": "보낼 프롬프트",
    "candidates": "후보 {count}개",
    "run": "다시 뽑기",
    "hints": "힌트 {count}",
    "history": "이전 {count}",
    "other_order": "순서나 강조가 달라요",
    "candidates_how": "후보를 통째로 고르거나, 낱말을 눌러 하나씩 넣고 뺄 수 있어요.",
    "take": "{number}번 쓰기",
    "taken": "{number}번을 쓰고 있어요",
    "added_words": "{number}번 후보가 덧붙인 말",
}
