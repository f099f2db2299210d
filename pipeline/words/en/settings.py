"""Settings."""

WORDS = {
    "damaged": "The settings file {path} is broken. Mend it, or delete it to start from the defaults.",
}
