"""Jobs."""

WORDS = {
    "story": "Writing the story…",
    "prompt": "Choosing the words for the pictures…",
    "picture": "Drawing the pictures…",
    "waiting": "Waiting for {before} jobs ahead…",
    "cancel": "Stop",
    "understood": "Understood",
    "stopped": "This comic was cut off while it was being made. All that was finished is here.",
    "go_on": "Go on",
    "leave": "Leave it as it is",
    "instead": "Use {member} instead",
    "loading": "Reading {name}…",
    "loading_first": "Loading {name} for the first time… Next time it starts at once.",
    "convert": "Converting files…",
    "converting": "Converting {name} in a process of its own…",
    "seconds_left": "about {count} s left",
    "minutes_left": "about {count} min left",
}
