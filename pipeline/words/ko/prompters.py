"""Prompters."""

WORDS = {
    "cast": "대본 그대로",
    "gpt2": "GPT-2",
    "cast_about": "컷의 내용을 등장인물의 생김새와 함께 그대로 옮겨요.",
    "gpt2_about": "GPT-2가 컷의 말을 이어서 써요.",
}
