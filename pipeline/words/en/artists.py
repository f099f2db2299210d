"""Artists."""

WORDS = {
    "sketch": "Sketch",
    "diffusion": "Stable Diffusion (this computer)",
    "webui": "Stable Diffusion WebUI",
    "openai": "OpenAI-compatible server",
    "sketch_about": "Draws at once from the words alone, without any model.",
    "diffusion_about": "Paints with a checkpoint on this computer.",
    "webui_about": "Asks a running WebUI for the pictures.",
    "openai_about": "Real pictures with a key and no graphics card; each may cost money.",
}
