"""Forms of a story."""

WORDS = {
    "any": "Any",
    "joke": "One joke",
    "drama": "Mini drama",
    "advertisement": "Advertisement",
    "lesson": "Lesson",
    "diary": "Diary",
    "news": "Breaking news",
    "documentary": "Nature film",
    "fairy_tale": "Fairy tale",
}
