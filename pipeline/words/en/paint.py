"""Painting a sketched panel with the model that ships with Necut."""

WORDS = {
    "offer": "Paint it with {name}",
    "offer_first": "Paint it with {name} (first version)",
    "help": "The same words and the same preset, painted by Stable Diffusion on this machine. "
    "The sketch stays among the takes.",
    "first_version": "{name} is a first version: {percent}% of what a prompt asks for is in its pictures.",
}
