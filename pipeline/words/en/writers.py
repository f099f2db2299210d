"""Writers."""

WORDS = {
    "offline": "Offline writer",
    "chatgpt": "ChatGPT",
    "offline_about": "Writes at once, without key or network.",
    "chatgpt_about": "Writes through any OpenAI-compatible server.",
}
