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
}
