"""Kinds of lines and balloons."""

WORDS = {
    "speech": "speech",
    "thought": "thought",
    "shout": "shout",
    "caption": "caption",
    "sound": "sound",
    "whisper": "whisper",
    "off_panel": "off panel",
    "narration": "narration",
}
