"""Languages, each in itself."""

WORDS = {
    "ko": "한국어",
    "en": "English",
}
