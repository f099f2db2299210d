"""Genres."""

WORDS = {
    "any": "Any",
    "everyday": "Everyday",
    "school": "School",
    "romance": "Romance",
    "fantasy": "Fantasy",
    "mystery": "Mystery",
    "spooky": "Spooky",
    "space": "Space",
    "office": "Office",
    "sports": "Sports",
    "food": "Food",
}
