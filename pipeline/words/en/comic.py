"""The Comic page."""

WORDS = {
    "heading": "The lettered page",
    "invite": "There is no comic to show yet. One sentence is enough to begin.",
    "layout": "Layout",
    "show_title": "Show the title",
    "balloon": "Change the balloon",
    "kind": "Kind of balloon",
    "across": "Across",
    "down": "Down",
    "place_again": "Place again",
    "pick": "Click a balloon to move it.",
    "put": "Click where “{text}” should go.",
    "track": "Language of the letters",
    "track_help": "The same pictures may carry letters in both languages. Lines not yet translated are shown as they were written.",
    "side_by_side": "Edit both languages side by side",
    "side_by_side_help": "Every line with its Korean and its English together. The page shows the language chosen above.",
    "undo": "Undo",
    "no_track": "No line is written in this language yet. What you type below becomes its letters.",
}
