"""The fields of a preset."""

WORDS = {
    "style": "Style words",
    "negative_prompt": "Negative prompt",
    "sampler": "Sampler",
    "schedule_type": "Schedule type",
    "steps": "Steps",
    "cfg_scale": "CFG scale",
    "seed": "Seed",
    "width": "Width",
    "height": "Height",
    "checkpoint": "Checkpoint",
    "artist": "Artist",
    "loras": "LoRAs",
    "clip_skip": "Clip skip",
    "vae": "VAE",
    "variation_seed": "Variation seed",
    "variation_strength": "Variation strength",
    "cfg_interval": "CFG interval",
    "extends_about": "The name of another preset: what this one does not say comes from it",
    "emphasis": "Emphasis",
}
