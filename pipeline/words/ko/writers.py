"""Writers."""

WORDS = {
    "offline": "오프라인 작가",
    "chatgpt": "ChatGPT",
    "offline_about": "키도 네트워크도 없이 바로 이야기를 써요.",
    "chatgpt_about": "OpenAI 호환 서버로 이야기를 써요.",
}
