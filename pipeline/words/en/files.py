"""Files and folders."""

WORDS = {
    "bad_name": "“{name}” cannot be used as a name. Choose a short one without slashes or a leading dot.",
    "cannot_write": "Could not save to {path} ({reason}). Choose a folder that you may write to.",
    "cannot_read": "Could not read {path} ({reason}). Check that the file exists and that you may read it.",
    "too_big": "{path} is too big. Only files under {limit} KB are read.",
}
