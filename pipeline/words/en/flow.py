"""The flow."""

WORDS = {
    "empty_idea": "The idea is empty. Type one sentence, such as: a cat who lost its umbrella on a rainy day",
    "no_script": "There is no story yet. Write one on the Story page first.",
    "no_prompt": "Panel {panel} has no prompt yet. Make one on the Prompt page first.",
    "strange_checkpoint": "The picture names the checkpoint “{name}”, which would have to be fetched. Choose it in the preset first.",
}
