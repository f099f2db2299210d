"""The artist that paints with Stable Diffusion in this process."""

WORDS = {
    "ready": "{name} paints.",
    "not_installed": "Painting needs torch and diffusers. Install the project's requirements again.",
    "no_checkpoint": "Painting needs a Stable Diffusion checkpoint: put a .safetensors file or a diffusers folder "
    "into a folder and name that folder in Connect (or NECUT_MODELS).",
    "unknown_checkpoint": "There is no checkpoint “{name}” in the model folders. Found: {known}. "
    "Folders are given in Connect.",
    "not_fetched": "“{name}” is no checkpoint in the model folders, and could not be fetched from the hub. "
    "Check the name and the network.",
    "unsafe_format": "“{name}” is in a format that can run code when it is opened. "
    "Use the .safetensors version of the same checkpoint.",
    "no_painter": "“{name}” is not a checkpoint that paints from words alone. Use an SD 1, SD 2 or SDXL checkpoint.",
    "damaged": "The file “{name}” is damaged or was not downloaded to its end. Download it again.",
    "cannot_load": "“{name}” cannot be loaded: {reason}",
    "too_big": "“{name}” does not fit into the memory of {device}. Use a smaller checkpoint or another device.",
    "no_device": "This machine cannot paint on “{device}”. Choose another device in Connect: cuda, mps or cpu.",
    "device_works": "{device} works, in {precision}.",
    "out_of_memory": "{device} has too little memory for {width}×{height} pixels. Choose a smaller size.",
    "not_finite": "The numbers broke while painting, so there is no picture. "
    "Try another sampler, a lower CFG scale, or without LoRAs.",
    "no_lora": "There is no LoRA “{name}” in the model folders: this was painted without it.",
    "lora_unfit": "The LoRA “{name}” does not fit this checkpoint: this was painted without it.",
    "lora_unsafe": "The LoRA “{name}” is in a format that can run code: this was painted without it.",
    "no_embedding": "There is no embedding “{name}” in the model folders: the word was read as plain text.",
    "embedding_unfit": "The embedding “{name}” does not fit this checkpoint: the word was read as plain text.",
    "embedding_unsafe": "The embedding “{name}” is in a format that can run code: the word was read as plain text.",
    "no_vae": "There is no VAE “{name}” that can be used: the checkpoint's own was.",
    "another_file": "“{name}” is another file than the one this picture was first painted with: it will not look quite the same.",
    "clip_skip_ignored": "{name} is an SDXL checkpoint: clip skip has no effect on it.",
    "too_large": "“{name}” is too large to be converted.",
    "not_converted": "“{name}” could not be converted: it is damaged, or holds more than weights. Look for its .safetensors version.",
}
