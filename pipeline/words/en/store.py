"""The store."""

WORDS = {
    "unknown_comic": "There is no comic “{id}”. Open another one from the Library.",
    "damaged": "This comic's file is broken and cannot be opened: {path}. All other comics still open.",
    "damaged_picture": "This picture's file is broken: {path}. Draw the panel again on the Render page.",
    "newer": "A newer Necut made this comic: {path}. Update Necut to open it.",
}
