"""Errors that belong to no room of their own."""

WORDS = {
    "cancelled": "Stopped. The pictures that were finished are still there.",
    "unknown_member": "There is no {family} called “{name}”. Choose one of: {known}.",
    "unexpected": "Something unexpected went wrong ({kind}). Try again; if it comes back, report it with the log.",
}
