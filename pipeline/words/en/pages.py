"""The pages' names."""

WORDS = {
    "story": "Story",
    "prompt": "Prompt",
    "render": "Render",
    "comic": "Comic",
    "tune": "Tune",
    "library": "Library",
}
