"""Prompt X-ray: words in the colour of where they came from, and the tokens they take."""

WORDS = {
    "tokens": "{count} / {room} tokens",
    "word_tokens": "tokens: {count}",
    "counted": "Counted by CLIP's tokenizer",
    "counted_by": "Counted by the tokenizer of {name}",
    "of_the_preset": "from the preset",
    "behind": "behind the border of {border} tokens, where words lose force",
    "border": "A painter reads {size} tokens at a time. What stands behind has less force.",
    "how": "Click a word to move it, weigh it or strike it; or drag it. In the text, Ctrl+↑ and Ctrl+↓ weigh.",
    "earlier": "Move earlier",
    "later": "Move later",
    "lighter": "Less weight",
    "heavier": "More weight",
    "strike": "Strike out",
}
