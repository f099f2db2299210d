"""The command line."""

WORDS = {
    "help": "Necut turns one sentence into a lettered four-panel comic.",
    "make": "Make a whole comic from one sentence and save it as a file.",
    "export": "Save a comic of the Library as a file.",
    "list": "List the members of a family, one id a line.",
    "explain": "Tell what a prompt means, step by step.",
    "info": "Tell the settings inside a picture.",
    "render": "Paint one picture with a preset and a prompt, and save it with its settings in it.",
    "tune": "Draw one comic under many settings and save all of them on one sheet.",
    "schema": "Print the JSON Schema of presets, for editors.",
    "duel": "Find the preset that simulated people like by duels, beside leaving it to chance.",
    "doctor": "Tell what would go wrong with a preset here, and how to repair it.",
    "long_prompt": "The prompt is too long: at most {most} characters can be read.",
    "missing": "{name} is missing. Add --help to the command to see how it is used.",
    "no_option": "There is no option {name}. Add --help to the command to see its options.",
    "bad_value": "The value of {name} cannot be used. Add --help to the command to see what it takes.",
    "too_many": "There are more words after {name} than it takes. Add --help to the command to see how it is used.",
    "not_understood": "That is not a command. python -m pipeline --help lists them.",
}
