"""Where the words of a prompt came from."""

WORDS = {
    "character": "인물",
    "scene": "장면",
    "shot": "구도",
    "mood": "분위기",
    "style": "화풍",
    "gpt2": "GPT-2",
    "user": "내가 쓴 말",
}
