"""The command line."""

WORDS = {
    "help": "Necut turns one sentence into a lettered four-panel comic.",
    "make": "Make a whole comic from one sentence and save it as a file.",
    "export": "Save a comic of the Library as a file.",
    "list": "List the members of a family, one id a line.",
}
