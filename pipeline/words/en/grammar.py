"""What a prompt holds that the user should know of."""

WORDS = {
    "chunks": "Chunks of {size} tokens: {count}",
    "tag": "“{text}” is no LoRA that Necut can load; it was taken out of the prompt.",
    "tag_arguments": "Only the name and two weights of “{text}” are used; the rest is not known here.",
    "negative_lora": "The LoRA “{text}” stands in the negative prompt, where it does nothing. Move it to the prompt.",
    "whole_weight": "The number that ends the prompt weighs all of it ({text}). Put brackets around what it is for.",
    "literal": "A “|” outside of [ ] keeps this from being read as a schedule; it is sent as it stands: {text}",
    "unclosed": "The bracket of “{text}” is never closed: all that follows counts as within it.",
    "unclosed_sent": "The bracket of “{text}” is never closed: it is sent as it stands.",
    "unopened": "The bracket of “{text}” was never opened: it is sent as it stands.",
    "choice": "“{text}” is a choice between words, which is not drawn here: it was left out.",
    "wildcard": "“{text}” is a wildcard that was not filled in: it was left out.",
    "comfy_embedding": "“{text}” is ComfyUI's way to name an embedding: the name alone was read.",
    "compel": "“{text}” is a weight as InvokeAI writes it: its marks were left out. Write (word:1.2) instead.",
    "curly": "“{text}” is a weight as NovelAI writes it: the curly brackets were left out. Write (word:1.05) instead.",
}
