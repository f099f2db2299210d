"""Files to take away."""

WORDS = {
    "unknown_suffix": "“{suffix}” is not a format to save in. End the file's name in one of: {known}.",
    "too_long": "A {format} file holds at most {longest} pixels a side; this page has {side}. Save it as PNG or choose another layout.",
    "transcript": "Transcript",
    "no_necut": "This is not a Necut file, or it is broken. Choose another .necut file.",
}
