"""What the families are called."""

WORDS = {
    "writers": "writer",
    "prompters": "prompter",
    "artists": "artist",
    "layouts": "layout",
    "presets": "preset",
    "samplers": "sampler",
    "formats": "file format",
    "genres": "genre",
    "forms": "form",
    "languages": "language",
    "export": "file format",
    "families": "family",
}
