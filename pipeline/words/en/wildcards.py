"""Choices and wildcards: words of a prompt that a seed draws."""

WORDS = {
    "missing": "There is no wildcard called “{name}”. Choose one of the list, or make a file of that name.",
    "unreadable": "“{text}” cannot be read as a choice. Write it like {{red|blue}}.",
    "endless": "“{text}” does not come to an end: its files name one another. It was left out.",
    "bad_name": "“{name}” cannot be a wildcard's name. Use letters, numbers, hyphens and single underscores.",
    "too_long": "The wildcard “{name}” is too long. A file may hold 256 KB.",
    "heading": "Wildcards",
    "about": "{{red|blue}} becomes one of the two, and `__{name}__` a line of that list, in the style and the negative prompt as well. The panel's seed decides, and the picture keeps what was drawn.",
    "choose": "List",
    "new": "New list",
    "name": "Name of the list",
    "lines": "One value a line",
    "save": "Save the list",
    "saved": "Saved. Write __{name}__ in a prompt to use it.",
    "shipped": "This list came with Necut. Saving makes a copy of your own, which comes before it.",
    "drawn": "Drawn: {choices}",
    "drawn_later": "The seed that is drawn with the picture decides. For example: {choices}",
}
