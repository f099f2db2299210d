"""What the sketch artist says about its pictures."""

WORDS = {
    "unknown_words": "The sketch artist does not know these words, so the picture leaves them out: {words}.",
}
