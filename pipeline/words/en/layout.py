"""Layouts: what they are called, and what can be wrong with a user's."""

WORDS = {
    "grid": "Grid (2×2)",
    "yonkoma": "Yonkoma (one column)",
    "strip": "Strip (one row)",
    "wide_opener": "Wide opener",
    "tall_closer": "Tall closer",
    "big_turn": "Big turn",
    "frame_story": "Wide first and last",
    "zigzag": "Zigzag",
    "webtoon": "Webtoon scroll",
    "square": "Square (1:1)",
    "portrait": "Social portrait (4:5)",
    "story": "Story (9:16)",
    "soft": "Soft, without frames",
    "cinema": "Cinema",
    "not_yaml": "The layout file {path} cannot be read. It should be YAML with names and values "
    "such as ‘rows: [[1, 1], [1, 1]]’.",
    "unknown_key": "The layout file {path} has a key ‘{field}’ that layouts do not know. They know: {known}.",
    "not_four": "The rows of the layout file {path} need {count} panels in all, such as rows: [[1], [1, 1, 1]].",
    "bad_value": "In the layout file {path} the value ‘{value}’ of {field} cannot be used. Without "
    "the key the default is taken.",
    "too_small": "The layout file {path} makes a panel too small. Change "
    "its ratios so that every panel has {least} pixels a side.",
}
