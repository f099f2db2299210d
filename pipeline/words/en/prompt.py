"""The Prompt page."""

WORDS = {
    "heading": "Words for each picture",
    "invite": "There is no story yet. One sentence is enough to begin.",
    "prompt_all": "Make all four prompts",
    "none_yet": "No prompt yet.",
    "text": "The prompt that is sent",
    "candidates": "{count} candidates",
    "run": "Prompt again",
}
