"""Hints beside a prompt: why, and what one click does."""

WORDS = {
    "korean": "Checkpoints read English. “{korean}” is “{english}” there.",
    "korean_do": "Say it in English",
    "twice": "“{text}” stands there twice. Once is enough; brackets make it heavier.",
    "twice_do": "Keep one",
    "behind": "Words after {size} tokens lose force: {count} stand behind that border. GPT-2's words can go first.",
    "behind_do": "Leave off {less}",
    "short": "Short phrases are read better than sentences: “{text}” → “{short}”.",
    "short_do": "Shorten",
    "vague": "So few words leave the picture to chance. These would fit: {words}.",
    "vague_do": "Add them",
    "prose": "This checkpoint was taught with sentences rather than tags.",
    "prose_do": "Tell it in sentences",
    "tags": "This checkpoint was taught with tags: short words parted by commas.",
    "tags_do": "Back to tags",
    "negative": "Without a negative prompt, pictures break more easily. “Classic” has one that has served many comics.",
    "negative_do": "Use the negative prompt of Classic",
    "settings": "Sampler, steps and CFG make a picture better too. Classic: DPM++ 2M Karras, {steps} steps, CFG {cfg}.",
    "settings_do": "Use these settings",
    "order": "Not happy with the picture? The same words in another order give another one.",
    "order_do": "Reorder",
}
