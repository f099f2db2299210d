"""What an idea may ask for, by id. People see the labels of the catalogue (`form.joke`, `genre.school` …).

"any" leaves the choice to the writer's seed.
"""

from __future__ import annotations

ANY = "any"
FORMS = ("joke", "drama", "advertisement", "lesson", "diary", "news", "documentary", "fairy_tale")
GENRES = (
    "everyday", "school", "romance", "fantasy", "mystery", "spooky", "space", "office", "sports", "food",
)  # fmt: skip
TONES = ("warm", "playful", "deadpan", "dramatic")
