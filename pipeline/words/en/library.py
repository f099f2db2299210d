"""The Library page."""

WORDS = {
    "heading": "My comics",
    "invite": "The library is empty. Shall we make the first comic?",
    "count": "{count} comics",
    "open": "Open",
    "more": "More",
    "rename": "Name",
    "duplicate": "Duplicate",
    "delete": "Delete",
    "deleted": "Deleted “{title}”.",
    "undo": "Undo",
    "open_file": "Open a file",
    "file": "A Necut file (.necut)",
}
