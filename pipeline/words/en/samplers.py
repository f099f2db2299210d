"""Samplers and schedule types."""

WORDS = {
    "unknown": "There is no sampler called “{name}”. Did you mean “{nearest}”? Choose one of: {known}.",
    "unknown_schedule": (
        "There is no schedule type called “{name}”. Did you mean “{nearest}”? Choose one of: {known}."
    ),
    "impossible_pair": (
        "“{sampler}” cannot follow the {schedule_type} schedule. The nearest possible: “{sampler}” with {default}, "
        "or “{kin}” with {schedule_type}."
    ),
    "own_schedule_only": (
        "“{sampler}” cannot follow the {schedule_type} schedule. The nearest possible: “{sampler}” with {default}."
    ),
}
