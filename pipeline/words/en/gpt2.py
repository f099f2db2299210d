"""The prompter that continues a panel's words with GPT-2."""

WORDS = {
    "ready": "{name} adds words.",
    "works": "{name} works: “{example}”",
    "not_installed": "GPT-2 needs torch and transformers. Install the project's requirements again.",
    "not_here": "“{name}” has not been fetched yet. "
    "Press Test in Connect once while online, or name a GPT-2 folder there.",
    "not_fetched": "“{name}” could not be fetched. Check the name and the network, or name a GPT-2 folder in Connect.",
    "no_model_in": "“{name}” holds no GPT-2 model. Name a folder with config.json and model.safetensors in Connect.",
    "unsafe_format": "The model in “{name}” is in a format that can run code when it is opened. "
    "Save it as safetensors first.",
    "cannot_load": "The GPT-2 model in “{name}” cannot be loaded. Its files may be incomplete.",
    "too_many_blocked": "The block list is too long.",
    "settings": "GPT-2 settings",
    "model": "Model",
    "model_help": "Any folder with a GPT-2 model, or a name of the hub, can be given in Connect.",
    "blocked": "Words that GPT-2 may not add",
    "blocked_help": "Parted by commas; a star means any ending.",
    "blocked_restore": "Back to the list that came with Necut",
}
