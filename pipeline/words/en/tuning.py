"""Tuning: axes, grids, trials."""

WORDS = {
    "prompt_axis": "Words (search and replace)",
    "open_value": "(automatic)",
    "removed": "(taken out)",
    "too_many_values": "“{text}” makes more values than one axis can show: at most {most}.",
    "no_number": "“{text}” is neither a number nor a range. Write 7, or 1-11 (+2), or 0-1 [5].",
    "wrong_step": "“{text}” never arrives: the step leads the other way or is zero. Write 1-11 (+2), or 10-4 (-3).",
    "no_axis": "“{text}” is no axis yet. Write what changes and its values, such as “cfg_scale: 1-11 (+2)”.",
    "nothing_to_find": "Begin with the words to look for, then what stands in their place: cat, dog, fox.",
    "unknown_field": "There is nothing called “{name}” to change. Choose one of: {known}.",
    "bad_value": "{field} cannot be “{value}”. It takes {takes}.",
    "refused_value": "{field}: {error}",
    "twice": "“{field}” stands on two axes. One is enough.",
    "too_many_cells": "{count} cells are more than anybody can compare: at most {most}. Take fewer values.",
    "impossible_cell": "These do not go together ({cell}): {error}",
    "not_obeyed": "{artist} does not use {field}, so every picture would be the same. It uses: {known}.",
    "not_found": "“{text}” stands in none of the prompts. Begin the axis with words that do, such as: {known}.",
    "no_lora": "There is no LoRA “{name}” in the model folder. There are: {known}.",
    "no_entry": "There is no picture “{id}” in the log any more.",
}
