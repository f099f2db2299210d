"""Prompters."""

WORDS = {
    "cast": "From the script",
    "gpt2": "GPT-2",
    "cast_about": "Compiles the panel word for word, with the look of its cast.",
    "gpt2_about": "GPT-2 continues the panel's words.",
}
