"""The four beats."""

WORDS = {
    "setup": "setup",
    "development": "development",
    "turn": "turn",
    "close": "close",
}
