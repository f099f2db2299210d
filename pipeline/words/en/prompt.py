"""The Prompt page."""

WORDS = {
    "heading": "Words for each picture",
    "invite": "There is no story yet. One sentence is enough to begin.",
    "prompt_all": "Make all four prompts",
    "none_yet": "No prompt yet.",
    "text": "The prompt that is sent",
    "candidates": "{count} candidates",
    "run": "Prompt again",
    "hints": "Hints {count}",
    "history": "Earlier {count}",
    "other_order": "Other order or weights",
    "candidates_how": "Take a whole wording, or click single words to take or strike them.",
    "take": "Take {number}",
    "taken": "{number} is taken",
    "added_words": "Words that candidate {number} adds",
}
