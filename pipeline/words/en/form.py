"""Forms of a story."""

WORDS = {
    "any": "Any",
    "joke": "One joke",
    "drama": "Mini drama",
    "advertisement": "Advertisement",
    "lesson": "Lesson",
}
