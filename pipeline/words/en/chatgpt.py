"""The writer that asks a language model."""

WORDS = {
    "no_key": "ChatGPT needs a key: enter one in Connect, or set OPENAI_API_KEY. The offline writer works without one.",
    "ready": "{model} at {address} writes the story.",
    "no_model": "{address} has no model “{model}”. Choose another one in Connect.",
    "no_credit": "The account at {address} has no credit left. Top it up, or let the offline writer write.",
    "busy": "{address} is busy. Wait a minute and try again, or let the offline writer write.",
    "busy_for": "{address} asks to wait {seconds} seconds, which is longer than a story may take. "
    "Try again then, or let the offline writer write.",
    "waiting": "{address} is busy and asked to wait {seconds} s…",
    "broken": "The connection to {address} broke off in the middle. Try again, or let the offline writer write.",
    "gave_up": "{address} gave up in the middle: {reason}",
    "refused": "The model would not write this story. Word the idea differently, or let the offline writer write.",
    "cut_off": "The model's reply broke off before the story was told. Try again, or choose another model in Connect.",
    "bad_reply": "The model did not tell a story in four panels ({reason}). "
    "Try again, or choose another model in Connect.",
}
