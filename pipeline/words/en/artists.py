"""Artists."""

WORDS = {
    "sketch": "Sketch",
    "diffusion": "Stable Diffusion (this computer)",
    "webui": "Stable Diffusion WebUI",
    "sketch_about": "Draws at once from the words alone, without any model.",
    "diffusion_about": "Paints with a checkpoint on this computer.",
    "webui_about": "Asks a running WebUI for the pictures.",
}
