"""Two tabs on one comic."""

WORDS = {
    "changed": "The comic was changed elsewhere; this page shows it as it is now.",
    "script_changed": "The script was changed elsewhere in the meantime. Have a look at it, then try again.",
    "changed_here": "This text was changed elsewhere in the meantime. You had typed:",
    "take_mine": "Take mine",
    "put_away": "Put away",
    "place_gone": "What you edited is no longer in the comic: it was changed elsewhere. You had typed: “{text}”",
}
