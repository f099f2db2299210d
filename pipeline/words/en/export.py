"""Files to take away."""

WORDS = {
    "unknown_suffix": "“{suffix}” is not a format to save in. End the file's name in one of: {known}.",
}
