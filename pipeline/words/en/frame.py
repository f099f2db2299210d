"""The frame around every page."""

WORDS = {
    "interface_language": "Interface language",
    "open_comic": "Open comic",
    "no_comic": "None yet.",
    "new_comic": "New comic",
    "at_work": "Who is at work",
    "connect": "Connect real models",
    "cut": "That was longer than {most} letters. What came after was left out.",
}
