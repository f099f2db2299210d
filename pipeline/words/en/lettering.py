"""Letters on the page."""

WORDS = {
    "crowded": "Panel {panel} has more words than room for balloons. "
    "Shorten its lines or choose a layout with larger panels.",
    "tinted": "Balloons take the colours of the cast sheets: {names}.",
    "dropped": "Panel {panel}: left out letters that no font has: {letters}",
}
