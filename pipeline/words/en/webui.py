"""The artist that paints through a Stable Diffusion WebUI."""

WORDS = {
    "ready": "A server listens at {address}.",
    "ok": "The WebUI at {address} answers. It has {count} checkpoints and has loaded {checkpoint}.",
    "absent": "No Stable Diffusion WebUI answers at {address}. Start it with --api, or give its address in Connect.",
    "no_api": "The server at {address} has no picture API. Start the WebUI with --api.",
    "locked": "The WebUI at {address} asks for a login. "
    "Start it without --api-auth, on this machine or a trusted network.",
    "lost": "The WebUI at {address} went away while painting panel {panel}. Pictures that were finished are kept; "
    "start it again and run what is left.",
    "out_of_memory": "The WebUI's graphics card has too little memory for {width}×{height} pixels. "
    "Choose a smaller size.",
    "no_picture": "The WebUI at {address} finished without a picture. Look at its own window for the reason.",
    "no_checkpoint": "The WebUI at {address} has no checkpoint “{name}”. It has: {known}.",
    "no_sampler": "The WebUI has no sampler “{name}”. It has: {known}.",
    "no_schedule": "The WebUI has no schedule type “{name}”. It has: {known}.",
    "no_pair": "This WebUI is too old for {sampler} with {schedule_type}. Choose another schedule type, or update it.",
    "other_checkpoint": "The WebUI painted this with {used}, not with {asked} as the preset says.",
    "no_lora": "The WebUI has no LoRA “{name}”: this was painted without it.",
    "no_embedding": "The WebUI has no embedding “{name}”: the word was read as plain text.",
    "embedding_skipped": "The WebUI cannot use the embedding “{name}”: it is for another kind of checkpoint.",
}
