"""Settings inside pictures."""

WORDS = {
    "this_picture": "This picture",
    "no_picture": "{file} is not a picture that can be read. Give a PNG, JPEG or WebP.",
    "no_settings": "{file} carries no settings. Only pictures saved by Necut, a WebUI, ComfyUI or InvokeAI do.",
    "left_out": "These settings of the picture have no place in a preset and were left out: {names}.",
    "a_page": "{file} is a lettered page. Its settings are in the pictures of its panels: drop one of those, or open its .necut file in the Library.",
}
