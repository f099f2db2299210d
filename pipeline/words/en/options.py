"""What the arguments and options of commands are for; `COMMAND_NAME` where one differs."""

WORDS = {
    "preset": "Name of a preset, or a .yaml file.",
    "prompt": "What to paint, in A1111's prompt grammar. Read as it stands.",
    "render_output": "The picture to write: .png (with the whole recipe in it), .jpg, .jpeg or .webp.",
    "checkpoint": "Checkpoint to paint with: a name from the model folders, a .safetensors file, a diffusers folder or a hub id.",
    "seed": "Seed, a whole number; without one it is the preset's, or drawn.",
    "home": "Folder for all of Necut's data; overrules NECUT_HOME.",
    "lang": "Language of what is printed: ko or en.",
    "explain_prompt": "The prompt to take apart.",
    "steps": "How many steps the picture would have: [a:b:0.5] changes at half of them.",
    "as_json": "Print JSON for programs instead of lines for people.",
    "picture": "PNG, JPEG or WebP of Necut, a WebUI, ComfyUI, InvokeAI or others.",
    "convert": "Convert a checkpoint in an old format (.ckpt, .pt, .bin) to .safetensors first, in a closed-off process; the old file stays.",
}
