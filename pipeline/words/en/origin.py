"""Where the words of a prompt came from."""

WORDS = {
    "character": "character",
    "scene": "scene",
    "shot": "shot",
    "mood": "mood",
    "style": "style",
    "gpt2": "GPT-2",
    "user": "you",
}
