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
    "extends_no_name": "{file}, line {line}: “extends” takes the name of a preset, such as “extends: classic”.",
    "no_base": "{file}, line {line}: it extends “{name}”, which is no preset here. There are: {known}.",
    "circle": "{file}, line {line}: it extends “{name}”, which in turn extends this one. Remove one “extends”.",
    "seed_cannot_be_open": "{file} takes its seed from the preset it extends. Give it a seed of its own, or “seed: null” for a new one in every panel.",
    "is_extended": "“{name}” is what {others} build on (“extends”). Change those first.",
    "import_unknown": "{file}: presets are read from files ending in {known}.",
    "import_too_large": "{file} is larger than {most} KB: that is no preset.",
    "import_not_text": "{file} is not a text file in UTF-8. Save it as plain text and try again.",
    "import_not_json": "{file} is not valid JSON. Save it again from the program that made it.",
    "import_empty": "{file} holds no preset and no style that Necut knows.",
}
