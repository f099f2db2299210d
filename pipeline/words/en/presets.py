"""Reading and keeping presets."""

WORDS = {
    "not_text": "{path} is not a text file in UTF-8. Save it as plain text and try again.",
    "not_yaml": (
        "{file}, line {line}: this is not valid YAML. Text that starts with [ {{ & or * or holds “: ” or “ #” needs "
        'quotes: key: "…".'
    ),
    "one_document": "{file}, line {line}: a preset is one YAML document. Remove the --- and what follows it.",
    "no_directives": "{file}, line {line}: a preset has no line that starts with %. Remove it.",
    "no_anchors": "{file}, line {line}: a preset holds plain values, without &anchors, *references or !tags.",
    "too_deep": "{file}, line {line}: this is nested too deeply for a preset.",
    "duplicate_key": "{file}, line {line}: “{field}” is there twice. Keep one of them.",
    "not_a_mapping": "{file} holds no preset. Write one “key: value” a line, such as “steps: 30”.",
    "refused": "{file}, line {line} ({field}): {error}",
    "unknown_key": (
        "{file}, line {line}: there is no key “{field}”. Did you mean “{nearest}”? A preset may hold: {known}."
    ),
    "missing_key": "{file}, line {line}: “{field}” is missing.",
    "wrong_value": "{file}, line {line}: “{field}” cannot be “{value}”. It takes {takes}.",
    "takes_integer": "a whole number from {low} to {high}",
    "takes_number": "a number from {low} to {high}",
    "takes_string": "text of at most {limit} letters; put it in quotes",
    "takes_loras": "a list, each with a name and a weight",
    "takes_cfg_interval": "two numbers from 0 to 1, such as [0.0, 0.8]",
    "is_there": "There is already a preset called “{name}”. Choose another name.",
    "not_own": "“{name}” comes with Necut and stays as it is. Duplicate it under a name of your own.",
}
