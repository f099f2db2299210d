"""Cells and their states."""

WORDS = {
    "empty": "empty",
    "running": "running",
    "fresh": "fresh",
    "stale": "stale",
    "kept": "kept by hand",
    "changed": "changed: {what}",
    "made": "{by} · {seconds} s",
    "run_stale": "Run what is stale ({count})",
    "all_fresh": "All is fresh",
    "next": "Next: {page}",
    "to_story": "Start with a story",
    "earlier": "Earlier versions: {count}",
    "bring_back": "Bring back",
    "passed_by": "Left as made by hand: {count}.",
}
